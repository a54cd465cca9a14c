namespace VillageLedger;

/// <summary><c>guaranteed-then-share</c>: what is guaranteed to each holder first, the rest by share or as the terms say.</summary>
internal static class Guarantees
{
    public static Working Work(AllocationTask task)
    {
        var then = task.Terms.Then ?? new(AllocationPolicies.ByShare);
        return Promises.Keep(task, Guaranteed(task), rest => AllocationPolicies.Work(task.Within(then.Policy, then.Terms, rest, "then")));
    }

    private static Weighed Guaranteed(AllocationTask task) => task.Terms.Guaranteed! switch
    {
        { RatePpm: { } rate } => Promises.OfRate(task.Basis, rate, task.Terms.Months ?? 1),
        { AmountFen: { } amount } => ToEachHolder(task, amount),
        { Each: { } each } => new([.. each.Select(next => new HolderWeight(next.Holder, next.AmountFen))], []),
        _ => throw new ArgumentOutOfRangeException(nameof(task), "Nothing is guaranteed."),
    };

    /// <summary>Who held a share on some of the month's days gets the amount for these days, rounded down to whole fen.</summary>
    private static Weighed ToEachHolder(AllocationTask task, long amountFen)
    {
        var weighed = ShareWeights.Of(task, equal: true);
        if (weighed.Refusal is not null) return weighed;
        var counted = task.Terms.ShareChange == AllocationTerms.ByMonthEnd ? [task.Basis.Shares.MaxBy(segment => segment.From)!] : task.Basis.Shares;
        var days = counted.Sum(segment => segment.Days);
        return weighed with { Weights = [.. weighed.Weights.Select(weight => weight with { Weight = (long)((Int128)amountFen * DaysOf(weight.Holder, counted) / days) })] };
    }

    private static int DaysOf(Holder holder, IEnumerable<ShareSegment> segments) =>
        segments.Where(segment => segment.Weights.Any(weight => weight.Holder == holder && weight.Weight > 0)).Sum(segment => segment.Days);
}
