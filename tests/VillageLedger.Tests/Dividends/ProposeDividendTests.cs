namespace VillageLedger.Tests;

public sealed class ProposeDividendTests
{
    private static readonly string CompanyRule = DividendRule.Versions.Carried.Single(rule => rule.Name == "company").Version;
    private static readonly string VillageRule = DividendRule.Versions.Carried.Single(rule => rule.Name == "village").Version;

    private static DividendProposed Proposed(Given given, string request) =>
        (DividendProposed)given.Decided(request).Facts.Single().Fact;

    private static long Of(DividendProposed proposed, string kind) => proposed.Steps.Single(step => step.Kind == kind).AmountFen;

    /// <summary>Profit 800,000.00, loss 200,000.00: 10 % of 600,000.00 to the reserve, 540,000.00 to the shareholders.</summary>
    [Fact]
    public void A_company_covers_its_loss_and_sets_a_tenth_aside_before_it_distributes() => SayDividend.ACompanyWithProfit().When(SayDividend.Propose()).Then(new Stored(
        SayDividend.Stream, "dividend-proposed.1",
        $$"""
        {"dividend":"d1","payer":"company/91330110MA2AAAAA1X","year":2024,"steps":[
        {"kind":"cover-loss","amountFen":20000000,"baseFen":20000000,"statute":"公司法（2023年修订）","article":"第210条","from":"2024-07-01","ratePpm":1000000,"added":true},
        {"kind":"statutory-reserve","amountFen":6000000,"baseFen":60000000,"statute":"公司法（2023年修订）","article":"第210条","from":"2024-07-01","ratePpm":100000,"added":true},
        {"kind":"distribute","amountFen":54000000,"baseFen":54000000,"statute":"公司法（2023年修订）","article":"第210条","from":"2024-07-01","ratePpm":1000000,"added":true}],
        "figures":{"profitFen":80000000,"earlierFen":-20000000,"appropriatedFen":0,"undistributedFen":60000000,"reserveFen":0,"drawnFen":0,"registeredCapitalFen":100000000},
        "distributableFen":54000000,"rule":"company","ruleVersion":"{{CompanyRule}}","lastMonth":"2025-01","proposedBy":"wang"}
        """));

    [Fact]
    public void The_plan_is_shown_with_the_outcome() =>
        SayDividend.ACompanyWithProfit().Decided(SayDividend.Propose()).Result.ShouldBeOfType<DividendProposed>().DistributableFen.ShouldBe(54_000_000);

    [Fact]
    public void Every_month_that_was_read_must_stay_as_it_was() => SayDividend.ACompanyWithProfit().When(SayDividend.Propose()).Guarded
        .ShouldBe([SayDividend.Stream, SayDividend.December, SayDividend.Book, "accounts/company/91330110MA2AAAAA1X", "rules", "company/91330110MA2AAAAA1X"]);

    /// <summary>The registered capital is 1,000,000.00: with 470,000.00 set aside, 30,000.00 are enough.</summary>
    [Fact]
    public void A_reserve_that_reaches_half_of_the_capital_grows_no_further()
    {
        var given = SayDividend.Posted(SayDividend.ACompanyWithProfit(), SayDividend.Company, "e2", Say.Debit("1002", 47_000_000) + "," + Say.Credit("3101", 47_000_000));
        Of(Proposed(given, SayDividend.Propose()), DividendSteps.StatutoryReserve).ShouldBe(3_000_000);
    }

    [Fact]
    public void A_reserve_beyond_half_of_the_capital_asks_for_nothing()
    {
        var given = SayDividend.Posted(SayDividend.ACompanyWithProfit(), SayDividend.Company, "e2", Say.Debit("1002", 51_000_000) + "," + Say.Credit("3101", 51_000_000));
        Of(Proposed(given, SayDividend.Propose()), DividendSteps.StatutoryReserve).ShouldBe(0);
    }

