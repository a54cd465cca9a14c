namespace VillageLedger;

/// <summary>The fields of a voucher as requests give them.</summary>
internal static class VoucherFields
{
    public static VoucherContent Read(Fields fields)
    {
        var attachments = AttachmentFields.Read(fields);
        var corrects = fields.Optional<VoucherId>("corrects");
        var kind = fields.OptionalWord("kind", "ordinary", "transfer") == "transfer" ? VoucherKind.Transfer
            : corrects is null ? VoucherKind.Ordinary : VoucherKind.Correction;
        return new(
            fields.OptionalText("type", 4) ?? "记",
            fields.Date("date"),
            kind,
            fields.Text("summary"),
            fields.Items("lines", ReadLine),
            fields.OptionalCount("attachmentCount", AttachmentFields.MaxAttachments) ?? attachments?.Count ?? 0,
            attachments,
            Corrects: corrects,
            ConcernsMonth: fields.Optional<Month>("concernsMonth"),
            SourceNumber: fields.OptionalText("sourceNumber", 40));
    }

    internal static VoucherLine ReadLine(Fields item)
    {
        var line = new VoucherLine(
            item.Value<AccountCode>("account"), item.OptionalAmount("debitFen"), item.OptionalAmount("creditFen"), item.OptionalText("summary"),
            item.Optional<Holder>("party"), item.OptionalText("project", 64), item.OptionalText("contract", 64),
            item.OptionalPart("quantity", ReadQuantity), item.OptionalPart("settlement", ReadSettlement));
        // A misspelt amount is to be named, not called missing.
        item.RefuseOthers();
        if (line is { DebitFen: not null, CreditFen: not null }) item.Refuse(Refusal.Of(RefusalCode.LineBothSides, ("line", item.Place)));
        if (line is { DebitFen: null, CreditFen: null }) item.Refuse(Refusal.Of(RefusalCode.LineNoSide, ("line", item.Place)));
        return line;
    }

    internal static Quantity ReadQuantity(Fields item) => new(item.Whole("thousandths", -Money.MaxFen, Money.MaxFen), item.Text("unit", 10));

    internal static Settlement ReadSettlement(Fields item) => new(
        item.Word("kind", "cash", "transfer", "cheque", "draft", "other"), item.OptionalText("number", 40), item.OptionalDate("date"), item.Optional<Holder>("payee"));
}
