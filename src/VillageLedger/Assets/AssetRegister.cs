using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>What was stored of one card, in order; which of its vouchers stand is for <see cref="AssetBook"/> to say.</summary>
public sealed record AssetRecord(
    AssetAdded Added, ImmutableList<AssetAmended> Amended, ImmutableList<AssetCostSettled> Settled, ImmutableList<AssetDisposed> Disposed, bool IsWithdrawn)
{
    public static AssetRecord Of(AssetAdded added) => new(added, [], [], [], false);
}

/// <summary>Works of an owner's own, and every time that they became an asset.</summary>
public sealed record WorksRecord(WorksOpened Opened, ImmutableList<WorksCompleted> Completed);

/// <summary>Land, forest or water, with its changes in order.</summary>
public sealed record ResourceRecord(ResourceRegistered Registered, ImmutableList<ResourceChanged> Changed)
{
    /// <summary>The day of what is known last.</summary>
    public DateOnly LastDay => Changed.IsEmpty ? Registered.Date : Changed[^1].Date;

    /// <summary>The largest area that it ever had: it bounds every sum over resources.</summary>
    public long MostSquareMetres => Changed.Aggregate(Registered.AreaSquareMetres, (most, change) => Math.Max(most, change.AreaSquareMetres ?? 0));

    /// <summary>Area and user on a day.</summary>
    public ResourceState On(DateOnly date) => Changed.Where(change => change.Date <= date).Aggregate(
        new ResourceState(Registered.AreaSquareMetres, Registered.Holder, Registered.Contract, Registered.Certificate),
        (state, change) => new(
            change.AreaSquareMetres ?? state.AreaSquareMetres,
            change.Vacant == true ? null : change.Holder ?? state.Holder,
            // A contract is its user's: it does not pass on to the next.
            change.Contract ?? (change.Vacant == true || change.Holder is not null ? null : state.Contract),
            change.Certificate ?? state.Certificate));
}

/// <summary>Area, user, contract and certificate of a resource on a day.</summary>
public sealed record ResourceState(long AreaSquareMetres, Holder? Holder, string? Contract, string? Certificate);

/// <summary>An owner's asset cards, works, land, forest and water. Folded from <c>assets/…</c>.</summary>
/// <param name="CostFen">Sum of all costs that ever stood on a card, in fen: it bounds every sum over cards.</param>
public sealed record AssetRegister(
    ImmutableSortedDictionary<string, AssetRecord> Cards,
    ImmutableList<DepreciationProposed> Depreciation,
    ImmutableList<AssetsCounted> Counts,
    ImmutableSortedDictionary<string, WorksRecord> Works,
    ImmutableSortedDictionary<string, ResourceRecord> Resources,
    Int128 CostFen)
{
    public static readonly AssetRegister Empty = new(
        ImmutableSortedDictionary.Create<string, AssetRecord>(StringComparer.Ordinal), [], [],
        ImmutableSortedDictionary.Create<string, WorksRecord>(StringComparer.Ordinal), ImmutableSortedDictionary.Create<string, ResourceRecord>(StringComparer.Ordinal), 0);

    public bool IsEmpty => Cards.IsEmpty;

    public AssetRegister Evolve(Fact fact) => fact switch
    {
        AssetAdded added => this with { Cards = Cards.SetItem(added.Asset, AssetRecord.Of(added)), CostFen = CostFen + added.CostFen },
        AssetAmended amended => With(amended.Asset, card => card with { Amended = card.Amended.Add(amended) }),
        AssetWithdrawn withdrawn => With(withdrawn.Asset, card => card with { IsWithdrawn = true }),
        AssetCostSettled settled => With(settled.Asset, card => card with { Settled = card.Settled.Add(settled) }) with { CostFen = CostFen + settled.CostFen },
        AssetDisposed disposed => With(disposed.Asset, card => card with { Disposed = card.Disposed.Add(disposed) }),
        DepreciationProposed proposed => this with { Depreciation = Depreciation.Add(proposed) },
        AssetsCounted counted => this with { Counts = Counts.Add(counted) },
        WorksOpened opened => this with { Works = Works.SetItem(opened.Works, new(opened, [])) },
        WorksCompleted completed => this with { Works = Works.SetItem(completed.Works, Works[completed.Works] with { Completed = Works[completed.Works].Completed.Add(completed) }) },
        ResourceRegistered registered => this with { Resources = Resources.SetItem(registered.Resource, new(registered, [])) },
        ResourceChanged changed => this with { Resources = Resources.SetItem(changed.Resource, Resources[changed.Resource] with { Changed = Resources[changed.Resource].Changed.Add(changed) }) },
        _ => throw Fold.Unexpected(fact, this),
    };

    private AssetRegister With(string asset, Func<AssetRecord, AssetRecord> change) => this with { Cards = Cards.SetItem(asset, change(Cards[asset])) };
}
