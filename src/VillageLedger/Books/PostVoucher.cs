namespace VillageLedger;

/// <summary>Posts a reviewed voucher for ever and gives it the next number of its type and month. By its preparer or its reviewer.</summary>
public sealed record PostVoucher(string Id, UserId By, VoucherId Voucher) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new PostVoucher(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<VoucherId>("voucher"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return UnpostedVoucher.Find(world, Voucher, out var owner, out var month, out _) is { } fault
            ? fault
            : Posting.Post(world, owner, world.Book(owner, month), Voucher, By, Decision.Nothing);
    }
}
