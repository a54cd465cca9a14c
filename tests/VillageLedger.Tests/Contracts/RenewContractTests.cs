namespace VillageLedger.Tests;

public sealed class RenewContractTests
{
    [Fact]
    public void A_contract_goes_on_from_the_day_after_its_last() => SayContract.WithLease().When(SayContract.Renew()).Then(new Stored(
        SayContract.Stream, "contract-renewed.1",
        """{"owner":"village/330110112201","contract":"c1","signedOn":"2025-11-30","from":"2026-01-01","to":"2026-06-30","schedule":{"every":"month","amountFen":100000}}"""));

    [Fact]
    public void Its_instalments_are_numbered_on() => SayContract.WithLease().Done(SayContract.Renew()).State<ContractRegister>(SayContract.Stream).Find("c1")!.Instalments.Select(part => part.Number).ShouldBe(Enumerable.Range(1, 18));

    [Fact]
    public void An_unknown_contract_is_refused() => SayContract.WithParties().When(SayContract.Renew()).ThenRefused(RefusalCode.ContractUnknown);

    [Fact]
    public void A_contract_that_was_ended_is_not_renewed() => SayContract.WithLease().Done(SayContract.End()).When(SayContract.Renew()).ThenRefused(RefusalCode.ContractOver);

    [Fact]
    public void It_goes_on_beyond_its_last_day() => SayContract.WithLease().When(SayContract.Renew(to: "2025-12-31")).ThenRefused(RefusalCode.FieldInvalid, ("field", "to"));

    [Fact]
    public void Terms_beyond_the_bounds_of_an_amount_are_refused() =>
        SayContract.WithLease().When(SayContract.Renew(schedule: """{"every":"month","amountFen":9007199254740991}""")).ThenRefused(RefusalCode.SumOutOfBounds);
}
