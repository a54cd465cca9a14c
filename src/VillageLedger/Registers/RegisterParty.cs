namespace VillageLedger;

/// <summary>Makes a party known that vouchers can name. A natural person's name does not enter the fact: it is kept apart, encrypted, and can be erased.</summary>
/// <param name="Party">Its id; never reused.</param>
/// <param name="Kind"><c>member</c>, <c>group</c>, <c>company</c>, <c>person</c>, <c>public-body</c>.</param>
public sealed record RegisterParty(string Id, UserId By, string Party, string Name, string Kind) : Request(Id, By)
{
    /// <summary>Whether the name is a natural person's.</summary>
    public bool IsPerson => Kind is "member" or "person";

    public override IReadOnlyList<Person> Persons => IsPerson ? [new(Holder.Party(Party), Name)] : [];

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new RegisterParty(
            fields.Text("id"), fields.Value<UserId>("by"), PartyId(fields), fields.Text("name", 100),
            fields.OptionalWord("kind", "member", "group", "company", "person", "public-body") ?? fields.Text("kind"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return world.Party(Party).IsKnown
            ? Refusal.Of(RefusalCode.AlreadyRegistered, ("holder", Streams.Party(Party)))
            : Decision.Of(Streams.Party(Party), new PartyRegistered(Party, Kind, IsPerson ? null : Name));
    }

    /// <summary>An id, with or without <c>party/</c> before it.</summary>
    private static string PartyId(Fields fields)
    {
        var holder = fields.Value<Holder>("party");
        if (fields.Failed) return "";
        if (holder.Kind != "party") fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", "party"), ("value", holder), ("expected", "party/…")));
        else if (PersonalNumbers.LooksLike(holder.Code)) fields.Refuse(Refusal.Of(RefusalCode.PersonalNumberAsId, ("field", "party")));
        return holder.Code;
    }
}