    [Fact]
    public void An_optional_reserve_is_taken_where_it_is_asked_for()
    {
        var proposed = Proposed(SayDividend.ACompanyWithProfit(), SayDividend.Propose($"{SayDividend.Rate("optional-reserve", 50_000)},{SayDividend.Rate("distribute", 500_000)}"));
        (Of(proposed, DividendSteps.OptionalReserve), proposed.DistributableFen, Of(proposed, DividendSteps.Distribute)).ShouldBe((3_000_000, 51_000_000, 25_500_000));
    }

    [Fact]
    public void Less_than_a_fen_is_never_kept_back_from_the_reserve() =>
        Of(Proposed(SayDividend.ACompanyWithProfit(20_000_005), SayDividend.Propose(SayDividend.Amount("distribute", 1))), DividendSteps.StatutoryReserve).ShouldBe(1);

    [Fact]
    public void What_was_transferred_to_the_years_result_is_profit_all_the_same()
    {
        var given = SayDividend.Posted(
            SayDividend.ACompanyWithProfit(), SayDividend.Company, "t1", Say.Debit("5001", 80_000_000) + "," + Say.Credit("3103", 80_000_000), more: ""","kind":"transfer" """);
        Proposed(given, SayDividend.Propose()).Figures.ProfitFen.ShouldBe(80_000_000);
    }

    [Fact]
    public void The_capital_reserve_is_never_distributed() =>
        Proposed(SayDividend.Posted(SayDividend.ACompanyWithProfit(), SayDividend.Company, "e2", Say.Debit("1002", 9_000_000) + "," + Say.Credit("3002", 9_000_000)), SayDividend.Propose())
            .DistributableFen.ShouldBe(54_000_000);

    /// <summary>Case A as a company: the rent does not reach the depreciation.</summary>
    [Fact]
    public void A_company_whose_depreciation_exceeds_its_rent_has_nothing_to_distribute() => SayDividend
        .Posted(SayDividend.ACompanyWithProfit(2_700_000), SayDividend.Company, "e2", Say.Debit("5401", 4_500_000) + "," + Say.Credit("1602", 4_500_000))
        .When(SayDividend.Propose()).ThenRefused(RefusalCode.NotDistributable, ("profit", "-18,000.00"), ("earlier", "-200,000.00"), ("distributable", "0.00"));

    [Fact]
    public void More_than_is_left_is_not_distributable() => SayDividend.ACompanyWithProfit()
        .When(SayDividend.Propose(SayDividend.Amount("distribute", 54_000_001))).ThenRefused(RefusalCode.NotDistributable, ("asked", "540,000.01"), ("distributable", "540,000.00"));

    [Fact]
    public void A_reserve_below_the_law_is_refused_by_its_article() => SayDividend.ACompanyWithProfit()
        .When(SayDividend.Propose(SayDividend.Rate("statutory-reserve", 90_000))).ThenRefused(RefusalCode.StepBelowLaw, ("due", "60,000.00"), ("article", "第210条"));

    [Fact]
    public void A_loss_is_not_covered_twice() => SayDividend.ACompanyWithProfit()
        .When(SayDividend.Propose(SayDividend.Amount("cover-loss", 20_000_001))).ThenRefused(RefusalCode.LossCoveredTwice, ("due", "200,000.00"));

    [Fact]
    public void What_an_earlier_dividend_of_the_year_took_is_gone()
    {
        var proposed = Proposed(
            SayDividend.ACompanyWithProfit().Done(SayDividend.Propose(SayDividend.Amount("distribute", 50_000_000)), SayDividend.Resolve()),
            SayDividend.Propose(dividend: "d2", id: "p2"));
        (proposed.Figures.EarlierFen, proposed.Figures.AppropriatedFen, proposed.Figures.DrawnFen, Of(proposed, DividendSteps.StatutoryReserve), proposed.DistributableFen)
            .ShouldBe((-20_000_000, 56_000_000, 6_000_000, 0, 4_000_000));
    }

