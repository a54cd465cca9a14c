using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>A joint venture as decisions see it: its form, shares, contributions, building, allocations. Folded from <c>venture/{id}</c>.</summary>
/// <param name="Authorised">Holders whose standing consent is in force.</param>
/// <param name="Holders">Whoever ever had a share, or a part of an allocation.</param>
/// <param name="Replaced">The first allocation of a month that was reversed last, by month.</param>
public sealed record Venture(
    VentureFounded? Founded,
    ShareTimeline Shares,
    ImmutableHashSet<Holder> Authorised,
    ImmutableHashSet<Holder> Holders,
    ImmutableDictionary<string, CapitalCalled> Calls,
    ImmutableDictionary<string, ContributionMade> Contributions,
    ImmutableDictionary<string, ConstructionContract> Contracts,
    ImmutableDictionary<string, ConstructionCostRecorded> Costs,
    ImmutableDictionary<string, Placing> Placings,
    ImmutableDictionary<string, Allocation> Allocations,
    ImmutableDictionary<Month, string> Replaced,
    ImmutableDictionary<string, JointEntry> Entries)
{
    public static readonly Venture Empty = new(
        null,
        ShareTimeline.Empty,
        [],
        [],
        ImmutableDictionary<string, CapitalCalled>.Empty,
        ImmutableDictionary<string, ContributionMade>.Empty,
        ImmutableDictionary<string, ConstructionContract>.Empty,
        ImmutableDictionary<string, ConstructionCostRecorded>.Empty,
        ImmutableDictionary<string, Placing>.Empty,
        ImmutableDictionary<string, Allocation>.Empty,
        ImmutableDictionary<Month, string>.Empty,
        ImmutableDictionary<string, JointEntry>.Empty);

    public bool IsKnown => Founded is not null;

    public string Form => Founded?.Form ?? VentureForms.CoOwned;

    public Registration Registration => Founded is null ? Registration.Unknown : new(true, Founded.Kind);

    /// <summary>Whose book the venture's entries go to: its own, or its company's.</summary>
    public Owner Book => Founded?.Company is { } company ? Owner.Company(company) : Owner.Venture(Founded?.Venture ?? "");

    /// <summary>Whether it has or ever had a share, or a part of an allocation.</summary>
    public bool HasHeld(Holder holder) => Holders.Contains(holder);

    /// <summary>Whether there is a contribution, a construction cost or a placing with an id, not withdrawn.</summary>
    public bool HasRecord(string of) => Contributions.ContainsKey(of) || Costs.ContainsKey(of) || Placings.ContainsKey(of);

    /// <summary>Cash and land paid in up to a day, in fen by holder; guarantees are no money.</summary>
    public IReadOnlyList<HolderAmount> PaidInOn(DateOnly date) =>
    [
        .. Contributions.Values.Where(made => made.Kind != Contribute.Guarantee && made.Date <= date)
            .GroupBy(made => made.Holder).Select(made => new HolderAmount(made.Key, made.Sum(one => one.AmountFen)))
            .OrderBy(paid => paid.Holder.Address, StringComparer.Ordinal),
    ];

    /// <summary>The standing allocations of a month: prepared or confirmed, not reversed.</summary>
    public IEnumerable<Allocation> StandingIn(Month month) => Allocations.Values.Where(allocation => allocation.IsStanding && allocation.Fact.Month == month);

    /// <summary>
    /// The allocation that was posted first among those that one replaced, one after the other: what a later year corrects. Null where nothing had been posted.
    /// </summary>
    public Allocation? FirstPosted(string? allocation)
    {
        Allocation? posted = null;
        for (var next = allocation is null ? null : Allocations.GetValueOrDefault(allocation); next is not null; next = next.Fact.Replaces is { } before ? Allocations.GetValueOrDefault(before) : null)
            if (next.ConfirmedBy is not null) posted = next;
        return posted;
    }

    public Venture Evolve(Fact fact) => fact switch
    {
        VentureFounded founded => this with { Founded = founded },
        ParcelRecorded or ExpectationStated => this,
        SharesAgreed agreed => WithShares(agreed.Version, agreed.From, agreed.Shares),
        ShareTransferred transferred => WithShares(transferred.Version, transferred.From, Shares.After(transferred)),
        SharesCorrected corrected => WithShares(corrected.Version, corrected.From, corrected.Shares),
        AllocationsAuthorised authorised => this with { Authorised = Authorised.Add(authorised.Holder) },
        AuthorisationWithdrawn withdrawn => this with { Authorised = Authorised.Remove(withdrawn.Holder) },
        CapitalCalled called => this with { Calls = Calls.Add(called.Call, called) },
        ContributionMade made => this with { Contributions = Contributions.Add(made.Contribution, made) },
        ConstructionContracted contracted => this with { Contracts = Contracts.Add(contracted.Contract, new(contracted.Contractor, contracted.Date, contracted.AmountFen, 0, 0)) },
        ConstructionContractChanged changed => this with { Contracts = Contracts.SetItem(changed.Contract, Contracts[changed.Contract] with { AmountFen = changed.AmountFen }) },
        ConstructionCostRecorded cost => this with { Costs = Costs.Add(cost.Cost, cost), Contracts = Contracts.SetItem(cost.Contract, Contracts[cost.Contract].After(cost)) },
        PlacedInService placed => this with { Placings = Placings.Add(placed.Placing, Placing.Of(placed)) },
        CostSettled settled => this with { Placings = Placings.SetItem(settled.Placing, Placings[settled.Placing].After(settled)) },
        VentureRecordWithdrawn withdrawn => Without(withdrawn.Of),
        IncomeAllocated allocated => this with
        {
            Allocations = Allocations.Add(allocated.Allocation, Allocation.Of(allocated, Allocations.Count)), Holders = Holders.Union(allocated.Parts.Select(part => part.Holder)),
        },
        AllocationConfirmed confirmed => With(Allocations[confirmed.Allocation] with { Stage = AllocationStage.Confirmed, ConfirmedBy = confirmed.ConfirmedBy }),
        AllocationReversed reversed => Reverse(Allocations[reversed.Allocation]),
        AllocationPaid paid => With(Allocations[paid.Allocation].After(paid)),
        AllocationPaymentReturned returned => With(Allocations[returned.Allocation].After(returned)),
        JointEntryPrepared prepared => this with { Entries = Entries.Add(prepared.Entry, new(prepared, AllocationStage.Prepared)) },
        JointEntryConfirmed confirmed => With(Entries[confirmed.Entry] with { Stage = AllocationStage.Confirmed }),
        JointEntryReversed reversed => With(Entries[reversed.Entry] with { Stage = AllocationStage.Reversed }),
        _ => throw Fold.Unexpected(fact, this),
    };

    private Venture Without(string of)
    {
        var costs = Costs.Remove(of);
        return this with
        {
            Contributions = Contributions.Remove(of),
            Costs = costs,
            Placings = Placings.Remove(of),
            Contracts = Costs.GetValueOrDefault(of) is { } cost
                ? Contracts.SetItem(cost.Contract, Contracts[cost.Contract].Without(cost, costs.Values.Where(other => other.Contract == cost.Contract)))
                : Contracts,
        };
    }

    private Venture Reverse(Allocation allocation) => With(allocation with { Stage = AllocationStage.Reversed }) with
    {
        Replaced = allocation.Fact.Supplements is null ? Replaced.SetItem(allocation.Fact.Month, allocation.Fact.Allocation) : Replaced,
    };

    private Venture With(Allocation allocation) => this with { Allocations = Allocations.SetItem(allocation.Fact.Allocation, allocation) };

    private Venture With(JointEntry entry) => this with { Entries = Entries.SetItem(entry.Fact.Entry, entry) };

    private Venture WithShares(int version, DateOnly from, IReadOnlyList<HolderWeight> weights) => this with
    {
        Shares = Shares.With(new(version, from, weights)),
        Holders = Holders.Union(weights.Where(share => share.Weight > 0).Select(share => share.Holder)),
    };
}
