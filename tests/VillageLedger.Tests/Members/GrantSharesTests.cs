namespace VillageLedger.Tests;

public sealed class GrantSharesTests
{
    [Fact]
    public void Shares_are_granted_to_members_and_collective_ones_to_the_cooperative() => Given.AShareRegister()
        .When(SayShares.Grant(SayShares.Units("m1", 50, "years-worked") + "," + SayShares.Units("member/m2", 75) + "," + SayShares.Units(null, 3000, "collective"))).Then(new Stored(
            SayShares.Register, "shares-granted.1",
            """
            {"village":"330110112201","date":"2021-03-05","changes":[{"holder":"member/m1","kind":"years-worked","units":50},{"holder":"member/m2","kind":"population","units":75},
            {"holder":"village/330110112201","kind":"collective","units":3000}],"resolution":"2021年第1次成员大会"}
            """));

    [Fact]
    public void A_static_register_grants_on_its_opening_day() => Given.AShareRegister("static").Done(SayShares.Grant(SayShares.Units("m1", 1, "years-worked"), "2020-01-01"));

    [Fact]
    public void A_static_register_grants_later_only_with_a_reason() => Given.AShareRegister("static").Done(SayShares.Grant(SayShares.Units("m1", 1), more: ""","reason":"五年一调" """))
        .When(SayShares.Grant(SayShares.Units("m1", 1), id: "g2")).ThenRefused(RefusalCode.ShareRegisterStatic, ("village", "330110112201"), ("date", "2021-03-05"));

    [Fact]
    public void A_village_without_a_register_is_refused() => Given.AVillageOfMembers().When(SayShares.Grant(SayShares.Units("m1", 1))).ThenRefused(RefusalCode.ShareRegisterNotOpen);

    [Fact]
    public void A_day_before_the_register_is_refused() =>
        Given.AShareRegister().When(SayShares.Grant(SayShares.Units("m1", 1), "2019-12-31")).ThenRefused(RefusalCode.DateBeforeShareRegister, ("date", "2019-12-31"));

    [Theory]
    [InlineData("2021-12-30", true)]
    [InlineData("2021-12-31", true)]
    [InlineData("2022-01-01", false)]
    public void A_day_up_to_the_record_date_of_a_resolved_dividend_is_refused(string date, bool refused)
    {
        var outcome = Given.AShareRegister().Fact(SayShares.Register, "record-date-set.1", """{"village":"330110112201","dividend":"d2","date":"2021-12-31"}""")
            .Fact(SayShares.Register, "record-date-set.1", """{"village":"330110112201","dividend":"d1","date":"2020-12-31"}""").When(SayShares.Grant(SayShares.Units("m1", 1), date));
        if (refused) outcome.ThenRefused(RefusalCode.SharesBeforeRecordDate, ("date", date), ("recordDate", "2021-12-31"));
        else outcome.Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_kind_that_the_register_does_not_have_is_refused() => Given.AVillage().Done(SayShares.Open(kinds: "\"population\",\"collective\""), SayShares.Member())
        .When(SayShares.Grant(SayShares.Units("m1", 1, "years-worked"))).ThenRefused(RefusalCode.ShareKindNotInRegister, ("kind", "years-worked"), ("kinds", "population, collective"));

    [Fact]
    public void A_member_that_stands_twice_with_a_kind_is_refused() => Given.AShareRegister().When(SayShares.Grant(SayShares.Units("m1", 1) + "," + SayShares.Units("m1", 2)))
        .ThenRefused(RefusalCode.HolderTwice, ("holder", "member/m1"));

    [Fact]
    public void Units_that_sum_beyond_the_bound_on_a_later_day_are_refused() => Given.AShareRegister()
        .Done(SayShares.Grant(SayShares.Units("m1", Money.MaxFen - 300), "2024-01-01"))
        .When(SayShares.Grant(SayShares.Units("m2", 1), "2021-01-01", id: "g2")).ThenRefused(RefusalCode.UnitsOutOfBounds, ("limit", "9007199254740991"));

    [Theory]
    [InlineData("m9", "")]
    [InlineData("n1", "")]
    [InlineData("heir1", ""","entry":"heir" """)]
    public void Who_is_no_member_of_this_village_is_refused(string member, string more)
    {
        var given = Given.AShareRegister().Done(Say.RegisterVillage("r9", SayShares.OtherVillage, "麦香村"), SayShares.Member("n1", SayShares.OtherVillage));
        if (more.Length > 0) given.Done(SayShares.Member(member, more: more));
        given.When(SayShares.Grant(SayShares.Units(member, 1))).ThenRefused(RefusalCode.NotAMember, ("holder", "member/" + member), ("village", "330110112201"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(9_007_199_254_740_992)]
    public void Units_are_whole_and_positive(long units) => Given.AShareRegister().When(SayShares.Grant(SayShares.Units("m1", units))).ThenRefused(RefusalCode.FieldInvalid, ("field", "grants[1].units"));

    [Fact]
    public void Half_a_unit_is_refused() =>
        Given.AShareRegister().When(SayShares.Grant("""{"member":"m1","kind":"population","units":0.5}""")).ThenRefused(RefusalCode.FieldInvalid, ("field", "grants[1].units"));

    [Fact]
    public void A_member_cannot_hold_collective_shares() =>
        Given.AShareRegister().When(SayShares.Grant(SayShares.Units("m1", 1, "collective"))).ThenRefused(RefusalCode.FieldInvalid, ("field", "grants[1].member"));

    [Fact]
    public void A_kind_of_members_names_one() =>
        Given.AShareRegister().When(SayShares.Grant(SayShares.Units(null, 1))).ThenRefused(RefusalCode.FieldMissing, ("field", "grants[1].member"));

    [Fact]
    public void An_id_that_looks_like_a_persons_number_is_refused() =>
        Given.AShareRegister().When(SayShares.Grant(SayShares.Units("11010519491231002X", 1))).ThenRefused(RefusalCode.PersonalNumberAsId, ("field", "grants[1].member"));
}
