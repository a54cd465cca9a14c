namespace VillageLedger.Tests;

public sealed class DisposeAssetTests
{
    [Fact]
    public void A_fixed_asset_is_cleared_at_a_gain() => Lines(SayAsset.Depreciated(), ",\"proceedsFen\":130000,\"costsFen\":3000").ShouldBe(
        ["154 110000 | 152 10000 | 151 -120000", "102 130000 | 154 -130000", "154 3000 | 102 -3000", "154 17000 | 504 -17000"]);

    [Fact]
    public void A_fixed_asset_is_cleared_at_a_loss() => Lines(SayAsset.Depreciated(), ",\"proceedsFen\":30000,\"account\":\"101\"").ShouldBe(
        ["154 110000 | 152 10000 | 151 -120000", "101 30000 | 154 -30000", "515 80000 | 154 -80000"]);

    [Fact]
    public void The_register_keeps_what_was_booked_out() => SayAsset.Depreciated().Decided(SayAsset.Dispose(more: ",\"proceedsFen\":110000")).Facts.Select(next => Stored.Of(next.Stream, next.Fact)).Last()
        .IsSameAs(new Stored(SayAsset.Stream, "asset-disposed.1", """
            {"owner":"village/330110112201","asset":"a1","date":"2025-02-20","way":"sold","reason":"闲置","costFen":120000,"accumulatedFen":10000,"vouchers":["x1~1","x1~2"],"proceedsFen":110000}
            """)).ShouldBeTrue();

    [Fact]
    public void By_the_standard_of_small_enterprises() => SayAsset.Lines(SayAsset.ACompanyBook()
        .Done(SayAsset.Add(owner: SayAsset.Company), SayAsset.Depreciate(book: SayAsset.Company)).Decided(SayAsset.Dispose(way: "scrapped", owner: SayAsset.Company)))
        .ShouldBe(["1606 110000 | 1602 10000 | 1601 -120000", "5711 110000 | 1606 -110000"]);

    [Fact]
    public void By_the_chart_of_2004() => SayAsset.Lines(SayAsset.ABookOf2004().Done(SayAsset.Add(placedOn: "2023-01-10"), SayAsset.Depreciate("2023-02")).Decided(SayAsset.Dispose(date: "2023-02-20", more: ",\"proceedsFen\":120000")))
        .ShouldBe(["153 110000 | 152 10000 | 151 -120000", "102 120000 | 153 -120000", "153 10000 | 531 -10000"]);

    [Fact]
    public void A_biological_asset_is_booked_out_directly() => SayAsset.Lines(Given.AVillageBook()
        .Done(SayAsset.Add(kind: "productive-biological"), SayAsset.Depreciate()).Decided(SayAsset.Dispose(more: ",\"proceedsFen\":100000,\"costsFen\":2000")))
        .ShouldBe(["102 100000 | 515 12000 | 133 10000 | 132 -120000 | 102 -2000"]);

    [Fact]
    public void What_was_never_written_off_leaves_at_its_cost() =>
        SayAsset.Lines(Given.AVillageBook().Done(SayAsset.Bare(kind: "consumable-biological")).Decided(SayAsset.Dispose(more: ",\"proceedsFen\":150000"))).ShouldBe(["102 150000 | 131 -120000 | 504 -30000"]);

    [Fact]
    public void An_intangible_asset_is_not_amortised_in_the_month_in_which_it_leaves() => SayAsset.Lines(Given.AVillageBook()
        .Done(SayAsset.Add(kind: "intangible"), SayAsset.Depreciate("2025-01")).Decided(SayAsset.Dispose())).ShouldBe(["515 110000 | 162 10000 | 161 -120000"]);

    [Fact]
    public void A_deferred_expense_leaves_with_what_is_left() => SayAsset.Lines(Given.AVillageBook()
        .Done(SayAsset.Add(kind: "deferred"), SayAsset.Depreciate("2025-01")).Decided(SayAsset.Dispose())).ShouldBe(["515 110000 | 171 -110000"]);

    [Fact]
    public void A_deferred_expense_that_is_used_up_leaves_without_a_voucher() => Given.AVillageBook()
        .Done(SayAsset.Add(kind: "deferred", life: 1), SayAsset.Depreciate("2025-01")).When(SayAsset.Dispose()).Facts.Single().Fact.ShouldBeOfType<AssetDisposed>().Vouchers.ShouldBeEmpty();

    [Fact]
    public void It_is_written_off_in_its_month_first() => SayAsset.ACard().When(SayAsset.Dispose()).ThenRefused(RefusalCode.DepreciationMissing, ("month", "2025-02"), ("last", "2025-02"));

    [Fact]
    public void It_is_not_written_off_after_it_left() => SayAsset.Depreciated().Done(SayAsset.Depreciate("2025-03")).When(SayAsset.Dispose()).ThenRefused(RefusalCode.AssetChangeRetroactive);

    [Fact]
    public void What_left_is_written_off_no_more() => SayAsset.Depreciated().Done(SayAsset.Dispose()).When(SayAsset.Depreciate("2025-03")).ThenRefused(RefusalCode.NothingToDepreciate);

    [Fact]
    public void It_leaves_once() => SayAsset.Depreciated().Done(SayAsset.Dispose()).When(SayAsset.Dispose(id: "x2")).ThenRefused(RefusalCode.AssetLeft, ("date", "2025-02-20"), ("voucher", "x1~1"));

    [Fact]
    public void While_one_of_its_vouchers_stands_it_is_gone() => SayAsset.Depreciated().Done(SayAsset.Dispose(), Say.Discard("x1~1")).When(SayAsset.Dispose(id: "x2")).ThenRefused(RefusalCode.AssetLeft, ("voucher", "x1~2"));

    [Fact]
    public void When_all_are_discarded_it_is_back() => SayAsset.Depreciated().Done(SayAsset.Dispose(), Say.Discard("x1~1"), Say.Discard("x1~2")).When(SayAsset.Dispose(id: "x2")).Facts.Count.ShouldBe(3);

    [Fact]
    public void It_does_not_leave_before_it_came() => Given.AVillageBook().Done(SayAsset.Add(placedOn: "2025-02-21")).When(SayAsset.Dispose()).ThenRefused(RefusalCode.DateBeforeAsset);

    [Fact]
    public void There_is_a_card() => Given.AVillageBook().When(SayAsset.Dispose()).ThenRefused(RefusalCode.AssetUnknown);

    [Fact]
    public void There_is_a_book() => Given.AVillage().When(SayAsset.Dispose()).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void Before_the_book_nothing_leaves() => SayAsset.ACard().When(SayAsset.Dispose(date: "2024-12-31")).ThenRefused(RefusalCode.DateBeforeBook);

    [Fact]
    public void In_a_closed_month_nothing_leaves() => SayAsset.ACard().Done(Say.Close()).When(SayAsset.Dispose(date: "2025-01-31")).ThenRefused(RefusalCode.MonthClosed);

    [Fact]
    public void In_a_month_to_come_nothing_leaves() => SayAsset.ACard().When(SayAsset.Dispose(date: "2025-03-31")).ThenRefused(RefusalCode.MonthNotYetOpen);

    [Fact]
    public void Sums_stay_within_the_bound() => SayAsset.Depreciated().When(SayAsset.Dispose(more: $",\"costsFen\":{Money.MaxFen}")).ThenRefused(RefusalCode.SumOutOfBounds);

    private static IReadOnlyList<string> Lines(Given given, string more) => SayAsset.Lines(given.Decided(SayAsset.Dispose(more: more)));
}
