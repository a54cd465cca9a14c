namespace VillageLedger.Tests;

public sealed class EndManagerContractTests
{
    [Fact]
    public void A_contract_ends() => SayCompany.WithParties().Done(SayCompany.Appoint()).When(SayCompany.End(more: ""","reason":"辞职" """)).Then(new Stored(
        SayCompany.Stream, "manager-contract-ended.1", """{"company":"91330110MA2AAAAA1X","contract":"c1","date":"2025-06-30","reason":"辞职"}"""));

    [Fact]
    public void A_contract_ends_once() => SayCompany.WithParties().Done(SayCompany.Appoint(), SayCompany.End())
        .When(SayCompany.End(date: "2025-05-31")).ThenRefused(RefusalCode.ContractEnded, ("date", "2025-06-30"));

    [Fact]
    public void A_contract_does_not_end_before_its_first_day() => SayCompany.WithParties().Done(SayCompany.Appoint())
        .When(SayCompany.End(date: "2024-12-31")).ThenRefused(RefusalCode.ContractNotInForce, ("from", "2025-01-01"), ("to", "…"));

    [Fact]
    public void A_contract_does_not_end_after_its_last_day() => SayCompany.WithParties().Done(SayCompany.Appoint(more: ""","to":"2025-06-29" """))
        .When(SayCompany.End()).ThenRefused(RefusalCode.ContractNotInForce, ("to", "2025-06-29"));

    [Fact]
    public void A_contract_that_nobody_made_does_not_end() => SayCompany.WithParties().When(SayCompany.End()).ThenRefused(RefusalCode.ContractUnknown, ("contract", "c1"));

    [Fact]
    public void A_works_contract_is_no_managers_contract() => SayCompany.WithParties().Done(SayCompany.Award("c1", procedure: "tender")).When(SayCompany.End()).ThenRefused(RefusalCode.ContractUnknown);

    [Fact]
    public void A_company_that_is_not_registered_has_no_contract() => Given.AVillage().When(SayCompany.End()).ThenRefused(RefusalCode.OwnerUnknown);
}
