namespace VillageLedger;

/// <summary>Makes an unposted voucher void (作废). It never had a number, so none is missing.</summary>
public sealed record DiscardVoucher(string Id, UserId By, VoucherId Voucher, string? Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new DiscardVoucher(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<VoucherId>("voucher"), fields.OptionalText("reason"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return (UnpostedVoucher.Find(world, Voucher, out var owner, out var month, out var voucher) ?? MergeVillages.CheckStands(Voucher, voucher.Content)) is { } fault
            ? fault
            : InvoiceRules.Release(
                world, Decision.Of(Streams.Book(owner, month), new VoucherDiscarded(Voucher, By, Reason)), InvoiceRules.OfVoucher(Voucher), By, voucher.Content.Attachments);
    }
}
