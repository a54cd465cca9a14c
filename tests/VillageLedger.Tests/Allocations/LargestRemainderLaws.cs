using System.Numerics;

namespace VillageLedger.Tests;

/// <summary>Laws of the split over random weights and totals; and faults that they are seen to catch. The seed is printed where one does not hold.</summary>
public sealed class LargestRemainderLaws
{
    private delegate Split Splitting(long totalFen, IReadOnlyList<HolderWeight> weights);

    [Fact]
    public void The_laws_of_the_split_hold_over_random_weights() => Laws(LargestRemainder.Split, Random.Shared.Next(), 150);

    [Fact]
    public void Rounding_each_holder_is_caught() => Caught("the sum is exact", (total, weights) => new([.. weights.Select(weight => Rounded(total, weight.Weight, Sum(weights)))], []));

    [Fact]
    public void Giving_what_remains_to_the_last_is_caught() => Caught("nobody is a whole fen or more from the true share", (total, weights) =>
    {
        var parts = weights.Select(weight => (long)(new BigInteger(total) * weight.Weight / Sum(weights))).ToArray();
        parts[^1] += total - parts.Sum();
        return new(parts, []);
    });

    [Fact]
    public void Ties_by_place_in_the_list_are_caught() => Caught("the order of holders is irrelevant", (total, weights) =>
    {
        var renamed = weights.Select((weight, i) => weight with { Holder = Allot.Holder($"p{i:D5}") }).ToList();
        return LargestRemainder.Split(total, renamed);
    });

    [Fact]
    public void Rounding_down_below_zero_is_caught() => Caught("a negative total mirrors", (total, weights) =>
    {
        var parts = weights.Select(weight => (long)Floor(new BigInteger(total) * weight.Weight, Sum(weights))).ToArray();
        var extra = Enumerable.Range(0, parts.Length).OrderByDescending(i => new BigInteger(total) * weights[i].Weight - parts[i] * Sum(weights))
            .ThenByDescending(i => weights[i].Weight).ThenBy(i => weights[i].Holder.Address, StringComparer.Ordinal).Take((int)(total - parts.Sum())).ToList();
        foreach (var i in extra) parts[i]++;
        return new(parts, extra);
    });

    [Fact]
    public void One_fen_to_a_holder_without_weight_is_caught() => Caught("weight 0 gets 0", (total, weights) =>
    {
        var (parts, extra) = LargestRemainder.Split(total, weights);
        var (nobody, giver) = (weights.ToList().FindIndex(weight => weight.Weight == 0), extra.Count > 0 ? extra[0] : -1);
        if (nobody < 0 || giver < 0) return new(parts, extra);
        var changed = parts.ToArray();
        (changed[nobody], changed[giver]) = (Math.Sign(total), changed[giver] - Math.Sign(total));
        return new(changed, [nobody, .. extra.Skip(1)]);
    });

    [Fact]
    public void Naming_the_wrong_receivers_of_the_remainder_is_caught() => Caught("who got a remaining fen is named", (total, weights) => LargestRemainder.Split(total, weights) with { Extra = [] });

    private static void Caught(string law, Splitting fault) => Should.Throw<BrokenLawException>(() => Laws(fault, 1, 150)).Message.ShouldStartWith($"Not so that {law}:");

    private static void Laws(Splitting split, int firstSeed, int runs)
    {
        var remaining = 0;
        for (var seed = firstSeed; seed < firstSeed + runs; seed++)
        {
            var random = new Random(seed);
            var (weights, total) = (RandomWeights(random), RandomTotal(random));
            if (Weights.Check(weights) is not null) continue;
            remaining += Holds(split, total, weights, random, $"seed {seed}, total {total}, {weights.Count} holders");
        }

        // A law over splits that leave nothing remaining holds always.
        remaining.ShouldBeGreaterThan(runs, $"seed {firstSeed}");
    }

    /// <returns>How many fen remained to be given one by one.</returns>
    private static int Holds(Splitting split, long total, IReadOnlyList<HolderWeight> weights, Random random, string where)
    {
        var (parts, extra) = split(total, weights);
        var (sum, named) = (Sum(weights), extra.ToHashSet());
        Law(parts.Count == weights.Count && parts.Aggregate(BigInteger.Zero, (all, part) => all + part) == total, "the sum is exact", where);
        for (var i = 0; i < parts.Count; i++)
        {
            Law(weights[i].Weight > 0 || parts[i] == 0, "weight 0 gets 0", where);
            var distance = BigInteger.Abs(parts[i] * sum - new BigInteger(total) * weights[i].Weight);
            Law(distance < sum, "nobody is a whole fen or more from the true share", where);
        }

        var mirrored = split(-total, weights);
        Law(mirrored.Parts.SequenceEqual(parts.Select(part => -part)) && mirrored.Extra.SequenceEqual(extra), "a negative total mirrors", where);
        var order = Enumerable.Range(0, weights.Count).ToArray();
        random.Shuffle(order);
        var shuffled = split(total, [.. order.Select(i => weights[i])]);
        Law(shuffled.Parts.SequenceEqual(order.Select(i => parts[i])), "the order of holders is irrelevant", where);
        Law(shuffled.Extra.Select(i => order[i]).SequenceEqual(extra), "the order of holders is irrelevant to who got what remained", where);
        // Towards zero for everybody, one fen more for those who are named.
        for (var i = 0; i < parts.Count; i++)
            Law(parts[i] - new BigInteger(total) * weights[i].Weight / sum == (named.Contains(i) ? Math.Sign(total) : 0), "who got a remaining fen is named", where);
        return extra.Count;
    }

    /// <summary>Few holders and many, weights alike and unlike, small and as large as they go.</summary>
    private static List<HolderWeight> RandomWeights(Random random)
    {
        var count = random.Next(4) switch { 0 => random.Next(1, 4), 1 => random.Next(1, 40), _ => random.Next(1, 3001) };
        var largest = random.Next(4) switch { 0 => 2, 1 => 100, 2 => 1_000_000, _ => Weights.Max / count };
        return [.. Enumerable.Range(0, count).Select(i => new HolderWeight(
            Allot.Holder($"{(char)('A' + random.Next(26))}{(random.Next(2) == 0 ? "x" : "Y")}{i}"), random.Next(10) == 0 ? 0 : random.NextInt64(largest) + 1))];
    }

    private static long RandomTotal(Random random) => random.Next(4) switch
    {
        0 => random.Next(-50, 51),
        1 => random.Next(-100_000, 100_001),
        2 => random.NextInt64(-270_000_000_000, 270_000_000_001),
        _ => random.NextInt64(-Money.MaxFen, Money.MaxFen + 1),
    };

    private static BigInteger Sum(IReadOnlyList<HolderWeight> weights) => weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight.Weight);

    private static long Rounded(long total, long weight, BigInteger sum) => (long)Floor(2 * new BigInteger(total) * weight + sum, 2 * sum);

    private static BigInteger Floor(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(dividend, divisor, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    private static void Law(bool holds, string law, string where)
    {
        if (!holds) throw new BrokenLawException($"Not so that {law}: {where}.");
    }
}
