namespace VillageLedger.Tests;

public sealed class PayDividendTests
{
    internal static Given Resolved() => SayDividend.ACompanyWithProfit().Done(SayDividend.Propose(), SayDividend.Resolve());

    internal static Given ResolvedByVillage() => SayDividend.ACooperative().Done(SayDividend.Propose(payer: Say.Village), SayDividend.ResolveByHeads());

    [Fact]
    public void A_payment_is_posted_in_both_books() => Resolved().When(SayDividend.Pay(fen: 100)).Then(
        new Stored(
            SayDividend.Stream, "dividend-paid.1",
            """{"payment":"pay1","dividend":"d1","holder":"village/330110112201","date":"2025-01-25","amountFen":100,"bankAccount":"6222020012345678","reference":"F1","vouchers":[{"voucher":"pay1/1","book":"company/91330110MA2AAAAA1X","month":"2025-01"},{"voucher":"pay1/2","book":"village/330110112201","month":"2025-01"}]}"""),
        new Stored(
            SayDividend.Book, "voucher-prepared.1",
            """{"voucher":"pay1/1","type":"记","date":"2025-01-25","kind":"dividend","summary":"付2024年度分红","lines":[{"account":"2232","debitFen":100,"party":"village/330110112201"},{"account":"1002","creditFen":100}],"attachmentCount":0,"preparedBy":"zhao"}"""),
        new Stored(
            SayDividend.Book, "voucher-posted.1",
            """{"voucher":"pay1/1","standard":"small-enterprise-2013","type":"记","number":2,"date":"2025-01-25","kind":"dividend","summary":"付2024年度分红","lines":[{"account":"2232","debitFen":100,"party":"village/330110112201"},{"account":"1002","creditFen":100}],"attachmentCount":0,"preparedBy":"zhao","reviewedBy":"rule:pay-dividend.1","postedBy":"zhao","cause":"d1"}"""),
        new Stored(
            SayDividend.BookOfVillage, "voucher-prepared.1",
            """{"voucher":"pay1/2","type":"记","date":"2025-01-25","kind":"dividend","summary":"收2024年度分红","lines":[{"account":"102","debitFen":100},{"account":"112","creditFen":100,"party":"company/91330110MA2AAAAA1X"}],"attachmentCount":0,"preparedBy":"zhao"}"""),
        new Stored(
            SayDividend.BookOfVillage, "voucher-posted.1",
            """{"voucher":"pay1/2","standard":"rural-2023","type":"记","number":2,"date":"2025-01-25","kind":"dividend","summary":"收2024年度分红","lines":[{"account":"102","debitFen":100},{"account":"112","creditFen":100,"party":"company/91330110MA2AAAAA1X"}],"attachmentCount":0,"preparedBy":"zhao","reviewedBy":"rule:pay-dividend.1","postedBy":"zhao","cause":"d1"}"""));

    /// <summary>What it is owed stands in its opening, not on the control account of the resolution.</summary>
    [Fact]
    public void A_book_opened_after_the_resolution_takes_no_payment() => Resolved().Done(Say.OpenBook(owner: SayDividend.Other, id: "o3"))
        .Decided(SayDividend.Pay(SayDividend.Other, 18_000_000)).Facts.Select(fact => fact.Stream).Distinct().ShouldBe([SayDividend.Stream, SayDividend.Book]);

    [Fact]
    public void Of_a_members_bank_account_only_the_last_four_digits_are_kept() =>
        ((DividendPaid)ResolvedByVillage().Decided(SayDividend.Pay("member/m1", 28_000)).Facts[0].Fact).BankAccount.ShouldBe("****5678");

    [Fact]
    public void A_part_is_paid_in_parts() => Resolved().Done(SayDividend.Pay(fen: 35_999_999))
        .Decided(SayDividend.Pay(fen: 1, reference: "F2", id: "pay2")).Facts.Length.ShouldBe(5);

    [Fact]
    public void What_is_unpaid_is_all_that_is_paid() => Resolved().Done(SayDividend.Pay(fen: 35_999_999))
        .When(SayDividend.Pay(fen: 2, reference: "F2", id: "pay2")).ThenRefused(RefusalCode.PaymentBeyondPart, ("unpaid", "0.01"));

    [Fact]
    public void A_reference_is_paid_once() => Resolved().Done(SayDividend.Pay(fen: 1)).When(SayDividend.Pay(fen: 1, id: "pay2")).ThenRefused(RefusalCode.PaymentTwice, ("payment", "pay1"));

    [Fact]
    public void A_reference_that_came_back_is_paid_again() => Resolved().Done(SayDividend.Pay(), SayDividend.Return())
        .Decided(SayDividend.Pay(id: "pay2", date: "2025-01-29")).Facts.Length.ShouldBe(5);

    [Fact]
    public void After_six_months_it_is_paid_all_the_same() => SayDividend.CloseDecember(Resolved()).Done(Say.Close(), Say.Close(book: SayDividend.Company).Replace("close-month-", "cc-", StringComparison.Ordinal))
        .Decided(SayDividend.Pay(date: "2025-02-28")).Facts.Length.ShouldBe(5);

    [Fact]
    public void Nothing_is_paid_before_the_resolution() => SayDividend.ACompanyWithProfit().Done(SayDividend.Propose()).When(SayDividend.Pay()).ThenRefused(RefusalCode.DividendNotResolved);

    [Fact]
    public void Nothing_is_paid_on_a_day_before_the_resolution() => Resolved().When(SayDividend.Pay(date: "2025-01-19")).ThenRefused(RefusalCode.PaymentBeforeResolution, ("resolvedOn", "2025-01-20"));

    [Fact]
    public void What_was_withdrawn_is_not_paid() => Resolved().Done(SayDividend.Withdraw()).When(SayDividend.Pay()).ThenRefused(RefusalCode.DividendNotResolved);

    [Fact]
    public void What_was_not_proposed_is_not_paid() => SayDividend.ACompanyWithProfit().When(SayDividend.Pay()).ThenRefused(RefusalCode.DividendUnknown);

    [Fact]
    public void Who_has_no_part_is_paid_nothing() => Resolved().When(SayDividend.Pay("party/x")).ThenRefused(RefusalCode.HolderWithoutPart);

    [Fact]
    public void A_cooperative_pays_itself_nothing() => ResolvedByVillage().When(SayDividend.Pay(fen: 7_000)).ThenRefused(RefusalCode.HolderWithoutPart, ("holder", Say.Village));

    [Fact]
    public void A_closed_month_takes_no_payment() => Resolved().Done(Say.Close()).When(SayDividend.Pay()).ThenRefused(RefusalCode.BookMonthClosed, ("book", Say.Village));

    [Fact]
    public void A_month_to_come_takes_no_payment() => Resolved().When(SayDividend.Pay(date: "2025-03-01")).ThenRefused(RefusalCode.MonthNotYetOpen);
}
