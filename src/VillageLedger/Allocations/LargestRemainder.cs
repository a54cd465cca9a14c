namespace VillageLedger;

/// <summary>A total split into parts that sum to it exactly.</summary>
/// <param name="Parts">In fen, one for each weight, in the order of the weights.</param>
/// <param name="Extra">Indexes of those who got one of the remaining fen, who came first in front; independent of the order of the weights.</param>
public sealed record Split(IReadOnlyList<long> Parts, IReadOnlyList<int> Extra);

/// <summary>
/// The method of largest remainders: everybody gets the whole fen of the true share, and the fen that remain go one by one to the largest
/// fractions; ties go to the larger weight, then to the holder whose address comes first. No part is a whole fen or more from the true share.
/// </summary>
public static class LargestRemainder
{
    /// <summary>The name of the rule in requests and facts.</summary>
    public const string Name = "largest-remainder";

    /// <summary>
    /// Splits <paramref name="totalFen"/>; a negative total gives the mirror image, a weight of 0 gets 0. The weights are taken as checked
    /// (<see cref="Weights.Check"/>): throws <see cref="ArgumentException"/> for negative ones, and for all zero under a total that is not.
    /// </summary>
    public static Split Split(long totalFen, IReadOnlyList<HolderWeight> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Int128 sum = 0;
        foreach (var (holder, weight) in weights) sum += weight >= 0 ? weight : throw new ArgumentException($"{holder} has a negative weight.", nameof(weights));
        if (sum == 0) return totalFen == 0 ? new(new long[weights.Count], []) : throw new ArgumentException("Nobody has a weight.", nameof(weights));

        var size = Int128.Abs(totalFen);
        var (parts, fractions) = (new long[weights.Count], new Int128[weights.Count]);
        var left = size;
        for (var i = 0; i < parts.Length; i++)
        {
            (var whole, fractions[i]) = Int128.DivRem(size * weights[i].Weight, sum);
            parts[i] = (long)whole;
            left -= whole;
        }

        // The fractions sum to `left` whole fen and each is less than one, so more than `left` of them are above zero: weight 0 gets nothing.
        var extra = InOrderOfRemainder(weights, fractions).Take((int)left).ToList();
        foreach (var i in extra) parts[i]++;
        if (totalFen < 0)
            for (var i = 0; i < parts.Length; i++) parts[i] = -parts[i];
        return new(parts, extra);
    }

    private static IEnumerable<int> InOrderOfRemainder(IReadOnlyList<HolderWeight> weights, Int128[] fractions) =>
        Enumerable.Range(0, fractions.Length)
            .OrderByDescending(i => fractions[i])
            .ThenByDescending(i => weights[i].Weight)
            .ThenBy(i => weights[i].Holder.Address, StringComparer.Ordinal);
}
