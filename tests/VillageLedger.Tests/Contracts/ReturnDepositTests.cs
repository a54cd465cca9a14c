namespace VillageLedger.Tests;

public sealed class ReturnDepositTests
{
    private static Given Held() => ReceiveDepositTests.WithDeposit().Done(SayContract.Receive(), Say.Review("dep1"), Say.Post("dep1"));

    [Fact]
    public void All_that_is_held_goes_back() => Held().When(SayContract.Return(date: "2025-02-03")).Then(
            Prepared("""{"account":"211","debitFen":300000,"party":"party/c001","contract":"c1"},{"account":"102","creditFen":300000}"""),
            new Stored(SayContract.Stream, "deposit-returned.1", """{"owner":"village/330110112201","contract":"c1","voucher":"dep2","date":"2025-02-03","amountFen":300000}"""))
        .Guarded.ShouldBe([Say.Book02, Say.Book01, SayContract.Stream, "accounts/village/330110112201"], ignoreOrder: true);

    [Fact]
    public void A_part_is_set_off_against_what_the_party_owes() => Held().When(SayContract.Return(date: "2025-02-03", more: ""","offsetFen":120000""")).Then(
        Prepared("""{"account":"211","debitFen":300000,"party":"party/c001","contract":"c1"},{"account":"102","creditFen":180000},{"account":"112","creditFen":120000,"party":"party/c001","contract":"c1"}"""),
        new Stored(SayContract.Stream, "deposit-returned.1", """{"owner":"village/330110112201","contract":"c1","voucher":"dep2","date":"2025-02-03","amountFen":300000,"offsetFen":120000}"""));

    [Fact]
    public void Where_all_is_set_off_no_money_moves() =>
        ((VoucherPrepared)Held().Decided(SayContract.Return(more: ""","amountFen":50000,"offsetFen":50000""")).Facts[0].Fact).Lines.Select(line => line.Account.Value).ShouldBe(["211", "112"]);

    [Theory]
    [InlineData(""","amountFen":300001""", "3,000.00")]
    [InlineData(""","amountFen":100,"offsetFen":101""", "1.00")]
    [InlineData(""","amountFen":0""", "3,000.00")]
    public void More_than_is_held_or_leaves_it_is_refused(string more, string limit) => Held().When(SayContract.Return(more: more)).ThenRefused(RefusalCode.DepositBeyond, ("limit", limit));

    [Fact]
    public void What_went_back_does_not_go_back_again() => Held().Done(SayContract.Return()).When(SayContract.Return(id: "dep3")).ThenRefused(RefusalCode.DepositBeyond);

    [Fact]
    public void A_contract_without_deposit_is_refused() => SayContract.WithLease().When(SayContract.Return()).ThenRefused(RefusalCode.DepositNotAgreed);

    [Fact]
    public void An_unknown_contract_is_refused() => SayContract.WithParties().When(SayContract.Return()).ThenRefused(RefusalCode.ContractUnknown);

    [Fact]
    public void A_book_that_is_not_open_is_refused() => Given.AVillage().When(SayContract.Return()).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void A_day_before_the_book_is_refused() => Held().When(SayContract.Return(date: "2024-12-31")).ThenRefused(RefusalCode.DateBeforeBook);

    [Fact]
    public void A_closed_month_is_refused() => Held().Done(Say.Close()).When(SayContract.Return()).ThenRefused(RefusalCode.MonthClosed);

    [Fact]
    public void A_month_that_is_not_open_yet_is_refused() => Held().When(SayContract.Return(date: "2025-03-01")).ThenRefused(RefusalCode.MonthNotYetOpen);

    private static Stored Prepared(string lines) => new(Say.Book02, "voucher-prepared.1",
        $$"""{"voucher":"dep2","type":"记","date":"2025-02-03","kind":"ordinary","summary":"退押金 c1","lines":[{{lines}}],"attachmentCount":0,"preparedBy":"wang","cause":"deposit:c1"}""");

    [Fact]
    public void What_has_not_come_in_does_not_go_back() => ReceiveDepositTests.WithDeposit().Done(SayContract.Receive()).When(SayContract.Return()).ThenRefused(RefusalCode.DepositBeyond, ("limit", "0.00"));

    [Fact]
    public void What_went_back_is_not_taken_back_from_where_it_came() => Held().Done(SayContract.Return(more: ""","amountFen":1""")).When(Say.Reverse("dep1", "2025-01-25")).ThenRefused(RefusalCode.DepositBeyond, ("limit", "2,999.99"));

    [Fact]
    public void It_is_once_the_return_is_taken_back() => Held().Done(SayContract.Return(), Say.Discard("dep2")).When(Say.Reverse("dep1", "2025-01-25")).Facts.Count.ShouldBe(1);

    [Fact]
    public void A_red_voucher_is_not_posted_when_the_deposit_went_back_meanwhile() => Held().Done(Say.Reverse("dep1", "2025-01-25"), Say.Review("red1"), SayContract.Return()).When(Say.Post("red1")).ThenRefused(RefusalCode.DepositBeyond);
}