    [Fact]
    public void What_a_withdrawn_dividend_took_is_there_again() => Proposed(
        SayDividend.ACompanyWithProfit().Done(SayDividend.Propose(), SayDividend.Resolve(), SayDividend.Withdraw()), SayDividend.Propose(dividend: "d2", id: "p2"))
        .DistributableFen.ShouldBe(54_000_000);

    /// <summary>What is distributed of 2024 is booked in 2025, and 2024's books alone would not show it.</summary>
    [Fact]
    public void What_was_distributed_after_the_years_end_is_gone()
    {
        var given = AYearBefore().Done(SayDividend.Propose(SayDividend.Amount("distribute", 30_000), year: 2024), SayDividend.Resolve());
        Proposed(given, SayDividend.Propose(year: 2024, dividend: "d2", id: "p2")).DistributableFen.ShouldBe(60_000);
    }

    [Fact]
    public void Income_after_the_years_end_is_none_of_the_year() => Proposed(
        SayDividend.Posted(AYearBefore(), SayDividend.Company, "e2", Say.Debit("1002", 5_000) + "," + Say.Credit("5001", 5_000), "2025-01-15"), SayDividend.Propose(year: 2024))
        .Figures.UndistributedFen.ShouldBe(100_000);

    [Fact]
    public void A_reserve_drawn_by_a_voucher_counts()
    {
        var proposed = Proposed(
            SayDividend.Posted(AYearBefore(), SayDividend.Company, "e2", Say.Debit("3104", 10_000) + "," + Say.Credit("3101", 10_000), "2024-12-31"), SayDividend.Propose(year: 2024));
        (proposed.Figures.EarlierFen, Of(proposed, DividendSteps.StatutoryReserve), proposed.DistributableFen).ShouldBe((0, 0, 90_000));
    }

    [Fact]
    public void A_reserve_drawn_by_a_voucher_and_taken_back_does_not_count()
    {
        var given = SayDividend.Posted(AYearBefore(), SayDividend.Company, "e2", Say.Debit("3104", 10_000) + "," + Say.Credit("3101", 10_000), "2024-12-30")
            .Done(Say.Reverse("e2", "2024-12-31"), Say.Review("red1"), Say.Post("red1"));
        Of(Proposed(given, SayDividend.Propose(year: 2024)), DividendSteps.StatutoryReserve).ShouldBe(10_000);
    }

    /// <summary>The plan of a year is resolved and booked in the next: what a voucher of January puts aside is not that year's.</summary>
    [Fact]
    public void A_reserve_drawn_early_in_the_year_is_the_year_befores()
    {
        var given = SayDividend.Posted(SayDividend.ACompany(), SayDividend.Company, "e1", Say.Debit("1002", 80_000_000) + "," + Say.Credit("5001", 80_000_000), "2025-01-10");
        SayDividend.Posted(given, SayDividend.Company, "e2", Say.Debit("3104", 1_000_000) + "," + Say.Credit("3101", 1_000_000), "2025-01-15");
        var proposed = Proposed(given, SayDividend.Propose(year: 2025));
        (proposed.Figures.EarlierFen, proposed.Figures.DrawnFen, Of(proposed, DividendSteps.StatutoryReserve)).ShouldBe((-21_000_000, 0, 5_900_000));
    }

    [Fact]
    public void A_loss_covered_from_the_reserve_is_covered()
    {
        var given = SayDividend.Posted(AYearBefore(), SayDividend.Company, "l1", Say.Debit("3104", 30_000) + "," + Say.Credit("1002", 30_000), "2024-12-10");
        SayDividend.Posted(given, SayDividend.Company, "l2", Say.Debit("3101", 30_000) + "," + Say.Credit("3104", 30_000), "2024-12-31");
        var proposed = Proposed(given, SayDividend.Propose(year: 2024));
        (proposed.Figures.EarlierFen, proposed.Figures.DrawnFen, proposed.DistributableFen).ShouldBe((0, 0, 90_000));
    }

