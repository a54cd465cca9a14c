namespace VillageLedger;

/// <summary>A cashier signs every unposted voucher of a month that waits for a signature, all or none. None waiting means that it was done already.</summary>
public sealed record SignVouchers(string Id, UserId By, Owner Book, Month Month) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new SignVouchers(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("book"), fields.Value<Month>("month"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!world.Accounts(Book).IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Book));
        var decision = Decision.Nothing;
        foreach (var (id, voucher) in world.Book(Book, Month).Vouchers.OrderBy(pair => pair.Value.Content.Date).ThenBy(pair => pair.Key.Value, StringComparer.Ordinal))
        {
            if (id.IsJoint || voucher.Stage is not (VoucherStage.Prepared or VoucherStage.Reviewed) || !Signatures.IsMissing(world, Book, voucher)) continue;
            if (Signatures.Check(world, Book, id, voucher, By) is { } wrong) return wrong;
            decision = decision.And(Streams.Book(Book, Month), new VoucherSigned(id, By));
        }

        return decision.Facts.Length == 0 ? decision : decision.While(Streams.Cash(Book));
    }
}
