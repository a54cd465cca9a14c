namespace VillageLedger.Tests;

public sealed class TransferMemberSharesTests
{
    /// <summary>100 members of 100 units each and 2,000 collective units: 12,000 in all, of which one member may hold 360.</summary>
    private static Given ABigRegister => Given.AVillage().Done(
        SayShares.Open(), SayShares.Members([.. Enumerable.Range(1, 100).Select(i => SayShares.Item($"m{i}"))]), SayShares.Grant(SayShares.Units(null, 2000, "collective"), "2020-01-01", id: "g0"));

    private static string Transfer(string from = "m1", string to = "m2", long units = 60, string date = "2022-01-01", string kind = "population", string id = "t1") =>
        $$"""{"request":"transfer-member-shares","id":"{{id}}","by":"zhao","village":"330110112201","from":"{{from}}","to":"{{to}}","kind":"{{kind}}","units":{{units}},"date":"{{date}}","document":"转让协议"}""";

    [Fact]
    public void A_member_gives_shares_to_another() => ABigRegister.When(Transfer()).Then(new Stored(
        SayShares.Register, "member-shares-transferred.1",
        """
        {"village":"330110112201","date":"2022-01-01","changes":[{"holder":"member/m1","kind":"population","units":-60},{"holder":"member/m2","kind":"population","units":60}],"document":"转让协议"}
        """));

    [Fact]
    public void The_rule_in_force_is_watched() => ABigRegister.When(Transfer()).Guarded.ShouldBe([SayShares.Register, "rules"], ignoreOrder: true);

    [Fact]
    public void Nobody_gives_to_himself() => ABigRegister.When(Transfer(to: "m1")).ThenRefused(RefusalCode.HolderTwice, ("holder", "member/m1"));

    [Fact]
    public void More_than_there_is_is_refused() => ABigRegister.When(Transfer(units: 101)).ThenRefused(RefusalCode.UnitsInsufficient, ("available", "100"), ("units", "101"));

    [Fact]
    public void Units_that_overflow_when_added_are_refused() => ABigRegister.When(Transfer(units: Money.MaxFen)).ThenRefused(RefusalCode.UnitsInsufficient);

    [Theory]
    [InlineData("heir1")]
    [InlineData("n1")]
    [InlineData("m999")]
    public void One_outside_the_collective_cannot_take_over(string to) => ABigRegister
        .Done(Say.RegisterVillage("r9", SayShares.OtherVillage, "麦香村"), SayShares.Member("n1", SayShares.OtherVillage), SayShares.Member("heir1", more: ""","entry":"heir" """))
        .When(Transfer(to: to)).ThenRefused(RefusalCode.NotAMember, ("holder", "member/" + to), ("village", "330110112201"));

    [Fact]
    public void An_heir_who_is_no_member_can_give_to_one() => ABigRegister
        .Done(SayShares.Member("heir1", more: ""","entry":"heir" """), SayShares.Inherit(SayShares.Units("heir1", 100), date: "2021-01-01")).Done(Transfer("heir1"));

    [Theory]
    [InlineData("2022-01-01")]
    [InlineData("2021-01-01")]
    public void Frozen_shares_stay_where_they_are(string date) => ABigRegister.Done(SayShares.Freeze()).When(Transfer(date: date)).ThenRefused(RefusalCode.SharesAreFrozen, ("holder", "member/m1"));

    [Fact]
    public void Who_is_frozen_can_take_over() => ABigRegister.Done(SayShares.Freeze("m2")).Done(Transfer());

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void One_member_holds_3_per_cent_of_all_units_at_most(long units, bool allowed)
    {
        var given = ABigRegister.Done(Transfer("m3", units: 100), Transfer("m4", units: 100, id: "t2"));
        if (allowed) given.Done(Transfer(units: units, id: "t3"));
        else given.When(Transfer(units: units, id: "t3")).ThenRefused(RefusalCode.ShareLimitExceeded, ("holder", "member/m2"), ("units", "361"), ("most", "360"), ("article", "30"));
    }

    /// <summary>What is entered for an earlier day is there on the later one, too.</summary>
    [Fact]
    public void The_limit_holds_on_later_days_whatever_the_order_of_entries() => ABigRegister.Done(Transfer("m3", units: 100, date: "2023-01-01"), Transfer("m4", units: 100, date: "2023-01-01", id: "t2"))
        .When(Transfer(units: 61, date: "2022-01-01", id: "t3")).ThenRefused(RefusalCode.ShareLimitExceeded, ("date", "2023-01-01"));

    /// <summary>The statute is in force from 2016-05-01.</summary>
    [Theory]
    [InlineData("2016-04-30", true)]
    [InlineData("2016-05-01", false)]
    public void Before_the_statute_there_was_no_limit(string date, bool allowed)
    {
        var outcome = Given.AVillage().Done(SayShares.Open(from: "2010-01-01"), SayShares.Members(SayShares.Item("m1"), SayShares.Item("m2"))).When(Transfer(date: date));
        if (allowed) outcome.Refusal.ShouldBeNull();
        else outcome.ThenRefused(RefusalCode.ShareLimitExceeded);
    }

    [Fact]
    public void A_village_without_a_register_is_refused() => Given.AVillageOfMembers().When(Transfer()).ThenRefused(RefusalCode.ShareRegisterNotOpen);

    [Fact]
    public void A_day_before_the_register_is_refused() => Given.AShareRegister().When(Transfer(date: "2019-01-01")).ThenRefused(RefusalCode.DateBeforeShareRegister);

    [Fact]
    public void A_day_up_to_a_record_date_is_refused() => Given.AShareRegister().Fact(SayShares.Register, "record-date-set.1", """{"village":"330110112201","dividend":"d1","date":"2022-01-01"}""")
        .When(Transfer()).ThenRefused(RefusalCode.SharesBeforeRecordDate);

    [Fact]
    public void A_kind_that_the_register_does_not_have_is_refused() => Given.AVillage().Done(SayShares.Open(kinds: "\"population\""), SayShares.Member(), SayShares.Member("m2"))
        .When(Transfer(kind: "years-worked")).ThenRefused(RefusalCode.ShareKindNotInRegister);

    [Fact]
    public void Collective_shares_are_not_transferred() => Given.AShareRegister().When(Transfer(kind: "collective")).ThenRefused(RefusalCode.FieldInvalid, ("field", "kind"));

    [Theory]
    [InlineData("11010519491231002X", "m2", "from")]
    [InlineData("m1", "11010519491231002X", "to")]
    public void An_id_that_looks_like_a_persons_number_is_refused(string from, string to, string field) =>
        Given.AShareRegister().When(Transfer(from, to)).ThenRefused(RefusalCode.PersonalNumberAsId, ("field", field));
}
