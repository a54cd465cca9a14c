using System.Text.Json;
using System.Text.Json.Serialization;

namespace VillageLedger.Tests;

/// <summary>Laws of every policy over random terms, shares and totals. The seed is printed where one does not hold.</summary>
public sealed class AllocationLaws
{
    private static readonly JsonSerializerOptions Stored = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private delegate AllocationResult Allocating(string policy, AllocationTerms? terms, long totalFen, AllocationBasis basis);

    [Fact]
    public void The_laws_of_allocation_hold_over_random_terms() => Laws(AllocationPolicies.Allocate, Random.Shared.Next());

    [Fact]
    public void A_part_that_is_a_fen_too_large_is_caught() => Caught("the sum is kept", allocated => allocated with { Parts = [.. allocated.Parts.Select((part, i) => i == 0 ? part with { PartFen = part.PartFen + 1 } : part)] });

    [Fact]
    public void A_reserve_that_is_forgotten_is_caught() => Caught("the sum is kept", allocated => allocated with { RetainedFen = 0 });

    [Fact]
    public void A_top_up_that_nobody_gives_is_caught() => Caught("a top-up has a guarantor", allocated => allocated with { Guarantor = null });

    [Fact]
    public void A_step_that_is_left_out_is_caught() => Caught("the parts are those of the steps", allocated => allocated with { Steps = [.. allocated.Steps.SkipLast(1)] });

    private static void Caught(string law, Func<Allocated, Allocated> fault) =>
        Should.Throw<BrokenLawException>(() => Laws((policy, terms, total, basis) => AllocationPolicies.Allocate(policy, terms, total, basis) is { Allocated: { } allocated } ? fault(allocated) : AllocationPolicies.Allocate(policy, terms, total, basis), 1))
            .Message.ShouldStartWith($"Not so that {law}:");

    private static void Laws(Allocating allocate, int firstSeed)
    {
        var done = AllocationPolicies.Names.ToDictionary(name => name, _ => 0);
        for (var seed = firstSeed; seed < firstSeed + 4_000; seed++)
        {
            var random = new Random(seed);
            var some = new RandomTerms(random);
            var policy = some.Policy(0);
            var (terms, total, basis) = (some.Of(policy), some.Total(), some.Basis());
            var result = allocate(policy, terms, total, basis);
            var where = $"seed {seed}, {policy}, total {total}, {JsonSerializer.Serialize(terms, Stored)}";
            if (result.Refusal is { } refusal) Law(IsForeseen(refusal), $"terms that fit are not refused ({refusal.StableCode}: {refusal.Message(Language.English)})", where);
            else if (result.Allocated is { } allocated)
            {
                done[policy]++;
                Holds(allocated, total, where);
                Law(Text(allocate(policy, Shuffled(terms, random), total, Shuffled(basis, random))) == Text(result), "the order of holders is irrelevant", where);
                Law(Text(allocate(policy, Reread(terms), total, basis)) == Text(result), "terms mean the same after being stored", where);
                if (!Promises(policy, terms)) Law(IsMirror(allocate(policy, terms, -total, basis).Allocated!, allocated), "a negative total mirrors", where);
            }
        }

        // A law over nothing holds always.
        foreach (var (policy, count) in done) count.ShouldBeGreaterThan(50, $"{policy}, seed {firstSeed}");
    }

    private static void Holds(Allocated allocated, long total, string where)
    {
        var given = allocated.Parts.Aggregate((Int128)0, (sum, part) => sum + part.PartFen);
        Law(given + allocated.RetainedFen == (Int128)total + allocated.TopUpFen, "the sum is kept", where);
        Law(allocated.TopUpFen >= 0 && allocated.TopUpFen > 0 == allocated.Guarantor is not null, "a top-up has a guarantor", where);
        foreach (var step in allocated.Steps) Law(step.Parts.Aggregate((Int128)0, (sum, part) => sum + part.AmountFen) == step.AmountFen, "each step's parts sum to its amount", where);
        var ofSteps = allocated.Steps.SelectMany(step => step.Parts).GroupBy(part => part.Holder)
            .ToDictionary(parts => parts.Key, parts => parts.Aggregate((Int128)0, (sum, part) => sum + part.AmountFen));
        Law(allocated.Parts.All(part => ofSteps.Remove(part.Holder, out var fen) && fen == part.PartFen) && ofSteps.Count == 0, "the parts are those of the steps", where);
        var addresses = allocated.Parts.Select(part => part.Holder.Address).ToList();
        Law(addresses.SequenceEqual(addresses.Order(StringComparer.Ordinal)), "the parts stand in order of address", where);
    }

    private static bool IsForeseen(Refusal refusal) => refusal.Code is RefusalCode.GuaranteeNotCovered or RefusalCode.NothingPaidIn or RefusalCode.SharesChangedInMonth or RefusalCode.WeightsOutOfBounds or RefusalCode.SumOutOfBounds
        || (refusal.Code == RefusalCode.FieldInvalid && refusal.Values["field"].EndsWith("months", StringComparison.Ordinal));

    /// <summary>What is promised stays promised below zero.</summary>
    private static bool Promises(string policy, AllocationTerms? terms) =>
        policy is "fixed-then-floating" or "guaranteed-then-share"
        || (terms?.Tiers ?? []).Any(tier => Promises(tier.Policy, tier.Terms)) || (terms?.Steps ?? []).Any(step => Promises(step.Policy, step.Terms));

    private static bool IsMirror(Allocated mirror, Allocated allocated) =>
        mirror.RetainedFen == -allocated.RetainedFen && mirror.RemainderTo.SequenceEqual(allocated.RemainderTo)
        && mirror.Parts.SequenceEqual(allocated.Parts.Select(part => part with { PartFen = -part.PartFen }));

    private static AllocationBasis Shuffled(AllocationBasis basis, Random random) => basis with
    {
        Shares = [.. basis.Shares.Select(segment => segment with { Weights = Shuffled(segment.Weights, random) }).Reverse()],
        PaidIn = Shuffled(basis.PaidIn, random),
    };

    private static AllocationTerms? Shuffled(AllocationTerms? terms, Random random) => terms is null ? null : terms with
    {
        Weights = terms.Weights is null ? null : Shuffled(terms.Weights, random),
        Guaranteed = terms.Guaranteed?.Each is { } each ? new(Each: Shuffled(each, random)) : terms.Guaranteed,
        Tiers = terms.Tiers?.Select(tier => tier with { Terms = Shuffled(tier.Terms, random) }).ToList(),
        Steps = terms.Steps?.Select(step => step with { Terms = Shuffled(step.Terms, random) }).ToList(),
    };

    private static List<T> Shuffled<T>(IReadOnlyList<T> items, Random random) => [.. items.OrderBy(_ => random.Next())];

    private static AllocationTerms? Reread(AllocationTerms? terms) => Allot.Terms(terms is null ? null : JsonSerializer.Serialize(terms, Stored));

    private static string Text(AllocationResult result) => JsonSerializer.Serialize(result.Allocated, Stored) + result.Refusal?.StableCode;

    private static void Law(bool holds, string law, string where)
    {
        if (!holds) throw new BrokenLawException($"Not so that {law}: {where}.");
    }
}
