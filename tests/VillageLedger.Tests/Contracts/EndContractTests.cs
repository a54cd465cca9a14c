namespace VillageLedger.Tests;

public sealed class EndContractTests
{
    [Fact]
    public void A_contract_ends_on_a_day() => SayContract.WithLease().When(SayContract.End()).Then(new Stored(
        SayContract.Stream, "contract-ended.1", """{"owner":"village/330110112201","contract":"c1","date":"2025-03-15","reason":"退租"}"""));

    [Fact]
    public void The_running_period_is_cut_and_later_ones_are_gone() =>
        SayContract.WithLease().Done(SayContract.End()).State<ContractRegister>(SayContract.Stream).Find("c1")!.Instalments.Select(part => part.AmountFen).ShouldBe([100_000, 100_000, 48_387]);

    [Fact]
    public void An_end_before_amended_terms_leaves_nothing_of_them() =>
        SayContract.WithLease().Done(SayContract.Amend(), SayContract.End()).State<ContractRegister>(SayContract.Stream).Find("c1")!.Instalments.Count.ShouldBe(3);

    [Fact]
    public void An_unknown_contract_is_refused() => SayContract.WithParties().When(SayContract.End()).ThenRefused(RefusalCode.ContractUnknown);

    [Fact]
    public void A_contract_ends_once() => SayContract.WithLease().Done(SayContract.End()).When(SayContract.End(date: "2025-04-01")).ThenRefused(RefusalCode.ContractEnded, ("date", "2025-03-15"));

    [Theory]
    [InlineData("2024-12-31")]
    [InlineData("2026-01-01")]
    public void A_day_outside_the_contract_is_refused(string date) => SayContract.WithLease().When(SayContract.End(date: date)).ThenRefused(RefusalCode.ContractNotInForce, ("to", "2025-12-31"));
}
