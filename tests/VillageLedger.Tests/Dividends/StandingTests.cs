namespace VillageLedger.Tests;

/// <summary>What vouchers between other equity and what stands undistributed do to a dividend. The company made 1,000.00 yuan in December 2024, and its book began then, unless said.</summary>
public sealed class StandingTests
{
    private static Given AProfit(string? opening = null) => SayDividend.Posted(ABook(opening), SayDividend.Company, "e1", Say.Debit("1002", 100_000) + "," + Say.Credit("5001", 100_000));

    private static Given ABook(string? opening = null, string month = "2024-12") => Given.AVillage().Done(
        Say.RegisterCompany(shareholders: """{"holder":"village/330110112201","subscribedFen":60000000,"paidInFen":40000000}"""),
        Say.OpenBook(month, owner: SayDividend.Company, standard: "small-enterprise-2013", id: "o2", opening: opening ?? ""));

    private static Given Moved(Given given, string id, string from, string to, long fen, string date = "2024-12-20") =>
        SayDividend.Posted(given, SayDividend.Company, id, Say.Debit(from, fen) + "," + Say.Credit(to, fen), date);

    private static DividendProposed Proposed(Given given) => (DividendProposed)given.Decided(SayDividend.Propose()).Facts.Single().Fact;

    private static (long Reserve, long Distributable) Of(Given given)
    {
        var proposed = Proposed(given);
        return (proposed.Steps.Single(step => step.Kind == DividendSteps.StatutoryReserve).AmountFen, proposed.DistributableFen);
    }

    [Theory]
    [InlineData("3001", "3104", "2024-12-20")]
    [InlineData("3002", "3103", "2024-12-20")]
    [InlineData("3101", "3104", "2025-01-20")]
    public void Other_equity_is_not_made_distributable(string from, string to, string date) => Of(Moved(AProfit(), "m1", from, to, 50_000, date)).ShouldBe((10_000, 90_000));

    /// <summary>Earlier years lost 200.00, and 500.00 of capital reserve are moved: 200.00 cover the loss, 300.00 do nothing.</summary>
    [Fact]
    public void A_loss_is_covered_and_no_more()
    {
        var proposed = Proposed(Moved(AProfit(Say.Debit("3104", 20_000) + "," + Say.Credit("3002", 20_000)), "m1", "3002", "3104", 50_000));
        (proposed.Figures.EarlierFen, proposed.Figures.UndistributedFen, proposed.DistributableFen).ShouldBe((0, 100_000, 90_000));
    }

    [Fact]
    public void A_loss_is_covered_once()
    {
        var given = Moved(AProfit(Say.Debit("3104", 20_000) + "," + Say.Credit("3002", 20_000)), "m1", "3002", "3104", 20_000);
        Proposed(Moved(given, "m2", "3101", "3104", 20_000)).Figures.UndistributedFen.ShouldBe(100_000);
    }

    [Fact]
    public void Capital_beside_it_hides_nothing() => Of(SayDividend.Posted(
        AProfit(), SayDividend.Company, "m1",
        string.Join(',', Say.Debit("3002", 50_000), Say.Debit("1002", 50_000), Say.Credit("3104", 50_000), Say.Credit("3001", 50_000)))).ShouldBe((10_000, 90_000));

    [Theory]
    [InlineData("2024-12-31")]
    [InlineData("2025-01-10")]
    public void A_reserve_drawn_by_hand_and_moved_back_stays_drawn(string date) =>
        Of(Moved(Moved(AProfit(), "m1", "3104", "3101", 10_000), "m2", "3101", "3104", 10_000, date)).ShouldBe((0, 90_000));

    [Fact]
    public void What_was_moved_and_is_moved_back_is_as_before() =>
        Of(Moved(Moved(AProfit(), "m1", "3002", "3104", 50_000), "m2", "3104", "3002", 50_000, "2025-01-10")).ShouldBe((10_000, 90_000));

    [Fact]
    public void What_is_moved_back_to_the_reserve_draws_nothing() =>
        Of(Moved(Moved(AProfit(), "m1", "3101", "3104", 50_000), "m2", "3104", "3101", 50_000)).ShouldBe((10_000, 90_000));

    /// <summary>A loss that is only there until the voucher that made it is taken back.</summary>
    [Fact]
    public void A_loss_that_is_taken_back_in_red_is_none()
    {
        var given = Moved(Moved(AProfit(), "m1", "3104", "1002", 300_000), "m2", "3002", "3104", 200_000).Done(Say.Reverse("m1", "2024-12-31"), Say.Review("red1"), Say.Post("red1"));
        Of(given).ShouldBe((10_000, 90_000));
    }

    /// <summary>Costs come before income: in November the year looks lost.</summary>
    [Fact]
    public void A_running_year_has_no_loss_to_cover()
    {
        var given = Moved(Moved(ABook(month: "2024-11"), "m1", "5602", "1002", 50_000, "2024-11-10"), "m2", "3002", "3104", 50_000, "2024-11-20");
        Proposed(Moved(given, "m3", "1002", "5001", 100_000)).Figures.UndistributedFen.ShouldBe(50_000);
    }

    [Fact]
    public void A_correction_of_earlier_years_counts_as_before() => Of(Moved(AProfit(), "m1", "1002", "3104", 50_000)).ShouldBe((10_000, 140_000));

    [Fact]
    public void A_dividend_that_was_withdrawn_took_nothing() =>
        Of(AProfit().Done(SayDividend.Propose(dividend: "d0", id: "p0"), SayDividend.Resolve(dividend: "d0"), SayDividend.Withdraw("d0"))).ShouldBe((10_000, 90_000));

    [Fact]
    public void What_was_lost_after_the_year_is_not_distributed()
    {
        var proposed = Proposed(Moved(AProfit(), "m1", "5602", "1002", 30_000, "2025-01-10"));
        (proposed.Figures.ProfitFen, proposed.Figures.UndistributedFen, proposed.Figures.LaterLossFen, proposed.DistributableFen).ShouldBe((100_000, 100_000, 30_000, 60_000));
    }

    [Fact]
    public void Who_asks_for_more_hears_of_the_later_loss() => Moved(AProfit(), "m1", "5602", "1002", 30_000, "2025-01-10")
        .When(SayDividend.Propose(SayDividend.Amount("distribute", 60_001))).ThenRefused(RefusalCode.NotDistributable, ("laterLoss", "300.00"), ("distributable", "600.00"));

    [Fact]
    public void A_loss_since_the_proposal_stops_the_resolution() => Moved(AProfit().Done(SayDividend.Propose()), "m1", "5602", "1002", 100, "2025-01-10")
        .When(SayDividend.Resolve()).ThenRefused(RefusalCode.NotDistributable, ("laterLoss", "1.00"));
}
