namespace VillageLedger.Tests;

public sealed class ReturnFundTests
{
    [Fact]
    public void Unspent_money_goes_back_even_after_its_time() => SayFund.AFund(more: ",\"until\":\"2025-01-01\"").Done(SayFund.Receive()).InBooks("in1").When(SayFund.Return(more: ",\"account\":\"101\",\"document\":\"8号\"")).Then(
        SayFund.Prepared("back1", "2025-01-20", "退回专项资金结余 f1", """{"account":"241","debitFen":10000,"project":"f1"},{"account":"101","creditFen":10000}"""),
        new Stored(SayFund.Funds, "fund-returned.1", """{"fund":"f1","voucher":"back1","date":"2025-01-20","amountFen":10000,"document":"8号"}"""));

    [Fact]
    public void No_more_goes_back_than_is_left() => SayFund.AFundWithMoney().Done(SayFund.Spend(fen: 95_000)).When(SayFund.Return()).ThenRefused(RefusalCode.FundOverspent, ("left", "50.00"));

    [Fact]
    public void A_fund_that_is_not_there_returns_nothing() => SayFund.AFund().When(SayFund.Return(fund: "f9")).ThenRefused(RefusalCode.FundUnknown);

    [Fact]
    public void A_closed_fund_returns_nothing() => SayFund.AFund().Done(SayFund.Close()).When(SayFund.Return()).ThenRefused(RefusalCode.FundIsClosed);

    [Fact]
    public void Money_goes_back_from_cash_or_bank() => SayFund.AFundWithMoney().When(SayFund.Return(more: ",\"account\":\"211\"")).ThenRefused(RefusalCode.FundAccountOther);
}
