namespace VillageLedger;

/// <summary>Finding the voucher that a request is about.</summary>
internal static class UnpostedVoucher
{
    /// <summary>The voucher, or why it cannot be worked on: unknown, posted, or discarded.</summary>
    public static Refusal? Find(World world, VoucherId id, out Owner owner, out Month month, out Voucher voucher)
    {
        if (Locate(world, id, out owner, out month, out voucher) is { } fault) return fault;
        return voucher.Stage switch
        {
            VoucherStage.Posted => Refusal.Of(RefusalCode.VoucherPosted, ("voucher", id), ("type", voucher.Content.Type), ("number", voucher.Number)),
            VoucherStage.Discarded => Refusal.Of(RefusalCode.VoucherDiscarded, ("voucher", id)),
            _ => null,
        };
    }

    /// <summary>The voucher in whatever stage it is, or that there is none.</summary>
    public static Refusal? Locate(World world, VoucherId id, out Owner owner, out Month month, out Voucher voucher)
    {
        (owner, month, voucher) = (default, default, null!);
        if (id.IsJoint) return Refusal.Of(RefusalCode.VoucherOfJointEntry, ("voucher", id), ("request", id.Request));
        if (world.PlaceOf(id) is not { } place) return Refusal.Of(RefusalCode.VoucherUnknown, ("voucher", id));
        (owner, month) = place;
        if (world.Book(owner, month).Find(id) is not { } found) return Refusal.Of(RefusalCode.VoucherUnknown, ("voucher", id));
        voucher = found;
        return null;
    }
}
