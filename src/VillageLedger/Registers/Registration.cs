using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>Whether somebody is registered, and as what.</summary>
/// <param name="IsErased">Whether it is a natural person whose fields were erased.</param>
public sealed record Registration(bool IsKnown, string? Kind, bool IsErased = false)
{
    public static readonly Registration Unknown = new(false, null);

    /// <summary>That the village is no more, from a month on.</summary>
    public VillageRetired? Retired { get; init; }

    /// <summary>The last time that villages were merged into this one.</summary>
    public VillagesMerged? Merged { get; init; }

    /// <summary>Where the village was moved to, in the order in which it was said.</summary>
    public ImmutableList<VillageMoved> Moves { get; init; } = [];

    /// <summary>The township that a village of this code belongs to in a month; of two moves from the same month the later said.</summary>
    public string TownshipIn(string code, Month month)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Moves.Where(move => move.From <= month).OrderBy(move => move.From).LastOrDefault()?.Place ?? code[..RegisterVillage.TownshipLength];
    }

    public Registration Evolve(Fact fact) => fact switch
    {
        VillageRegistered => new(true, "village"),
        VillageMoved moved => this with { Moves = Moves.Add(moved) },
        VillageRenamed => this,
        VillageRetired retired => this with { Retired = retired },
        VillagesMerged merged => this with { Merged = merged },
        PartyRegistered party => new(true, party.Kind),
        PersonErased when Kind is "member" or "person" => this with { IsErased = true },
        _ => throw Fold.Unexpected(fact, this),
    };
}

/// <summary>The name of a place, once it has one; of a county, up to which amount works may be awarded without tender.</summary>
public sealed record Place(string? Name, ImmutableList<WorksCeilingSet> WorksCeilings)
{
    public static readonly Place Unknown = new(null, ImmutableList<WorksCeilingSet>.Empty);

    /// <summary>The ceiling in force on a day, in fen; of two from the same day the later said. Null when none is known.</summary>
    public long? WorksCeilingOn(DateOnly date) => WorksCeilings.Where(ceiling => ceiling.From <= date).OrderBy(ceiling => ceiling.From).LastOrDefault()?.AmountFen;

    public Place Evolve(Fact fact) => fact switch
    {
        PlaceNamed named => this with { Name = named.Name },
        PlaceRenamed renamed => this with { Name = renamed.Name },
        WorksCeilingSet ceiling => this with { WorksCeilings = WorksCeilings.Add(ceiling) },
        _ => throw Fold.Unexpected(fact, this),
    };
}
