namespace VillageLedger;

/// <summary>Finds a voucher right. Anybody but its preparer and its last amender may (会计基础工作规范: 制单 and 审核 are two persons), but no cashier (会计法 art. 35).</summary>
public sealed record ReviewVoucher(string Id, UserId By, VoucherId Voucher) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ReviewVoucher(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<VoucherId>("voucher"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return Check(world, Voucher, By, out var owner, out var month) is { } fault
            ? fault
            : Decision.Of(Streams.Book(owner, month), new VoucherReviewed(Voucher, By)).While(Streams.Cash(owner));
    }

    /// <summary>Why somebody does not review a voucher: it cannot be worked on, was returned or reviewed, or is that person's own or to be signed by it.</summary>
    internal static Refusal? Check(World world, VoucherId id, UserId by, out Owner owner, out Month month)
    {
        if (UnpostedVoucher.Find(world, id, out owner, out month, out var voucher) is { } fault) return fault;
        if (voucher.Stage == VoucherStage.Returned) return Refusal.Of(RefusalCode.VoucherReturned, ("voucher", id));
        if (voucher.Stage == VoucherStage.Reviewed) return Refusal.Of(RefusalCode.VoucherAlreadyReviewed, ("voucher", id), ("by", voucher.ReviewedBy));
        if (Signatures.CheckReview(world, owner, id, voucher, by) is { } cashier) return cashier;
        return IsOwn(voucher, by) ? Refusal.Of(RefusalCode.ReviewByPreparer, ("voucher", id), ("by", by)) : null;
    }

    internal static bool IsOwn(Voucher voucher, UserId by) => by == voucher.PreparedBy || by == voucher.AmendedBy;
}
