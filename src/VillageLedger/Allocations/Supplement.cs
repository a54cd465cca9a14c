namespace VillageLedger;

/// <summary>What a month's earlier allocations come to together.</summary>
/// <param name="Parts">In fen, one for each holder.</param>
/// <param name="Guarantor">Who made up what was missing; null where nobody had to.</param>
public sealed record AllocatedBefore(long TotalFen, IReadOnlyList<HolderAmount> Parts, long RetainedFen = 0, long TopUpFen = 0, Holder? Guarantor = null);

/// <summary>
/// Further receipts of a month. They are not allocated by themselves, or what is promised, retained or given first would be so twice: the supplement is what the whole month comes to
/// less what was allocated before. A part may be negative, and so may the top-up: then the guarantor gets back what it added.
/// </summary>
internal static class Supplement
{
    /// <summary>The step that takes away what was allocated before.</summary>
    public const string Before = "allocated-before";

    public static AllocationResult Of(string policy, AllocationTerms? terms, long totalFen, AllocationBasis basis, AllocatedBefore before)
    {
        if (!Money.Fits(before.TotalFen + totalFen)) return Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)));
        var result = AllocationPolicies.Allocate(policy, terms, before.TotalFen + totalFen, basis);
        if (result.Allocated is not { } whole) return result;
        if (whole.Guarantor is { } guarantor && before.Guarantor is { } earlier && guarantor != earlier)
            return Refusal.Of(RefusalCode.FieldInvalid, ("field", "terms.guarantor"), ("value", guarantor), ("expected", earlier.Address));
        var parts = Difference(whole.Parts, before.Parts);
        if (parts.Exists(part => !Money.Fits(part.PartFen))) return Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)));
        var topUp = whole.TopUpFen - before.TopUpFen;
        return whole with
        {
            Parts = parts,
            RetainedFen = whole.RetainedFen - before.RetainedFen,
            TopUpFen = topUp,
            Guarantor = topUp == 0 ? null : whole.Guarantor ?? before.Guarantor,
            Steps = [.. whole.Steps, TakingAway(before)],
        };
    }

    private static List<AllocatedPart> Difference(IReadOnlyList<AllocatedPart> whole, IReadOnlyList<HolderAmount> before)
    {
        var given = before.ToDictionary(part => part.Holder, part => part.AmountFen);
        var parts = whole.Select(part => part with { PartFen = part.PartFen - (given.Remove(part.Holder, out var fen) ? fen : 0) }).ToList();
        return [.. parts.Concat(given.Select(left => new AllocatedPart(left.Key, 0, -left.Value))).OrderBy(part => part.Holder.Address, StringComparer.Ordinal)];
    }

    private static AllocationStep TakingAway(AllocatedBefore before)
    {
        var parts = before.Parts.OrderBy(part => part.Holder.Address, StringComparer.Ordinal).Select(part => part with { AmountFen = -part.AmountFen }).ToList();
        return new(Before, 1, parts.Sum(part => part.AmountFen), [], parts, [], []);
    }
}
