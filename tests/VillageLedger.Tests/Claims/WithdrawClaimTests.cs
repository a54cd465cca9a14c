namespace VillageLedger.Tests;

public sealed class WithdrawClaimTests
{
    private static readonly Stored Withdrawn = new(SayClaim.Register, "claim-withdrawn.1", """{"claim":"c1","withdrawnBy":"chen"}""");

    [Fact]
    public void A_claim_is_withdrawn() => SayClaim.Village().Done(SayClaim.HandIn()).When(SayClaim.Withdraw(more: ",\"reason\":\"重复\""))
        .Then(new Stored(SayClaim.Register, "claim-withdrawn.1", """{"claim":"c1","withdrawnBy":"chen","reason":"重复"}"""));

    [Fact]
    public void A_returned_claim_is_withdrawn() => SayClaim.Village().Done(SayClaim.HandIn(more: SayClaim.Invoice()), SayClaim.Return()).When(SayClaim.Withdraw()).Then(Withdrawn);

    [Fact]
    public void A_withdrawn_claim_frees_its_invoice() => SayClaim.Village().Done(SayClaim.HandIn(more: SayClaim.Invoice())).When(SayClaim.Withdraw())
        .Then(Withdrawn, SayClaim.Released("claim:c1", by: "chen"), SayClaim.Released("claim:c1", SayClaim.Hash, "chen"));

    [Fact]
    public void An_invoice_that_was_freed_is_used_again() => SayClaim.Village().Done(SayClaim.HandIn(more: SayClaim.Invoice()), SayClaim.Withdraw()).When(SayClaim.HandIn("c2", more: SayClaim.Invoice())).Facts.Count.ShouldBe(3);

    /// <summary>The invoice of a returned claim that another claim took is not freed by withdrawing the first.</summary>
    [Fact]
    public void What_another_claim_uses_is_not_freed() =>
        SayClaim.Village().Done(SayClaim.HandIn(more: SayClaim.Invoice()), SayClaim.Return(), SayClaim.HandIn("c2", more: SayClaim.Invoice())).When(SayClaim.Withdraw()).Then(Withdrawn);

    [Fact]
    public void A_vouchered_claim_is_not_withdrawn() => SayClaim.Approved().Done(SayClaim.Voucher()).When(SayClaim.Withdraw()).ThenRefused(RefusalCode.ClaimAlreadyVouchered);

    [Fact]
    public void A_claim_is_withdrawn_once() => SayClaim.Village().Done(SayClaim.HandIn(), SayClaim.Withdraw()).When(SayClaim.Withdraw(id: "again")).ThenRefused(RefusalCode.ClaimAlreadyWithdrawn);

    [Fact]
    public void An_unknown_claim_is_not_withdrawn() => SayClaim.Village().When(SayClaim.Withdraw()).ThenRefused(RefusalCode.ClaimUnknown);
}
