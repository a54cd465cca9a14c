namespace VillageLedger.Tests;

public sealed class AmendAssetTests
{
    [Fact]
    public void A_card_says_something_else_from_a_month_on() => SayAsset.ACard().When(SayAsset.Amend(",\"use\":\"administration\",\"place\":\"村部\",\"keeper\":\"chen\",\"idle\":true")).Then(new Stored(SayAsset.Stream, "asset-amended.1", """
        {"owner":"village/330110112201","asset":"a1","from":"2025-03","use":"administration","place":"村部","keeper":"chen","idle":true}
        """));

    [Fact]
    public void Another_life_spreads_what_is_left() => SayAsset.Depreciated().Done(SayAsset.Amend(",\"usefulLifeMonths\":23"))
        .Book().Find("a1")!.DueThrough(new(2027, 12)).Select(due => due.Fen).ShouldBe(Enumerable.Repeat(5_000L, 22));

    [Fact]
    public void Another_use_is_charged_elsewhere() =>
        SayAsset.Lines(SayAsset.Depreciated().Done(SayAsset.Amend(",\"use\":\"administration\"")).Decided(SayAsset.Depreciate("2025-03"))).ShouldBe(["513 10000 | 152 -10000"]);

    [Fact]
    public void Months_that_were_written_off_stay() =>
        SayAsset.Depreciated().When(SayAsset.Amend(",\"usefulLifeMonths\":24", from: "2025-02")).ThenRefused(RefusalCode.AssetChangeRetroactive, ("through", "2025-02"), ("from", "2025-02"));

    [Fact]
    public void Its_place_changes_at_any_time() => SayAsset.Depreciated().When(SayAsset.Amend(",\"place\":\"村部\"", from: "2025-01")).Facts.Count.ShouldBe(1);

    [Fact]
    public void A_life_is_not_over_before_the_change() => SayAsset.ACard().When(SayAsset.Amend(",\"usefulLifeMonths\":1")).ThenRefused(RefusalCode.AssetLifeOver, ("last", "2025-02"));

    [Fact]
    public void Nothing_changes_before_it_was_placed() => SayAsset.ACard().When(SayAsset.Amend(",\"place\":\"村部\"", from: "2024-12")).ThenRefused(RefusalCode.DateBeforeAsset);

    [Fact]
    public void What_is_not_written_off_has_no_life() =>
        Given.AVillageBook().Done(SayAsset.Bare(kind: "consumable-biological")).When(SayAsset.Amend(",\"usefulLifeMonths\":24")).ThenRefused(RefusalCode.AssetNotWrittenOff, ("field", "usefulLifeMonths"));

    [Fact]
    public void Its_use_is_one_of_the_standard() => SayAsset.ACard().When(SayAsset.Amend(",\"use\":\"sales\"")).ThenRefused(RefusalCode.AssetUseNotOfStandard);

    [Fact]
    public void There_is_a_card() => Given.AVillageBook().When(SayAsset.Amend("")).ThenRefused(RefusalCode.AssetUnknown);

    [Fact]
    public void There_is_a_book() => Given.AVillage().When(SayAsset.Amend("")).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void What_left_stays_as_it_was() => SayAsset.Depreciated().Done(SayAsset.Dispose()).When(SayAsset.Amend(",\"place\":\"村部\"")).ThenRefused(RefusalCode.AssetLeft, ("voucher", "x1~1"));
}
