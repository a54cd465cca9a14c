namespace VillageLedger;

/// <summary>Whether somebody is registered, and as what.</summary>
/// <param name="IsErased">Whether it is a natural person whose fields were erased.</param>
public sealed record Registration(bool IsKnown, string? Kind, bool IsErased = false)
{
    public static readonly Registration Unknown = new(false, null);

    public Registration Evolve(Fact fact) => fact switch
    {
        VillageRegistered => new(true, "village"),
        PartyRegistered party => new(true, party.Kind),
        PersonErased when Kind is "member" or "person" => this with { IsErased = true },
        _ => throw Fold.Unexpected(fact, this),
    };
}

/// <summary>The name of a place, once it has one.</summary>
public sealed record Place(string? Name)
{
    public static readonly Place Unknown = new((string?)null);

    public Place Evolve(Fact fact) => fact switch
    {
        PlaceNamed named => new(named.Name),
        _ => throw Fold.Unexpected(fact, this),
    };
}
