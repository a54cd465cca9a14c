namespace VillageLedger;

/// <summary>A member of a village's cooperative. Folded from stream <c>member/{id}</c>.</summary>
/// <param name="Village">12-digit division code; "" while nobody is known.</param>
/// <param name="Entry">A word of <see cref="Entries"/> where it was given.</param>
public sealed record Member(bool IsKnown, string Village, string? Entry, bool IsErased = false)
{
    /// <summary>Holds what was inherited and does not belong to the collective.</summary>
    public const string Heir = "heir";

    /// <summary>How membership came about (农村集体经济组织法 arts. 11–12), and <see cref="Heir"/>, who has none.</summary>
    public static readonly string[] Entries = ["founding", "birth", "marriage", "adoption", "resettlement", "other", Heir];

    public static readonly Member Unknown = new(false, "", null);

    public Registration Registration => new(IsKnown, IsKnown ? Holder.MemberKind : null, IsErased);

    /// <summary>Whether this is a member of the village's cooperative, and so may be granted and take over shares in it.</summary>
    public bool IsOf(string village) => IsKnown && Village == village && Entry != Heir;

    public Member Evolve(Fact fact) => fact switch
    {
        MemberRegistered registered => new(true, registered.Village, registered.Entry),
        PersonErased => this with { IsErased = true },
        _ => throw Fold.Unexpected(fact, this),
    };
}
