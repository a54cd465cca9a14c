using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class ChangeConstructionTests
{
    [Fact]
    public void A_contracts_sum_changes() => LetConstructionTests.AContract().When(Change(1_200)).Then(new Stored(Jiucun, "construction-contract-changed.1", """
        {"venture":"jiucun","contract":"gc1","date":"2025-01-04","amountFen":1200,"resolution":"联席会议5号"}
        """));

    [Fact]
    public void Never_below_the_cost_that_arose() => LetConstructionTests.AContract().Done(Cost("g1", 600)).When(Change(599)).ThenRefused(RefusalCode.CostBeyondContract, ("cost", "6.00"), ("sum", "5.99"));

    [Fact]
    public void Down_to_the_cost_that_arose() => LetConstructionTests.AContract().Done(Cost("g1", 600), Change(600)).When(Cost("g2", 1)).ThenRefused(RefusalCode.CostBeyondContract);

    [Fact]
    public void All_contracts_together_keep_the_bound() => LetConstructionTests.AContract().Done(Let("gc2", 1, id: "l2")).When(Change(Money.MaxFen)).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void Of_no_contract() => AVenture().When(Change(1)).ThenRefused(RefusalCode.ContractUnknown, ("contract", "gc1"));

    [Fact]
    public void Of_no_venture() => TwoVillages().When(Change(1, venture: "other")).ThenRefused(RefusalCode.VentureUnknown);
}
