namespace VillageLedger.Tests;

public sealed class PrepareVoucherTests
{
    [Fact]
    public void A_voucher_is_prepared_in_the_month_of_its_date() => Given.AVillageBook().When(Say.Prepare()).Then(new Stored(
        Say.Book01, "voucher-prepared.1",
        """{"voucher":"v1","type":"记","date":"2025-01-15","kind":"ordinary","summary":"收到租金","lines":[{"account":"102","debitFen":100000},{"account":"501","creditFen":100000}],"attachmentCount":0,"preparedBy":"wang"}"""));

    [Fact]
    public void Everything_that_was_given_is_kept() => Given.AVillageBook().Done(Say.RegisterParty()).Posted("v0")
        .When(Say.Prepare(
            lines: Say.Debit("112", -5, ""","party":"h001","project":"九村","contract":"ht-1","summary":"冲减" """) + "," + Say.Credit("501", -5),
            more: $$""","type":"收","attachmentCount":3,"attachments":[{"name":"a.pdf","sha256":"{{new string('0', 64)}}"}],"corrects":"v0","concernsMonth":"2024-12","sourceNumber":"记-7" """))
        .Then(new Stored(Say.Book01, "voucher-prepared.1", $$"""
            {"voucher":"v1","type":"收","date":"2025-01-15","kind":"correction","summary":"收到租金","lines":[{"account":"112","debitFen":-5,"summary":"冲减","party":"party/h001","project":"九村","contract":"ht-1"},{"account":"501","creditFen":-5}],
             "attachmentCount":3,"preparedBy":"wang","attachments":[{"name":"a.pdf","sha256":"{{new string('0', 64)}}"}],"corrects":"v0","concernsMonth":"2024-12","sourceNumber":"记-7"}
            """));

    [Fact]
    public void Attachments_are_counted_where_no_count_is_given() => Given.AVillageBook().When(Say.Prepare(more: $$""","attachments":[{"name":"a","sha256":"{{new string('a', 64)}}"}]""")).Then(new Stored(
        Say.Book01, "voucher-prepared.1",
        $$"""{"voucher":"v1","type":"记","date":"2025-01-15","kind":"ordinary","summary":"收到租金","lines":[{"account":"102","debitFen":100000},{"account":"501","creditFen":100000}],"attachmentCount":1,"preparedBy":"wang","attachments":[{"name":"a","sha256":"{{new string('a', 64)}}"}]}"""));

