namespace VillageLedger;

/// <summary>Records that the bank sent a payment back: its vouchers are taken back in red, and the part is unpaid again.</summary>
public sealed record ReturnAllocationPayment(string Id, UserId By, string Payment, DateOnly Date, string Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ReturnAllocationPayment(fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Request(fields, "payment"), fields.Date("date"), fields.Text("reason", 100));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var venture = JointRules.VentureOf(world, Payment);
        if (venture.Allocations.Values.FirstOrDefault(allocation => allocation.Payments.ContainsKey(Payment))?.Payments[Payment] is not { } paid)
            return Refusal.Of(RefusalCode.PaymentUnknown, ("payment", Payment));
        if (Date < paid.Date) return Refusal.Of(RefusalCode.ReversalBeforeOriginal, ("date", VoucherRules.Text(Date)), ("original", VoucherRules.Text(paid.Date)));
        var vouchers = new JointVouchers(world, Id, By);
        foreach (var voucher in paid.Vouchers) vouchers.Reverse(voucher, Date, JointRules.ReturnRule, paid.Allocation, Reason);
        return vouchers.After(Decision.Of(
            Streams.Venture(venture.Founded!.Venture), new AllocationPaymentReturned(Payment, paid.Allocation, paid.Holder, Date, paid.AmountFen, Reason, vouchers.Made)));
    }
}
