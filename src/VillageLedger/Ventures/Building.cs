namespace VillageLedger;

/// <summary>A construction contract with its cost up to now, in fen, and the progress last reported, in parts per million.</summary>
public sealed record ConstructionContract(Holder Contractor, DateOnly Date, long AmountFen, long CostFen, long ProgressPpm)
{
    public ConstructionContract After(ConstructionCostRecorded cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        return this with { CostFen = CostFen + cost.AmountFen, ProgressPpm = cost.ProgressPpm };
    }

    /// <param name="left">The contract's other costs. Progress never goes back, so the last of them has the highest.</param>
    public ConstructionContract Without(ConstructionCostRecorded cost, IEnumerable<ConstructionCostRecorded> left)
    {
        ArgumentNullException.ThrowIfNull(cost);
        return this with { CostFen = CostFen - cost.AmountFen, ProgressPpm = left.Select(other => other.ProgressPpm).DefaultIfEmpty().Max() };
    }
}

/// <summary>A building, or part of one, in service.</summary>
/// <param name="KnownOn">The day since which the cost is this: of the placing or of the final account.</param>
/// <param name="Depreciation">What is written off in which month.</param>
/// <param name="IsProvisional">Whether its cost is still an estimate.</param>
public sealed record Placing(PlacedInService Fact, long CostFen, DateOnly KnownOn, StraightLine Depreciation, bool IsProvisional)
{
    public static Placing Of(PlacedInService fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return new(fact, fact.CostFen, fact.Date, StraightLine.From(Month.Of(fact.Date), fact.CostFen, fact.ResidualFen, fact.UsefulLifeMonths), fact.Provisional == true);
    }

    /// <summary>Whether something is written off in a month, by its cost now or by the estimate before.</summary>
    public bool IsDepreciatedIn(Month month) => Depreciation.In(month) != 0 || Of(Fact).Depreciation.In(month) != 0;

    public Placing After(CostSettled settled)
    {
        ArgumentNullException.ThrowIfNull(settled);
        return this with { CostFen = settled.CostFen, KnownOn = settled.Date, Depreciation = Depreciation.Recosted(Month.Of(settled.Date), settled.CostFen), IsProvisional = false };
    }
}
