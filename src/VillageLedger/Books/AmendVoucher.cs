namespace VillageLedger;

/// <summary>Replaces what an unposted voucher says; it needs review again. Its month stays: numbers and closing go by months.</summary>
public sealed record AmendVoucher(string Id, UserId By, VoucherId Voucher, Owner? Book, VoucherContent Content) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new AmendVoucher(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<VoucherId>("voucher"), fields.Optional<Owner>("book"), VoucherFields.Read(fields));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (UnpostedVoucher.Find(world, Voucher, out var owner, out var month, out var voucher) is { } fault) return fault;
        if (Book is { } book && book != owner) return Refusal.Of(RefusalCode.VoucherOfAnotherBook, ("voucher", Voucher), ("book", owner));
        if (voucher.Content.Reverses is not null) return Refusal.Of(RefusalCode.ReversalNotAmendable, ("voucher", Voucher));
        if (voucher.Content.Cause is { } cause) return Refusal.Of(RefusalCode.VoucherOfProposal, ("voucher", Voucher), ("cause", cause));
        if (Month.Of(Content.Date) != month) return Refusal.Of(RefusalCode.DateInOtherMonth, ("month", month), ("date", VoucherRules.Text(Content.Date)));
        // The right one in place of another keeps the originals of that one, unless it is given others.
        var isRight = Corrections.IsRight(Voucher);
        var attachments = Content.Attachments ?? (isRight ? voucher.Content.Attachments : null);
        return (VoucherRules.Check(world, owner, Content) ?? YearEndOrder.CheckPrepared(world, owner, Content, Voucher)) is { } wrong
            ? wrong
            : InvoiceRules.Use(
                world, Decision.Of(Streams.Book(owner, month), Amended(attachments)), InvoiceRules.OfVoucher(Voucher), owner, By, attachments, voucher.Content.Attachments,
                isRight && voucher.Content.Corrects is { } original ? InvoiceRules.OfVoucher(original) : null);
    }

    private VoucherAmended Amended(IReadOnlyList<Attachment>? attachments) => new(
        Voucher, Content.Type, Content.Date, Content.Kind, Content.Summary, Content.Lines, Content.AttachmentCount, By, attachments,
        Content.Reverses, Content.Corrects, Content.ConcernsMonth, Content.SourceNumber);
}
