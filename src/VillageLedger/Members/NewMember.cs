namespace VillageLedger;

/// <summary>Somebody to be registered, with the shares that go with it.</summary>
/// <param name="Shares">Units by kind, each kind once.</param>
public sealed record NewMember(string Member, DateOnly JoinedOn, string? Household, string? Entry, Person Person, IReadOnlyList<KindUnits> Shares)
{
    private const string Prefix = Holder.MemberKind + "/";

    /// <summary>The fields of one member; those of <see cref="RegisterMembers"/> may have shares.</summary>
    public static NewMember Read(Fields fields, bool withShares)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var member = IdOf(fields, "member");
        return new(
            member, fields.Date("joinedOn"), OptionalId(fields, "household"), fields.OptionalWord("entry", VillageLedger.Member.Entries), Person.Read(fields, Holder.Member(member)),
            withShares ? fields.OptionalItems("shares", item => KindUnits.Read(item, ShareKinds.Personal), ShareKinds.Personal.Length) ?? [] : []);
    }

    public MemberRegistered In(string village) => new(Member, village, JoinedOn, Household, Entry);

    /// <summary>A member's id, with or without <c>member/</c> before it.</summary>
    public static string IdOf(Fields fields, string name)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return IdOf(fields, name, fields.PersonalText(name, Ids.MaxLength + Prefix.Length)) ?? "";
    }

    /// <summary>A member's id where one is given.</summary>
    public static string? OptionalIdOf(Fields fields, string name)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return fields.OptionalPersonalText(name, Ids.MaxLength + Prefix.Length) is { } text ? IdOf(fields, name, text) : null;
    }

    private static string? IdOf(Fields fields, string name, string text) =>
        Checked(fields, name, text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text, "member/…");

    private static string? OptionalId(Fields fields, string name) => fields.OptionalPersonalText(name, Ids.MaxLength) is { } text ? Checked(fields, name, text, VoucherId.Expected) : null;

    /// <summary>Ids stand in facts: one that is a person's number would never go away again. What is no id may be a name, and is not quoted.</summary>
    private static string? Checked(Fields fields, string name, string id, string expected)
    {
        if (fields.Failed) return null;
        if (PersonalNumbers.LooksLike(id)) fields.Refuse(Refusal.Of(RefusalCode.PersonalNumberAsId, ("field", fields.PathOf(name))));
        else if (!Ids.IsValid(id)) fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", fields.PathOf(name)), ("value", "…"), ("expected", expected)));
        return id;
    }
}

/// <summary>A number of units of one kind, 1 or more.</summary>
public sealed record KindUnits(string Kind, long Units)
{
    public static KindUnits Read(Fields fields, string[] kinds)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new(fields.Word("kind", kinds), fields.Whole("units", 1, Money.MaxFen));
    }
}
