namespace VillageLedger.Tests;

public sealed class PostVouchersTests
{
    [Fact]
    public void All_reviewed_vouchers_are_posted_in_the_order_of_their_dates() => Given.AVillageBook()
        .Posted("v0").Done(Reviewed("v1", "2025-01-20"), Reviewed("v3", "2025-01-10"), Reviewed("v2", "2025-01-10"), [Say.Prepare("v4")], Reviewed("v5", "2025-02-01"))
        .When(Say.PostAll()).Then(
            PostVoucherTests.Posted("v2", 2, "2025-01-10", by: "li"),
            PostVoucherTests.Posted("v3", 3, "2025-01-10", by: "li"),
            PostVoucherTests.Posted("v1", 4, "2025-01-20", by: "li"));

    [Fact]
    public void Nothing_to_post_is_done_already() => Given.AVillageBook().Posted("v0").Done(Say.Prepare()).When(Say.PostAll()).ThenNothing();

    [Fact]
    public void A_red_voucher_and_another_are_posted_together_and_the_original_is_marked() => Given.AVillageBook().Posted("v0")
        .Done([Say.Reverse("v0"), Say.Review("red1")], Reviewed("v1", "2025-01-25"))
        .When(Say.PostAll()).Then(
            ReverseVoucherTests.RedPosted("red1", "v0", 2, by: "li"),
            new Stored(Say.Book01, "voucher-reversed.1", """{"voucher":"v0","reversal":"red1","month":"2025-01"}"""),
            PostVoucherTests.Posted("v1", 3, "2025-01-25", by: "li"));

    [Fact]
    public void One_that_cannot_be_posted_stops_all_and_is_named() => Given.AVillageBook().Done(Reviewed("v1", "2025-01-20"), [Say.Prepare("v2", by: "sun"), Say.Review("v2", "zhao")])
        .When(Say.PostAll()).ThenRefused(RefusalCode.PostByOther, ("voucher", "v2"));

    [Fact]
    public void One_that_no_longer_holds_stops_all_and_is_named() => Given.AVillageBook().Done(Reviewed("v1", "2025-01-20")).Done(Say.AddAccount("50101", "501"))
        .When(Say.PostAll()).ThenRefused(RefusalCode.AccountHasDetails, ("voucher", "v1"), ("line", "2"));

    [Fact]
    public void A_book_that_is_not_open_is_refused() => Given.AVillage().When(Say.PostAll()).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void A_closed_month_is_refused() => Given.AVillageBook().Done(Say.Close()).When(Say.PostAll()).ThenRefused(RefusalCode.MonthClosed);

    [Fact]
    public void A_month_before_the_book_is_refused() => Given.AVillageBook().When(Say.PostAll("2024-12")).ThenRefused(RefusalCode.DateBeforeBook);

    [Fact]
    public void A_month_that_is_not_open_yet_is_refused() => Given.AVillageBook().When(Say.PostAll("2052-01")).ThenRefused(RefusalCode.MonthNotYetOpen);

    [Fact]
    public void Of_five_thousand_vouchers_each_watches_the_same_two_streams()
    {
        var given = Given.AVillageBook();
        for (var i = 0; i < 5_000; i++)
        {
            given.Fact(Say.Book01, "voucher-prepared.1", $$"""{"voucher":"v{{i}}","type":"记","date":"2025-01-15","kind":"ordinary","summary":"s","lines":[{"account":"102","debitFen":1},{"account":"501","creditFen":1}],"attachmentCount":0,"preparedBy":"wang"}""");
            given.Fact(Say.Book01, "voucher-reviewed.1", $$"""{"voucher":"v{{i}}","reviewedBy":"li"}""");
        }

        given.When(Say.PostAll()).Guarded.ShouldBe([Say.Book01, "accounts/village/330110112201", "cash/village/330110112201"]);
    }

    private static string[] Reviewed(string id, string date) => [Say.Prepare(id, date: date), Say.Review(id)];
}
