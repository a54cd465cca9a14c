namespace VillageLedger.Tests;

public sealed class AppointManagerTests
{
    [Fact]
    public void A_manager_is_appointed_on_base_pay_alone() => SayCompany.WithParties().When(SayCompany.Appoint()).Then(new Stored(
        SayCompany.Stream, "manager-appointed.1",
        """{"company":"91330110MA2AAAAA1X","contract":"c1","manager":"party/m001","from":"2025-01-01","baseFen":18000000,"basePaidBy":"party/district"}"""));

    [Fact]
    public void Unless_said_otherwise_the_company_pays_the_bonus() => SayCompany.WithParties().When(SayCompany.Appoint(more: SayCompany.Bonus + ""","to":"2027-12-31" """)).Then(new Stored(
        SayCompany.Stream, "manager-appointed.1",
        """
        {"company":"91330110MA2AAAAA1X","contract":"c1","manager":"party/m001","from":"2025-01-01","baseFen":18000000,"basePaidBy":"party/district","to":"2027-12-31",
         "bonus":{"figure":"revenue","ratePpm":50000,"paidBy":"company/91330110MA2AAAAA1X","thresholdFen":100000}}
        """));

    [Fact]
    public void Another_may_pay_the_bonus() => SayCompany.WithParties()
        .When(SayCompany.Appoint(paidBy: SayCompany.Stream, more: $$""","bonus":{"figure":"profit","ratePpm":1000000,"paidBy":"{{Say.Village}}","capFen":0}""")).Then(new Stored(
            SayCompany.Stream, "manager-appointed.1",
            """
            {"company":"91330110MA2AAAAA1X","contract":"c1","manager":"party/m001","from":"2025-01-01","baseFen":18000000,"basePaidBy":"company/91330110MA2AAAAA1X",
             "bonus":{"figure":"profit","ratePpm":1000000,"paidBy":"village/330110112201","capFen":0}}
            """));

    [Fact]
    public void One_manager_follows_another() => SayCompany.WithParties().Done(SayCompany.Appoint(), SayCompany.End()).When(SayCompany.Appoint("c2", from: "2025-07-01")).Then(new Stored(
        SayCompany.Stream, "manager-appointed.1",
        """{"company":"91330110MA2AAAAA1X","contract":"c2","manager":"party/m001","from":"2025-07-01","baseFen":18000000,"basePaidBy":"party/district"}"""));

    [Theory]
    [InlineData("2025-06-30", "")]
    [InlineData("2024-06-01", ",\"to\":\"2025-01-01\"")]
    public void Nobody_has_two_contracts_on_one_day(string from, string more) => SayCompany.WithParties().Done(SayCompany.Appoint(), SayCompany.End())
        .When(SayCompany.Appoint("c2", from: from, more: more)).ThenRefused(RefusalCode.ManagerContractOverlaps, ("contract", "c1"));

    [Fact]
    public void A_contract_without_end_overlaps_every_later_one() => SayCompany.WithParties().Done(SayCompany.Appoint())
        .When(SayCompany.Appoint("c2", from: "2099-01-01")).ThenRefused(RefusalCode.ManagerContractOverlaps);

    [Fact]
    public void A_contract_is_made_once() => SayCompany.WithParties().Done(SayCompany.Appoint()).When(SayCompany.Appoint(manager: "m002")).ThenRefused(RefusalCode.ContractTaken, ("contract", "c1"));

    [Fact]
    public void A_works_contract_has_its_id_for_itself() => SayCompany.WithParties().Done(SayCompany.Award("c1", procedure: "tender")).When(SayCompany.Appoint()).ThenRefused(RefusalCode.ContractTaken);

    [Theory]
    [InlineData("district")]
    [InlineData(Say.Village)]
    [InlineData(SayCompany.Stream)]
    public void A_manager_is_a_person(string manager) => SayCompany.WithParties().When(SayCompany.Appoint(manager: manager)).ThenRefused(RefusalCode.ManagerNotPerson);

    [Fact]
    public void A_manager_is_registered() => SayCompany.WithParties().When(SayCompany.Appoint(manager: "m009")).ThenRefused(RefusalCode.HolderUnknown, ("holder", "party/m009"));

    [Fact]
    public void Who_pays_the_base_is_registered() => SayCompany.WithParties().When(SayCompany.Appoint(paidBy: "party/town")).ThenRefused(RefusalCode.HolderUnknown, ("holder", "party/town"));

    [Fact]
    public void Who_pays_the_bonus_is_registered() => SayCompany.WithParties()
        .When(SayCompany.Appoint(more: ""","bonus":{"figure":"profit","ratePpm":1,"paidBy":"party/town"}""")).ThenRefused(RefusalCode.HolderUnknown, ("holder", "party/town"));

    [Fact]
    public void A_contract_does_not_end_before_it_begins() => SayCompany.WithParties().When(SayCompany.Appoint(more: ""","to":"2024-12-31" """)).ThenRefused(RefusalCode.FieldInvalid, ("field", "to"));

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_001)]
    public void A_rate_lies_between_nothing_and_all(int rate) => SayCompany.WithParties()
        .When(SayCompany.Appoint(more: $$""","bonus":{"figure":"profit","ratePpm":{{rate}}}""")).ThenRefused(RefusalCode.FieldInvalid, ("field", "bonus.ratePpm"));

    [Fact]
    public void Nobody_manages_a_company_before_it_is_founded() => SayCompany.WithParties().When(SayCompany.Appoint(from: "2024-05-19")).ThenRefused(RefusalCode.BeforeFounding);

    [Theory]
    [InlineData("91330110MA2AAAAA1Y")]
    [InlineData("a b")]
    public void A_company_that_is_not_registered_has_no_manager(string company) =>
        SayCompany.WithParties().When(SayCompany.Appoint(company: company, more: SayCompany.Bonus)).ThenRefused(RefusalCode.OwnerUnknown);
}
