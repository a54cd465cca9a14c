namespace VillageLedger;

/// <summary>For lists of what is to be done: whether a voucher waits for a cashier.</summary>
public static class AwaitedSignature
{
    /// <summary>Whether a cashier must sign what an unposted voucher says before it is posted, and none did.</summary>
    public static bool IsMissing(World world, Owner owner, Voucher voucher)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(voucher);
        return voucher.IsUnposted && Signatures.IsMissing(world, owner, voucher);
    }
}
