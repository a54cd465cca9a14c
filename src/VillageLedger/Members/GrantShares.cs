namespace VillageLedger;

/// <summary>
/// Grants shares (配股). In a static register after its opening day only with the reason that the resolution gives for changing it.
/// Collective shares are granted to the cooperative itself, and name no member.
/// </summary>
public sealed record GrantShares(
    string Id, UserId By, string Village, DateOnly Date, IReadOnlyList<MemberUnits> Grants, string Resolution, string? Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new GrantShares(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Text("village"), fields.Date("date"), fields.SomeItems("grants", MemberUnits.Read),
            fields.Text("resolution"), fields.OptionalText("reason"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (MemberUnits.Check("grants", Grants) is { } fault) return fault;
        var granted = new SharesGranted(Village, Date, [.. Grants.Select(grant => grant.In(Village, 1))], Resolution, Reason);
        // All are asked for before the first is judged, so that they are fetched at once.
        foreach (var grant in Grants.Where(grant => grant.Member is not null)) world.Member(grant.Member!);
        if (ShareEntries.Grant(world, granted) is { } refusal) return refusal;
        foreach (var member in Grants.Select(grant => grant.Member).OfType<string>())
            if (!world.Member(member).IsOf(Village)) return Refusal.Of(RefusalCode.NotAMember, ("holder", Holder.Member(member)), ("village", Village));
        return Decision.Nothing.And(Streams.Shares(Village), ShareEntries.InParts(granted));
    }
}

/// <summary>Units of one kind for a member or, collective ones, for the cooperative.</summary>
/// <param name="Member">Null for collective shares.</param>
public sealed record MemberUnits(string? Member, string Kind, long Units)
{
    public static MemberUnits Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var (kind, units) = KindUnits.Read(fields, ShareKinds.All);
        return new(NewMember.OptionalIdOf(fields, "member"), kind, units);
    }

    /// <summary>The refusal of collective units with a member, or of others without, or null.</summary>
    public static Refusal? Check(string list, IReadOnlyList<MemberUnits> items)
    {
        foreach (var (i, item) in items.Index())
        {
            var field = $"{list}[{i + 1}].member";
            if (item.Member is null && item.Kind != ShareKinds.Collective) return Refusal.Of(RefusalCode.FieldMissing, ("field", field));
            if (item.Member is { } member && item.Kind == ShareKinds.Collective)
                return Refusal.Of(RefusalCode.FieldInvalid, ("field", field), ("value", member), ("expected", "– (collective)"));
        }

        return null;
    }

    /// <summary>The change that adds (1) or takes away (−1) these units.</summary>
    public ShareChange In(string village, int sign) => new(Member is { } id ? Holder.Member(id) : Holder.Of(Owner.Village(village)), Kind, sign * Units);
}
