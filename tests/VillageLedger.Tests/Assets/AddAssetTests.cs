namespace VillageLedger.Tests;

public sealed class AddAssetTests
{
    [Fact]
    public void A_card_is_added() => Given.AVillageBook().When(SayAsset.Add()).Then(new Stored(SayAsset.Stream, "asset-added.1", """
        {"owner":"village/330110112201","asset":"a1","class":"fixed","name":"粮仓","category":"房屋","placedOn":"2025-01-10","costFen":120000,"standard":"rural-2023","use":"operating","residualFen":0,"usefulLifeMonths":12}
        """)).Guarded.ShouldBe([SayAsset.Stream, "accounts/village/330110112201", "rules"], ignoreOrder: true);

    [Fact]
    public void A_card_from_another_program_brings_what_was_written_off() => Given.AVillageBook().Done(SayAsset.Add(placedOn: "2024-08-01", more: ",\"accumulatedFen\":40000,\"accumulatedThrough\":\"2024-12\""))
        .Book().Find("a1")!.AccumulatedFen.ShouldBe(40_000);

    [Fact]
    public void A_card_names_the_voucher_that_booked_it() => Given.AVillageBook().Done(Say.Prepare()).When(SayAsset.Add(more: ",\"voucher\":\"v1\"")).Facts.Count.ShouldBe(1);

    [Fact]
    public void Public_welfare_biological_assets_are_not_written_off() => Given.AVillageBook().Done(SayAsset.Bare(kind: "public-welfare-biological")).Book().Find("a1")!.IsWrittenOff.ShouldBeFalse();

    [Fact]
    public void A_withdrawn_id_is_free_again() => SayAsset.ACard().Done(SayAsset.Withdraw()).When(SayAsset.Add(id: "again")).Facts.Count.ShouldBe(1);

    [Fact]
    public void Without_a_book_there_are_no_cards() => Given.AVillage().When(SayAsset.Add()).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void An_id_is_used_once() => SayAsset.ACard().When(SayAsset.Add(id: "again")).ThenRefused(RefusalCode.AssetTaken, ("asset", "a1"));

    [Theory]
    [InlineData("public-welfare-biological")]
    [InlineData("deferred")]
    public void The_system_of_2004_knows_fewer_classes(string kind) =>
        SayAsset.ABookOf2004().When(SayAsset.Bare(kind: kind, placedOn: "2023-01-10")).ThenRefused(RefusalCode.AssetClassNotOfStandard, ("class", kind), ("standard", "rural-2004"));

    [Fact]
    public void An_unknown_class_cannot_be_read() => Given.AVillageBook().When(SayAsset.Add(kind: "stock")).ThenRefused(RefusalCode.FieldInvalid, ("field", "class"));

    [Theory]
    [InlineData("999")]
    [InlineData("501")]
    public void An_account_of_assets_exists(string account) => Given.AVillageBook().When(SayAsset.Add(more: $",\"account\":\"{account}\"")).ThenRefused(RefusalCode.AccountNotThere, ("account", account));

    [Theory]
    [InlineData(""","residualFen":0,"usefulLifeMonths":12""", "use")]
    [InlineData(""","use":"operating","usefulLifeMonths":12""", "residualFen")]
    [InlineData(""","use":"operating","residualFen":0""", "usefulLifeMonths")]
    [InlineData(""","use":"operating","residualFen":0,"usefulLifeMonths":12,"accumulatedFen":1""", "accumulatedThrough")]
    [InlineData(""","use":"operating","residualFen":0,"usefulLifeMonths":12,"accumulatedThrough":"2025-02" """, "accumulatedFen")]
    public void What_is_written_off_says_how(string more, string field) => Given.AVillageBook().When(SayAsset.Bare(more: more)).ThenRefused(RefusalCode.FieldMissing, ("field", field));

    [Theory]
    [InlineData(",\"use\":\"operating\"", "use")]
    [InlineData(",\"residualFen\":1", "residualFen")]
    [InlineData(",\"usefulLifeMonths\":1", "usefulLifeMonths")]
    public void What_is_not_written_off_says_nothing_of_it(string more, string field) =>
        Given.AVillageBook().When(SayAsset.Bare(kind: "consumable-biological", more: more)).ThenRefused(RefusalCode.AssetNotWrittenOff, ("field", field));

    [Fact]
    public void Villages_have_no_account_for_depreciation_of_sales() => Given.AVillageBook().When(SayAsset.Add(use: "sales")).ThenRefused(RefusalCode.AssetUseNotOfStandard, ("use", "sales"));

    [Fact]
    public void The_residual_value_is_not_above_the_cost() => Given.AVillageBook().When(SayAsset.Add(residual: 120_001)).ThenRefused(RefusalCode.ResidualBeyondCost);

    [Fact]
    public void No_more_was_written_off_than_there_was() =>
        Given.AVillageBook().When(SayAsset.Add(residual: 20_000, placedOn: "2020-01-01", more: ",\"accumulatedFen\":100001,\"accumulatedThrough\":\"2024-12\"")).ThenRefused(RefusalCode.AccumulatedBeyondCost, ("most", "1,000.00"));

    [Fact]
    public void Nothing_was_written_off_before_it_was_placed() =>
        Given.AVillageBook().When(SayAsset.Add(more: ",\"accumulatedFen\":0,\"accumulatedThrough\":\"2024-12\"")).ThenRefused(RefusalCode.FieldInvalid, ("field", "accumulatedThrough"));

    [Theory]
    [InlineData("")]
    [InlineData(",\"accumulatedFen\":5,\"accumulatedThrough\":\"2024-10\"")]
    public void What_was_placed_before_the_book_says_what_was_written_off_up_to_it(string more) =>
        Given.AVillageBook().When(SayAsset.Add(placedOn: "2024-08-01", more: more)).ThenRefused(RefusalCode.AccumulatedMissing, ("through", "2024-12"));

    [Fact]
    public void What_was_placed_in_the_month_before_the_book_needs_not() => Given.AVillageBook().When(SayAsset.Add(placedOn: "2024-12-31")).Facts.Count.ShouldBe(1);

    [Fact]
    public void A_supplier_is_registered() => Given.AVillageBook().When(SayAsset.Add(more: ",\"supplier\":\"party/x\"")).ThenRefused(RefusalCode.HolderUnknown);

    [Fact]
    public void All_cards_together_stay_within_the_bound() => SayAsset.ACard().When(SayAsset.Add("a2", cost: Money.MaxFen)).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void The_voucher_is_there() => Given.AVillageBook().When(SayAsset.Add(more: ",\"voucher\":\"v9\"")).ThenRefused(RefusalCode.VoucherUnknown, ("voucher", "v9"));

    [Theory]
    [InlineData(0)]
    [InlineData(1_201)]
    public void A_life_has_one_to_twelve_hundred_months(int life) => Given.AVillageBook().When(SayAsset.Add(life: life)).ThenRefused(RefusalCode.FieldInvalid, ("field", "usefulLifeMonths"));
}
