namespace VillageLedger.Tests;

public sealed class UndoMatchTests
{
    [Fact]
    public void A_match_is_taken_back_and_its_lines_are_free()
    {
        var given = MatchStatementTests.Posted().Done(SayCash.Match([1], ["v1#1"]));
        given.When(SayCash.Undo()).Then(new Stored(SayCash.Bank, "statement-unmatched.1", """{"owner":"village/330110112201","bankAccount":"jbh","match":"m1","undoneBy":"wang"}"""));
        given.Done(SayCash.Undo()).When(SayCash.Match([1], ["v1#1"], "m2")).Facts.Count.ShouldBe(1);
    }

    [Fact]
    public void An_unknown_match_is_not() => MatchStatementTests.Posted().When(SayCash.Undo()).ThenRefused(RefusalCode.MatchUnknown, ("match", "m1"));

    [Fact]
    public void A_match_is_taken_back_once() => MatchStatementTests.Posted().Done(SayCash.MatchAll(), SayCash.Undo("ma1~1")).When(SayCash.Undo("ma1~1", "um2")).ThenRefused(RefusalCode.MatchUnknown);
}
