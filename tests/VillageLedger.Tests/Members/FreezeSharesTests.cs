namespace VillageLedger.Tests;

public sealed class FreezeSharesTests
{
    [Fact]
    public void A_members_shares_are_frozen_from_a_day_on() => Given.AShareRegister().When(SayShares.Freeze())
        .Then(new Stored(SayShares.Register, "shares-frozen.1", """{"village":"330110112201","holder":"member/m1","date":"2022-01-01","document":"（2021）浙0110执1号"}"""));

    [Theory]
    [InlineData("2022-01-01")]
    [InlineData("2021-01-01")]
    [InlineData("2030-01-01")]
    public void What_is_frozen_is_not_frozen_again(string date) =>
        Given.AShareRegister().Done(SayShares.Freeze()).When(SayShares.Freeze(date: date, id: "f2")).ThenRefused(RefusalCode.SharesAreFrozen, ("holder", "member/m1"));

    [Fact]
    public void What_was_released_can_be_frozen_again() => Given.AShareRegister().Done(SayShares.Freeze(), SayShares.Release()).Done(SayShares.Freeze(date: "2022-06-01", id: "f2"));

    [Fact]
    public void A_freeze_does_not_run_into_an_earlier_one_that_was_released() => Given.AShareRegister().Done(SayShares.Freeze(), SayShares.Release())
        .When(SayShares.Freeze(date: "2021-06-01", id: "f2")).ThenRefused(RefusalCode.SharesAreFrozen, ("from", "2022-01-01"));

    /// <summary>What is resolved to be paid is not touched by it.</summary>
    [Fact]
    public void A_freeze_may_be_dated_before_a_record_date() => Given.AShareRegister()
        .Fact(SayShares.Register, "record-date-set.1", """{"village":"330110112201","dividend":"d1","date":"2023-01-01"}""").Done(SayShares.Freeze());

    [Fact]
    public void One_who_is_not_known_is_refused() => Given.AShareRegister().When(SayShares.Freeze("m9")).ThenRefused(RefusalCode.HolderUnknown, ("holder", "member/m9"));

    [Fact]
    public void A_village_without_a_register_is_refused() => Given.AVillageOfMembers().When(SayShares.Freeze()).ThenRefused(RefusalCode.ShareRegisterNotOpen);

    [Fact]
    public void A_day_before_the_register_is_refused() => Given.AShareRegister().When(SayShares.Freeze(date: "2019-12-31")).ThenRefused(RefusalCode.DateBeforeShareRegister);

    [Fact]
    public void An_id_that_looks_like_a_persons_number_is_refused() => Given.AShareRegister().When(SayShares.Freeze("11010519491231002X")).ThenRefused(RefusalCode.PersonalNumberAsId);
}
