namespace VillageLedger;

/// <summary>Records that a holder was paid some or all of its part, and posts the vouchers of both books. Never more than the part; the same reference once.</summary>
/// <param name="Reference">The bank's reference of the payment.</param>
public sealed record PayAllocation(string Id, UserId By, string Allocation, Holder Holder, DateOnly Date, long AmountFen, string BankAccount, string Reference) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new PayAllocation(
            fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Request(fields, "allocation"), fields.Value<Holder>("holder"), fields.Date("date"),
            fields.OptionalAmount("amountFen") ?? fields.PositiveAmount("amountFen"), fields.Text("bankAccount", 64), fields.Text("reference", 64));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (JointRules.FindAllocation(world, Allocation, out var venture, out var allocation) is { } unknown) return unknown;
        if (allocation.Stage != AllocationStage.Confirmed) return Refusal.Of(RefusalCode.AllocationNotConfirmed, ("allocation", Allocation));
        if (allocation.PartOf(Holder) is not { } part || part == 0) return Refusal.Of(RefusalCode.HolderWithoutPart, ("holder", Holder), ("allocation", Allocation));
        if (allocation.Payments.Values.FirstOrDefault(paid => paid.Holder == Holder && paid.Reference == Reference) is { } twice)
            return Refusal.Of(RefusalCode.PaymentTwice, ("reference", Reference), ("holder", Holder), ("payment", twice.Payment));
        var unpaid = part - allocation.PaidFen.GetValueOrDefault(Holder);
        if (Math.Sign(AmountFen) != Math.Sign(part) || Math.Abs(AmountFen) > Math.Abs(unpaid))
            return Refusal.Of(RefusalCode.PaymentBeyondPart, ("holder", Holder), ("amount", new Money(AmountFen)), ("unpaid", new Money(unpaid)));
        if (Date < allocation.Fact.Date) return Refusal.Of(RefusalCode.PaymentBeforeAllocation, ("date", VoucherRules.Text(Date)), ("allocated", VoucherRules.Text(allocation.Fact.Date)));
        return Pay(world, venture, allocation.Fact);
    }

    private Decision Pay(World world, Venture venture, IncomeAllocated allocated)
    {
        var lines = new EntryLines(world, venture);
        var vouchers = new JointVouchers(world, Id, By);
        var what = $"{venture.Founded!.Name}{allocated.Month.Year}年{allocated.Month.Number}月分配款";
        vouchers.PrepareAndPost(venture.Book, Content((AmountFen > 0 ? "付" : "收回") + what, lines.OfVenture("pay", new Dictionary<string, long>(), [new(Holder, 0, AmountFen)])), JointRules.PaymentRule, Allocation);
        // A book that began after the allocation holds nothing of it.
        if (Holder.Owner is { } owner && allocated.Vouchers.Any(voucher => voucher.Book == owner))
            vouchers.PrepareAndPost(
                owner, Content((AmountFen > 0 ? "收" : "退回") + what, lines.OfHolder("pay", owner, new Dictionary<string, long> { ["part"] = AmountFen })), JointRules.PaymentRule, Allocation);
        var paid = new AllocationPaid(Id, Allocation, Holder, Date, AmountFen, BankAccounts.Shown(world, Holder, BankAccount), Reference, vouchers.Made);
        return vouchers.After(Decision.Of(Streams.Venture(allocated.Venture), paid));
    }

    private VoucherContent Content(string summary, IReadOnlyList<VoucherLine> lines) => new("记", Date, VoucherKind.Allocation, summary, lines, 0);
}
