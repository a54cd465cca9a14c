namespace VillageLedger.Tests;

public sealed class ReceiveFundTests
{
    [Fact]
    public void Earmarked_money_is_received_without_income() => SayFund.AFund().When(SayFund.Receive()).Then(
        SayFund.Prepared("in1", "2025-01-05", "收到专项资金 f1", """{"account":"102","debitFen":100000},{"account":"241","creditFen":100000,"project":"f1"}"""),
        new Stored(SayFund.Funds, "fund-received.1", """{"fund":"f1","voucher":"in1","date":"2025-01-05","amountFen":100000,"step":"received"}"""));

    [Fact]
    public void A_levy_is_owed_when_it_is_approved() => SayFund.AFund("levy").When(SayFund.Receive(more: ",\"step\":\"approved\",\"from\":\"party/nyj\"")).Then(
        SayFund.Prepared("in1", "2025-01-05", "确认应收一事一议资金 f1", """{"account":"113","debitFen":100000,"party":"party/nyj"},{"account":"231","creditFen":100000,"project":"f1"}"""),
        new Stored(SayFund.Funds, "fund-received.1", """{"fund":"f1","voucher":"in1","date":"2025-01-05","amountFen":100000,"step":"approved","from":"party/nyj"}"""));

    [Fact]
    public void A_levy_that_comes_in_settles_what_was_owed() => SayFund.AFund("levy").Done(SayFund.Receive("ap", more: ",\"step\":\"approved\"")).InBooks("ap").When(SayFund.Receive("in2", 40_000, more: ",\"account\":\"101\"")).Then(
        SayFund.Prepared("in2", "2025-01-05", "收到一事一议资金 f1", """{"account":"101","debitFen":40000},{"account":"113","creditFen":40000,"party":"party/nyj"}"""),
        new Stored(SayFund.Funds, "fund-received.1", """{"fund":"f1","voucher":"in2","date":"2025-01-05","amountFen":40000,"step":"received"}"""));

    [Fact]
    public void No_more_of_a_levy_comes_in_than_was_approved() => SayFund.AFund("levy").Done(SayFund.Receive("ap", more: ",\"step\":\"approved\"")).InBooks("ap").Done(SayFund.Receive("in2", 60_000))
        .When(SayFund.Receive("in3", 40_001)).ThenRefused(RefusalCode.LevyBeyondApproved, ("owed", "400.00"));

    [Fact]
    public void An_approval_that_waits_is_owed_by_nobody() => SayFund.AFund("levy").Done(SayFund.Receive("ap", more: ",\"step\":\"approved\"")).When(SayFund.Receive("in2", 1)).ThenRefused(RefusalCode.LevyBeyondApproved);

    [Fact]
    public void Only_a_levy_is_approved() => SayFund.AFund().When(SayFund.Receive(more: ",\"step\":\"approved\"")).ThenRefused(RefusalCode.FieldInvalid, ("field", "step"));

    [Fact]
    public void A_fund_that_is_not_there_receives_nothing() => SayFund.AFund().When(SayFund.Receive(fund: "f9")).ThenRefused(RefusalCode.FundUnknown, ("fund", "f9"));

    [Fact]
    public void A_closed_fund_receives_nothing() => SayFund.AFund().Done(SayFund.Close()).When(SayFund.Receive()).ThenRefused(RefusalCode.FundIsClosed, ("date", "2025-01-31"));

    [Theory]
    [InlineData("501")]
    [InlineData("112")]
    public void Money_comes_into_cash_or_bank(string account) => SayFund.AFund().When(SayFund.Receive(more: $",\"account\":\"{account}\"")).ThenRefused(RefusalCode.FundAccountOther, ("account", account));

    [Fact]
    public void What_a_fund_ever_received_stays_within_the_bound() => SayFund.AFund().Done(SayFund.Receive("in0", 9_007_199_254_740_991)).When(SayFund.Receive("in1", 1)).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void A_closed_month_takes_nothing() => SayFund.AFund().Done(Say.Close()).When(SayFund.Receive()).ThenRefused(RefusalCode.MonthClosed);
}
