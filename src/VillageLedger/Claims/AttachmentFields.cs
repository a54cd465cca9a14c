namespace VillageLedger;

/// <summary>Attachments as requests give them.</summary>
internal static class AttachmentFields
{
    public const int MaxAttachments = 9_999;

    private const string Issuer = "[0-9A-Z]{15} | [0-9A-Z]{17} | [0-9A-Z]{18} (GB 32100-2015) | [0-9A-Z]{20}";
    private const string Number = "[0-9A-Z]{6,32}";

    /// <summary>Null where there are none.</summary>
    public static IReadOnlyList<Attachment>? Read(Fields fields) => fields.OptionalItems("attachments", ReadOne, MaxAttachments) is { Count: > 0 } attachments ? attachments : null;

    /// <summary>Files that prove something and are no invoices: these are used once, for a claim or a voucher. Null where there are none.</summary>
    public static IReadOnlyList<Attachment>? ReadFiles(Fields fields) => fields.OptionalItems("attachments", item => ReadFile(item, null), MaxAttachments) is { Count: > 0 } attachments ? attachments : null;

    private static Attachment ReadOne(Fields item) => ReadFile(item, item.OptionalPart("invoice", ReadInvoice));

    private static Attachment ReadFile(Fields item, Invoice? invoice)
    {
        var attachment = new Attachment(item.Text("name"), item.Text("sha256", 64), invoice);
        if (attachment.Sha256.Length != 64 || !attachment.Sha256.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f'))
            item.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", item.PathOf("sha256")), ("value", attachment.Sha256), ("expected", "[0-9a-f]{64}")));
        return attachment;
    }

    private static Invoice ReadInvoice(Fields part)
    {
        var invoice = new Invoice(part.Text("issuer", 40), part.Text("number", 40));
        // Some people's tax numbers are their identity numbers: these are not quoted, and not kept.
        if (!IsIssuer(invoice.Issuer)) part.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", part.PathOf("issuer")), ("value", PersonalNumbers.LooksLike(invoice.Issuer) ? "…" : invoice.Issuer), ("expected", Issuer)));
        if (invoice.Number.Length is < 6 or > 32 || !IsPlain(invoice.Number)) part.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", part.PathOf("number")), ("value", invoice.Number), ("expected", Number)));
        return invoice;
    }

    /// <summary>
    /// A tax number of before 2015 has 15, 17 or 20 characters; since then it is the unified credit code, whose check character keeps a slip from making a second invoice of one.
    /// </summary>
    private static bool IsIssuer(string text) => text.Length switch
    {
        15 or 17 or 20 => IsPlain(text) && !PersonalNumbers.LooksLike(text) && !PersonalNumbers.LooksLike(text[..Math.Min(18, text.Length)]),
        18 => CreditCode.IsValid(text) && !PersonalNumbers.LooksLike(text),
        _ => false,
    };

    private static bool IsPlain(string text) => text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));
}
