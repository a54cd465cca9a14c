namespace VillageLedger.Tests;

public sealed class SettleAssetCostTests
{
    [Fact]
    public void More_than_the_estimate_is_owed()
    {
        var decision = Provisional().Decided(SayAsset.Settle(150_000));
        SayAsset.Lines(decision).ShouldBe(["151 30000 | 211 -30000"]);
        Stored.Of(SayAsset.Stream, decision.Facts[^1].Fact).IsSameAs(new Stored(SayAsset.Stream, "asset-cost-settled.1", """
            {"owner":"village/330110112201","asset":"a1","date":"2025-02-20","costFen":150000,"beforeFen":120000,"voucher":"st1"}
            """)).ShouldBeTrue();
    }

    [Fact]
    public void Less_is_taken_back_in_red() => SayAsset.Lines(Provisional().Decided(SayAsset.Settle(100_000))).ShouldBe(["151 -20000 | 211 20000"]);

    [Fact]
    public void Of_works_it_goes_back_to_the_works() => SayAsset.Lines(Given.AVillageBook().Done([SayAsset.OpenWorks()], SayAsset.Spend(), [SayAsset.Complete(more: ",\"costFen\":80000,\"provisional\":true")])
        .Decided(SayAsset.Settle(90_000, "a9", more: ",\"account\":\"153\""))).ShouldBe(["151 10000 | 153 -10000 gc1"]);

    [Fact]
    public void As_estimated_it_makes_no_voucher() => Provisional().When(SayAsset.Settle(120_000)).Facts.Count.ShouldBe(1);

    [Fact]
    public void What_is_left_is_spread_over_the_months_left() => Provisional().Done(SayAsset.Depreciate(), SayAsset.Settle(230_000))
        .Book().Find("a1")!.DueThrough(new(2027, 1)).Select(due => due.Fen).ShouldBe(Enumerable.Repeat(20_000L, 11));

    [Fact]
    public void Discarded_the_estimate_stands() => Provisional().Done(SayAsset.Settle(150_000), Say.Discard("st1")).Book().Find("a1")!.CostFen.ShouldBe(120_000);

    [Fact]
    public void It_is_settled_once() => Provisional().Done(SayAsset.Settle(150_000)).When(SayAsset.Settle(160_000, id: "st2")).ThenRefused(RefusalCode.AssetNotProvisional);

    [Fact]
    public void Only_an_estimate_is_settled() => SayAsset.ACard().When(SayAsset.Settle(150_000)).ThenRefused(RefusalCode.AssetNotProvisional);

    [Fact]
    public void Not_before_it_was_placed() => Provisional().When(SayAsset.Settle(150_000, date: "2025-01-09")).ThenRefused(RefusalCode.SettledBeforePlaced);

    [Fact]
    public void Months_that_were_written_off_stay() => Provisional().Done(SayAsset.Depreciate()).When(SayAsset.Settle(150_000, date: "2025-01-31")).ThenRefused(RefusalCode.AssetChangeRetroactive);

    [Fact]
    public void It_is_not_below_what_was_written_off() => Provisional(residual: 12_000).Done(SayAsset.Depreciate()).When(SayAsset.Settle(20_999)).ThenRefused(RefusalCode.AssetCostBelowWrittenOff, ("least", "210.00"));

    [Fact]
    public void Sums_stay_within_the_bound() => Provisional().When(SayAsset.Settle(Money.MaxFen)).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void There_is_a_card() => Given.AVillageBook().When(SayAsset.Settle(1)).ThenRefused(RefusalCode.AssetUnknown);

    [Fact]
    public void There_is_a_book() => Given.AVillage().When(SayAsset.Settle(1)).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void What_left_is_settled_no_more() => Provisional().Done(SayAsset.Depreciate(), SayAsset.Dispose()).When(SayAsset.Settle(150_000)).ThenRefused(RefusalCode.AssetLeft);

    private static Given Provisional(long residual = 0) => Given.AVillageBook().Done(SayAsset.Add(residual: residual, more: ",\"provisional\":true"));
}