    /// <summary>Net income 1,000.00: 300.00 to the fund, 700.00 to the shares.</summary>
    [Fact]
    public void A_village_sets_three_tenths_aside_for_its_fund() => SayDividend.ACooperative().When(SayDividend.Propose(payer: Say.Village)).Then(new Stored(
        SayDividend.Stream, "dividend-proposed.1",
        $$"""
        {"dividend":"d1","payer":"village/330110112201","year":2024,"steps":[
        {"kind":"cover-loss","amountFen":0,"baseFen":0,"statute":"农村集体经济组织财务制度（财农〔2021〕121号）","article":"第28条","from":"2022-01-01","ratePpm":1000000,"added":true},
        {"kind":"public-fund","amountFen":30000,"baseFen":100000,"statute":"浙江省农村集体资产管理条例（2020年修正）","article":"第32条","from":"2020-09-24","ratePpm":300000,"added":true},
        {"kind":"distribute","amountFen":70000,"baseFen":70000,"statute":"农村集体经济组织财务制度（财农〔2021〕121号）","article":"第28条","from":"2022-01-01","ratePpm":1000000,"added":true}],
        "figures":{"profitFen":100000,"earlierFen":0,"appropriatedFen":0,"undistributedFen":100000,"reserveFen":0,"drawnFen":0},
        "distributableFen":70000,"rule":"village","ruleVersion":"{{VillageRule}}","lastMonth":"2025-01","proposedBy":"wang"}
        """));

    [Fact]
    public void Land_compensation_is_never_distributed() =>
        Proposed(SayDividend.ACooperative().Posted("land", lines: Say.Debit("102", 9_000_000) + "," + Say.Credit("311", 9_000_000)), SayDividend.Propose(payer: Say.Village))
            .DistributableFen.ShouldBe(70_000);

    [Theory]
    [InlineData("2024-12-20")]
    [InlineData("2025-01-10")]
    public void Land_compensation_moved_to_the_income_is_not_distributed_either(string date)
    {
        var given = SayDividend.ACooperative().Posted("land", "2024-12-10", Say.Debit("102", 9_000_000) + "," + Say.Credit("311", 9_000_000))
            .Posted("moved", date, Say.Debit("311", 9_000_000) + "," + Say.Credit("32202", 9_000_000));
        var proposed = Proposed(given, SayDividend.Propose(payer: Say.Village));
        (proposed.Figures.EarlierFen, proposed.DistributableFen).ShouldBe((0, 70_000));
    }

    [Fact]
    public void Land_compensation_taken_to_income_makes_nothing_distributable() => SayDividend.ACooperative()
        .Posted("moved", "2024-12-20", Say.Debit("311", 9_000_000) + "," + Say.Credit("501", 9_000_000))
        .When(SayDividend.Propose(payer: Say.Village)).ThenRefused(RefusalCode.NotDistributable, ("undistributed", "1,000.00"));

    [Fact]
    public void A_fund_below_the_floor_is_refused_by_its_article() => SayDividend.ACooperative()
        .When(SayDividend.Propose(SayDividend.Amount("public-fund", 29_999), Say.Village)).ThenRefused(RefusalCode.StepBelowLaw, ("due", "300.00"), ("article", "第32条"));

    /// <summary>Reference fixture: of net income of 55 and 15 from earlier years (10,000 yuan) only 7 go to the fund, below 30 %.</summary>
    [Fact]
    public void The_published_plan_of_the_old_system_is_below_the_floor() => SayDividend.ACooperative(55_000_000)
        .When(SayDividend.Propose(SayDividend.Amount("public-fund", 7_000_000), Say.Village)).ThenRefused(RefusalCode.StepBelowLaw, ("due", "165,000.00"));

