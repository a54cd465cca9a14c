namespace VillageLedger.Tests;

public sealed class MatchStatementTests
{
    /// <summary>Rent of 1,000.00 on 15 January (v1), a bill of 200.00 paid on the 20th (v2), both in the statement, with 800.00 that nobody entered.</summary>
    internal static Given Posted() => SayCash.ABankAccount()
        .Posted("v1", lines: Say.Debit("10201", 100_000) + "," + Say.Credit("501", 100_000))
        .Posted("v2", "2025-01-20", Say.Debit("513", 20_000) + "," + Say.Credit("10201", 20_000))
        .Done(SayCash.Statement(string.Join(',', SayCash.Line("2025-01-16", 100_000, 600_000), SayCash.Line("2025-01-22", -20_000, 580_000), SayCash.Line("2025-01-31", 80_000, 660_000))));

    [Fact]
    public void A_line_of_the_bank_and_a_posted_line_are_the_same_money() => Posted().When(SayCash.Match([1], ["v1#1"]))
        .Then(new Stored(SayCash.Bank, "statement-matched.1", """{"owner":"village/330110112201","bankAccount":"jbh","match":"m1","lines":[1],"voucherLines":[{"voucher":"v1","line":1}],"matchedBy":"wang"}"""));

    [Fact]
    public void Several_go_with_several() => Posted().When(SayCash.Match([1, 2], ["v1#1", "v2#2"])).Facts.Count.ShouldBe(1);

    [Fact]
    public void A_posted_line_and_its_red_one_are_matched_without_the_bank() => Posted().Done(Say.Reverse("v2", "2025-01-25"), Say.Review("red1"), Say.Post("red1"))
        .When(SayCash.Match([], ["v2#2", "red1#2"])).Facts.Count.ShouldBe(1);

    [Fact]
    public void One_line_alone_is_no_match() => Posted().When(SayCash.Match([1], [])).ThenRefused(RefusalCode.FieldMissing, ("field", "voucherLines"));

    [Fact]
    public void The_sums_agree() => Posted().When(SayCash.Match([3], ["v1#1"])).ThenRefused(RefusalCode.MatchSumsDiffer, ("statement", "800.00"), ("book", "1,000.00"));

    [Fact]
    public void What_came_in_is_a_debit() => Posted().Posted("v3", "2025-01-31", Say.Credit("10201", 80_000) + "," + Say.Debit("501", 80_000)).When(SayCash.Match([3], ["v3#1"]))
        .ThenRefused(RefusalCode.MatchSidesSwapped, ("statement", "800.00"), ("book", "-800.00"));

    [Fact]
    public void A_line_of_the_bank_is_matched_once() => Posted().Done(SayCash.Match([1], ["v1#1"])).When(SayCash.Match([1], ["v2#2"], "m2")).ThenRefused(RefusalCode.StatementLineMatched, ("line", "1"), ("match", "m1"));

    [Fact]
    public void A_posted_line_is_matched_once() => Posted().Done(SayCash.Match([1], ["v1#1"])).When(SayCash.Match([2], ["v1#1"], "m2")).ThenRefused(RefusalCode.VoucherLineMatched, ("voucher", "v1"), ("match", "m1"));

    [Fact]
    public void A_line_stands_once_in_a_match() => Posted().When(SayCash.Match([1, 1], ["v1#1"])).ThenRefused(RefusalCode.StatementLineMatched, ("match", "m1"));

    [Fact]
    public void A_posted_line_stands_once_in_a_match() => Posted().When(SayCash.Match([1], ["v1#1", "v1#1"])).ThenRefused(RefusalCode.VoucherLineMatched, ("match", "m1"));

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void A_line_must_be_there(int line) => Posted().When(SayCash.Match([line], ["v1#1"])).ThenRefused(line == 0 ? RefusalCode.FieldInvalid : RefusalCode.StatementLineUnknown);

    [Theory]
    [InlineData("v1#2")]
    [InlineData("v1#3")]
    [InlineData("v9#1")]
    [InlineData("unposted#1")]
    public void A_voucher_line_is_posted_on_the_account(string place) => Posted().Done(Say.Prepare("unposted", lines: Say.Debit("10201", 100_000) + "," + Say.Credit("501", 100_000)))
        .When(SayCash.Match([1], [place])).ThenRefused(RefusalCode.VoucherLineNotOfAccount, ("account", "10201"));

    [Fact]
    public void An_account_must_be_known() => Posted().When(SayCash.Match([1], ["v1#1"], bankAccount: "x")).ThenRefused(RefusalCode.BankAccountUnknown);
}
