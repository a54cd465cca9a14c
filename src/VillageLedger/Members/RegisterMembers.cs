namespace VillageLedger;

/// <summary>Makes many members of a village's cooperative known, with their shares: all or none, in one append.</summary>
/// <param name="Date">The day from whose end the shares are held; the register's opening day unless given.</param>
/// <param name="Resolution">The one by which they are granted; the register's own unless given.</param>
public sealed record RegisterMembers(string Id, UserId By, string Village, DateOnly? Date, string? Resolution, IReadOnlyList<NewMember> Members) : Request(Id, By)
{
    public const int MaxMembers = 5_000;

    public override IReadOnlyList<Person> Persons => [.. Members.Select(member => member.Person)];

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new RegisterMembers(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Text("village"), fields.OptionalDate("date"), fields.OptionalText("resolution"),
            fields.SomeItems("members", item => NewMember.Read(item, withShares: true), MaxMembers));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var decision = Decide(world, Village, Members);
        if (decision.Refusal is not null) return decision;
        var changes = Members.SelectMany(member => member.Shares.Select(share => new ShareChange(Holder.Member(member.Member), share.Kind, share.Units))).ToList();
        if (changes.Count == 0) return decision;
        if (world.Shares(Village).Opened is not { } register) return ShareEntries.NotOpen(Village);
        var granted = new SharesGranted(Village, Date ?? register.From, changes, Resolution ?? register.Resolution);
        return ShareEntries.Grant(world, granted) is { } refusal ? refusal : decision.And(Streams.Shares(Village), ShareEntries.InParts(granted));
    }

    internal static Decision Decide(World world, string village, IReadOnlyList<NewMember> members)
    {
        if (!world.Village(village).IsKnown) return Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Streams.Village(village)));
        // All are asked for before the first is judged, so that they are fetched at once.
        foreach (var member in members) world.Member(member.Member);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            var holder = Holder.Member(member.Member);
            if (!seen.Add(member.Member)) return Refusal.Of(RefusalCode.HolderTwice, ("holder", holder));
            if (world.Member(member.Member).IsKnown) return Refusal.Of(RefusalCode.AlreadyRegistered, ("holder", holder));
        }

        return Decision.Nothing.And(members.Select(member => (Streams.Member(member.Member), (Fact)member.In(village))));
    }
}
