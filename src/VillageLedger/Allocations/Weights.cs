using System.Numerics;

namespace VillageLedger;

/// <summary>What every list of weights must be before anything is split by it.</summary>
public static class Weights
{
    /// <summary>The largest weight and the largest sum of weights: the bound of everything whole that is stored.</summary>
    public const long Max = Money.MaxFen;

    /// <summary>Refuses no weights at all, a holder that stands twice, a negative weight, weights that are all zero, and a sum beyond <see cref="Max"/>.</summary>
    public static Refusal? Check(IReadOnlyList<HolderWeight> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count == 0) return Refusal.Of(RefusalCode.WeightsEmpty);
        var seen = new HashSet<Holder>(weights.Count);
        Int128 sum = 0;
        foreach (var (holder, weight) in weights)
        {
            if (!seen.Add(holder)) return Refusal.Of(RefusalCode.HolderTwice, ("holder", holder));
            if (weight < 0) return Refusal.Of(RefusalCode.WeightNegative, ("holder", holder), ("weight", weight));
            sum += weight;
        }

        if (sum == 0) return Refusal.Of(RefusalCode.WeightsAllZero);
        return sum > Max ? Refusal.Of(RefusalCode.WeightsOutOfBounds, ("limit", Max)) : null;
    }

    /// <summary>Exact weights as the smallest whole numbers in the same proportion; null where these leave the bound.</summary>
    internal static IReadOnlyList<HolderWeight>? Whole(IReadOnlyCollection<(Holder Holder, BigInteger Weight)> exact)
    {
        var divisor = exact.Aggregate(BigInteger.Zero, (found, next) => BigInteger.GreatestCommonDivisor(found, next.Weight));
        var sum = exact.Aggregate(BigInteger.Zero, (total, next) => total + next.Weight) / divisor;
        return sum > Max ? null : [.. exact.Select(next => new HolderWeight(next.Holder, (long)(next.Weight / divisor)))];
    }
}
