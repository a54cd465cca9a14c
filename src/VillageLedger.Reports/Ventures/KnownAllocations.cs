namespace VillageLedger.Reports;

/// <summary>Everything that a venture's allocation of any period up to a month is worked out from.</summary>
internal sealed class KnownAllocations
{
    private readonly VentureFounded founded;
    private readonly ShareTimeline shares;
    private readonly IReadOnlyList<HolderMonth> allocated;
    private readonly IReadOnlyList<PlacedBuilding> buildings;
    private readonly (string Allocation, IReadOnlyList<HolderWeight> Weights)? lastWeights;
    private readonly Capital? capital;

    private KnownAllocations(
        VentureFounded founded, ShareTimeline shares, IReadOnlyList<HolderMonth> allocated, IReadOnlyList<PlacedBuilding> buildings, Expectations expectations,
        (string Allocation, IReadOnlyList<HolderWeight> Weights)? lastWeights, Capital? capital) =>
        (this.founded, this.shares, this.allocated, this.buildings, Expectations, this.lastWeights, this.capital) = (founded, shares, allocated, buildings, expectations, lastWeights, capital);

    public Expectations Expectations { get; }

    /// <summary>The founding, or an earlier month of income.</summary>
    public Month FirstMonth => allocated.Count > 0 && allocated[0].Month < founded.Month ? allocated[0].Month : founded.Month;

    public static async Task<KnownAllocations> ReadAsync(VentureRows rows, CompanyRows? company, Month upTo, CancellationToken cancellation)
    {
        var (shares, _) = await rows.SharesAsync(cancellation).ConfigureAwait(false);
        return new(
            rows.Founded, shares, await rows.AllocatedAsync(upTo, cancellation).ConfigureAwait(false), await rows.BuildingsAsync(cancellation).ConfigureAwait(false),
            new(await rows.ExpectationsAsync(cancellation).ConfigureAwait(false)), await rows.LastWeightsAsync(upTo, cancellation).ConfigureAwait(false),
            company is null ? null : await company.CapitalAsync(cancellation).ConfigureAwait(false));
    }

    /// <summary>A row for each holder that has a share on the period's last day or ever got something up to then, by address.</summary>
    public IReadOnlyList<HolderFigures> In(Period period)
    {
        var (weights, weightsOf) = WeightsAt(period.To);
        var sum = weights.Sum(share => share.Weight);
        var byHolder = weights.ToDictionary(share => share.Holder, share => share.Weight);
        var inService = buildings.Select(building => building.On(period.To.LastDay)).OfType<Placing>().ToList();
        var assets = Split(inService.Sum(placing => placing.CostFen), weights, sum);
        var net = Split(inService.Sum(placing => placing.CostFen - placing.Depreciation.UpTo(period.To)), weights, sum);
        var got = allocated.Where(one => one.Month <= period.To).ToLookup(one => one.Holder);
        return
        [
            .. weights.Select(share => share.Holder).Concat(got.Select(of => of.Key)).Distinct().OrderBy(holder => holder.Address, StringComparer.Ordinal).Select(holder => FiguresOf(holder)),
        ];

        HolderFigures FiguresOf(Holder holder)
        {
            var within = got[holder].Where(one => one.Month >= period.From).ToList();
            var weight = byHolder.GetValueOrDefault(holder);
            return new(
                holder, weight, Ppm.Of(weight, sum), within.Sum(one => one.AllocatedFen), within.Sum(one => one.PaidFen),
                assets is null ? null : assets.GetValueOrDefault(holder), net is null ? null : net.GetValueOrDefault(holder), Expectations.YieldIn(holder, period),
                got[holder].Sum(one => one.AllocatedFen), Expectations.Of(holder, period.To)?.AssetFen, byHolder.ContainsKey(holder) ? weightsOf : null);
        }
    }

    /// <summary>The shares in force on a month's last day; where there never were any, the capital of the venture's company, or what the last allocation was split by.</summary>
    private (IReadOnlyList<HolderWeight> Weights, string? Of) WeightsAt(Month month)
    {
        if (shares.On(month.LastDay) is { } version) return (version.Weights, $"shares {version.Version}");
        if (!shares.Versions.IsEmpty) return ([], null);
        if (capital is not null) return ([.. capital.SubscribedOn(month.LastDay).Select(held => new HolderWeight(held.Holder, held.AmountFen))], "capital");
        return lastWeights is var (allocation, weights) ? (weights, $"allocation {allocation}") : ([], null);
    }

    /// <summary>Null where nobody has a weight to split by.</summary>
    private static Dictionary<Holder, long>? Split(long fen, IReadOnlyList<HolderWeight> weights, long sum) =>
        sum == 0 ? null : weights.Zip(LargestRemainder.Split(fen, weights).Parts, (share, part) => (share.Holder, part)).ToDictionary();
}
