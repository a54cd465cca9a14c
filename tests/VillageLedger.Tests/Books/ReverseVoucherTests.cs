namespace VillageLedger.Tests;

public sealed class ReverseVoucherTests
{
    [Fact]
    public void A_posted_voucher_is_taken_back_by_a_red_one_on_the_same_sides() => Given.AVillageBook().Posted("v1").When(Say.Reverse()).Then(RedPrepared(Say.Book01, "2025-01-20", ""))
        .Guarded.ShouldBe([Say.Book01, "book/village/330110112201/2024-12", Say.Book02], ignoreOrder: true);

    [Fact]
    public void A_voucher_of_a_closed_month_is_taken_back_in_an_open_one_that_names_it() => Given.AVillageBook().Posted("v1").Done(Say.Close(), Say.Close("2025-02"))
        .When(Say.Reverse(date: "2025-04-01")).Then(RedPrepared("book/village/330110112201/2025-04", "2025-04-01", ""","concernsMonth":"2025-01" """))
        .Guarded.ShouldBe(["book/village/330110112201/2025-04", Say.Book01, Say.Book03, "book/village/330110112201/2025-05"], ignoreOrder: true);

    [Fact]
    public void Posting_the_red_voucher_marks_the_original_in_its_closed_month() => Given.AVillageBook().Posted("v1").Done(Say.Close(), Say.Reverse(date: "2025-02-01"), Say.Review("red1"))
        .When(Say.Post("red1")).Then(
            RedPosted("red1", "v1", 1, "2025-02-01", more: ""","concernsMonth":"2025-01" """),
            new Stored(Say.Book01, "voucher-reversed.1", """{"voucher":"v1","reversal":"red1","month":"2025-02"}"""));

    [Fact]
    public void The_reversal_of_a_transfer_is_a_transfer() => Given.AVillageBook().Posted("v1", lines: Say.Debit("501", 7) + "," + Say.Credit("321", 7), more: ""","kind":"transfer" """)
        .When(Say.Reverse()).Then(new Stored(Say.Book01, "voucher-prepared.1", """
            {"voucher":"red1","type":"记","date":"2025-01-20","kind":"transfer","summary":"注销1月15日记-1号凭证：金额有误","lines":[{"account":"501","debitFen":-7},{"account":"321","creditFen":-7}],
             "attachmentCount":0,"preparedBy":"wang","reverses":"v1"}
            """));

    [Fact]
    public void A_reversal_uses_its_originals_accounts_even_if_they_have_details_and_requirements_now() => Given.AVillageBook().Posted("v1").Done(Say.AddAccount("50101", "501", more: ""","requires":["party"]"""), Say.Reverse(), Say.Review("red1"))
        .When(Say.Post("red1")).Then(RedPosted("red1", "v1", 2), new Stored(Say.Book01, "voucher-reversed.1", """{"voucher":"v1","reversal":"red1","month":"2025-01"}"""));

    [Fact]
    public void An_unposted_voucher_is_not_reversed() => Given.AVillageBook().Done(Say.Prepare()).When(Say.Reverse()).ThenRefused(RefusalCode.VoucherNotPosted);

    [Fact]
    public void An_unknown_voucher_is_not_reversed() => Given.AVillageBook().When(Say.Reverse()).ThenRefused(RefusalCode.VoucherUnknown);

    [Fact]
    public void A_voucher_is_not_reversed_while_a_reversal_waits() => Given.AVillageBook().Posted("v1").Done(Say.Reverse())
        .When(Say.Reverse(id: "red2")).ThenRefused(RefusalCode.VoucherAlreadyReversed, ("by", "red1"));

    [Fact]
    public void A_reversal_that_waits_in_the_next_month_is_found() => Given.AVillageBook().Posted("v1").Done(Say.Reverse(date: "2025-02-10"))
        .When(Say.Reverse(id: "red2")).ThenRefused(RefusalCode.VoucherAlreadyReversed, ("by", "red1"));

    [Fact]
    public void A_reversal_that_waits_in_the_month_before_is_found() => Given.AVillageBook().Posted("v1").Done(Say.Reverse())
        .When(Say.Reverse(id: "red2", date: "2025-02-10")).ThenRefused(RefusalCode.VoucherAlreadyReversed, ("by", "red1"));

    [Fact]
    public void A_voucher_is_reversed_once() => Given.AVillageBook().Posted("v1").Done(Say.Reverse(), Say.Review("red1"), Say.Post("red1"))
        .When(Say.Reverse(id: "red2")).ThenRefused(RefusalCode.VoucherAlreadyReversed, ("by", "red1"));

    [Fact]
    public void After_a_reversal_was_discarded_another_is_prepared() => Given.AVillageBook().Posted("v1").Done(Say.Reverse(id: "red0"), Say.Discard("red0"))
        .When(Say.Reverse()).Then(RedPrepared(Say.Book01, "2025-01-20", ""));

