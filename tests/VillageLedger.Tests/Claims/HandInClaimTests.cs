namespace VillageLedger.Tests;

public sealed class HandInClaimTests
{
    [Fact]
    public void A_claim_is_handed_in() => SayClaim.Village().When(SayClaim.HandIn(lines: SayClaim.Line(more: ",\"account\":\"513\",\"party\":\"h001\",\"project\":\"p\",\"contract\":\"k\",\"fund\":\"f\"")))
        .Then(new Stored(SayClaim.Register, "claim-handed-in.1", """
            {"claim":"c1","book":"village/330110112201","date":"2025-01-05","lines":[{"summary":"会议用餐","amountFen":36800,"account":"513","party":"party/h001","project":"p","contract":"k","fund":"f"}],"payee":"party/h001","handedInBy":"chen"}
            """));

    [Fact]
    public void An_invoice_of_a_claim_is_used_by_number_and_by_file()
    {
        var outcome = SayClaim.Village().When(SayClaim.HandIn(more: SayClaim.Invoice()));
        outcome.Facts.Skip(1).Select(next => Stored.Of(next.Stream, next.Fact)).Zip([SayClaim.Used("claim:c1"), SayClaim.Used("claim:c1", SayClaim.Hash)]).ShouldAllBe(pair => pair.First.IsSameAs(pair.Second));
        outcome.Facts.Count.ShouldBe(3);
    }

    [Fact]
    public void One_invoice_in_two_forms_is_one_use() => SayClaim.Village().When(SayClaim.HandIn(more: Two(SayClaim.Hash, SayClaim.OtherHash))).Facts.Count.ShouldBe(4);

    [Fact]
    public void A_file_of_an_invoice_stands_once() => SayClaim.Village().When(SayClaim.HandIn(more: Two(SayClaim.Hash, SayClaim.Hash))).ThenRefused(RefusalCode.InvoiceTwice, ("file", SayClaim.Hash));

    [Fact]
    public void An_invoice_is_not_used_for_two_claims() => SayClaim.Village().Done(SayClaim.HandIn(more: SayClaim.Invoice()))
        .When(SayClaim.HandIn("c2", more: SayClaim.Invoice(SayClaim.OtherHash))).ThenRefused(RefusalCode.InvoiceInUse, ("invoice", SayClaim.InvoiceKey), ("use", "claim:c1"), ("book", Say.Village));

    [Fact]
    public void The_file_of_an_invoice_is_not_used_under_another_number() => SayClaim.Village().Done(SayClaim.HandIn(more: SayClaim.Invoice()))
        .When(SayClaim.HandIn("c2", more: SayClaim.Invoice(number: "25332000000099999999"))).ThenRefused(RefusalCode.InvoiceInUse, ("invoice", SayClaim.Hash));

    [Fact]
    public void The_file_of_an_invoice_is_not_used_as_a_plain_file() => SayClaim.Village().Done(SayClaim.HandIn(more: SayClaim.Invoice()))
        .When(SayClaim.HandIn("c2", more: SayClaim.File())).ThenRefused(RefusalCode.InvoiceInUse, ("invoice", SayClaim.Hash));

    [Fact]
    public void An_invoice_of_a_voucher_is_not_used_for_a_claim() => SayClaim.Village().Done(Say.Prepare(more: SayClaim.Invoice()))
        .When(SayClaim.HandIn(more: SayClaim.Invoice())).ThenRefused(RefusalCode.InvoiceInUse, ("use", "voucher:v1"));

    [Fact]
    public void A_plain_file_belongs_to_any_number_of_claims() => SayClaim.Village().Done(SayClaim.HandIn(more: SayClaim.File())).When(SayClaim.HandIn("c2", more: SayClaim.File())).Facts.Count.ShouldBe(1);

    [Fact]
    public void That_a_plain_file_is_nobodys_invoice_must_still_hold() => SayClaim.Village().When(SayClaim.HandIn(more: SayClaim.File())).Guarded.ShouldContain("invoice/" + SayClaim.Hash);

