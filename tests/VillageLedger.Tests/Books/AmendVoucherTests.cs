namespace VillageLedger.Tests;

public sealed class AmendVoucherTests
{
    private static readonly Stored Amended = new(
        Say.Book01, "voucher-amended.1",
        """{"voucher":"v1","type":"记","date":"2025-01-16","kind":"ordinary","summary":"收到房租","lines":[{"account":"102","debitFen":200000},{"account":"501","creditFen":200000}],"attachmentCount":0,"amendedBy":"wang"}""");

    [Fact]
    public void An_unposted_voucher_is_amended() => Given.AVillageBook().Done(Say.Prepare()).When(Say.Amend()).Then(Amended);

    [Fact]
    public void A_returned_voucher_is_amended() => Given.AVillageBook().Done(Say.Prepare(), Say.Return()).When(Say.Amend(more: ""","book":"village/330110112201" """)).Then(Amended);

    [Fact]
    public void A_reviewed_voucher_that_is_amended_needs_review_again() => Given.AVillageBook().Done(Say.Prepare(), Say.Review(), Say.Amend()).When(Say.Post()).ThenRefused(RefusalCode.VoucherNotReviewed);

    [Fact]
    public void A_posted_voucher_is_not_amended() => Given.AVillageBook().Posted("v1").When(Say.Amend()).ThenRefused(RefusalCode.VoucherPosted, ("type", "记"), ("number", "1"));

    [Fact]
    public void A_discarded_voucher_is_not_amended() => Given.AVillageBook().Done(Say.Prepare(), Say.Discard()).When(Say.Amend()).ThenRefused(RefusalCode.VoucherDiscarded);

    [Fact]
    public void An_unknown_voucher_is_not_amended() => Given.AVillageBook().When(Say.Amend()).ThenRefused(RefusalCode.VoucherUnknown, ("voucher", "v1"));

    [Fact]
    public void A_voucher_does_not_move_to_another_month() => Given.AVillageBook().Done(Say.Prepare())
        .When(Say.Amend(date: "2025-02-01")).ThenRefused(RefusalCode.DateInOtherMonth, ("month", "2025-01"), ("date", "2025-02-01"));

    [Fact]
    public void A_voucher_does_not_move_to_another_book() => Given.AVillageBook().Done(Say.Prepare())
        .When(Say.Amend(more: ""","book":"village/330110112202" """)).ThenRefused(RefusalCode.VoucherOfAnotherBook, ("book", Say.Village));

    [Fact]
    public void A_red_voucher_is_not_amended() => Given.AVillageBook().Posted("v1").Done(Say.Reverse())
        .When(Say.Amend("red1")).ThenRefused(RefusalCode.ReversalNotAmendable, ("voucher", "red1"));

    [Fact]
    public void What_the_program_worked_out_is_not_amended() => Given.AVillageBook()
        .Fact(Say.Book01, "voucher-prepared.1", """{"voucher":"dep1","type":"记","date":"2025-01-31","kind":"ordinary","summary":"计提折旧","lines":[{"account":"511","debitFen":100},{"account":"152","creditFen":100}],"attachmentCount":0,"preparedBy":"wang","cause":"depreciation:2025-01"}""")
        .When(Say.Amend("dep1")).ThenRefused(RefusalCode.VoucherOfProposal, ("voucher", "dep1"), ("cause", "depreciation:2025-01"));

    [Fact]
    public void What_must_hold_for_a_voucher_holds_when_it_is_amended() => Given.AVillageBook().Done(Say.Prepare())
        .When(Say.Amend(lines: Say.Debit("102", 1) + "," + Say.Credit("501", 2))).ThenRefused(RefusalCode.VoucherUnbalanced);

    [Fact]
    public void A_voucher_does_not_correct_itself() => Given.AVillageBook().Done(Say.Prepare())
        .When(Say.Amend(more: ""","corrects":"v1" """)).ThenRefused(RefusalCode.CorrectedVoucherNotPosted);

    [Fact]
    public void A_voucher_amended_without_its_invoice_frees_it() => Given.AVillageBook().Done(Say.Prepare(more: SayClaim.Invoice())).When(Say.Amend()).Facts.Skip(1).Select(next => Stored.Of(next.Stream, next.Fact))
        .Zip([SayClaim.Released("voucher:v1", by: "wang"), SayClaim.Released("voucher:v1", SayClaim.Hash, "wang")]).ShouldAllBe(pair => pair.First.IsSameAs(pair.Second));

    [Fact]
    public void A_voucher_amended_with_its_invoice_keeps_it() => Given.AVillageBook().Done(Say.Prepare(more: SayClaim.Invoice())).When(Say.Amend(more: SayClaim.Invoice())).Facts.Count.ShouldBe(1);

    [Fact]
    public void An_invoice_keeps_its_number_when_its_file_is_another() => Given.AVillageBook().Done(Say.Prepare(more: SayClaim.Invoice())).When(Say.Amend(more: SayClaim.Invoice(SayClaim.OtherHash)))
        .Facts.Skip(1).Select(next => next.Stream).ShouldBe(["invoice/" + SayClaim.Hash, "invoice/" + SayClaim.OtherHash]);

    [Fact]
    public void An_invoice_of_another_voucher_is_not_used() => Given.AVillageBook().Done(Say.Prepare(), Say.Prepare("v2", more: SayClaim.Invoice())).When(Say.Amend(more: SayClaim.Invoice())).ThenRefused(RefusalCode.InvoiceInUse);

    [Fact]
    public void A_file_of_an_invoice_stands_once() => Given.AVillageBook().Done(Say.Prepare()).When(Say.Amend(more: SayClaim.Invoice().TrimEnd(']') + "," + SayClaim.File()[",\"attachments\":[".Length..])).ThenRefused(RefusalCode.InvoiceTwice);
}
