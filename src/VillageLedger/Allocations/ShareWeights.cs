using System.Numerics;

namespace VillageLedger;

/// <summary>
/// The weights of a month from the shares of its days. Where they changed within the month the terms say what then: by days, each holder weighs
/// Σ days × weight ÷ sum of weights, brought to whole numbers; or by the shares on the month's last day. Days before the first shares do not count.
/// </summary>
internal static class ShareWeights
{
    /// <param name="equal">Each holder of a share counts alike.</param>
    public static Weighed Of(AllocationTask task, bool equal = false)
    {
        var segments = task.Basis.Shares.OrderBy(segment => segment.From).Select(segment => equal ? Equalised(segment) : segment).ToList();
        if (segments.Count == 0) return Refusal.Of(RefusalCode.SharesMissingInMonth, ("month", task.Basis.Month));
        if (segments.Select(segment => Weights.Check(segment.Weights)).FirstOrDefault(refusal => refusal is not null) is { } fault) return fault;
        var last = segments[^1];
        if (task.Terms.ShareChange == AllocationTerms.ByMonthEnd || segments.TrueForAll(segment => InSameProportion(segment, last))) return new Weighed(last.Weights, [last.Version]);
        if (task.Terms.ShareChange != AllocationTerms.ByDays)
            return Refusal.Of(RefusalCode.SharesChangedInMonth, ("month", task.Basis.Month), ("field", $"{task.Path}terms.shareChange"));
        return Weights.Whole(ByDays(segments)) is { } weights
            ? new Weighed(weights, [.. segments.Select(segment => segment.Version).Distinct()])
            : Refusal.Of(RefusalCode.WeightsOutOfBounds, ("limit", Weights.Max));
    }

    /// <summary>Over the least common multiple of the sums of weights, so that each term is whole.</summary>
    private static List<(Holder Holder, BigInteger Weight)> ByDays(List<ShareSegment> segments)
    {
        var sums = segments.ConvertAll(segment => segment.Weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight.Weight));
        var common = sums.Aggregate(BigInteger.One, (multiple, sum) => multiple / BigInteger.GreatestCommonDivisor(multiple, sum) * sum);
        var weights = new Dictionary<Holder, BigInteger>();
        foreach (var (segment, sum) in segments.Zip(sums))
            foreach (var (holder, weight) in segment.Weights)
                weights[holder] = weights.GetValueOrDefault(holder) + segment.Days * weight * (common / sum);
        return [.. weights.Select(pair => (pair.Key, pair.Value))];
    }

    private static ShareSegment Equalised(ShareSegment segment) =>
        segment with { Weights = [.. segment.Weights.Select(weight => weight.Weight > 0 ? weight with { Weight = 1 } : weight)] };

    /// <summary>Another version of the shares need not be a change: 1 and 1 are as 2 and 2, and who weighs nothing may come and go.</summary>
    private static bool InSameProportion(ShareSegment one, ShareSegment other) => ReferenceEquals(one, other) || Proportions(one).SetEquals(Proportions(other));

    private static HashSet<HolderWeight> Proportions(ShareSegment segment) =>
        [.. Weights.Whole([.. segment.Weights.Where(weight => weight.Weight > 0).Select(weight => (weight.Holder, (BigInteger)weight.Weight))])!];
}

/// <summary>What each holder has paid in, as weights.</summary>
internal static class PaidInWeights
{
    public static Weighed Of(AllocationBasis basis) => basis.PaidIn.All(paid => paid.AmountFen == 0)
        ? Refusal.Of(RefusalCode.NothingPaidIn, ("month", basis.Month))
        : new Weighed([.. basis.PaidIn.Select(paid => new HolderWeight(paid.Holder, paid.AmountFen))], []);
}
