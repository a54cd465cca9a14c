namespace VillageLedger.Tests;

public sealed class SetApprovalLevelsTests
{
    [Fact]
    public void Levels_are_set_for_an_owner() => Given.AVillage().When(SayClaim.Levels(SayClaim.Level("head", 50_000) + "," + SayClaim.Level("township"))).Then(new Stored("approvals/" + Say.Village, "approval-levels-set.1",
        """{"scope":"village/330110112201","from":"2025-01-01","levels":[{"level":"head","uptoFen":50000},{"level":"township"}],"setBy":"zhao"}"""));

    [Theory]
    [InlineData("330110")]
    [InlineData("330110112")]
    [InlineData("330110112201")]
    public void Levels_are_set_for_a_place(string place) => Given.AVillage().When(SayClaim.Levels(SayClaim.Level("head"), place)).Facts[0].Stream.ShouldBe("approvals/" + place);

    [Theory]
    [InlineData("330111")]
    [InlineData("330110113")]
    [InlineData("330110112202")]
    public void An_unknown_place_has_no_levels(string place) => Given.AVillage().When(SayClaim.Levels(SayClaim.Level("head"), place)).ThenRefused(RefusalCode.PlaceUnknown, ("place", place));

    [Fact]
    public void An_unknown_owner_has_no_levels() => Given.ANewLedger().When(SayClaim.Levels(SayClaim.Level("head"))).ThenRefused(RefusalCode.OwnerUnknown);

    [Theory]
    [InlineData("party/h001")]
    [InlineData("3301")]
    [InlineData("33011011220x")]
    public void A_scope_is_an_owner_or_a_place(string scope) => Given.AVillage().When(SayClaim.Levels(SayClaim.Level("head"), scope)).ThenRefused(RefusalCode.FieldInvalid, ("field", "scope"));

    [Fact]
    public void A_level_stands_once() => Given.AVillage().When(SayClaim.Levels(SayClaim.Level("head", 1) + "," + SayClaim.Level("head"))).ThenRefused(RefusalCode.LevelTwice, ("level", "head"));

    [Fact]
    public void Limits_rise() => Given.AVillage().When(SayClaim.Levels(SayClaim.Level("a", 2) + "," + SayClaim.Level("b", 2))).ThenRefused(RefusalCode.LevelsNotRising, ("level", "a"), ("next", "b"));

    [Fact]
    public void Only_the_last_level_is_without_limit() => Given.AVillage().When(SayClaim.Levels(SayClaim.Level("a") + "," + SayClaim.Level("b", 2))).ThenRefused(RefusalCode.LevelsNotRising);

    [Fact]
    public void A_level_is_a_word() => Given.AVillage().When(SayClaim.Levels(SayClaim.Level("社长"))).ThenRefused(RefusalCode.FieldInvalid, ("field", "levels[1].level"));
}
