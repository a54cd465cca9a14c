using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class RecordConstructionCostTests
{
    [Fact]
    public void Cost_arises_with_its_progress() => LetConstructionTests.AContract().When(Cost("g1", 600)).Then(new Stored(Jiucun, "construction-cost-recorded.1", """
        {"cost":"g1","venture":"jiucun","contract":"gc1","date":"2025-01-15","amountFen":600,"progressPpm":500000}
        """));

    [Fact]
    public void An_advance_is_paid_before_anything_is_built() => LetConstructionTests.AContract().When(Cost("g1", 300, 0)).Stored("construction-cost-recorded.1");

    [Fact]
    public void Cost_stays_within_the_contract() => LetConstructionTests.AContract().Done(Cost("g1", 600)).When(Cost("g2", 401)).ThenRefused(RefusalCode.CostBeyondContract, ("cost", "10.01"), ("sum", "10.00"));

    [Fact]
    public void Progress_does_not_go_backwards() => LetConstructionTests.AContract().Done(Cost("g1", 600)).When(Cost("g2", 1, 499_999)).ThenRefused(RefusalCode.ProgressBackwards, ("reached", "500000"));

    [Fact]
    public void Nothing_is_more_than_done() => LetConstructionTests.AContract().When(Cost("g1", 600, 1_000_001)).ThenRefused(RefusalCode.FieldInvalid, ("field", "progressPpm"));

    [Fact]
    public void Of_no_contract() => AVenture().When(Cost("g1", 1)).ThenRefused(RefusalCode.ContractUnknown);

    [Fact]
    public void Of_no_venture() => TwoVillages().When(Cost("g1", 1, venture: "other")).ThenRefused(RefusalCode.VentureUnknown);
}
