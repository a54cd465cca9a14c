namespace VillageLedger;

/// <summary>Gives an unposted voucher back to be amended; a review that it had is void (弃审).</summary>
public sealed record ReturnVoucher(string Id, UserId By, VoucherId Voucher, string? Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ReturnVoucher(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<VoucherId>("voucher"), fields.OptionalText("reason"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (UnpostedVoucher.Find(world, Voucher, out var owner, out var month, out var voucher) is { } fault) return fault;
        return voucher.Stage == VoucherStage.Returned
            ? Refusal.Of(RefusalCode.VoucherReturned, ("voucher", Voucher))
            : Decision.Of(Streams.Book(owner, month), new VoucherReturned(Voucher, By, Reason));
    }
}
