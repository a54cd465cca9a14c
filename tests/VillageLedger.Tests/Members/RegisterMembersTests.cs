namespace VillageLedger.Tests;

public sealed class RegisterMembersTests
{
    private static Given AnOpenRegister(string mode = "dynamic") => Given.AVillage().Done(SayShares.Open(mode));

    [Fact]
    public void Members_are_registered_with_their_shares_of_the_opening_day() => AnOpenRegister("static")
        .When(SayShares.Members(SayShares.Item("m1", SayShares.Units(null, 100) + "," + SayShares.Units(null, 1250, "years-worked")), SayShares.Item("m2"), SayShares.Item("m3", "")))
        .Then(
            new("member/m1", "member-registered.1", """{"member":"m1","village":"330110112201","joinedOn":"2020-01-01"}"""),
            new("member/m2", "member-registered.1", """{"member":"m2","village":"330110112201","joinedOn":"2020-01-01"}"""),
            new("member/m3", "member-registered.1", """{"member":"m3","village":"330110112201","joinedOn":"2020-01-01"}"""),
            new(
                SayShares.Register, "shares-granted.1",
                """
                {"village":"330110112201","date":"2020-01-01","changes":[{"holder":"member/m1","kind":"population","units":100},{"holder":"member/m1","kind":"years-worked","units":1250},
                {"holder":"member/m2","kind":"population","units":100}],"resolution":"2019年第3次成员大会"}
                """));

    [Fact]
    public void A_day_and_a_resolution_of_their_own_count() => AnOpenRegister().When(SayShares.MembersWith(""","date":"2023-05-01","resolution":"增人" """, SayShares.Item("m1"))).Then(
        new("member/m1", "member-registered.1", """{"member":"m1","village":"330110112201","joinedOn":"2020-01-01"}"""),
        new(
            SayShares.Register, "shares-granted.1",
            """{"village":"330110112201","date":"2023-05-01","changes":[{"holder":"member/m1","kind":"population","units":100}],"resolution":"增人"}"""));

    [Fact]
    public void Members_without_shares_need_no_register() => Given.AVillage().When(SayShares.Members(SayShares.Item("m1", "")))
        .Then(new Stored("member/m1", "member-registered.1", """{"member":"m1","village":"330110112201","joinedOn":"2020-01-01"}"""));

    [Fact]
    public void Shares_of_many_lie_in_facts_that_the_store_takes()
    {
        var given = AnOpenRegister().Done(SayShares.Members([.. Enumerable.Range(0, RegisterMembers.MaxMembers).Select(i => SayShares.Item(
            $"{new string('x', 60)}{i:D4}", SayShares.Units(null, 1) + "," + SayShares.Units(null, Money.MaxFen / 10_000, "years-worked")))]));
        given.Facts(SayShares.Register).OfType<SharesGranted>().Select(granted => FactTypes.Write(granted).Length).ShouldAllBe(length => length < 1_000_000);
        given.State<ShareRegister>(SayShares.Register).HoldingsOn(new(2020, 1, 1)).Count.ShouldBe(RegisterMembers.MaxMembers);
    }

    [Fact]
    public void An_unknown_village_is_refused() => Given.ANewLedger().When(SayShares.Members(SayShares.Item("m1"))).ThenRefused(RefusalCode.OwnerUnknown);

    [Fact]
    public void A_member_that_stands_twice_is_refused() => AnOpenRegister().When(SayShares.Members(SayShares.Item("m1"), SayShares.Item("m2"), SayShares.Item("m1")))
        .ThenRefused(RefusalCode.HolderTwice, ("holder", "member/m1"));

    [Fact]
    public void A_kind_that_stands_twice_is_refused() => AnOpenRegister().When(SayShares.Members(SayShares.Item("m1", SayShares.Units(null, 1) + "," + SayShares.Units(null, 2))))
        .ThenRefused(RefusalCode.HolderTwice, ("holder", "member/m1"));

    [Fact]
    public void One_who_is_registered_stops_them_all() => AnOpenRegister().Done(SayShares.Member("m2"))
        .When(SayShares.Members(SayShares.Item("m1"), SayShares.Item("m2"))).ThenRefused(RefusalCode.AlreadyRegistered, ("holder", "member/m2"));

    [Fact]
    public void A_wrong_identity_number_is_found_by_its_place() => AnOpenRegister()
        .When(SayShares.Members(SayShares.Item("m1"), SayShares.Item("m2", more: ""","identityNumber":"110105194912310021" """)))
        .ThenRefused(RefusalCode.IdentityNumberInvalid, ("field", "members[2].identityNumber"));

    [Fact]
    public void An_id_that_looks_like_a_persons_number_is_found_by_its_place() => AnOpenRegister().When(SayShares.Members(SayShares.Item("m1"), SayShares.Item("11010519491231002X")))
        .ThenRefused(RefusalCode.PersonalNumberAsId, ("field", "members[2].member"));

    [Fact]
    public void Shares_without_a_register_are_refused() => Given.AVillage().When(SayShares.Members(SayShares.Item("m1"))).ThenRefused(RefusalCode.ShareRegisterNotOpen);

    [Fact]
    public void A_static_register_takes_no_shares_of_a_later_day() => AnOpenRegister("static").When(SayShares.MembersWith(""","date":"2023-05-01" """, SayShares.Item("m1")))
        .ThenRefused(RefusalCode.ShareRegisterStatic, ("date", "2023-05-01"));

    [Fact]
    public void A_day_before_the_register_is_refused() => AnOpenRegister().When(SayShares.MembersWith(""","date":"2019-12-31" """, SayShares.Item("m1")))
        .ThenRefused(RefusalCode.DateBeforeShareRegister, ("from", "2020-01-01"));

    [Fact]
    public void A_day_up_to_a_record_date_is_refused() => AnOpenRegister().Fact(SayShares.Register, "record-date-set.1", """{"village":"330110112201","dividend":"d1","date":"2024-01-31"}""")
        .When(SayShares.Members(SayShares.Item("m1"))).ThenRefused(RefusalCode.SharesBeforeRecordDate, ("recordDate", "2024-01-31"));

    [Fact]
    public void A_kind_that_the_register_does_not_have_is_refused() => Given.AVillage().Done(SayShares.Open(kinds: "\"years-worked\""))
        .When(SayShares.Members(SayShares.Item("m1"))).ThenRefused(RefusalCode.ShareKindNotInRegister, ("kind", "population"), ("kinds", "years-worked"));

    [Fact]
    public void Collective_shares_belong_to_no_member() => AnOpenRegister().When(SayShares.Members(SayShares.Item("m1", SayShares.Units(null, 1, "collective"))))
        .ThenRefused(RefusalCode.FieldInvalid, ("field", "members[1].shares[1].kind"));

    [Fact]
    public void Units_that_sum_beyond_the_bound_are_refused() => AnOpenRegister().When(SayShares.Members(SayShares.Item("m1", SayShares.Units(null, Money.MaxFen)), SayShares.Item("m2")))
        .ThenRefused(RefusalCode.UnitsOutOfBounds);

    [Theory]
    [InlineData("")]
    [InlineData("\"王小明\"")]
    public void A_list_of_nobody_or_of_names_is_refused_and_not_quoted(string members)
    {
        var outcome = AnOpenRegister().When(SayShares.Members(members));
        outcome.ThenRefused(RefusalCode.FieldInvalid);
        outcome.Refusal!.Message(Language.Chinese).ShouldNotContain("王小明");
    }
}
