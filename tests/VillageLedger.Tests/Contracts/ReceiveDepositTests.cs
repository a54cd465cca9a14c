namespace VillageLedger.Tests;

public sealed class ReceiveDepositTests
{
    internal static Given WithDeposit() => SayContract.WithLease(more: ""","depositFen":300000""");

    [Fact]
    public void A_deposit_comes_in_by_a_voucher() => WithDeposit().When(SayContract.Receive()).Then(
        new Stored(Say.Book01, "voucher-prepared.1", """
            {"voucher":"dep1","type":"记","date":"2025-01-05","kind":"ordinary","summary":"收押金 c1","lines":[{"account":"102","debitFen":300000},{"account":"211","creditFen":300000,"party":"party/c001","contract":"c1"}],
             "attachmentCount":0,"preparedBy":"wang","cause":"deposit:c1"}
            """),
        new Stored(SayContract.Stream, "deposit-received.1", """{"owner":"village/330110112201","contract":"c1","voucher":"dep1","date":"2025-01-05","amountFen":300000}"""));

    [Fact]
    public void A_part_of_it_can_come_first_into_a_named_account() => ((VoucherPrepared)WithDeposit().Decided(SayContract.Receive(more: ""","amountFen":100000,"account":"101" """)).Facts[0].Fact).Lines[0].ShouldBe(new(new("101"), 100_000));

    [Theory]
    [InlineData("rural-2004", "202")]
    [InlineData("rural-2023", "211")]
    public void It_is_owed_by_the_chart_of_the_book(string standard, string account) => ((VoucherPrepared)SayContract.WithParties("2023-01", standard).Done(SayContract.Sign(from: "2023-01-01", more: ""","depositFen":300000"""))
        .Decided(SayContract.Receive(date: "2023-01-05")).Facts[0].Fact).Lines[1].Account.Value.ShouldBe(account);

    [Fact]
    public void An_account_of_money_that_asks_for_contract_and_party_gets_them() => ((VoucherPrepared)WithDeposit().Done(Say.AddAccount("10201", "102", more: ""","requires":["party","contract"]"""))
        .Decided(SayContract.Receive()).Facts[0].Fact).Lines[0].Contract.ShouldBe("c1");

    [Fact]
    public void What_was_received_is_not_received_again() => WithDeposit().Done(SayContract.Receive()).When(SayContract.Receive(id: "dep3")).ThenRefused(RefusalCode.DepositBeyond, ("limit", "0.00"));

    [Fact]
    public void After_the_voucher_was_discarded_it_is() => WithDeposit().Done(SayContract.Receive(), Say.Discard("dep1")).Decided(SayContract.Receive(id: "dep3")).Facts.Length.ShouldBe(2);

    [Fact]
    public void More_than_agreed_is_refused() => WithDeposit().When(SayContract.Receive(more: ""","amountFen":300001""")).ThenRefused(RefusalCode.DepositBeyond, ("amount", "3,000.01"), ("limit", "3,000.00"));

    [Fact]
    public void A_contract_without_deposit_is_refused() => SayContract.WithLease().When(SayContract.Receive()).ThenRefused(RefusalCode.DepositNotAgreed);

    [Fact]
    public void An_unknown_contract_is_refused() => SayContract.WithParties().When(SayContract.Receive()).ThenRefused(RefusalCode.ContractUnknown);

    [Fact]
    public void A_book_that_is_not_open_is_refused() => Given.AVillage().When(SayContract.Receive()).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void A_day_before_the_book_is_refused() => WithDeposit().When(SayContract.Receive(date: "2024-12-31")).ThenRefused(RefusalCode.DateBeforeBook);

    [Fact]
    public void A_closed_month_is_refused() => WithDeposit().Done(Say.Close()).When(SayContract.Receive()).ThenRefused(RefusalCode.MonthClosed);

    [Fact]
    public void A_month_that_is_not_open_yet_is_refused() => WithDeposit().When(SayContract.Receive(date: "2025-03-01")).ThenRefused(RefusalCode.MonthNotYetOpen);

    [Fact]
    public void What_every_voucher_must_hold_is_asked_of_it_too() => WithDeposit().When(SayContract.Receive(more: ""","account":"10299" """)).ThenRefused(RefusalCode.AccountUnknown);
}
