namespace VillageLedger.Tests;

public sealed class AmendClaimTests
{
    private static Given Returned(string more = "") => SayClaim.Village().Done(SayClaim.HandIn(more: more), SayClaim.Return());

    [Fact]
    public void A_returned_claim_is_amended() => Returned().When(SayClaim.Amend(lines: SayClaim.Line(30_000, ""))).Then(new Stored(SayClaim.Register, "claim-amended.1",
        """{"claim":"c1","date":"2025-01-06","lines":[{"summary":"会议用餐","amountFen":30000}],"payee":"party/h001","amendedBy":"chen"}"""));

    [Fact]
    public void An_amended_claim_uses_its_invoice_again() => Returned(SayClaim.Invoice()).When(SayClaim.Amend(more: SayClaim.Invoice())).Facts.Count.ShouldBe(3);

    [Fact]
    public void An_invoice_that_went_to_another_claim_is_gone() => Returned(SayClaim.Invoice()).Done(SayClaim.HandIn("c2", more: SayClaim.Invoice()))
        .When(SayClaim.Amend(more: SayClaim.Invoice())).ThenRefused(RefusalCode.InvoiceInUse, ("use", "claim:c2"));

    [Fact]
    public void A_file_of_an_invoice_stands_once() => Returned().When(SayClaim.Amend(more: SayClaim.Invoice().TrimEnd(']') + "," + SayClaim.Invoice()[",\"attachments\":[".Length..])).ThenRefused(RefusalCode.InvoiceTwice);

    [Fact]
    public void A_claim_that_was_not_returned_is_not_amended() => SayClaim.Village().Done(SayClaim.HandIn()).When(SayClaim.Amend()).ThenRefused(RefusalCode.ClaimNotReturned, ("claim", "c1"));

    [Fact]
    public void An_approved_claim_is_not_amended() => SayClaim.Approved().When(SayClaim.Amend()).ThenRefused(RefusalCode.ClaimNotReturned);

    [Fact]
    public void A_withdrawn_claim_is_not_amended() => Returned().Done(SayClaim.Withdraw()).When(SayClaim.Amend()).ThenRefused(RefusalCode.ClaimAlreadyWithdrawn);

    [Fact]
    public void An_unknown_claim_is_not_amended() => SayClaim.Village().When(SayClaim.Amend()).ThenRefused(RefusalCode.ClaimUnknown, ("claim", "c1"));

    [Fact]
    public void A_voucher_is_no_claim() => SayClaim.Village().Done(Say.Prepare()).When(SayClaim.Amend("v1")).ThenRefused(RefusalCode.ClaimUnknown);

    [Fact]
    public void A_suggested_account_must_exist() => Returned().When(SayClaim.Amend(lines: SayClaim.Line(more: ",\"account\":\"999\""))).ThenRefused(RefusalCode.AccountUnknown);

    [Fact]
    public void A_suggested_account_is_of_the_books_standard() => Returned().When(SayClaim.Amend(lines: SayClaim.Line(more: ",\"account\":\"5602\""))).ThenRefused(RefusalCode.AccountOfAnotherChart);

    [Fact]
    public void A_payee_must_be_registered() => Returned().When(SayClaim.Amend(payee: "h9")).ThenRefused(RefusalCode.HolderUnknown);

    [Fact]
    public void The_lines_sum_within_the_bound_of_an_amount() => Returned().When(SayClaim.Amend(lines: SayClaim.Line(Money.MaxFen) + "," + SayClaim.Line(1))).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void Whoever_amended_does_not_approve() =>
        Returned().Done(SayClaim.Amend(by: "qian")).When(SayClaim.Approve(by: "qian")).ThenRefused(RefusalCode.ApproveByMaker, ("by", "qian"));

    [Fact]
    public void An_amended_claim_is_approved_from_the_beginning() => SayClaim.Approved().Done(SayClaim.Return(), SayClaim.Amend()).When(SayClaim.Voucher()).ThenRefused(RefusalCode.ClaimNotApproved);

    [Fact]
    public void An_amended_claim_is_not_dated_before_the_book() =>
        SayClaim.Village().Done(SayClaim.HandIn(), SayClaim.Return()).When(SayClaim.Amend(date: "2024-12-31")).ThenRefused(RefusalCode.DateBeforeBook);
}
