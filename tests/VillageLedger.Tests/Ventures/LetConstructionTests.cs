using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class LetConstructionTests
{
    internal static Given AContract(string form = "co-owned") => AVenture(form).Done(Say.RegisterParty(), Let());

    [Fact]
    public void A_contract_is_let() => AVenture().Done(Say.RegisterParty()).When(Let()).Then(new Stored(Jiucun, "construction-contracted.1", """
        {"venture":"jiucun","contract":"gc1","contractor":"party/h001","date":"2025-01-03","works":"综合体主体","amountFen":1000}
        """));

    [Fact]
    public void A_contracts_id_is_used_once() => AContract().When(Let(id: "l2")).ThenRefused(RefusalCode.ContractTaken, ("contract", "gc1"));

    [Fact]
    public void To_nobody() => AVenture().When(Let()).ThenRefused(RefusalCode.HolderUnknown, ("holder", "party/h001"));

    [Fact]
    public void All_contracts_together_keep_the_bound() => AContract().When(Let("gc2", Money.MaxFen - 999, id: "l2")).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void Of_no_venture() => TwoVillages().When(Let(venture: "other")).ThenRefused(RefusalCode.VentureUnknown);
}
