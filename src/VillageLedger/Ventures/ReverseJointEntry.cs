namespace VillageLedger;

/// <summary>Makes a joint entry void: discards its vouchers while they are only prepared, else takes them back in red, all or none. It can then be prepared anew.</summary>
/// <param name="Date">Of the red vouchers; the entry's own date unless given.</param>
public sealed record ReverseJointEntry(string Id, UserId By, string Entry, string? Reason, DateOnly? Date) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ReverseJointEntry(
            fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Request(fields, "entry"), fields.OptionalText("reason", 100), fields.OptionalDate("date"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (JointRules.FindEntry(world, Entry, out _, out var entry) is { } unknown) return unknown;
        if (entry.Stage == AllocationStage.Reversed) return Refusal.Of(RefusalCode.JointEntryAlreadyReversed, ("entry", Entry));
        var date = Date ?? entry.Fact.Date;
        if (date < entry.Fact.Date) return Refusal.Of(RefusalCode.ReversalBeforeOriginal, ("date", VoucherRules.Text(date)), ("original", VoucherRules.Text(entry.Fact.Date)));
        var vouchers = new JointVouchers(world, Id, By);
        var stream = Streams.Venture(entry.Fact.Venture);
        if (entry.Stage == AllocationStage.Prepared)
        {
            foreach (var voucher in entry.Fact.Vouchers) vouchers.Discard(voucher, Reason);
            return vouchers.After(Decision.Of(stream, new JointEntryReversed(Entry, By, [], null, Reason)));
        }

        foreach (var voucher in entry.Fact.Vouchers) vouchers.Reverse(voucher, date, JointRules.ReversalRule, Entry, Reason ?? "联合记账作废");
        return vouchers.After(Decision.Of(stream, new JointEntryReversed(Entry, By, vouchers.Made, date, Reason)));
    }
}
