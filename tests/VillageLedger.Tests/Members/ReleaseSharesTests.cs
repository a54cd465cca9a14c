namespace VillageLedger.Tests;

public sealed class ReleaseSharesTests
{
    private static Given Frozen => Given.AShareRegister().Done(SayShares.Freeze());

    [Fact]
    public void Frozen_shares_are_released_from_a_day_on() => Frozen.When(SayShares.Release())
        .Then(new Stored(SayShares.Register, "shares-released.1", """{"village":"330110112201","holder":"member/m1","date":"2022-06-01","document":"（2021）浙0110执1号"}"""));

    [Theory]
    [InlineData("2022-05-31", true)]
    [InlineData("2022-06-01", false)]
    public void From_that_day_on_they_can_go_to_others(string date, bool refused)
    {
        var outcome = Frozen.Done(SayShares.Release()).When(SayShares.Inherit(SayShares.Units("m2", 100), date: date));
        (outcome.Refusal?.Code == RefusalCode.SharesAreFrozen).ShouldBe(refused);
        if (!refused) outcome.Refusal.ShouldBeNull();
    }

    /// <summary>What was found and frozen in 2022 cannot have gone to somebody before.</summary>
    [Fact]
    public void Before_the_freeze_they_cannot_go_to_others_either() => Frozen.Done(SayShares.Release())
        .When(SayShares.Inherit(SayShares.Units("m2", 100), date: "2021-01-01")).Refusal!.Code.ShouldBe(RefusalCode.SharesAreFrozen);

    [Theory]
    [InlineData("m2", "2022-06-01")]
    [InlineData("m1", "2021-12-31")]
    [InlineData("m9", "2022-06-01")]
    public void What_is_not_frozen_is_not_released(string member, string date) =>
        Frozen.When(SayShares.Release(member, date)).ThenRefused(RefusalCode.SharesNotFrozen, ("holder", "member/" + member), ("date", date));

    [Fact]
    public void Nothing_is_released_twice() => Frozen.Done(SayShares.Release()).When(SayShares.Release(id: "l2")).ThenRefused(RefusalCode.SharesNotFrozen);

    [Fact]
    public void A_village_without_a_register_is_refused() => Given.AVillageOfMembers().When(SayShares.Release()).ThenRefused(RefusalCode.ShareRegisterNotOpen);

    [Fact]
    public void An_id_that_looks_like_a_persons_number_is_refused() => Frozen.When(SayShares.Release("11010519491231002X")).ThenRefused(RefusalCode.PersonalNumberAsId);
}
