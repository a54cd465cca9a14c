namespace VillageLedger.Tests;

public sealed class ReviewVouchersTests
{
    private static Stored Reviewed(string voucher, string stream = Say.Book01) => new(stream, "voucher-reviewed.1", $$"""{"voucher":"{{voucher}}","reviewedBy":"li"}""");

    [Fact]
    public void Named_vouchers_are_reviewed_at_once() => Given.AVillageBook().Done(Say.Prepare("v1"), Say.Prepare("v2", date: "2025-02-01")).When(SayPlace.ReviewAll("\"v1\",\"v2\",\"v1\"")).Then(
        new Stored(Say.Book01, "vouchers-reviewed.1", """{"vouchers":2,"reviewedBy":"li"}"""), Reviewed("v1"), Reviewed("v2", Say.Book02));

    [Fact]
    public void A_month_is_reviewed_but_for_the_reviewers_own_and_what_was_returned() => Given.AVillageBook()
        .Done(Say.Prepare("v1"), Say.Prepare("v2"), Say.Prepare("v3", by: "li"), Say.Prepare("v4"), Say.Return("v4"), Say.Prepare("v5"), Say.Amend("v5", by: "li"), Say.Prepare("v6"), Say.Review("v6", "zhao"), Say.Prepare("v7"), Say.Discard("v7"))
        .When(SayPlace.ReviewMonth()).Then(
            new Stored(Say.Book01, "vouchers-reviewed.1", """{"vouchers":2,"reviewedBy":"li","leftOut":[{"voucher":"v3","reason":"own"},{"voucher":"v4","reason":"returned"},{"voucher":"v5","reason":"own"}]}"""), Reviewed("v1"), Reviewed("v2"))
        .Result.ShouldBeOfType<VouchersReviewed>().Vouchers.ShouldBe(2);

    [Fact]
    public void Reviewed_vouchers_are_posted_as_any() => Given.AVillageBook().Done(Say.Prepare("v1"), SayPlace.ReviewMonth()).When(Say.Post("v1")).Facts.Count.ShouldBe(1);

    [Fact]
    public void Nothing_to_review_was_done_already() => Given.AVillageBook().Posted("v1").When(SayPlace.ReviewMonth()).ThenNothing();

    [Fact]
    public void A_month_of_the_reviewers_own_is_not_reviewed() => Given.AVillageBook().Done(Say.Prepare("v1", by: "LI")).When(SayPlace.ReviewMonth()).ThenRefused(RefusalCode.ReviewByPreparer, ("voucher", "v1"));

    [Fact]
    public void Of_named_vouchers_one_of_the_reviewers_own_stops_all() => Given.AVillageBook().Done(Say.Prepare("v1"), Say.Prepare("v2", by: "li")).When(SayPlace.ReviewAll("\"v1\",\"v2\"")).ThenRefused(RefusalCode.ReviewByPreparer, ("voucher", "v2"));

    [Fact]
    public void An_unknown_one_stops_all() => Given.AVillageBook().Done(Say.Prepare("v1")).When(SayPlace.ReviewAll("\"v1\",\"v9\"")).ThenRefused(RefusalCode.VoucherUnknown, ("voucher", "v9"));

    [Fact]
    public void A_returned_one_stops_all() => Given.AVillageBook().Done(Say.Prepare("v1"), Say.Return()).When(SayPlace.ReviewAll("\"v1\"")).ThenRefused(RefusalCode.VoucherReturned);

    [Fact]
    public void A_reviewed_one_stops_all() => Given.AVillageBook().Done(Say.Prepare("v1"), Say.Review()).When(SayPlace.ReviewAll("\"v1\"")).ThenRefused(RefusalCode.VoucherAlreadyReviewed);

    [Fact]
    public void A_posted_one_stops_all() => Given.AVillageBook().Posted("v1").When(SayPlace.ReviewAll("\"v1\"")).ThenRefused(RefusalCode.VoucherPosted);

    [Fact]
    public void A_discarded_one_stops_all() => Given.AVillageBook().Done(Say.Prepare("v1"), Say.Discard()).When(SayPlace.ReviewAll("\"v1\"")).ThenRefused(RefusalCode.VoucherDiscarded);

    [Fact]
    public void One_of_a_joint_entry_stops_all() => Given.AVillageBook().When(SayPlace.ReviewAll("\"a7/1\"")).ThenRefused(RefusalCode.VoucherOfJointEntry);

    [Fact]
    public void Named_vouchers_are_of_the_named_book() => Given.AVillageBook().Done(Say.Prepare("v1")).When(SayPlace.ReviewAll("\"v1\"", more: ",\"book\":\"village/330110112209\"")).ThenRefused(RefusalCode.VoucherOfAnotherBook, ("book", Say.Village));

    [Fact]
    public void Named_vouchers_are_of_the_named_month() => Given.AVillageBook().Done(Say.Prepare("v1")).When(SayPlace.ReviewAll("\"v1\"", more: ",\"month\":\"2025-02\"")).ThenRefused(RefusalCode.DateInOtherMonth);

    [Fact]
    public void A_book_that_is_not_open_has_nothing_to_review() => Given.AVillage().When(SayPlace.ReviewMonth()).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void A_month_before_the_book_has_nothing_to_review() => Given.AVillageBook().When(SayPlace.ReviewMonth("2024-12")).ThenRefused(RefusalCode.DateBeforeBook);

    [Fact]
    public void A_closed_month_has_nothing_to_review() => Given.AVillageBook().Done(Say.Close()).When(SayPlace.ReviewMonth()).ThenRefused(RefusalCode.MonthClosed);

    [Fact]
    public void A_month_that_is_not_open_yet_has_nothing_to_review() => Given.AVillageBook().When(SayPlace.ReviewMonth("2025-03")).ThenRefused(RefusalCode.MonthNotYetOpen);

    [Theory]
    [InlineData(",\"book\":\"village/330110112201\"", "month")]
    [InlineData(",\"month\":\"2025-01\"", "book")]
    public void Without_vouchers_book_and_month_are_needed(string more, string missing) =>
        Given.AVillageBook().When($$"""{"request":"review-vouchers","id":"rv1","by":"li"{{more}}}""").ThenRefused(RefusalCode.FieldMissing, ("field", missing));
}
