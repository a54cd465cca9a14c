namespace VillageLedger.Tests;

/// <summary>Random policies with terms that fit them, and what they look at.</summary>
internal sealed class RandomTerms(Random random)
{
    private static readonly string[] Villages = ["a", "b", "C", "d", "e", "F", "g"];

    public string Policy(int depth) => AllocationPolicies.Names[random.Next(depth > 2 ? 3 : AllocationPolicies.Names.Count)];

    public AllocationTerms? Of(string policy, int depth = 0) => policy switch
    {
        "by-paid-in" => Terms(new(), shares: false),
        "by-weights" => Terms(new(Basis: "given", Weights: Weights()), shares: false),
        "fixed-then-floating" => Terms(new(RatePpm: Rate(), Until: Allot.June.Plus(random.Next(-13, 3)), Months: Months(), Guarantor: Guarantor(), Then: Following(depth))),
        "guaranteed-then-share" => Guaranteed(depth),
        "tiered" => Terms(new(Tiers: Tiers(depth))),
        "sequence" => Terms(new(Steps: Steps(depth))),
        _ => Terms(new()),
    };

    public AllocationBasis Basis()
    {
        var starts = new[] { 1, 1, 1, random.Next(1, 31) }[random.Next(4)];
        var second = random.Next(3) == 0 && starts < 30 ? random.Next(starts + 1, 31) : 0;
        var segments = new List<ShareSegment> { new(1, Day(starts), Day(second == 0 ? 30 : second - 1), Weights()) };
        if (second > 0) segments.Add(new(2, Day(second), Day(30), Weights()));
        return new(Allot.June, segments, [.. Some().Select(holder => new HolderAmount(holder, random.NextInt64(random.Next(2) == 0 ? 100_000 : 100_000_000_000)))]);
    }

    public long Total() => random.Next(4) switch
    {
        0 => random.Next(-200, 201),
        1 => random.NextInt64(-Money.MaxFen, Money.MaxFen + 1),
        _ => random.NextInt64(0, 270_000_000_000),
    };

    private AllocationTerms? Terms(AllocationTerms terms, bool shares = true)
    {
        if (shares) terms = terms with { ShareChange = random.Next(8) switch { 0 => null, 1 or 2 => "month-end", _ => "days" } };
        if (random.Next(4) == 0) terms = terms with { Retain = random.Next(2) == 0 ? new(RatePpm: Rate()) : new(AmountFen: random.NextInt64(1, 1_000_000)) };
        return terms == new AllocationTerms() ? null : terms;
    }

    private AllocationTerms? Guaranteed(int depth)
    {
        Guarantee guaranteed = random.Next(3) switch
        {
            0 => new(AmountFen: random.NextInt64(1, 1_000_000)),
            1 => new(RatePpm: Rate()),
            _ => new(Each: [.. Some().Select(holder => new HolderAmount(holder, random.NextInt64(1, 1_000_000)))]),
        };
        return Terms(new(Guaranteed: guaranteed, Months: guaranteed.RatePpm is null ? null : Months(), Guarantor: Guarantor(), Then: random.Next(2) == 0 ? null : Following(depth)));
    }

    private List<Tier> Tiers(int depth)
    {
        var tiers = new List<Tier>();
        for (var (bound, count) = (0L, random.Next(0, 4)); count > 0; count--)
        {
            var policy = Policy(depth + 1);
            tiers.Add(new(policy, bound += random.NextInt64(1, random.Next(2) == 0 ? 100 : 100_000_000_000), Of(policy, depth + 1)));
        }

        var last = Policy(depth + 1);
        return [.. tiers, new(last, null, Of(last, depth + 1))];
    }

    private List<SequenceStep> Steps(int depth)
    {
        var steps = new List<SequenceStep>();
        for (var count = random.Next(0, 4); count > 0; count--)
        {
            var policy = Policy(depth + 1);
            var amount = random.Next(2) == 0 ? random.NextInt64(1, 1_000_000_000) : (long?)null;
            steps.Add(new(policy, amount, amount is null ? Rate() : null, null, Of(policy, depth + 1)));
        }

        var last = Policy(depth + 1);
        return [.. steps, new(last, Rest: true, Terms: Of(last, depth + 1))];
    }

    private FollowingPolicy Following(int depth)
    {
        var policy = Policy(depth + 1);
        return new(policy, Of(policy, depth + 1));
    }

    private List<HolderWeight> Weights()
    {
        var largest = random.Next(3) switch { 0 => 1, 1 => 1_000, _ => 100_000_000 };
        var weights = Some().ConvertAll(holder => new HolderWeight(holder, random.Next(6) == 0 ? 0 : random.NextInt64(largest) + 1));
        return weights.Exists(weight => weight.Weight > 0) ? weights : [weights[0] with { Weight = 1 }, .. weights.Skip(1)];
    }

    private List<Holder> Some() => [.. Villages.OrderBy(_ => random.Next()).Take(random.Next(1, Villages.Length + 1)).Select(Allot.Holder)];

    private int Rate() => random.Next(AllocationTerms.MaxRatePpm + 1);

    private int? Months() => random.Next(3) == 0 ? random.Next(1, 13) : null;

    private Holder? Guarantor() => random.Next(8) == 0 ? null : Allot.Holder("company/guotou");

    private static DateOnly Day(int day) => new(2025, 6, day);
}