    [Theory]
    [InlineData("91330110MA2AAAAA1Y")]
    [InlineData("91330110ma2aaaaa1x")]
    [InlineData("9133/0110MA2AAAA")]
    [InlineData("1234567890123456")]
    [InlineData("11010519491231002X")]
    [InlineData("11010519491231002X01")]
    [InlineData("913301")]
    public void An_issuer_is_a_tax_number(string issuer) =>
        SayClaim.Village().When(SayClaim.HandIn(more: SayClaim.Invoice(issuer: issuer))).ThenRefused(RefusalCode.FieldInvalid, ("field", "attachments[1].invoice.issuer"));

    [Fact]
    public void An_identity_number_is_not_quoted() =>
        SayClaim.Village().When(SayClaim.HandIn(more: SayClaim.Invoice(issuer: "11010519491231002X"))).ThenRefused(RefusalCode.FieldInvalid, ("value", "…"));

    [Theory]
    [InlineData("330110123456789")]
    [InlineData("33011012345678L")]
    [InlineData("33011012345678901")]
    public void A_tax_number_of_before_is_an_issuer(string issuer) => SayClaim.Village().When(SayClaim.HandIn(more: SayClaim.Invoice(issuer: issuer))).Facts.Count.ShouldBe(3);

    [Theory]
    [InlineData("12345")]
    [InlineData("2533200000/1")]
    [InlineData("abcdef")]
    [InlineData("123456789012345678901234567890123")]
    public void A_number_is_of_capitals_and_digits(string number) =>
        SayClaim.Village().When(SayClaim.HandIn(more: SayClaim.Invoice(number: number))).ThenRefused(RefusalCode.FieldInvalid, ("field", "attachments[1].invoice.number"));

    [Fact]
    public void A_claim_without_a_book_is_refused() => Given.AVillage().When(SayClaim.HandIn()).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void A_suggested_account_must_exist() => SayClaim.Village().When(SayClaim.HandIn(lines: SayClaim.Line(more: ",\"account\":\"999\""))).ThenRefused(RefusalCode.AccountUnknown, ("line", "1"));

    [Fact]
    public void A_suggested_account_is_of_the_books_standard() =>
        SayClaim.Village().When(SayClaim.HandIn(lines: SayClaim.Line(more: ",\"account\":\"5602\""))).ThenRefused(RefusalCode.AccountOfAnotherChart);

    [Fact]
    public void A_payee_must_be_registered() => SayClaim.Village().When(SayClaim.HandIn(payee: "member/m9")).ThenRefused(RefusalCode.HolderUnknown, ("holder", "member/m9"));

    [Fact]
    public void A_party_of_a_line_must_be_registered() => SayClaim.Village().When(SayClaim.HandIn(lines: SayClaim.Line(more: ",\"party\":\"h9\""))).ThenRefused(RefusalCode.HolderUnknown, ("holder", "party/h9"));

    [Fact]
    public void The_lines_sum_within_the_bound_of_an_amount() =>
        SayClaim.Village().When(SayClaim.HandIn(lines: SayClaim.Line(Money.MaxFen) + "," + SayClaim.Line(1))).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void A_line_is_of_more_than_nothing() => SayClaim.Village().When(SayClaim.HandIn(lines: SayClaim.Line(-1))).ThenRefused(RefusalCode.AmountNegative);

    [Fact]
    public void A_claim_has_lines() => SayClaim.Village().When(SayClaim.HandIn(lines: "")).ThenRefused(RefusalCode.FieldInvalid, ("field", "lines"));

    private static string Two(string one, string other) => SayClaim.Invoice(one).TrimEnd(']') + "," + SayClaim.Invoice(other)[",\"attachments\":[".Length..];

    [Fact]
    public void A_claim_is_not_dated_before_the_book() =>
        SayClaim.Village().When(SayClaim.HandIn(date: "2024-12-31")).ThenRefused(RefusalCode.DateBeforeBook, ("date", "2024-12-31"), ("month", "2025-01"));
}
