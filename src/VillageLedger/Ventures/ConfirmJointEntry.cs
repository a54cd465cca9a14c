namespace VillageLedger;

/// <summary>Confirms a joint entry and posts its vouchers, all or none. By anybody but who prepared it.</summary>
public sealed record ConfirmJointEntry(string Id, UserId By, string Entry) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ConfirmJointEntry(fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Request(fields, "entry"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (JointRules.FindEntry(world, Entry, out var venture, out var entry) is { } unknown) return unknown;
        if (entry.Stage != AllocationStage.Prepared) return Refusal.Of(RefusalCode.JointEntryNotPrepared, ("entry", Entry));
        if (By == entry.Fact.PreparedBy) return Refusal.Of(RefusalCode.ConfirmByPreparer, ("entry", Entry), ("by", By));
        if (JointRules.CheckConsents(venture, entry.Fact.Vouchers) is { } fault) return fault;
        var vouchers = new JointVouchers(world, Id, By);
        foreach (var voucher in entry.Fact.Vouchers) vouchers.Post(voucher, By, Entry);
        return vouchers.After(Decision.Of(Streams.Venture(entry.Fact.Venture), new JointEntryConfirmed(Entry, By)));
    }
}
