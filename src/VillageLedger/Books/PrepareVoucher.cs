namespace VillageLedger;

/// <summary>Prepares a voucher in the month of its date; it counts for nothing until it is reviewed and posted.</summary>
public sealed record PrepareVoucher(string Id, UserId By, Owner Book, VoucherContent Content) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new PrepareVoucher(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("book"), VoucherFields.Read(fields));
    }

    public override Decision Decide(World world) => (VoucherRules.Check(world, Book, Content) ?? YearEndOrder.CheckPrepared(world, Book, Content)) is { } fault
        ? fault
        : InvoiceRules.Use(
            world, Decision.Of(Streams.Book(Book, Month.Of(Content.Date)), Prepared(AsVoucher, Content, By)), InvoiceRules.OfVoucher(AsVoucher), Book, By, Content.Attachments);

    internal static VoucherPrepared Prepared(VoucherId voucher, VoucherContent content, UserId by) => new(
        voucher, content.Type, content.Date, content.Kind, content.Summary, content.Lines, content.AttachmentCount, by, content.Attachments,
        content.Reverses, content.Corrects, content.ConcernsMonth, content.SourceNumber, content.Cause);
}
