namespace VillageLedger.Tests;

public sealed class PostVoucherTests
{
    [Theory]
    [InlineData("wang")]
    [InlineData("li")]
    public void A_reviewed_voucher_is_posted_with_the_first_number_by_its_preparer_or_reviewer(string by) => Given.AVillageBook().Done(Say.Prepare(), Say.Review()).When(Say.Post(by: by))
        .Then(Posted("v1", 1, by: by)).Guarded.ShouldBe([Say.Book01, "accounts/village/330110112201", "cash/village/330110112201"]);

    [Fact]
    public void Numbers_run_by_type_and_month() => Given.AVillageBook()
        .Posted("v1").Posted("v2", more: ""","type":"收" """).Posted("v3", date: "2025-02-01").Done(Say.Prepare("v4", date: "2025-01-02"), Say.Review("v4"))
        .When(Say.Post("v4")).Then(Posted("v4", 2, "2025-01-02"));

    [Fact]
    public void The_whole_voucher_is_kept_in_the_posted_fact() => Given.AVillageBook().Done(Say.RegisterParty()).Posted("v0").Done(
            Say.Prepare(lines: Say.Debit("112", 5, ""","party":"h001","project":"九村","contract":"ht-1","summary":"应收" """) + "," + Say.Credit("501", 5),
                more: $$""","type":"转","attachmentCount":2,"attachments":[{"name":"a.pdf","sha256":"{{new string('0', 64)}}"}],"corrects":"v0","concernsMonth":"2024-12","sourceNumber":"记-7" """),
            Say.Review())
        .When(Say.Post()).Then(new Stored(Say.Book01, "voucher-posted.1", $$"""
            {"voucher":"v1","standard":"rural-2023","type":"转","number":1,"sourceNumber":"记-7","date":"2025-01-15","kind":"correction","summary":"收到租金",
             "lines":[{"account":"112","debitFen":5,"summary":"应收","party":"party/h001","project":"九村","contract":"ht-1"},{"account":"501","creditFen":5}],
             "attachmentCount":2,"attachments":[{"name":"a.pdf","sha256":"{{new string('0', 64)}}"}],"corrects":"v0","concernsMonth":"2024-12","preparedBy":"wang","reviewedBy":"li","postedBy":"wang"}
            """), new Stored(Say.Book01, "voucher-corrected.1", """{"voucher":"v0","correction":"v1","month":"2025-01"}"""));

    [Fact]
    public void What_was_amended_is_posted_as_amended() => Given.AVillageBook().Done(Say.Prepare(), Say.Amend(), Say.Review()).When(Say.Post())
        .Then(Posted("v1", 1, "2025-01-16", 200_000, summary: "收到房租"));

    [Fact]
    public void An_unreviewed_voucher_is_not_posted() => Given.AVillageBook().Done(Say.Prepare()).When(Say.Post()).ThenRefused(RefusalCode.VoucherNotReviewed);

    [Fact]
    public void A_voucher_is_posted_once() => Given.AVillageBook().Posted("v1").When(Say.Post(by: "li")).ThenRefused(RefusalCode.VoucherPosted, ("number", "1"));

    [Fact]
    public void Anybody_else_does_not_post() => Given.AVillageBook().Done(Say.Prepare(), Say.Review()).When(Say.Post(by: "zhao")).ThenRefused(RefusalCode.PostByOther, ("by", "zhao"));

    [Fact]
    public void A_discarded_voucher_is_not_posted() => Given.AVillageBook().Done(Say.Prepare(), Say.Review(), Say.Discard()).When(Say.Post()).ThenRefused(RefusalCode.VoucherDiscarded);

    [Fact]
    public void An_unknown_voucher_is_not_posted() => Given.AVillageBook().When(Say.Post()).ThenRefused(RefusalCode.VoucherUnknown);

    [Fact]
    public void An_account_that_has_got_details_since_takes_no_more_postings() => Given.AVillageBook().Done(Say.Prepare(), Say.Review(), Say.AddAccount("50101", "501"))
        .When(Say.Post()).ThenRefused(RefusalCode.AccountHasDetails, ("line", "2"));

    [Fact]
    public void The_turnover_of_a_month_stays_within_the_bound() => Given.AVillageBook().Posted("v1", lines: Say.Rent(9007199254740991)).Done(Say.Prepare("v2", lines: Say.Rent(1)), Say.Review("v2"))
        .When(Say.Post("v2")).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void Red_and_black_credits_of_a_month_do_not_cancel_out_against_the_bound() => Given.AVillageBook()
        .Posted("v1", lines: Say.Credit("501", 4503599627370495) + "," + Say.Credit("502", -4503599627370495))
        .Done(Say.Prepare("v2", lines: Say.Credit("501", 1) + "," + Say.Credit("502", -1)), Say.Review("v2"))
        .When(Say.Post("v2")).ThenRefused(RefusalCode.SumOutOfBounds);

    internal static Stored Posted(string voucher, int number, string date = "2025-01-15", long fen = 100_000, string by = "wang", string summary = "收到租金") => new(
        $"book/village/330110112201/{date[..7]}", "voucher-posted.1",
        $$"""
        {"voucher":"{{voucher}}","standard":"rural-2023","type":"记","number":{{number}},"date":"{{date}}","kind":"ordinary","summary":"{{summary}}",
         "lines":[{"account":"102","debitFen":{{fen}}},{"account":"501","creditFen":{{fen}}}],"attachmentCount":0,"preparedBy":"wang","reviewedBy":"li","postedBy":"{{by}}"}
        """);
}
