using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>What an amount is split by and which versions of the shares that came from, or why it cannot be split.</summary>
internal sealed record Weighed(IReadOnlyList<HolderWeight> Weights, IReadOnlyList<int> ShareVersions, Refusal? Refusal = null)
{
    public static implicit operator Weighed(Refusal refusal) => new([], [], refusal);
}

/// <summary>The splits made so far; the first refusal ends them all.</summary>
internal sealed record Working(ImmutableArray<AllocationStep> Steps, Int128 RetainedFen, Int128 TopUpFen, Holder? Guarantor, Refusal? Refusal = null)
{
    public static readonly Working None = new([], 0, 0, null);

    public static implicit operator Working(Refusal refusal) => None with { Refusal = refusal };

    public static Working Split(AllocationTask task, Weighed weighed)
    {
        if ((weighed.Refusal ?? Weights.Check(weighed.Weights)) is { } refusal) return refusal;
        var weights = weighed.Weights.OrderBy(weight => weight.Holder.Address, StringComparer.Ordinal).ToImmutableArray();
        var (parts, extra) = LargestRemainder.Split(task.TotalFen, weights);
        return None.With(new AllocationStep(
            task.Policy, AllocationPolicies.Version(task.Policy), task.TotalFen, weights,
            [.. weights.Select((weight, i) => new HolderAmount(weight.Holder, parts[i]))], [.. extra.Select(i => weights[i].Holder)], weighed.ShareVersions));
    }

    public Working With(AllocationStep step) => this with { Steps = Steps.Add(step) };

    public Working Retaining(Int128 fen) => this with { RetainedFen = RetainedFen + fen };

    public Working ToppedUp(Int128 fen, Holder guarantor) => this with { TopUpFen = TopUpFen + fen, Guarantor = guarantor };

    public Working And(Working next) =>
        new(Steps.AddRange(next.Steps), RetainedFen + next.RetainedFen, TopUpFen + next.TopUpFen, Guarantor ?? next.Guarantor, Refusal ?? next.Refusal);

    public AllocationResult Result()
    {
        if (Refusal is not null) return Refusal;
        var weights = Steps[^1].Weights.ToDictionary(weight => weight.Holder, weight => weight.Weight);
        var parts = Steps.SelectMany(step => step.Parts).GroupBy(part => part.Holder).OrderBy(parts => parts.Key.Address, StringComparer.Ordinal)
            .Select(parts => (Holder: parts.Key, Fen: parts.Aggregate((Int128)0, (sum, part) => sum + part.AmountFen))).ToList();
        var given = parts.Aggregate((Int128)0, (sum, part) => sum + part.Fen);
        if (parts.Select(part => part.Fen).Concat([given, RetainedFen, TopUpFen]).Any(fen => Int128.Abs(fen) > Money.MaxFen))
            return VillageLedger.Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)));
        return new Allocated(
            [.. parts.Select(part => new AllocatedPart(part.Holder, weights.GetValueOrDefault(part.Holder), (long)part.Fen))],
            (long)RetainedFen, (long)TopUpFen, Guarantor, [.. Steps.SelectMany(step => step.RemainderTo).Distinct()],
            [.. Steps.SelectMany(step => step.ShareVersions).Distinct().Order()], Steps);
    }
}
