namespace VillageLedger.Tests;

public sealed class CloseFundTests
{
    [Fact]
    public void A_fund_of_which_nothing_is_left_is_closed() => SayFund.AFundWithMoney().Done(SayFund.Spend(fen: 100_000)).InBooks("out1").When(SayFund.Close())
        .Then(new Stored(SayFund.Funds, "fund-closed.1", """{"fund":"f1","date":"2025-01-31"}"""));

    [Fact]
    public void A_fund_with_money_is_not_closed() => SayFund.AFundWithMoney().When(SayFund.Close()).ThenRefused(RefusalCode.FundNotEmpty, ("left", "1,000.00"), ("waiting", "0.00"));

    [Fact]
    public void A_fund_of_which_a_voucher_waits_is_not_closed() => SayFund.AFund().Done(SayFund.Receive()).When(SayFund.Close()).ThenRefused(RefusalCode.FundNotEmpty, ("waiting", "1,000.00"));

    [Fact]
    public void A_fund_is_closed_once() => SayFund.AFund().Done(SayFund.Close()).When(SayFund.Close(id: "close2")).ThenRefused(RefusalCode.FundIsClosed);

    [Fact]
    public void A_fund_that_is_not_there_is_not_closed() => SayFund.AFund().When(SayFund.Close("f9")).ThenRefused(RefusalCode.FundUnknown);
}
