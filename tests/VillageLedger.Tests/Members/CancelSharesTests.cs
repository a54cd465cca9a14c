namespace VillageLedger.Tests;

public sealed class CancelSharesTests
{
    [Fact]
    public void The_shares_of_one_who_died_end() => Given.AShareRegister().When(SayShares.Cancel(SayShares.Units("m1", 100))).Then(new Stored(
        SayShares.Register, "shares-cancelled.1",
        """{"village":"330110112201","date":"2022-01-01","changes":[{"holder":"member/m1","kind":"population","units":-100}],"cause":"death","resolution":"2021年第9次理事会"}"""));

    [Theory]
    [InlineData("death")]
    [InlineData("leaving")]
    public void In_a_static_register_nothing_ends_by_itself(string cause) =>
        Given.AShareRegister("static").When(SayShares.Cancel(SayShares.Units("m1", 100), cause: cause)).ThenRefused(RefusalCode.ShareRegisterStatic, ("village", "330110112201"));

    [Theory]
    [InlineData("adjustment")]
    [InlineData("correction")]
    public void A_static_register_is_put_right_and_adjusted_by_resolution(string cause) => Given.AShareRegister("static").Done(SayShares.Cancel(SayShares.Units("m1", 100), cause: cause));

    [Fact]
    public void Collective_shares_are_dissolved() => Given.AShareRegister().Done(SayShares.Grant(SayShares.Units(null, 3000, "collective")))
        .Done(SayShares.Cancel(SayShares.Units(null, 3000, "collective"), cause: "adjustment"));

    [Fact]
    public void More_than_there_is_is_refused() => Given.AShareRegister().When(SayShares.Cancel(SayShares.Units("m1", 101)))
        .ThenRefused(RefusalCode.UnitsInsufficient, ("holder", "member/m1"), ("kind", "population"), ("date", "2022-01-01"), ("available", "100"), ("units", "101"));

    [Fact]
    public void One_kind_does_not_stand_in_for_another() => Given.AShareRegister().When(SayShares.Cancel(SayShares.Units("m1", 1, "years-worked"))).ThenRefused(RefusalCode.UnitsInsufficient);

    /// <summary>100 units from 2020 on, gone again in 2023: what is taken away in 2022 would be missing then.</summary>
    [Fact]
    public void What_is_taken_away_on_a_later_day_is_not_there_on_an_earlier_one() => Given.AShareRegister().Done(SayShares.Cancel(SayShares.Units("m1", 80), "2023-01-01"))
        .When(SayShares.Cancel(SayShares.Units("m1", 30), "2022-01-01", id: "c2")).ThenRefused(RefusalCode.UnitsInsufficient, ("date", "2023-01-01"), ("available", "20"));

    [Fact]
    public void What_comes_on_a_later_day_is_not_there_yet() => Given.AShareRegister().Done(SayShares.Grant(SayShares.Units("m1", 50, "years-worked"), "2023-01-01"))
        .When(SayShares.Cancel(SayShares.Units("m1", 50, "years-worked"), "2022-12-31")).ThenRefused(RefusalCode.UnitsInsufficient, ("date", "2022-12-31"), ("available", "0"));

    [Fact]
    public void What_came_on_a_day_can_go_on_that_day() => Given.AShareRegister().Done(SayShares.Grant(SayShares.Units("m1", 50, "years-worked"), "2023-01-01"))
        .Done(SayShares.Cancel(SayShares.Units("m1", 50, "years-worked"), "2023-01-01"));

    [Fact]
    public void A_holder_that_stands_twice_is_refused() =>
        Given.AShareRegister().When(SayShares.Cancel(SayShares.Units("m1", 60) + "," + SayShares.Units("m1", 60))).ThenRefused(RefusalCode.HolderTwice);

    [Fact]
    public void Frozen_shares_end_with_their_holder() => Given.AShareRegister().Done(SayShares.Freeze(date: "2021-06-01")).Done(SayShares.Cancel(SayShares.Units("m1", 100)));

    [Fact]
    public void A_village_without_a_register_is_refused() => Given.AVillageOfMembers().When(SayShares.Cancel(SayShares.Units("m1", 1))).ThenRefused(RefusalCode.ShareRegisterNotOpen);

    [Fact]
    public void A_day_before_the_register_is_refused() => Given.AShareRegister().When(SayShares.Cancel(SayShares.Units("m1", 1), "2019-01-01")).ThenRefused(RefusalCode.DateBeforeShareRegister);

    [Fact]
    public void A_day_up_to_a_record_date_is_refused() => Given.AShareRegister().Fact(SayShares.Register, "record-date-set.1", """{"village":"330110112201","dividend":"d1","date":"2022-01-01"}""")
        .When(SayShares.Cancel(SayShares.Units("m1", 1))).ThenRefused(RefusalCode.SharesBeforeRecordDate);

    [Fact]
    public void A_kind_that_the_register_does_not_have_is_refused() => Given.AVillage().Done(SayShares.Open(kinds: "\"population\""), SayShares.Member())
        .When(SayShares.Cancel(SayShares.Units("m1", 1, "years-worked"))).ThenRefused(RefusalCode.ShareKindNotInRegister);

    [Fact]
    public void An_id_that_looks_like_a_persons_number_is_refused() =>
        Given.AShareRegister().When(SayShares.Cancel(SayShares.Units("11010519491231002X", 1))).ThenRefused(RefusalCode.PersonalNumberAsId);

    [Theory]
    [InlineData("adjustment")]
    [InlineData("correction")]
    public void An_adjustment_is_no_way_around_a_freeze(string cause) =>
        Given.AShareRegister().Done(SayShares.Freeze(date: "2021-06-01")).When(SayShares.Cancel(SayShares.Units("m1", 1), cause: cause)).ThenRefused(RefusalCode.SharesAreFrozen);

    [Fact]
    public void Death_ends_what_was_frozen() => Given.AShareRegister().Done(SayShares.Freeze(date: "2021-06-01")).When(SayShares.Cancel(SayShares.Units("m1", 1))).Refusal.ShouldBeNull();
}
