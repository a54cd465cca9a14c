namespace VillageLedger;

/// <summary>
/// Makes an allocation void: discards its vouchers while they are only prepared, else takes them back in red, all or none. Not while a payment or
/// a supplement stands. The month can then be allocated anew, and the new allocation names this one.
/// </summary>
/// <param name="Date">Of the red vouchers; the allocation's own date unless given. In a later year a village's income is corrected through 未分配收益.</param>
public sealed record ReverseAllocation(string Id, UserId By, string Allocation, string? Reason, DateOnly? Date) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ReverseAllocation(
            fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Request(fields, "allocation"), fields.OptionalText("reason", 100), fields.OptionalDate("date"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (JointRules.FindAllocation(world, Allocation, out var venture, out var allocation) is { } unknown) return unknown;
        if (!allocation.IsStanding) return Refusal.Of(RefusalCode.AllocationAlreadyReversed, ("allocation", Allocation));
        if (Later(venture, allocation) is { } supplement)
            return Refusal.Of(RefusalCode.AllocationSupplemented, ("allocation", Allocation), ("supplement", supplement.Fact.Allocation));
        if (allocation.Payments.Keys.Order(StringComparer.Ordinal).FirstOrDefault() is { } paid) return Refusal.Of(RefusalCode.AllocationAlreadyPaid, ("allocation", Allocation), ("payment", paid));
        var date = Date ?? allocation.Fact.Date;
        if (date < allocation.Fact.Date) return Refusal.Of(RefusalCode.ReversalBeforeOriginal, ("date", VoucherRules.Text(date)), ("original", VoucherRules.Text(allocation.Fact.Date)));
        var vouchers = new JointVouchers(world, Id, By);
        var stream = Streams.Venture(allocation.Fact.Venture);
        if (allocation.Stage == AllocationStage.Prepared)
        {
            foreach (var voucher in allocation.Fact.Vouchers) vouchers.Discard(voucher, Reason);
            return vouchers.After(Decision.Of(stream, new AllocationReversed(Allocation, By, [], null, Reason)));
        }

        foreach (var voucher in allocation.Fact.Vouchers) vouchers.Reverse(voucher, date, JointRules.ReversalRule, Allocation, Reason ?? "收益分配作废");
        return vouchers.After(Decision.Of(stream, new AllocationReversed(Allocation, By, vouchers.Made, date, Reason)));
    }

    /// <summary>A standing supplement that was worked out on top of this allocation: its own, or a later one of a month in which something is promised.</summary>
    private static Allocation? Later(Venture venture, Allocation allocation) => venture.StandingIn(allocation.Fact.Month)
        .Where(other => other.Number > allocation.Number && (other.Fact.Supplements == allocation.Fact.Allocation || AllocationPolicies.Promises(other.Fact.Policy, other.Fact.Terms)))
        .MaxBy(other => other.Number);
}