    [Theory]
    [InlineData("xyz")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void An_attachment_is_named_by_64_small_hex_digits(string sha) =>
        Given.AVillageBook().When(Say.Prepare(more: $$""","attachments":[{"name":"a","sha256":"{{sha}}"}]""")).ThenRefused(RefusalCode.FieldInvalid, ("field", "attachments[1].sha256"));

    [Fact]
    public void Another_kind_than_ordinary_or_transfer_is_refused() =>
        Given.AVillageBook().When(Say.Prepare(more: ""","kind":"reversal" """)).ThenRefused(RefusalCode.FieldInvalid, ("field", "kind"));

    [Fact]
    public void An_unbalanced_voucher_is_refused_with_the_difference() => Given.AVillageBook().When(Say.Prepare(lines: Say.Debit("102", 100_050) + "," + Say.Credit("501", 100_000)))
        .ThenRefused(RefusalCode.VoucherUnbalanced, ("debit", "1,000.50"), ("credit", "1,000.00"), ("difference", "0.50"));

    [Fact]
    public void A_red_and_a_black_line_on_the_same_side_balance() => Given.AVillageBook().When(Say.Prepare(lines: Say.Debit("102", 5) + "," + Say.Debit("101", -5))).Then(new Stored(
        Say.Book01, "voucher-prepared.1",
        """{"voucher":"v1","type":"记","date":"2025-01-15","kind":"ordinary","summary":"收到租金","lines":[{"account":"102","debitFen":5},{"account":"101","debitFen":-5}],"attachmentCount":0,"preparedBy":"wang"}"""));

    [Fact]
    public void A_voucher_without_lines_is_refused() => Given.AVillageBook().When(Say.Prepare(lines: "")).ThenRefused(RefusalCode.VoucherEmpty);

    [Fact]
    public void A_voucher_of_one_line_is_refused() => Given.AVillageBook().When(Say.Prepare(lines: Say.Debit("102", 1))).ThenRefused(RefusalCode.VoucherOneLine);

    [Fact]
    public void A_line_with_both_sides_is_refused() => Given.AVillageBook()
        .When(Say.Prepare(lines: """{"account":"102","debitFen":1,"creditFen":1},{"account":"501","creditFen":1}""")).ThenRefused(RefusalCode.LineBothSides, ("line", "lines[1]"));

    [Fact]
    public void A_line_without_a_side_is_refused() => Given.AVillageBook()
        .When(Say.Prepare(lines: Say.Debit("102", 1) + """,{"account":"501"}""")).ThenRefused(RefusalCode.LineNoSide, ("line", "lines[2]"));

    [Fact]
    public void A_sum_beyond_the_bound_is_refused() => Given.AVillageBook()
        .When(Say.Prepare(lines: Say.Debit("102", 9007199254740991) + "," + Say.Debit("102", 1) + "," + Say.Credit("501", 9007199254740991) + "," + Say.Credit("501", 1)))
        .ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void Red_lines_do_not_hide_a_sum_beyond_the_bound() => Given.AVillageBook()
        .When(Say.Prepare(lines: Say.Debit("102", 9007199254740991) + "," + Say.Debit("102", -9007199254740991)))
        .ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void Nor_do_they_on_the_credit_side() => Given.AVillageBook()
        .When(Say.Prepare(lines: Say.Credit("501", 9007199254740991) + "," + Say.Credit("502", -9007199254740991)))
        .ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void The_largest_amount_is_taken() => Given.AVillageBook().When(Say.Prepare(lines: Say.Debit("102", 9007199254740991) + "," + Say.Credit("501", 9007199254740991))).Then(new Stored(
        Say.Book01, "voucher-prepared.1",
        """{"voucher":"v1","type":"记","date":"2025-01-15","kind":"ordinary","summary":"收到租金","lines":[{"account":"102","debitFen":9007199254740991},{"account":"501","creditFen":9007199254740991}],"attachmentCount":0,"preparedBy":"wang"}"""));

    [Theory]
    [InlineData("999")]
    [InlineData("5010")]
    [InlineData("50199")]
    public void An_unknown_account_is_refused(string account) => Given.AVillageBook()
        .When(Say.Prepare(lines: Say.Debit("102", 1) + "," + Say.Credit(account, 1))).ThenRefused(RefusalCode.AccountUnknown, ("line", "2"), ("account", account));

    [Theory]
    [InlineData("561", "rural-2004")]
    [InlineData("5001", "small-enterprise-2013")]
    public void An_account_of_another_chart_is_refused(string account, string other) => Given.AVillageBook()
        .When(Say.Prepare(lines: Say.Debit("102", 1) + "," + Say.Credit(account, 1))).ThenRefused(RefusalCode.AccountOfAnotherChart, ("line", "2"), ("standard", "rural-2023"), ("other", other));

    [Fact]
    public void An_account_with_details_is_refused_with_an_example() => Given.AVillageBook().Done(Say.AddAccount("50101", "501", "租金收入"))
        .When(Say.Prepare()).ThenRefused(RefusalCode.AccountHasDetails, ("line", "2"), ("example", "50101 租金收入"));

    [Theory]
    [InlineData("party")]
    [InlineData("project")]
    [InlineData("contract")]
    public void What_an_account_requires_is_required(string what) => Given.AVillageBook().Done(Say.AddAccount("11201", "112", more: $$""","requires":["{{what}}"]"""))
        .When(Say.Prepare(lines: Say.Debit("11201", 1) + "," + Say.Credit("501", 1))).ThenRefused(RefusalCode.LineRequires, ("line", "1"), ("account", "11201"), ("what", what));

    [Theory]
    [InlineData("h9", "party/h9")]
    [InlineData("village/330110112299", "village/330110112299")]
    public void An_unknown_party_is_refused(string party, string shown) => Given.AVillageBook()
        .When(Say.Prepare(lines: Say.Debit("112", 1, $$""","party":"{{party}}" """) + "," + Say.Credit("501", 1))).ThenRefused(RefusalCode.PartyUnknown, ("party", shown));

    [Fact]
    public void A_book_that_is_not_open_is_refused() => Given.AVillage().When(Say.Prepare()).ThenRefused(RefusalCode.BookNotOpen, ("book", Say.Village));

    [Fact]
    public void A_date_before_the_book_is_refused() =>
        Given.AVillageBook().When(Say.Prepare(date: "2024-12-31")).ThenRefused(RefusalCode.DateBeforeBook, ("date", "2024-12-31"), ("month", "2025-01"));

    [Fact]
    public void A_closed_month_takes_no_voucher() => Given.AVillageBook().Done(Say.Close()).When(Say.Prepare()).ThenRefused(RefusalCode.MonthClosed, ("month", "2025-01"));

    [Theory]
    [InlineData("2025-03-01", "2025-01")]
    [InlineData("2052-01-15", "2051-11")]
    [InlineData("9999-12-31", "9999-10")]
    public void A_month_beyond_the_next_is_refused(string date, string before) =>
        Given.AVillageBook().When(Say.Prepare(date: date)).ThenRefused(RefusalCode.MonthNotYetOpen, ("date", date), ("before", before));

    [Fact]
    public void The_month_after_the_earliest_open_one_takes_vouchers() => Given.AVillageBook().When(Say.Prepare(date: "2025-02-28")).Then(new Stored(
        Say.Book02, "voucher-prepared.1",
        """{"voucher":"v1","type":"记","date":"2025-02-28","kind":"ordinary","summary":"收到租金","lines":[{"account":"102","debitFen":100000},{"account":"501","creditFen":100000}],"attachmentCount":0,"preparedBy":"wang"}"""));

    [Fact]
    public void Income_moves_to_the_years_result_by_a_transfer_only() => Given.AVillageBook()
        .When(Say.Prepare(lines: Say.Debit("501", 1) + "," + Say.Credit("321", 1))).ThenRefused(RefusalCode.TransferNotMarked);

    [Fact]
    public void A_transfer_takes_no_other_accounts() => Given.AVillageBook()
        .When(Say.Prepare(lines: Say.Debit("501", 1) + "," + Say.Credit("102", 1), more: ""","kind":"transfer" """)).ThenRefused(RefusalCode.TransferOfOtherAccount, ("line", "2"), ("account", "102"));

    [Theory]
    [InlineData("501", "504")]
    [InlineData("501", "32202")]
    public void A_transfer_of_income_goes_through_the_years_result(string debit, string credit) => Given.AVillageBook()
        .When(Say.Prepare(lines: Say.Debit(debit, 1) + "," + Say.Credit(credit, 1), more: ""","kind":"transfer" """)).ThenRefused(RefusalCode.TransferWithoutResult, ("account", "321"));

    [Theory]
    [InlineData("501", "321")]
    [InlineData("321", "32202")]
    [InlineData("32202", "32201")]
    public void A_transfer_moves_income_the_result_and_its_distribution(string debit, string credit) => Given.AVillageBook()
        .When(Say.Prepare(lines: Say.Debit(debit, 1) + "," + Say.Credit(credit, 1), more: ""","kind":"transfer" """)).Then(new Stored(
            Say.Book01, "voucher-prepared.1",
            $$"""{"voucher":"v1","type":"记","date":"2025-01-15","kind":"transfer","summary":"收到租金","lines":[{"account":"{{debit}}","debitFen":1},{"account":"{{credit}}","creditFen":1}],"attachmentCount":0,"preparedBy":"wang"}"""));

    [Fact]
    public void A_month_that_it_concerns_is_not_later_than_the_voucher() => Given.AVillageBook()
        .When(Say.Prepare(more: ""","concernsMonth":"2025-02" """)).ThenRefused(RefusalCode.ConcernsLaterMonth, ("month", "2025-02"));

    [Fact]
    public void The_month_that_it_concerns_may_be_its_own() => Given.AVillageBook().When(Say.Prepare(more: ""","concernsMonth":"2025-01" """)).Then(new Stored(
        Say.Book01, "voucher-prepared.1",
        """{"voucher":"v1","type":"记","date":"2025-01-15","kind":"ordinary","summary":"收到租金","lines":[{"account":"102","debitFen":100000},{"account":"501","creditFen":100000}],"attachmentCount":0,"preparedBy":"wang","concernsMonth":"2025-01"}"""));

    [Fact]
    public void Only_a_posted_voucher_is_corrected() => Given.AVillageBook().Done(Say.Prepare("v0"))
        .When(Say.Prepare(more: ""","corrects":"v0" """)).ThenRefused(RefusalCode.CorrectedVoucherNotPosted, ("voucher", "v0"));

    [Fact]
    public void A_voucher_of_another_book_is_not_corrected_here() => Given.AVillageBook().Posted("v0")
        .Done(Say.RegisterVillage("r9", "330110112202", "麦香村"), Say.OpenBook(owner: "village/330110112202", id: "o9"))
        .When(Say.Prepare(more: ""","corrects":"v0" """, book: "village/330110112202")).ThenRefused(RefusalCode.CorrectedVoucherNotPosted);

    [Fact]
    public void A_voucher_that_does_not_exist_is_not_corrected() => Given.AVillageBook()
        .When(Say.Prepare(more: ""","corrects":"nobody" """)).ThenRefused(RefusalCode.CorrectedVoucherNotPosted);

    [Fact]
    public void An_invoice_of_a_voucher_is_used() => Given.AVillageBook().When(Say.Prepare(more: SayClaim.Invoice())).Facts.Skip(1).Select(next => Stored.Of(next.Stream, next.Fact))
        .Zip([SayClaim.Used("voucher:v1", by: "wang"), SayClaim.Used("voucher:v1", SayClaim.Hash, "wang")]).ShouldAllBe(pair => pair.First.IsSameAs(pair.Second));

    [Fact]
    public void An_invoice_is_not_used_for_two_vouchers() => Given.AVillageBook().Done(Say.Prepare(more: SayClaim.Invoice())).When(Say.Prepare("v2", more: SayClaim.Invoice(SayClaim.OtherHash)))
        .ThenRefused(RefusalCode.InvoiceInUse, ("invoice", SayClaim.InvoiceKey), ("use", "voucher:v1"));

    [Fact]
    public void A_file_of_an_invoice_stands_once() => Given.AVillageBook().When(Say.Prepare(more: SayClaim.Invoice().TrimEnd(']') + "," + SayClaim.File()[",\"attachments\":[".Length..])).ThenRefused(RefusalCode.InvoiceTwice);
}
