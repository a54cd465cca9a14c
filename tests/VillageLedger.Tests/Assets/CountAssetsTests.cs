namespace VillageLedger.Tests;

public sealed class CountAssetsTests
{
    [Fact]
    public void A_count_that_finds_everything_makes_no_voucher() => SayAsset.ACard().When(SayAsset.Count(SayAsset.Found(), more: ",\"surplus\":[{\"name\":\"水泵\",\"quantity\":{\"thousandths\":2000,\"unit\":\"台\"}}]"))
        .Then(new Stored(SayAsset.Stream, "assets-counted.1", """
            {"owner":"village/330110112201","count":"c1","date":"2025-02-28","counted":[{"asset":"a1","found":true}],"surplus":[{"name":"水泵","quantity":{"thousandths":2000,"unit":"台"}}]}
            """));

    [Fact]
    public void What_is_missing_goes_to_pending_losses()
    {
        var decision = SayAsset.Depreciated().Decided(SayAsset.Count(SayAsset.Found(found: false)));
        SayAsset.Lines(decision).ShouldBe(["181 110000 | 152 10000 | 151 -120000"]);
        Stored.Of(SayAsset.Stream, decision.Facts[^1].Fact).IsSameAs(new Stored(SayAsset.Stream, "assets-counted.1", """
            {"owner":"village/330110112201","count":"c1","date":"2025-02-28","counted":[{"asset":"a1","found":false}],"missing":[{"asset":"a1","costFen":120000,"accumulatedFen":10000}],"voucher":"c1"}
            """)).ShouldBeTrue();
    }

    [Fact]
    public void What_is_missing_has_left() => SayAsset.Depreciated().Done(SayAsset.Count(SayAsset.Found(found: false))).When(SayAsset.Count(SayAsset.Found(), id: "c2")).ThenRefused(RefusalCode.AssetLeft, ("voucher", "c1"));

    [Fact]
    public void When_its_voucher_is_discarded_it_is_back() => SayAsset.Depreciated().Done(SayAsset.Count(SayAsset.Found(found: false)), Say.Discard("c1")).When(SayAsset.Count(SayAsset.Found(), id: "c2")).Facts.Count.ShouldBe(1);

    [Fact]
    public void What_is_missing_is_written_off_first() => SayAsset.ACard().When(SayAsset.Count(SayAsset.Found(found: false))).ThenRefused(RefusalCode.DepreciationMissing);

    [Fact]
    public void It_is_not_written_off_after_it_went_missing() =>
        SayAsset.Depreciated().Done(SayAsset.Depreciate("2025-03")).When(SayAsset.Count(SayAsset.Found(found: false))).ThenRefused(RefusalCode.AssetChangeRetroactive);

    [Fact]
    public void It_is_not_missing_before_it_came() => Given.AVillageBook().Done(SayAsset.Add(placedOn: "2025-03-01")).When(SayAsset.Count(SayAsset.Found(found: false))).ThenRefused(RefusalCode.DateBeforeAsset);

    [Fact]
    public void Each_is_counted_once() => SayAsset.ACard().When(SayAsset.Count(SayAsset.Found() + "," + SayAsset.Found())).ThenRefused(RefusalCode.AssetTwice);

    [Fact]
    public void Only_cards_are_counted() => SayAsset.ACard().When(SayAsset.Count(SayAsset.Found("a2"))).ThenRefused(RefusalCode.AssetUnknown);

    [Fact]
    public void There_is_a_book() => Given.AVillage().When(SayAsset.Count("")).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void Whether_it_was_found_is_said() => SayAsset.ACard().When(SayAsset.Count("{\"asset\":\"a1\"}")).ThenRefused(RefusalCode.FieldMissing, ("field", "counted[1].found"));
}
