namespace VillageLedger.Tests;

public sealed class ReviewVoucherTests
{
    [Fact]
    public void Another_person_reviews() => Given.AVillageBook().Done(Say.Prepare()).When(Say.Review())
        .Then(new Stored(Say.Book01, "voucher-reviewed.1", """{"voucher":"v1","reviewedBy":"li"}"""));

    [Fact]
    public void The_preparer_does_not_review() => Given.AVillageBook().Done(Say.Prepare()).When(Say.Review(by: "wang")).ThenRefused(RefusalCode.ReviewByPreparer, ("by", "wang"));

    [Fact]
    public void The_last_amender_does_not_review() => Given.AVillageBook().Done(Say.Prepare(), Say.Amend(by: "li")).When(Say.Review(by: "li")).ThenRefused(RefusalCode.ReviewByPreparer);

    [Fact]
    public void The_preparer_does_not_review_what_another_amended() => Given.AVillageBook().Done(Say.Prepare(), Say.Amend(by: "li")).When(Say.Review(by: "wang")).ThenRefused(RefusalCode.ReviewByPreparer);

    [Fact]
    public void A_third_person_reviews_what_was_amended() => Given.AVillageBook().Done(Say.Prepare(), Say.Amend(by: "li")).When(Say.Review(by: "zhao"))
        .Then(new Stored(Say.Book01, "voucher-reviewed.1", """{"voucher":"v1","reviewedBy":"zhao"}"""));

    [Fact]
    public void A_voucher_is_reviewed_once() => Given.AVillageBook().Done(Say.Prepare(), Say.Review()).When(Say.Review(by: "zhao")).ThenRefused(RefusalCode.VoucherAlreadyReviewed, ("by", "li"));

    [Fact]
    public void A_returned_voucher_is_amended_first() => Given.AVillageBook().Done(Say.Prepare(), Say.Return()).When(Say.Review()).ThenRefused(RefusalCode.VoucherReturned);

    [Fact]
    public void A_returned_voucher_that_was_amended_is_reviewed() => Given.AVillageBook().Done(Say.Prepare(), Say.Return(), Say.Amend()).When(Say.Review())
        .Then(new Stored(Say.Book01, "voucher-reviewed.1", """{"voucher":"v1","reviewedBy":"li"}"""));

    [Fact]
    public void A_posted_voucher_is_not_reviewed() => Given.AVillageBook().Posted("v1").When(Say.Review(by: "zhao")).ThenRefused(RefusalCode.VoucherPosted);

    [Fact]
    public void A_discarded_voucher_is_not_reviewed() => Given.AVillageBook().Done(Say.Prepare(), Say.Discard()).When(Say.Review()).ThenRefused(RefusalCode.VoucherDiscarded);

    [Fact]
    public void An_unknown_voucher_is_not_reviewed() => Given.AVillageBook().When(Say.Review()).ThenRefused(RefusalCode.VoucherUnknown);
}
