namespace VillageLedger.Tests;

public sealed class SpendFundTests
{
    [Fact]
    public void What_an_asset_costs_becomes_the_collectives_own() => SayFund.AFundWithMoney().Done(Say.RegisterParty("sgd", "company", "施工队", "r9"))
        .When(SayFund.Spend(more: ",\"asset\":\"153\",\"party\":\"sgd\",\"document\":\"6号\"")).Then(
            SayFund.Prepared("out1", "2025-01-10", "专项资金 f1 用于道路", """{"account":"153","debitFen":30000,"party":"party/sgd"},{"account":"102","creditFen":30000},{"account":"241","debitFen":30000,"project":"f1"},{"account":"311","creditFen":30000}"""),
            new Stored(SayFund.Funds, "fund-spent.1", """{"fund":"f1","voucher":"out1","date":"2025-01-10","amountFen":30000,"purpose":"road","use":"asset","party":"party/sgd","document":"6号"}"""));

    [Fact]
    public void What_is_used_up_does_not_pass_through_income() => SayFund.AFundWithMoney().When(SayFund.Spend(purpose: "training", use: "expense")).Then(
        SayFund.Prepared("out1", "2025-01-10", "专项资金 f1 用于培训", """{"account":"241","debitFen":30000,"project":"f1"},{"account":"102","creditFen":30000}"""),
        new Stored(SayFund.Funds, "fund-spent.1", """{"fund":"f1","voucher":"out1","date":"2025-01-10","amountFen":30000,"purpose":"training","use":"expense"}"""));

    [Fact]
    public void A_detail_account_gets_what_it_requires() => SayFund.AFundWithMoney().Done(Say.AddAccount("15301", "153", more: ",\"requires\":[\"project\",\"party\",\"contract\"]")).When(SayFund.Spend(more: ",\"asset\":\"15301\"")).Facts[0].Fact
        .ShouldBeOfType<VoucherPrepared>().Lines[0].ShouldBe(new(new("15301"), DebitFen: 30_000, Party: Holder.Party("nyj"), Project: "f1", Contract: "f1"));

    [Fact]
    public void It_holds_while_the_vouchers_of_the_fund_stay_as_they_were() => SayFund.AFundWithMoney().When(SayFund.Spend(date: "2025-02-10")).Guarded.ShouldContain(Say.Book01);

    [Fact]
    public void Money_is_not_spent_on_another_purpose() => SayFund.AFundWithMoney().When(SayFund.Spend(purpose: "feast")).ThenRefused(RefusalCode.FundPurposeOther, ("purpose", "feast"), ("purposes", "road 道路, training 培训"));

    [Fact]
    public void No_more_is_spent_than_was_received() => SayFund.AFundWithMoney().When(SayFund.Spend(fen: 100_001)).ThenRefused(RefusalCode.FundOverspent, ("left", "1,000.00"));

    [Fact]
    public void What_was_received_and_waits_is_not_there_yet() => SayFund.AFund().Done(SayFund.Receive()).When(SayFund.Spend(fen: 1)).ThenRefused(RefusalCode.FundOverspent, ("left", "0.00"));

    [Fact]
    public void What_waits_to_be_spent_is_not_spent_again() => SayFund.AFundWithMoney().Done(SayFund.Spend(fen: 60_000)).When(SayFund.Spend("out2", 40_001)).ThenRefused(RefusalCode.FundOverspent, ("left", "400.00"), ("waiting", "600.00"));

    [Fact]
    public void What_was_taken_back_is_not_there() => SayFund.AFundWithMoney().Done(Say.Reverse("in1")).InBooks("red1").When(SayFund.Spend(fen: 1)).ThenRefused(RefusalCode.FundOverspent);

    [Fact]
    public void A_discarded_voucher_gives_the_money_back() => SayFund.AFundWithMoney().Done(SayFund.Spend(fen: 100_000), Say.Discard("out1")).When(SayFund.Spend("out2", 100_000)).Facts.Count.ShouldBe(2);

    [Fact]
    public void A_reversed_voucher_gives_the_money_back() => SayFund.AFundWithMoney().Done(SayFund.Spend(fen: 100_000)).InBooks("out1").Done(Say.Reverse("out1")).InBooks("red1").When(SayFund.Spend("out2", 100_000)).Facts.Count.ShouldBe(2);

    [Fact]
    public void What_the_register_took_over_can_be_spent() => Given.AVillage().Done(
            Say.OpenBook(opening: Say.Debit("102", 30_000) + "," + Say.Credit("241", 30_000)), Say.RegisterParty("nyj", "public-body", "农业农村局"), SayFund.Open(more: ",\"openingFen\":30000"))
        .When(SayFund.Spend()).Facts.Count.ShouldBe(2);

    [Fact]
    public void A_levy_is_spent_once_it_is_paid_in() => SayFund.AFund("levy").Done(SayFund.Receive("ap", more: ",\"step\":\"approved\"")).InBooks("ap").When(SayFund.Spend(fen: 1)).ThenRefused(RefusalCode.FundOverspent, ("left", "0.00"));

    [Fact]
    public void Money_is_not_spent_after_its_time() => SayFund.AFundWithMoney().Done(Say.Close()).When(SayFund.Spend(date: "2026-01-01")).ThenRefused(RefusalCode.FundExpired, ("until", "2025-12-31"));

    [Fact]
    public void An_expense_buys_no_asset() => SayFund.AFundWithMoney().When(SayFund.Spend(use: "expense", more: ",\"asset\":\"151\"")).ThenRefused(RefusalCode.FieldInvalid, ("field", "asset"));

    [Theory]
    [InlineData("asset", "513")]
    [InlineData("asset", "141")]
    [InlineData("account", "112")]
    public void The_accounts_are_those_that_the_kind_allows(string field, string account) =>
        SayFund.AFundWithMoney().When(SayFund.Spend(more: $",\"{field}\":\"{account}\"")).ThenRefused(RefusalCode.FundAccountOther, ("account", account));

    [Fact]
    public void Whoever_is_paid_is_registered() => SayFund.AFundWithMoney().When(SayFund.Spend(more: ",\"party\":\"nobody\"")).ThenRefused(RefusalCode.HolderUnknown);

    [Fact]
    public void A_fund_that_is_not_there_is_not_spent() => SayFund.AFund().When(SayFund.Spend(fund: "f9")).ThenRefused(RefusalCode.FundUnknown);

    [Fact]
    public void A_closed_fund_is_not_spent() => SayFund.AFund().Done(SayFund.Close()).When(SayFund.Spend()).ThenRefused(RefusalCode.FundIsClosed);
}
