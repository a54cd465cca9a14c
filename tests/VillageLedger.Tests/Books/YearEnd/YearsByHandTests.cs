namespace VillageLedger.Tests;

/// <summary>Years worked by hand: closing, the fund, and the dividend of the year in the spring after.</summary>
public sealed class YearsByHandTests
{
    private static Given Closed(Given given, string from, string to)
    {
        (Month.TryParse(from, out var first) & Month.TryParse(to, out var last)).ShouldBeTrue();
        return given.Done(first.To(last).Select(month => Say.Close(month.ToString())));
    }

    private static DividendProposed Plan(Given given, int year, string steps = "", string id = "p1", string dividend = "d1") =>
        (DividendProposed)given.Decided(SayDividend.Propose(steps, Say.Village, year, dividend, id)).Facts[0].Fact;

    private static long Fund(DividendProposed plan) => plan.Steps.Single(step => step.Kind == DividendSteps.PublicFund).AmountFen;

    /// <summary>Net income of 1,000.00 in 2024, closed with appropriations or without.</summary>
    private static Given Of2024(string appropriations = "") => SayDividend.ACooperative().ReviewedAndPosted(SayYearEnd.Propose(appropriations, 2024, "yc24")).Done(Say.Close("2024-12"));

    /// <summary>The year after: 500.00 in December 2025, closed.</summary>
    private static Given Of2025(Given given, string appropriations = "") =>
        Closed(given, "2025-01", "2025-11").Earned(50_000, "in25").ReviewedAndPosted(SayYearEnd.Propose(appropriations)).Done(Say.Close("2025-12"));

    [Fact]
    public void A_fund_drawn_in_the_closing_is_not_drawn_again_in_spring()
    {
        var plan = Plan(Of2024(SayYearEnd.Fund), 2024);
        (Fund(plan), plan.Figures.DrawnFen, plan.Figures.AppropriatedFen, plan.Figures.EarlierFen, plan.DistributableFen).ShouldBe((0, 30_000, 30_000, 0, 70_000));
    }

    [Fact]
    public void A_fund_that_was_not_drawn_is_not_missed() => Fund(Plan(Of2024(), 2024)).ShouldBe(30_000);

    [Fact]
    public void A_fund_drawn_and_taken_back_is_drawn_in_spring()
    {
        var given = SayDividend.ACooperative().ReviewedAndPosted(SayYearEnd.Propose(SayYearEnd.Fund, 2024, "yc24"))
            .Done(Say.Reverse("yc24~3", "2024-12-31"), Say.Review("red1"), Say.Post("red1"), Say.Reverse("yc24~4", "2024-12-31", "red2"), Say.Review("red2"), Say.Post("red2"));
        Fund(Plan(given, 2024)).ShouldBe(30_000);
    }

    /// <summary>What goes elsewhere at year's end is taken, and is no loss that would lessen the fund.</summary>
    [Fact]
    public void What_was_put_aside_for_something_else_is_taken()
    {
        var plan = Plan(Of2024(SayYearEnd.Fund + "," + SayYearEnd.Fen("other", 10_000, ""","account":"211" """)), 2024);
        (plan.Figures.EarlierFen, plan.Figures.AppropriatedFen, plan.DistributableFen).ShouldBe((0, 40_000, 60_000));
    }

    /// <summary>
    /// 2024: 1,000.00, 300.00 to the fund in December. January 2025: 700.00 for 100 shares, 10 of them collective, so that 630.00 are owed to members, named for 2024. 2025: 500.00, 150.00 to the fund, and
    /// 各项分配 cleared with what the dividend booked there. 2026: what stands is 70.00 of the collective shares and 350.00.
    /// </summary>
    [Fact]
    public void A_dividend_resolved_in_spring_is_cleared_in_december()
    {
        var given = Of2024(SayYearEnd.Fund).Done(SayDividend.Propose(payer: Say.Village), SayDividend.ResolveByHeads());
        given.Facts(SayDividend.BookOfVillage).OfType<VoucherPosted>().Select(posted => (SayYearEnd.Lines(posted.Lines), posted.Summary))
            .ShouldBe([("32201:D63000 113[member/m1]:C28000 113[member/m2]:C35000", "2024年度收益分配")]);
        given = Closed(given, "2025-01", "2025-11").Earned(50_000, "in25");
        given.Prepared(SayYearEnd.Propose(SayYearEnd.Fund)).ShouldBe(
            ["501:D50000 321:C50000", "321:D50000 32202:C50000", "32201:D15000 311:C15000", "32202:D78000 32201:C78000"]);
        given.ReviewedAndPosted(SayYearEnd.Propose(SayYearEnd.Fund)).Done(Say.Close("2025-12"));
        given.BalancesAt("2025-12").ShouldBe(new Dictionary<string, long> { ["102"] = 150_000, ["113"] = -63_000, ["311"] = -45_000, ["32202"] = -42_000 }, ignoreOrder: true);
        Plan(given, 2025, dividend: "d2", id: "p2").DistributableFen.ShouldBe(42_000);
    }

