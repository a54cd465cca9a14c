namespace VillageLedger;

/// <summary><c>tiered</c>: the part of the total up to a bound by one policy, what lies above by the next. A negative total mirrors.</summary>
internal static class Bands
{
    public static Working Work(AllocationTask task)
    {
        var (sign, size) = (Math.Sign(task.TotalFen), Math.Abs(task.TotalFen));
        var (working, lower) = (Working.None, 0L);
        foreach (var (i, tier) in task.Terms.Tiers!.Index())
        {
            // A band that the total does not reach is not applied at all, nor is what its policy promises.
            if (i > 0 && size <= lower) break;
            var upper = Math.Min(size, tier.UpToFen ?? size);
            working = working.And(AllocationPolicies.Work(task.Within(tier.Policy, tier.Terms, sign * (upper - lower), $"tiers[{i + 1}]")));
            lower = upper;
        }

        return working;
    }
}
