using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>A group of villages: what was said of it, in the order in which it was said. Folded from <c>village-group/{id}</c>.</summary>
public sealed record VillageGroup(ImmutableList<VillageGroupDefined> All)
{
    public static readonly VillageGroup Empty = new(ImmutableList<VillageGroupDefined>.Empty);

    /// <summary>片区, 联合, 结对, others.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["area", "joint", "pairing", "other"];

    public bool IsKnown => All.Count > 0;

    /// <summary>What holds in a month; of two from the same month the later said. Null before the first, and where the group has ended.</summary>
    public VillageGroupDefined? In(Month month) => All.Where(defined => defined.From <= month).OrderBy(defined => defined.From).LastOrDefault() is { Villages.Count: > 0 } held ? held : null;

    public VillageGroup Evolve(Fact fact) => fact switch
    {
        VillageGroupDefined defined => new(All.Add(defined)),
        _ => throw Fold.Unexpected(fact, this),
    };
}