    /// <summary>2024 lost 7.00, and 10.00 come in 2025: 30 % of 3.00 go to the fund.</summary>
    [Fact]
    public void The_fund_gets_its_part_of_what_is_left_after_a_loss()
    {
        var given = Given.AVillage().Done(Say.OpenBook("2024-12", Say.Debit("102", 5_000) + "," + Say.Credit("301", 5_000))).Spent(700, "out24", "2024-12-20")
            .ReviewedAndPosted(SayYearEnd.Propose("", 2024, "yc24")).Done(Say.Close("2024-12"));
        given = Closed(given, "2025-01", "2025-11").Earned(1_000, "in25");
        given.When(SayYearEnd.Propose(SayYearEnd.Fen("public-fund", 89))).ThenRefused(RefusalCode.StepBelowLaw, ("due", "0.90"));
        given.ReviewedAndPosted(SayYearEnd.Propose(SayYearEnd.Fund)).Done(Say.Close("2025-12"));
        given.BalancesAt("2025-12").ShouldBe(new Dictionary<string, long> { ["102"] = 5_300, ["301"] = -5_000, ["311"] = -90, ["32202"] = -210 }, ignoreOrder: true);
    }

    [Fact]
    public void The_fund_of_an_earlier_year_is_owed_before_its_profit_is_distributed()
    {
        var plan = Plan(Of2025(Of2024()), 2025);
        (Fund(plan), plan.Figures.EarlierFen, plan.Figures.EarlierDueFen, plan.DistributableFen).ShouldBe((45_000, 100_000, 30_000, 105_000));
    }

    [Fact]
    public void A_fund_drawn_in_the_closing_of_an_earlier_year_is_owed_no_more()
    {
        var plan = Plan(Of2025(Of2024(SayYearEnd.Fund), SayYearEnd.Fund), 2025);
        (Fund(plan), plan.Figures.EarlierDueFen, plan.DistributableFen).ShouldBe((0, null, 105_000));
    }

    [Fact]
    public void A_fund_drawn_by_an_earlier_years_dividend_is_owed_no_more()
    {
        var plan = Plan(Of2025(Of2024().Done(SayDividend.Propose(SayDividend.Amount("distribute", 20_000), Say.Village), SayDividend.ResolveByHeads())), 2025, dividend: "d2", id: "p2");
        (Fund(plan), plan.Figures.EarlierDueFen).ShouldBe((15_000, null));
    }

    [Fact]
    public void What_a_later_dividend_drew_for_an_earlier_year_is_not_owed_again()
    {
        var given = Of2025(Of2024()).Done(
            SayDividend.Propose(SayDividend.Amount("distribute", 10_000), Say.Village, 2025), SayDividend.ResolveByHeads(date: "2026-01-20", published: "2026-01-01", recordDate: "2026-01-20"));
        Closed(given, "2026-01", "2026-11").Earned(20_000, "in26", "2026-12-10");
        var plan = Plan(given, 2026, dividend: "d2", id: "p2");
        (Fund(plan), plan.Figures.EarlierDueFen).ShouldBe((6_000, null));
    }

    [Fact]
    public void December_says_what_the_fund_lacks()
    {
        Check(SayDividend.ACooperative().ReviewedAndPosted(SayYearEnd.Propose("", 2024, "yc24"))).ShouldBe(["300.00"]);
        Check(SayDividend.ACooperative().ReviewedAndPosted(SayYearEnd.Propose(SayYearEnd.Fund, 2024, "yc24"))).ShouldBeEmpty();
        Check(Of2024().Done(SayDividend.Propose(payer: Say.Village), SayDividend.ResolveByHeads())).ShouldBeEmpty();

        static IEnumerable<string> Check(Given given) => MonthCheck.Of(new(given.Ledger.State, given.Ledger.Locate), OwnerOf(Say.Village), new(2024, 12)).Where(check => check.Check == "public-fund").Select(check => check.Values["due"]);
    }

    private static Owner OwnerOf(string address) => Owner.TryParse(address, out var owner) ? owner : throw new InvalidOperationException(address);
}
