namespace VillageLedger;

/// <summary>A cashier signs an unposted voucher that moves money (出纳签字), before or after its review. By a cashier who neither prepared, amended nor reviewed it.</summary>
public sealed record SignVoucher(string Id, UserId By, VoucherId Voucher) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new SignVoucher(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<VoucherId>("voucher"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (UnpostedVoucher.Find(world, Voucher, out var owner, out var month, out var voucher) is { } fault) return fault;
        if (voucher.Stage == VoucherStage.Returned) return Refusal.Of(RefusalCode.VoucherReturned, ("voucher", Voucher));
        _ = world.Cash(owner);
        // A voucher's book is open; it was not fetched yet.
        if (!world.Accounts(owner).IsOpen) return Decision.Nothing;
        return Signatures.Check(world, owner, Voucher, voucher, By) is { } wrong
            ? wrong
            : Decision.Of(Streams.Book(owner, month), new VoucherSigned(Voucher, By)).While(Streams.Cash(owner));
    }
}
