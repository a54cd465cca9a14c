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
        if (UnpostedVoucher.Find(world, Voucher, out var owner, out var month, out var voucher) is { } fault) return fault;
        if (voucher.Stage == VoucherStage.Returned) return Refusal.Of(RefusalCode.VoucherReturned, ("voucher", Voucher));
        if (voucher.Stage == VoucherStage.Reviewed) return Refusal.Of(RefusalCode.VoucherAlreadyReviewed, ("voucher", Voucher), ("by", voucher.ReviewedBy));
        if (Signatures.CheckReview(world, owner, Voucher, voucher, By) is { } cashier) return cashier;
        return By == voucher.PreparedBy || By == voucher.AmendedBy
            ? Refusal.Of(RefusalCode.ReviewByPreparer, ("voucher", Voucher), ("by", By))
            : Decision.Of(Streams.Book(owner, month), new VoucherReviewed(Voucher, By)).While(Streams.Cash(owner));
    }
}
