namespace VillageLedger;

/// <summary>Whether somebody is registered, and as what.</summary>
public sealed record Registration(bool IsKnown, string? Kind)
{
    public static readonly Registration Unknown = new(false, null);

    public Registration Evolve(Fact fact) => fact switch
    {
        VillageRegistered => new(true, "village"),
        PartyRegistered party => new(true, party.Kind),
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
