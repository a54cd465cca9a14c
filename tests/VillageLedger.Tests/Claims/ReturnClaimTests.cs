namespace VillageLedger.Tests;

public sealed class ReturnClaimTests
{
    private static readonly Stored Returned = new(SayClaim.Register, "claim-returned.1", """{"claim":"c1","returnedBy":"sun","reason":"缺少签字"}""");

    [Fact]
    public void A_claim_is_returned() => SayClaim.Village().Done(SayClaim.HandIn()).When(SayClaim.Return()).Then(Returned);

    [Fact]
    public void An_approved_claim_is_returned() => SayClaim.Approved().When(SayClaim.Return()).Then(Returned);

    [Fact]
    public void A_returned_claim_frees_its_invoice() => SayClaim.Approved(SayClaim.Invoice()).When(SayClaim.Return())
        .Then(Returned, SayClaim.Released("claim:c1"), SayClaim.Released("claim:c1", SayClaim.Hash));

    [Fact]
    public void A_vouchered_claim_is_not_returned() => SayClaim.Approved().Done(SayClaim.Voucher()).When(SayClaim.Return()).ThenRefused(RefusalCode.ClaimAlreadyVouchered, ("voucher", "cv1"));

    [Fact]
    public void A_claim_whose_voucher_was_discarded_is_returned() => SayClaim.Approved().Done(SayClaim.Voucher(), Say.Discard("cv1")).When(SayClaim.Return()).Then(Returned);

    [Fact]
    public void A_claim_is_returned_once() => SayClaim.Village().Done(SayClaim.HandIn(), SayClaim.Return()).When(SayClaim.Return(id: "again")).ThenRefused(RefusalCode.ClaimAlreadyReturned);

    [Fact]
    public void A_withdrawn_claim_is_not_returned() => SayClaim.Village().Done(SayClaim.HandIn(), SayClaim.Withdraw()).When(SayClaim.Return()).ThenRefused(RefusalCode.ClaimAlreadyWithdrawn);

    [Fact]
    public void An_unknown_claim_is_not_returned() => SayClaim.Village().When(SayClaim.Return()).ThenRefused(RefusalCode.ClaimUnknown);
}
