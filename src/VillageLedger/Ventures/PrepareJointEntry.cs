namespace VillageLedger;

/// <summary>
/// Prepares the entries that a contribution, a construction cost, a placing in service or a month's depreciation makes in all books concerned, by the
/// posting map of the venture's form. Another person confirms.
/// </summary>
/// <param name="Of">The contribution, cost or placing.</param>
/// <param name="Month">The month to depreciate, instead.</param>
public sealed record PrepareJointEntry(string Id, UserId By, string Venture, DateOnly Date, string? Of, Month? Month) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var request = new PrepareJointEntry(
            fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Venture(fields), fields.Date("date"), fields.Optional<RequestId>("of")?.Value, fields.Optional<Month>("month"));
        if (!fields.Failed && request.Of is null == request.Month is null)
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", "of"), ("value", request.Of), ("expected", "of | month")));
        return request;
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var venture = world.Venture(Venture);
        if (!venture.IsKnown) return Refusal.Of(RefusalCode.VentureUnknown, ("venture", Venture));
        if (JointEntrySource.Of(venture, Of, Month) is not { } source) return Refusal.Of(RefusalCode.JointEntrySourceUnknown, ("of", Of), ("venture", Venture));
        if (source.Standing is { } standing) return Refusal.Of(RefusalCode.JointEntryExists, ("entry", standing));
        if (Date < source.From) return Refusal.Of(RefusalCode.JointEntryBeforeEvent, ("date", VoucherRules.Text(Date)), ("of", Of ?? Month.ToString()), ("from", VoucherRules.Text(source.From)));
        if (source.TotalFen == 0) return Refusal.Of(RefusalCode.JointEntryEmpty, ("of", Of ?? Month.ToString()));
        if (source.Parts is not { } parts) return Refusal.Of(RefusalCode.SharesMissingInMonth, ("month", VillageLedger.Month.Of(source.On)));
        return JointRules.CheckBooks(world, venture, source.Event, parts, source.From) is { } fault ? fault : Prepare(world, venture, source, parts);
    }

    private Decision Prepare(World world, Venture venture, JointEntrySource source, IReadOnlyList<AllocatedPart> parts)
    {
        var vouchers = new JointVouchers(world, Id, By);
        var lines = new EntryLines(world, venture);
        var summary = $"{venture.Founded!.Name}：{source.Summary}";
        vouchers.Prepare(venture.Book, Content(summary, lines.OfVenture(source.Event, source.Amounts(), parts)));
        foreach (var part in parts)
            if (part.Holder.Owner is { } owner) vouchers.Prepare(owner, Content(summary, lines.OfHolder(source.Event, owner, source.Amounts(part), on: source.From)));
        if (vouchers is { Refusal: null, Made.Count: 0 }) return Refusal.Of(RefusalCode.JointEntryEmpty, ("of", Of ?? Month.ToString()));
        var prepared = new JointEntryPrepared(Id, Venture, source.Event, Date, source.TotalFen, parts, vouchers.Made, By, Of, Month);
        return vouchers.After(Decision.Of(Streams.Venture(Venture), prepared).Showing());
    }

    private VoucherContent Content(string summary, IReadOnlyList<VoucherLine> lines) => new("记", Date, VoucherKind.Ordinary, summary, lines, 0);
}
