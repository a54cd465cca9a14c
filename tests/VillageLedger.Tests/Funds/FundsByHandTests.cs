namespace VillageLedger.Tests;

/// <summary>What vouchers made by hand may do on 241 and 231.</summary>
public sealed class FundsByHandTests
{
    private static readonly string In = Say.Debit("102", 5) + "," + Say.Credit("241", 5);

    [Fact]
    public void Without_funds_the_accounts_are_as_any() => Given.AVillageBook().When(Say.Prepare(lines: Say.Debit("241", 5) + "," + Say.Credit("102", 5))).Facts.Count.ShouldBe(1);

    [Theory]
    [InlineData("")]
    [InlineData(",\"project\":\"f9\"")]
    public void A_line_names_an_open_fund(string project) => SayFund.AFund().When(Say.Prepare(lines: Say.Debit("102", 5) + "," + Say.Credit("241", 5, project))).ThenRefused(RefusalCode.FundLineUnnamed, ("line", "2"), ("account", "241"));

    [Fact]
    public void A_line_names_a_fund_of_its_kind() => SayFund.AFund("levy").When(Say.Prepare(lines: Say.Debit("102", 5) + "," + Say.Credit("241", 5, ",\"project\":\"f1\""))).ThenRefused(RefusalCode.FundLineUnnamed);

    [Fact]
    public void A_line_that_names_its_fund_is_taken() => SayFund.AFund().When(Say.Prepare(lines: Say.Debit("102", 5) + "," + Say.Credit("241", 5, ",\"project\":\"f1\""))).Facts.Count.ShouldBe(1);

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public void Money_is_not_taken_by_hand_on_either_side(long fen) => SayFund.AFundWithMoney()
        .When(Say.Prepare(lines: fen > 0 ? Say.Debit("241", fen, ",\"project\":\"f1\"") + "," + Say.Credit("102", fen) : Say.Debit("102", fen) + "," + Say.Credit("241", fen, ",\"project\":\"f1\"")))
        .ThenRefused(RefusalCode.FundByHand, ("account", "241"));

    [Fact]
    public void A_red_voucher_is_as_it_must_be() => SayFund.AFundWithMoney().When(Say.Reverse("in1")).Facts.Count.ShouldBe(1);

    [Fact]
    public void A_voucher_prepared_before_the_first_fund_is_not_posted_unnamed() => Given.AVillageBook().Done(Say.RegisterParty("nyj", "public-body", "局"), Say.Prepare(lines: In), Say.Review(), SayFund.Open())
        .When(Say.Post()).ThenRefused(RefusalCode.FundLineUnnamed);

    [Fact]
    public void Posting_holds_while_there_is_no_fund() => Given.AVillageBook().Done(Say.Prepare(lines: In), Say.Review()).When(Say.Post()).Guarded.ShouldContain(SayFund.Funds);

    [Fact]
    public void Posting_what_concerns_no_fund_does_not_wait_for_funds() => Given.AVillageBook().Done(Say.Prepare(), Say.Review()).When(Say.Post()).Guarded.ShouldNotContain(SayFund.Funds);

    [Fact]
    public void A_shortage_of_cash_is_not_taken_from_a_fund() => SayFund.AFundWithMoney().Posted("v1", lines: Say.Debit("101", 10) + "," + Say.Credit("102", 10))
        .When(SayCash.Count(4, more: ",\"suspense\":\"241\"")).ThenRefused(RefusalCode.FundByHand, ("account", "241"));

    [Theory]
    [InlineData("in")]
    [InlineData("out")]
    public void A_deposit_does_not_move_through_a_fund(string way)
    {
        var given = ReceiveDepositTests.WithDeposit().Done(Say.RegisterParty("nyj", "public-body", "局"), SayFund.Open(), SayFund.Receive()).InBooks("in1");
        const string account = ",\"account\":\"241\"";
        (way == "in" ? given.When(SayContract.Receive(more: account)) : given.Done(SayContract.Receive()).InBooks("dep1").When(SayContract.Return(more: account)))
            .ThenRefused(way == "in" ? RefusalCode.FundByHand : RefusalCode.FundLineUnnamed, ("account", "241"));
    }

    [Theory]
    [InlineData("241")]
    [InlineData("231")]
    public void The_rent_of_a_contract_is_no_earmarked_money(string account) => SayContract.WithParties().When(SayContract.Sign(more: $",\"account\":\"{account}\"")).ThenRefused(RefusalCode.FieldInvalid, ("field", "account"), ("value", account));
}
