namespace VillageLedger;

/// <summary>Confirms an allocation and posts the venture's and every holder's vouchers, all or none. By anybody but who allocated.</summary>
public sealed record ConfirmAllocation(string Id, UserId By, string Allocation) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ConfirmAllocation(fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Request(fields, "allocation"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (JointRules.FindAllocation(world, Allocation, out var venture, out var allocation) is { } unknown) return unknown;
        if (allocation.Stage != AllocationStage.Prepared) return Refusal.Of(RefusalCode.AllocationNotPrepared, ("allocation", Allocation));
        if (By == allocation.Fact.AllocatedBy) return Refusal.Of(RefusalCode.ConfirmByAllocator, ("allocation", Allocation), ("by", By));
        if (JointRules.CheckConsents(venture, allocation.Fact.Vouchers) is { } fault) return fault;
        var vouchers = new JointVouchers(world, Id, By);
        foreach (var voucher in allocation.Fact.Vouchers) vouchers.Post(voucher, By, Allocation);
        return vouchers.After(Decision.Of(Streams.Venture(allocation.Fact.Venture), new AllocationConfirmed(Allocation, By)));
    }
}
