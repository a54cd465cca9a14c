namespace VillageLedger.Tests;

public sealed class InheritSharesTests
{
    [Theory]
    [InlineData("dynamic")]
    [InlineData("static")]
    public void Shares_go_to_several_heirs_kind_by_kind(string mode) => Given.AShareRegister(mode).Done(SayShares.Grant(SayShares.Units("m1", 30, "years-worked"), "2020-01-01"))
        .When(SayShares.Inherit(SayShares.Units("m2", 60) + "," + SayShares.Units("m3", 40) + "," + SayShares.Units("m3", 30, "years-worked"))).Then(new Stored(
            SayShares.Register, "shares-inherited.1",
            """
            {"village":"330110112201","date":"2022-01-01","changes":[{"holder":"member/m1","kind":"population","units":-100},{"holder":"member/m1","kind":"years-worked","units":-30},
            {"holder":"member/m2","kind":"population","units":60},{"holder":"member/m3","kind":"population","units":40},{"holder":"member/m3","kind":"years-worked","units":30}],
            "document":"（2021）浙余证字第7号"}
            """));

    [Fact]
    public void An_heir_need_not_belong_to_the_collective() =>
        Given.AShareRegister().Done(SayShares.Member("heir1", more: ""","entry":"heir" """)).Done(SayShares.Inherit(SayShares.Units("heir1", 100)));

    [Fact]
    public void An_heir_that_is_not_registered_is_refused() =>
        Given.AShareRegister().When(SayShares.Inherit(SayShares.Units("m9", 1))).ThenRefused(RefusalCode.HolderUnknown, ("holder", "member/m9"));

    [Fact]
    public void Nobody_inherits_from_himself() => Given.AShareRegister().When(SayShares.Inherit(SayShares.Units("m1", 1))).ThenRefused(RefusalCode.HolderTwice, ("holder", "member/m1"));

    [Fact]
    public void An_heir_that_stands_twice_with_a_kind_is_refused() =>
        Given.AShareRegister().When(SayShares.Inherit(SayShares.Units("m2", 1) + "," + SayShares.Units("m2", 1))).ThenRefused(RefusalCode.HolderTwice, ("holder", "member/m2"));

    [Fact]
    public void More_than_there_is_is_refused() => Given.AShareRegister().When(SayShares.Inherit(SayShares.Units("m2", 60) + "," + SayShares.Units("m3", 41)))
        .ThenRefused(RefusalCode.UnitsInsufficient, ("holder", "member/m1"), ("available", "100"), ("units", "101"));

    [Fact]
    public void Units_that_sum_beyond_the_bound_are_refused() =>
        Given.AShareRegister().When(SayShares.Inherit(SayShares.Units("m2", Money.MaxFen) + "," + SayShares.Units("m3", 1))).ThenRefused(RefusalCode.UnitsOutOfBounds);

    [Fact]
    public void Frozen_shares_are_not_inherited() => Given.AShareRegister().Done(SayShares.Freeze(date: "2021-06-01"))
        .When(SayShares.Inherit(SayShares.Units("m2", 100))).ThenRefused(RefusalCode.SharesAreFrozen, ("holder", "member/m1"), ("from", "2022-01-01"));

    [Fact]
    public void Collective_shares_are_not_inherited() =>
        Given.AShareRegister().When(SayShares.Inherit(SayShares.Units("m2", 1, "collective"))).ThenRefused(RefusalCode.FieldInvalid, ("field", "to[1].kind"));

    [Fact]
    public void A_village_without_a_register_is_refused() => Given.AVillageOfMembers().When(SayShares.Inherit(SayShares.Units("m2", 1))).ThenRefused(RefusalCode.ShareRegisterNotOpen);

    [Fact]
    public void A_day_before_the_register_is_refused() =>
        Given.AShareRegister().When(SayShares.Inherit(SayShares.Units("m2", 1), date: "2019-01-01")).ThenRefused(RefusalCode.DateBeforeShareRegister);

    [Fact]
    public void A_day_up_to_a_record_date_is_refused() => Given.AShareRegister().Fact(SayShares.Register, "record-date-set.1", """{"village":"330110112201","dividend":"d1","date":"2022-01-01"}""")
        .When(SayShares.Inherit(SayShares.Units("m2", 1))).ThenRefused(RefusalCode.SharesBeforeRecordDate);

    [Fact]
    public void A_kind_that_the_register_does_not_have_is_refused() => Given.AVillage().Done(SayShares.Open(kinds: "\"population\""), SayShares.Member(), SayShares.Member("m2"))
        .When(SayShares.Inherit(SayShares.Units("m2", 1, "years-worked"))).ThenRefused(RefusalCode.ShareKindNotInRegister);

    [Theory]
    [InlineData("11010519491231002X", "m2", "from")]
    [InlineData("m1", "11010519491231002X", "to[1].member")]
    public void An_id_that_looks_like_a_persons_number_is_refused(string from, string to, string field) =>
        Given.AShareRegister().When(SayShares.Inherit(SayShares.Units(to, 1), from)).ThenRefused(RefusalCode.PersonalNumberAsId, ("field", field));

    [Fact]
    public void Whoever_is_registered_with_another_village_inherits_nothing_here() => Given.AShareRegister()
        .Done(Say.RegisterVillage("r-b", "330110112202", "溪塔村"), SayShares.Member("m9", "330110112202")).When(SayShares.Inherit(SayShares.Units("m9", 1))).ThenRefused(RefusalCode.NotAMember, ("holder", "member/m9"));
}
