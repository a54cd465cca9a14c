namespace VillageLedger;

/// <summary>Amounts promised to holders whatever comes in.</summary>
internal static class Promises
{
    /// <summary>
    /// What a yearly rate on the amounts paid in comes to in the months that the terms cover. Month k of a year gets what the first k months come to less what
    /// the first k − 1 come to, each rounded down: twelve months sum to the year's amount, rounded down once.
    /// </summary>
    public static Weighed OfRate(AllocationBasis basis, int ratePpm, int months)
    {
        var paidIn = PaidInWeights.Of(basis);
        if ((paidIn.Refusal ?? Weights.Check(paidIn.Weights)) is { } refusal) return refusal;
        var due = Enumerable.Range(0, months).Select(back => basis.Month.Plus(-back).Number).ToList();
        return new([.. paidIn.Weights.Select(paid => paid with { Weight = due.Sum(month => UpTo(month, paid.Weight, ratePpm) - UpTo(month - 1, paid.Weight, ratePpm)) })], []);
    }

    private static long UpTo(int month, long paidInFen, int ratePpm) => (long)((Int128)paidInFen * ratePpm * month / (12 * AllocationTerms.MaxRatePpm));

    /// <summary>
    /// Pays what is promised out of the total, the guarantor adding what is missing; <paramref name="beyond"/> says what becomes of the rest.
    /// </summary>
    /// <param name="promised">In fen, as weights; all may be zero.</param>
    public static Working Keep(AllocationTask task, Weighed promised, Func<long, Working> beyond)
    {
        if (promised.Refusal is { } refusal) return refusal;
        var due = promised.Weights.OrderBy(promise => promise.Holder.Address, StringComparer.Ordinal).ToList();
        var sum = due.Aggregate((Int128)0, (total, promise) => total + promise.Weight);
        if (sum > Money.MaxFen) return Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)));
        var kept = Working.None.With(new AllocationStep(
            task.Policy, AllocationPolicies.Version(task.Policy), (long)sum, due,
            [.. due.Select(promise => new HolderAmount(promise.Holder, promise.Weight))], [], promised.ShareVersions));
        if (sum <= task.TotalFen) return kept.And(beyond(task.TotalFen - (long)sum));
        return task.Terms.Guarantor is { } guarantor
            ? kept.ToppedUp(sum - task.TotalFen, guarantor)
            : Refusal.Of(RefusalCode.GuaranteeNotCovered, ("promised", new Money((long)sum)), ("available", new Money(task.TotalFen)), ("field", $"{task.Path}terms.guarantor"));
    }
}
