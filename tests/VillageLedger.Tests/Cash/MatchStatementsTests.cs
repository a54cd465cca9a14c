namespace VillageLedger.Tests;

public sealed class MatchStatementsTests
{
    private static string Matched(int number, string lines, string places) =>
        $$"""{"owner":"village/330110112201","bankAccount":"jbh","match":"ma1~{{number}}","lines":[{{lines}}],"voucherLines":[{{places}}],"matchedBy":"wang","rule":"rule:match-statement.1"}""";

    private static Stored Fact(int number, string lines, string places) => new(SayCash.Bank, "statement-matched.1", Matched(number, lines, places));

    private static string In(long fen, string? number = null) =>
        Say.Debit("10201", fen, number is null ? "" : $$""","settlement":{"kind":"transfer","number":"{{number}}"}""") + "," + Say.Credit("501", fen);

    [Fact]
    public void What_can_only_belong_together_is_matched() => MatchStatementTests.Posted().When(SayCash.MatchAll())
        .Then(Fact(1, "1", """{"voucher":"v1","line":1}"""), Fact(2, "2", """{"voucher":"v2","line":2}"""));

    [Fact]
    public void Nothing_is_left_after_that() => MatchStatementTests.Posted().Done(SayCash.MatchAll()).When(SayCash.MatchAll("ma2")).ThenNothing();

    [Fact]
    public void A_number_tells_apart_what_has_the_same_amount() => SayCash.ABankAccount().Posted("v1", lines: In(5, "77")).Posted("v2", lines: In(5, "78"))
        .Done(SayCash.Statement(SayCash.Line("2025-01-15", 5, reference: "78") + "," + SayCash.Line("2025-01-16", 5, reference: "77"))).When(SayCash.MatchAll())
        .Then(Fact(1, "1", """{"voucher":"v2","line":1}"""), Fact(2, "2", """{"voucher":"v1","line":1}"""));

    [Fact]
    public void What_is_left_when_the_numbers_are_done_is_matched_by_days() => SayCash.ABankAccount().Posted("v1", lines: In(5, "77")).Posted("v2", lines: In(5))
        .Done(SayCash.Statement(SayCash.Line("2025-01-15", 5, reference: "77") + "," + SayCash.Line("2025-01-16", 5))).When(SayCash.MatchAll())
        .Then(Fact(1, "1", """{"voucher":"v1","line":1}"""), Fact(2, "2", """{"voucher":"v2","line":1}"""));

    [Fact]
    public void Where_two_would_do_none_is_matched() => SayCash.ABankAccount().Posted("v1", lines: In(5)).Posted("v2", lines: In(5))
        .Done(SayCash.Statement(SayCash.Line("2025-01-15", 5))).When(SayCash.MatchAll()).ThenNothing();

    [Fact]
    public void Where_two_of_the_bank_would_do_none_is_matched() => SayCash.ABankAccount().Posted("v1", lines: In(5))
        .Done(SayCash.Statement(SayCash.Line("2025-01-14", 5) + "," + SayCash.Line("2025-01-16", 5))).When(SayCash.MatchAll()).ThenNothing();

    [Theory]
    [InlineData("", 0)]
    [InlineData(",\"days\":16", 1)]
    public void What_lies_too_far_apart_is_not_matched(string days, int matches) => SayCash.ABankAccount().Posted("v1", lines: In(5))
        .Done(SayCash.Statement(SayCash.Line("2025-01-31", 5))).When(SayCash.MatchAll(more: days)).Facts.Count.ShouldBe(matches);

    [Fact]
    public void A_voucher_and_the_red_one_that_takes_it_back_match_each_other_first() => SayCash.ABankAccount().Posted("v1", lines: In(5)).Done(Say.Reverse(), Say.Review("red1"), Say.Post("red1")).Posted("v2", lines: In(5))
        .Done(SayCash.Statement(SayCash.Line("2025-01-15", 5))).When(SayCash.MatchAll())
        .Then(Fact(1, "", """{"voucher":"v1","line":1},{"voucher":"red1","line":1}"""), Fact(2, "1", """{"voucher":"v2","line":1}"""));

    [Fact]
    public void An_account_must_be_known() => SayCash.ABankAccount().When(SayCash.MatchAll(bankAccount: "x")).ThenRefused(RefusalCode.BankAccountUnknown);
}