    [Fact]
    public void A_reversal_is_not_reversed() => Given.AVillageBook().Posted("v1").Done(Say.Reverse(), Say.Review("red1"), Say.Post("red1"))
        .When(Say.Reverse("red1", id: "red2")).ThenRefused(RefusalCode.ReversalNotReversible, ("voucher", "red1"));

    [Fact]
    public void A_reversal_is_not_dated_before_its_original() => Given.AVillageBook().Posted("v1")
        .When(Say.Reverse(date: "2025-01-14")).ThenRefused(RefusalCode.ReversalBeforeOriginal, ("date", "2025-01-14"), ("original", "2025-01-15"));

    [Fact]
    public void An_earlier_years_voucher_is_not_taken_back_in_red() => Given.AVillage().Done(Say.OpenBook("2024-12")).Posted("v1", "2024-12-15")
        .When(Say.Reverse()).ThenRefused(RefusalCode.ReversalAcrossYears, ("year", "2024"));

    [Fact]
    public void A_closed_month_takes_no_reversal() => Given.AVillageBook().Posted("v1").Done(Say.Close()).When(Say.Reverse()).ThenRefused(RefusalCode.MonthClosed);

    [Fact]
    public void A_reversal_is_not_dated_in_a_month_that_is_not_open_yet() => Given.AVillageBook().Posted("v1").When(Say.Reverse(date: "2025-03-01")).ThenRefused(RefusalCode.MonthNotYetOpen);

    [Fact]
    public void The_preparer_of_a_reversal_does_not_review_it() => Given.AVillageBook().Posted("v1").Done(Say.Reverse()).When(Say.Review("red1", "wang")).ThenRefused(RefusalCode.ReviewByPreparer);

    [Fact]
    public void Of_two_reversals_that_were_prepared_only_one_is_posted() => Given.AVillageBook().Posted("v1")
        .Fact(Say.Book02, "voucher-prepared.1", """{"voucher":"red0","type":"记","date":"2025-02-01","kind":"reversal","summary":"s","lines":[{"account":"102","debitFen":-100000},{"account":"501","creditFen":-100000}],"attachmentCount":0,"preparedBy":"wang","reverses":"v1"}""")
        .Fact(Say.Book01, "voucher-prepared.1", """{"voucher":"red1","type":"记","date":"2025-01-20","kind":"reversal","summary":"s","lines":[{"account":"102","debitFen":-100000},{"account":"501","creditFen":-100000}],"attachmentCount":0,"preparedBy":"wang","reverses":"v1"}""")
        .Done(Say.Review("red0"), Say.Review("red1"), Say.Post("red0")).When(Say.Post("red1")).ThenRefused(RefusalCode.VoucherAlreadyReversed, ("by", "red0"));

    internal static Stored RedPosted(string red, string original, int number, string date = "2025-01-20", string by = "wang", string more = "") => new(
        $"book/village/330110112201/{date[..7]}", "voucher-posted.1",
        $$"""
        {"voucher":"{{red}}","standard":"rural-2023","type":"记","number":{{number}},"date":"{{date}}","kind":"reversal","summary":"注销1月15日记-1号凭证：金额有误",
         "lines":[{"account":"102","debitFen":-100000},{"account":"501","creditFen":-100000}],"attachmentCount":0,"preparedBy":"wang","reviewedBy":"li","postedBy":"{{by}}","reverses":"{{original}}"{{more}}}
        """);

    private static Stored RedPrepared(string stream, string date, string more) => new(
        stream, "voucher-prepared.1",
        $$"""
        {"voucher":"red1","type":"记","date":"{{date}}","kind":"reversal","summary":"注销1月15日记-1号凭证：金额有误",
         "lines":[{"account":"102","debitFen":-100000},{"account":"501","creditFen":-100000}],"attachmentCount":0,"preparedBy":"wang","reverses":"v1"{{more}}}
        """);

    [Fact]
    public void A_voucher_that_was_taken_back_frees_its_invoice() => Given.AVillageBook().Posted("v1", more: SayClaim.Invoice()).Done(Say.Reverse(), Say.Review("red1"), Say.Post("red1"))
        .When(Say.Prepare("v2", date: "2025-01-21", more: SayClaim.Invoice())).Facts.Count.ShouldBe(3);

    [Fact]
    public void A_red_voucher_that_waits_does_not_free_the_invoice() => Given.AVillageBook().Posted("v1", more: SayClaim.Invoice()).Done(Say.Reverse())
        .When(Say.Prepare("v2", date: "2025-01-21", more: SayClaim.Invoice())).ThenRefused(RefusalCode.InvoiceInUse, ("use", "voucher:v1"));
}
