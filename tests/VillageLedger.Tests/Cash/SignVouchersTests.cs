namespace VillageLedger.Tests;

public sealed class SignVouchersTests
{
    private static Given WithCashier() => Given.AVillageBook().Done(
        SayCash.Name(), Say.Prepare("v2", date: "2025-01-10"), Say.Prepare("v1"), Say.Prepare("v3", lines: Say.Debit("113", 5) + "," + Say.Credit("501", 5)), Say.Prepare("v4"), Say.Discard("v4"));

    [Fact]
    public void Everything_that_waits_is_signed_by_date() => WithCashier().When(SayCash.SignAll())
        .Then(new(Say.Book01, "voucher-signed.1", """{"voucher":"v2","signedBy":"zhou"}"""), new(Say.Book01, "voucher-signed.1", """{"voucher":"v1","signedBy":"zhou"}"""));

    [Fact]
    public void Nothing_waits_after_that() => WithCashier().Done(SayCash.SignAll()).When(SayCash.SignAll().Replace("sign-2025", "again-2025", StringComparison.Ordinal)).ThenNothing();

    [Fact]
    public void All_are_signed_or_none() => WithCashier().Done(Say.Prepare("v5", by: "zhou")).When(SayCash.SignAll()).ThenRefused(RefusalCode.SignByOther, ("voucher", "v5"));

    [Fact]
    public void Nobody_else_signs() => WithCashier().When(SayCash.SignAll("li")).ThenRefused(RefusalCode.NotACashier, ("user", "li"));

    [Fact]
    public void A_book_must_be_open() => Given.AVillage().When(SayCash.SignAll()).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void What_is_not_signed_keeps_all_from_being_posted_and_is_named() => WithCashier().Done(Say.Review("v1"), Say.Review("v2"), Say.Review("v3"), SayCash.Sign("v2"))
        .When(Say.PostAll()).ThenRefused(RefusalCode.VouchersUnsigned, ("count", "1"), ("vouchers", "v1"));

    [Fact]
    public void Signed_and_reviewed_they_are_posted_together() => WithCashier().Done(SayCash.SignAll(), Say.Review("v1"), Say.Review("v2"), Say.Review("v3")).When(Say.PostAll()).Facts.Count.ShouldBe(3);
}
