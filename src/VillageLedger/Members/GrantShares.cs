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
        var (kind, units) = KindUnits.Read(fields);
        return new(ReadMember(fields, kind), kind, units);
    }

    /// <summary>The change that adds (1) or takes away (−1) these units.</summary>
    public ShareChange In(string village, int sign) => new(Member is { } id ? Holder.Member(id) : Holder.Of(Owner.Village(village)), Kind, sign * Units);

    private static string? ReadMember(Fields fields, string kind)
    {
        if (kind != ShareKinds.Collective) return NewMember.IdOf(fields, "member");
        if (fields.OptionalText("member", 80) is { } member)
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", fields.PathOf("member")), ("value", Fields.Shown(member)), ("expected", "– (collective)")));
        return null;
    }
}