    [Fact]
    public void A_loss_before_the_fund_is_said()
    {
        var given = SayDividend.ACooperative().Posted("loss", lines: Say.Debit("32202", 40_000) + "," + Say.Credit("102", 40_000));
        var proposed = Proposed(given, SayDividend.Propose(payer: Say.Village));
        (proposed.Figures.EarlierFen, Of(proposed, DividendSteps.PublicFund)).ShouldBe((-40_000, 18_000));
        proposed.Warnings.ShouldBe([DividendWarnings.FundBelowFloor]);
    }

    [Fact]
    public void A_dividend_is_proposed_once() => SayDividend.ACompanyWithProfit().Done(SayDividend.Propose())
        .When(SayDividend.Propose(id: "p2")).ThenRefused(RefusalCode.DividendExists, ("dividend", "d1"));

    [Fact]
    public void Who_is_not_registered_distributes_nothing() => Given.AVillage().When(SayDividend.Propose()).ThenRefused(RefusalCode.OwnerUnknown);

    [Fact]
    public void Without_a_book_nothing_is_distributable() => Given.AVillage().When(SayDividend.Propose(payer: Say.Village)).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void A_year_before_the_book_is_not_distributable() => SayDividend.ACompanyWithProfit().When(SayDividend.Propose(year: 2023)).ThenRefused(RefusalCode.DateBeforeBook);

    [Fact]
    public void A_year_to_come_is_not_distributable() => SayDividend.ACompanyWithProfit().When(SayDividend.Propose(year: 9990)).ThenRefused(RefusalCode.MonthNotYetOpen);

    [Fact]
    public void A_venture_has_no_dividend() => Given.AVillage().When(SayDividend.Propose(payer: "venture/jiucun")).ThenRefused(RefusalCode.FieldInvalid, ("field", "payer"));

    [Fact]
    public void A_village_has_no_statutory_reserve() => SayDividend.ACooperative()
        .When(SayDividend.Propose(SayDividend.Rate("statutory-reserve", 100_000), Say.Village)).ThenRefused(RefusalCode.StepNotOfPayer, ("step", "statutory-reserve"));

    [Fact]
    public void A_step_stands_once() => SayDividend.ACompanyWithProfit()
        .When(SayDividend.Propose($"{SayDividend.Rate("distribute", 1)},{SayDividend.Rate("distribute", 2)}")).ThenRefused(RefusalCode.StepTwice);

    [Fact]
    public void A_rate_and_an_amount_do_not_go_together() => Given.AVillage()
        .When(SayDividend.Propose("""{"kind":"distribute","ratePpm":1,"amountFen":1}""")).ThenRefused(RefusalCode.FieldInvalid, ("field", "steps[1].amountFen"));

    [Fact]
    public void Figures_beyond_the_bounds_are_refused()
    {
        var given = SayDividend.Posted(SayDividend.ACompany(), SayDividend.Company, "e1", Say.Debit("1002", Money.MaxFen - 10) + "," + Say.Credit("5001", Money.MaxFen - 10));
        SayDividend.Posted(given, SayDividend.Company, "e2", Say.Debit("1002", Money.MaxFen - 10) + "," + Say.Credit("5001", Money.MaxFen - 10), "2025-01-03")
            .When(SayDividend.Propose(year: 2025)).ThenRefused(RefusalCode.SumOutOfBounds);
    }

    /// <summary>A book that began in December 2024 and made 1,000.00 yuan in it.</summary>
    private static Given AYearBefore() => SayDividend.Posted(
        Given.AVillage().Done(
            Say.RegisterCompany(shareholders: """{"holder":"village/330110112201","subscribedFen":60000000,"paidInFen":40000000}"""),
            Say.OpenBook("2024-12", owner: SayDividend.Company, standard: "small-enterprise-2013", id: "o2")),
        SayDividend.Company, "e1", Say.Debit("1002", 100_000) + "," + Say.Credit("5001", 100_000), "2024-12-20");
}
