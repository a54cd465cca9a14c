namespace VillageLedger.Tests;

public sealed class ReturnVoucherTests
{
    [Fact]
    public void A_prepared_voucher_is_returned_with_a_reason() => Given.AVillageBook().Done(Say.Prepare()).When(Say.Return(more: ""","reason":"附件不全" """))
        .Then(new Stored(Say.Book01, "voucher-returned.1", """{"voucher":"v1","returnedBy":"li","reason":"附件不全"}"""));

    [Fact]
    public void A_reviewed_voucher_is_returned_and_its_review_is_void() => Given.AVillageBook().Done(Say.Prepare(), Say.Review(), Say.Return())
        .When(Say.Post()).ThenRefused(RefusalCode.VoucherNotReviewed);

    [Fact]
    public void A_voucher_is_returned_once() => Given.AVillageBook().Done(Say.Prepare(), Say.Return()).When(Say.Return(by: "zhao")).ThenRefused(RefusalCode.VoucherReturned);

    [Fact]
    public void A_posted_voucher_is_not_returned() => Given.AVillageBook().Posted("v1").When(Say.Return()).ThenRefused(RefusalCode.VoucherPosted);

    [Fact]
    public void A_discarded_voucher_is_not_returned() => Given.AVillageBook().Done(Say.Prepare(), Say.Discard()).When(Say.Return()).ThenRefused(RefusalCode.VoucherDiscarded);

    [Fact]
    public void An_unknown_voucher_is_not_returned() => Given.AVillageBook().When(Say.Return()).ThenRefused(RefusalCode.VoucherUnknown);
}
