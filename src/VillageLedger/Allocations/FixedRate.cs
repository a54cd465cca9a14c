namespace VillageLedger;

/// <summary>
/// <c>fixed-then-floating</c>: up to a month each holder gets a yearly rate on what it paid in, and what comes in beyond that stays with the venture;
/// afterwards what actually came in is split by another policy.
/// </summary>
internal static class FixedRate
{
    public static Working Work(AllocationTask task)
    {
        var (terms, month) = (task.Terms, task.Basis.Month);
        var months = terms.Months ?? 1;
        if (month <= terms.Until) return Promises.Keep(task, Promises.OfRate(task.Basis, terms.RatePpm!.Value, months), rest => Working.None.Retaining(rest));
        var floating = month.Since(terms.Until!.Value);
        return months > floating
            ? Refusal.Of(RefusalCode.FieldInvalid, ("field", $"{task.Path}terms.months"), ("value", months), ("expected", $"1–{floating}"))
            : AllocationPolicies.Work(task.Within(terms.Then!.Policy, terms.Then.Terms, task.TotalFen, "then"));
    }
}
