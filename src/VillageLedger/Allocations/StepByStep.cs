namespace VillageLedger;

/// <summary><c>sequence</c>: first, then, rest. A step's amount or rate of the whole total is taken from what the steps before it left, as far as that goes; a negative total mirrors.</summary>
internal static class StepByStep
{
    public static Working Work(AllocationTask task)
    {
        var (sign, size) = (Math.Sign(task.TotalFen), Math.Abs(task.TotalFen));
        var (working, left) = (Working.None, size);
        foreach (var (i, step) in task.Terms.Steps!.Index())
        {
            var taken = Math.Min(left, step switch
            {
                { AmountFen: { } amount } => amount,
                { RatePpm: { } rate } => AllocationPolicies.Rate(rate, size),
                _ => left,
            });
            left -= taken;
            working = working.And(AllocationPolicies.Work(task.Within(step.Policy, step.Terms, sign * taken, $"steps[{i + 1}]")));
        }

        return working;
    }
}
