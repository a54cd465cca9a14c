using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class SettleCostTests
{
    private static Given AnEstimate() => AVenture().Done(InService("b1", 900, residual: 100, more: ""","provisional":true"""));

    [Fact]
    public void The_final_account_takes_the_estimates_place() => AnEstimate().When(Settle("b1", 1_000)).Then(new Stored(Jiucun, "cost-settled.1", """
        {"venture":"jiucun","placing":"b1","date":"2025-03-15","costFen":1000,"document":"竣工决算书"}
        """));

    [Fact]
    public void A_cost_is_settled_once() => AnEstimate().Done(Settle("b1", 1_000)).When(Settle("b1", 1_001, id: "se2")).ThenRefused(RefusalCode.PlacingNotProvisional, ("placing", "b1"));

    [Fact]
    public void A_final_cost_is_not_settled() => AVenture().Done(InService("b1", 900)).When(Settle("b1", 1_000)).ThenRefused(RefusalCode.PlacingNotProvisional);

    [Fact]
    public void Not_before_the_placing() => AnEstimate().When(Settle("b1", 1_000, "2025-01-19")).ThenRefused(RefusalCode.SettledBeforePlaced, ("placed", "2025-01-20"));

    [Fact]
    public void Not_below_the_residual_value() => AnEstimate().When(Settle("b1", 99)).ThenRefused(RefusalCode.ResidualBeyondCost);

    [Fact]
    public void All_parts_together_keep_the_bound() => AnEstimate().Done(InService("b2", 1)).When(Settle("b1", Money.MaxFen)).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void Of_no_venture() => TwoVillages().When(Settle("b1", 1, venture: "other")).ThenRefused(RefusalCode.VentureUnknown);
}
