namespace VillageLedger.Tests;

public sealed class DiscardVoucherTests
{
    [Fact]
    public void An_unposted_voucher_is_discarded() => Given.AVillageBook().Done(Say.Prepare(), Say.Review()).When(Say.Discard(more: ""","reason":"重复" """))
        .Then(new Stored(Say.Book01, "voucher-discarded.1", """{"voucher":"v1","discardedBy":"wang","reason":"重复"}"""));

    [Fact]
    public void A_discarded_voucher_leaves_no_gap_in_the_numbers() => Given.AVillageBook().Done(Say.Prepare("v0"), Say.Discard("v0")).Posted("v1")
        .When(Say.Amend("v1")).ThenRefused(RefusalCode.VoucherPosted, ("number", "1"));

    [Fact]
    public void A_posted_voucher_is_not_discarded() => Given.AVillageBook().Posted("v1").When(Say.Discard()).ThenRefused(RefusalCode.VoucherPosted);

    [Fact]
    public void A_voucher_is_discarded_once() => Given.AVillageBook().Done(Say.Prepare(), Say.Discard()).When(Say.Discard(by: "li")).ThenRefused(RefusalCode.VoucherDiscarded);

    [Fact]
    public void An_unknown_voucher_is_not_discarded() => Given.AVillageBook().When(Say.Discard()).ThenRefused(RefusalCode.VoucherUnknown);

    [Fact]
    public void A_discarded_voucher_frees_its_invoice() => Given.AVillageBook().Done(Say.Prepare(more: SayClaim.Invoice()), Say.Discard()).When(Say.Prepare("v2", more: SayClaim.Invoice())).Facts.Count.ShouldBe(3);
}
