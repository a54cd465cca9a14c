namespace VillageLedger.Tests;

public sealed class AwardWorksTests
{
    [Fact]
    public void Works_up_to_the_ceiling_are_awarded_directly() => SayCompany.WithParties().Done(SayCompany.Ceiling()).When(SayCompany.Award()).Then(Awarded("""
        {"company":"91330110MA2AAAAA1X","contract":"w1","awarder":"village/330110112201","date":"2025-04-01","works":"机耕路修复","amountFen":40000,"procedure":"direct","county":"330110","ceilingFen":40000}
        """)).Guarded.ShouldBe([SayCompany.Stream, "place/330110"], ignoreOrder: true);

    [Fact]
    public void A_party_that_awards_directly_names_its_county() => SayCompany.WithParties().Done(SayCompany.Ceiling())
        .When(SayCompany.Award(awarder: "district", more: ""","county":"330110","document":"纪要" """)).Then(Awarded("""
            {"company":"91330110MA2AAAAA1X","contract":"w1","awarder":"party/district","date":"2025-04-01","works":"机耕路修复","amountFen":40000,"procedure":"direct","county":"330110","ceilingFen":40000,"document":"纪要"}
            """));

    [Fact]
    public void By_tender_the_price_has_no_ceiling() => SayCompany.WithParties().When(SayCompany.Award(awarder: "district", fen: Money.MaxFen, procedure: "tender")).Then(Awarded("""
        {"company":"91330110MA2AAAAA1X","contract":"w1","awarder":"party/district","date":"2025-04-01","works":"机耕路修复","amountFen":9007199254740991,"procedure":"tender"}
        """));

    [Fact]
    public void A_direct_award_above_the_ceiling_is_refused() => SayCompany.WithParties().Done(SayCompany.Ceiling())
        .When(SayCompany.Award(fen: 40_001)).ThenRefused(RefusalCode.WorksAboveCeiling, ("amount", "400.01"), ("ceiling", "400.00"), ("county", "330110"));

    [Fact]
    public void A_direct_award_is_measured_by_the_ceiling_of_its_day() => SayCompany.WithParties().Done(SayCompany.Ceiling(), SayCompany.Ceiling(30_000, "2025-04-01"), SayCompany.Ceiling(90_000, "2025-04-02"))
        .When(SayCompany.Award()).ThenRefused(RefusalCode.WorksAboveCeiling, ("ceiling", "300.00"));

    [Fact]
    public void Before_the_first_ceiling_nothing_is_awarded_directly() => SayCompany.WithParties().Done(SayCompany.Ceiling())
        .When(SayCompany.Award(fen: 1, date: "2024-12-31")).ThenRefused(RefusalCode.WorksCeilingUnknown, ("county", "330110"), ("date", "2024-12-31"));

    [Fact]
    public void A_ceiling_of_nothing_allows_no_direct_award() => SayCompany.WithParties().Done(SayCompany.Ceiling(0)).When(SayCompany.Award(fen: 1)).ThenRefused(RefusalCode.WorksAboveCeiling);

    [Fact]
    public void A_party_without_county_awards_nothing_directly() => SayCompany.WithParties().When(SayCompany.Award(awarder: "district")).ThenRefused(RefusalCode.FieldMissing, ("field", "county"));

    [Fact]
    public void A_village_has_no_other_county_than_its_own() => SayCompany.WithParties().When(SayCompany.Award(more: ""","county":"330111" """)).ThenRefused(RefusalCode.FieldInvalid, ("field", "county"));

    [Theory]
    [InlineData("member/m1")]
    [InlineData("venture/jiucun")]
    [InlineData(SayCompany.Stream)]
    public void Works_are_awarded_by_villages_and_parties(string awarder) =>
        SayCompany.WithParties().When(SayCompany.Award(awarder: awarder)).ThenRefused(RefusalCode.FieldInvalid, ("field", "awarder"));

    [Fact]
    public void An_awarder_is_registered() => SayCompany.WithParties().When(SayCompany.Award(awarder: "village/330110112209")).ThenRefused(RefusalCode.HolderUnknown);

    [Fact]
    public void A_contract_is_awarded_once() => SayCompany.WithParties().Done(SayCompany.Ceiling(), SayCompany.Award()).When(SayCompany.Award(procedure: "tender")).ThenRefused(RefusalCode.ContractTaken);

    [Fact]
    public void Nothing_is_awarded_before_the_founding() => SayCompany.WithParties().When(SayCompany.Award(date: "2024-05-19")).ThenRefused(RefusalCode.BeforeFounding);

    [Fact]
    public void Nothing_is_awarded_to_an_unknown_company() => Given.AVillage().When(SayCompany.Award()).ThenRefused(RefusalCode.OwnerUnknown);

    [Fact]
    public void There_are_two_procedures() => SayCompany.WithParties().When(SayCompany.Award(procedure: "auction")).ThenRefused(RefusalCode.FieldInvalid, ("field", "procedure"));

    private static Stored Awarded(string json) => new(SayCompany.Stream, "works-awarded.1", json);
}
