namespace VillageLedger.Tests;

public sealed class CompleteWorksTests
{
    [Fact]
    public void Works_become_an_asset_at_what_stands_on_them()
    {
        var decision = Spent().Decided(SayAsset.Complete());
        SayAsset.Lines(decision).ShouldBe(["151 50000 | 153 -50000 gc1"]);
        decision.Facts.Skip(1).Zip([
            new Stored(SayAsset.Stream, "works-completed.1", """{"owner":"village/330110112201","works":"gc1","asset":"a9","date":"2025-02-10","costFen":50000,"voucher":"cw1"}"""),
            new Stored(SayAsset.Stream, "asset-added.1", """
                {"owner":"village/330110112201","asset":"a9","class":"fixed","name":"粮仓改造","category":"房屋","placedOn":"2025-02-10","costFen":50000,"standard":"rural-2023","use":"operating","residualFen":0,"usefulLifeMonths":10,
                "voucher":"cw1","works":"gc1"}
                """),
        ]).ShouldAllBe(pair => pair.Second.IsSameAs(Stored.Of(pair.First.Stream, pair.First.Fact)));
    }

    [Fact]
    public void In_use_without_a_final_account_they_are_taken_at_an_estimate() =>
        SayAsset.Lines(Given.AVillageBook().Done([Say.RegisterParty("builder", "company"), SayAsset.OpenWorks(more: ",\"contractor\":\"builder\"")], SayAsset.Spend())
            .Decided(SayAsset.Complete(more: ",\"costFen\":80000,\"provisional\":true"))).ShouldBe(["151 80000 | 153 -50000 gc1 | 211 -30000 party/builder"]);

    [Fact]
    public void Nothing_but_the_project_is_moved() => SayAsset.Lines(Spent().Posted("other", lines: Say.Debit("153", 7_000) + "," + Say.Credit("102", 7_000)).Decided(SayAsset.Complete())).ShouldBe(["151 50000 | 153 -50000 gc1"]);

    [Fact]
    public void The_asset_is_written_off_from_the_month_after() =>
        SayAsset.Lines(Spent().Done(Rent).Done(SayAsset.Complete(), Say.Close()).Decided(SayAsset.Depreciate("2025-03"))).ShouldBe(["511 5000 | 152 -5000"]);

    [Fact]
    public void Discarded_the_works_are_open_again() => Spent().Done(SayAsset.Complete(), Say.Discard("cw1")).When(SayAsset.Complete(id: "cw2")).Facts.Count.ShouldBe(3);

    [Fact]
    public void They_become_an_asset_once() => Spent().Done(SayAsset.Complete()).When(SayAsset.Complete(asset: "a8", id: "cw2")).ThenRefused(RefusalCode.WorksCompletedAlready, ("asset", "a9"), ("voucher", "cw1"));

    [Theory]
    [InlineData(",\"costFen\":80000")]
    [InlineData(",\"costFen\":40000,\"provisional\":true")]
    public void Their_cost_is_what_stands_on_them(string more) => Spent().When(SayAsset.Complete(more: more)).ThenRefused(RefusalCode.WorksCostDiffers, ("spent", "500.00"));

    [Fact]
    public void Works_without_cost_become_nothing() => Given.AVillageBook().Done(SayAsset.OpenWorks()).When(SayAsset.Complete()).ThenRefused(RefusalCode.WorksCostDiffers, ("spent", "0.00"));

    [Fact]
    public void What_is_not_posted_is_posted_first() => Given.AVillageBook().Done([SayAsset.OpenWorks()], SayAsset.Spend().Take(2)).When(SayAsset.Complete()).ThenRefused(RefusalCode.WorksUnposted, ("voucher", "s1"));

    [Fact]
    public void There_are_such_works() => Given.AVillageBook().When(SayAsset.Complete()).ThenRefused(RefusalCode.WorksUnknown);

    [Fact]
    public void There_is_a_book() => Given.AVillage().When(SayAsset.Complete()).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void Before_the_book_nothing_is_completed() => Spent().When(SayAsset.Complete(date: "2024-12-31")).ThenRefused(RefusalCode.DateBeforeBook);

    [Fact]
    public void In_a_closed_month_nothing_is_completed() => Spent().Done(Rent).Done(Say.Close()).When(SayAsset.Complete(date: "2025-01-31")).ThenRefused(RefusalCode.MonthClosed);

    [Fact]
    public void In_a_month_to_come_nothing_is_completed() => Spent().When(SayAsset.Complete(date: "2025-03-01")).ThenRefused(RefusalCode.MonthNotYetOpen);

    [Fact]
    public void The_card_is_new() => Spent().Done(SayAsset.Add("a9")).When(SayAsset.Complete()).ThenRefused(RefusalCode.AssetTaken);

    [Fact]
    public void Its_account_exists() => Spent().When(SayAsset.Complete(more: ",\"account\":\"999\"")).ThenRefused(RefusalCode.AccountNotThere);

    [Fact]
    public void Its_use_is_one_of_the_standard() => Spent().When(SayAsset.Complete(use: "sales")).ThenRefused(RefusalCode.AssetUseNotOfStandard);

    [Fact]
    public void Its_residual_value_is_not_above_its_cost() => Spent().When(SayAsset.Complete(residual: 50_001)).ThenRefused(RefusalCode.ResidualBeyondCost);

    [Fact]
    public void Sums_stay_within_the_bound() => Spent().Done(SayAsset.Add(cost: Money.MaxFen)).When(SayAsset.Complete()).ThenRefused(RefusalCode.SumOutOfBounds);

    /// <summary>Money in the bank, so that a month with payments can be closed.</summary>
    private static readonly string[] Rent = [Say.Prepare("rent", date: "2025-01-15", lines: Say.Rent(500_000)), Say.Review("rent"), Say.Post("rent")];

    private static Given Spent() => Given.AVillageBook().Done([SayAsset.OpenWorks()], SayAsset.Spend());
}
