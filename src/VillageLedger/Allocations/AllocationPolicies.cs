namespace VillageLedger;

/// <summary>
/// How income is split among holders: named, versioned, pure functions. A policy whose results change gets a new version; facts name the one they were made by.
/// The policies are described with examples in <c>docs/ALLOCATION.md</c>.
/// </summary>
public static class AllocationPolicies
{
    public const string Equal = "equal";
    public const string ByShare = "by-share";
    public const string ByPaidIn = "by-paid-in";
    public const string ByWeights = "by-weights";
    public const string FixedThenFloating = "fixed-then-floating";
    public const string GuaranteedThenShare = "guaranteed-then-share";
    public const string Tiered = "tiered";
    public const string Sequence = "sequence";

    /// <summary>Every policy's name.</summary>
    public static IReadOnlyList<string> Names { get; } = [Equal, ByShare, ByPaidIn, FixedThenFloating, GuaranteedThenShare, Tiered, ByWeights, Sequence];

    /// <summary>The version in use; throws <see cref="ArgumentOutOfRangeException"/> for a name that is none of <see cref="Names"/>.</summary>
    public static int Version(string name) => Names.Contains(name) ? 1 : throw new ArgumentOutOfRangeException(nameof(name), name, "No such policy.");

    /// <summary>Whether there is such a policy and the terms fit it, at every depth; needs nothing but these two. Fields are named as in the request.</summary>
    public static Refusal? Check(string policy, AllocationTerms? terms) => TermsCheck.Of(policy, terms);

    /// <summary>
    /// Splits a total, in fen, of either sign: parts + retained = total + top-up. Refuses terms that do not fit, weights that nothing can be split by,
    /// shares that changed within the month where the terms do not say what then, and promises that nobody covers. The same input gives the same output,
    /// whatever the order of holders in it.
    /// </summary>
    public static AllocationResult Allocate(string policy, AllocationTerms? terms, long totalFen, AllocationBasis basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        return Check(policy, terms) ?? Work(new(policy, terms ?? new(), totalFen, basis, "")).Result();
    }

    /// <summary>Whether something is promised, retained or given first, whatever the total: allocated twice in a month it would be kept twice.</summary>
    public static bool Promises(string policy, AllocationTerms? terms) => policy is FixedThenFloating or GuaranteedThenShare or Tiered or Sequence || terms?.Retain?.AmountFen is not null;

    /// <summary>Whether the policy, or one within its terms, looks at what holders have paid in.</summary>
    public static bool CountsPaidIn(string policy, AllocationTerms? terms) =>
        policy is ByPaidIn or FixedThenFloating || terms?.Guaranteed?.RatePpm is not null || terms?.Policies().Any(within => CountsPaidIn(within.Policy, within.Terms)) == true;

    /// <summary>
    /// Splits further receipts of a month: what the policy makes of everything that the month has come to, less what was allocated before. The same law and the same refusals hold as for
    /// <see cref="Allocate"/>; another guarantor than before is refused.
    /// </summary>
    public static AllocationResult AllocateMore(string policy, AllocationTerms? terms, long totalFen, AllocationBasis basis, AllocatedBefore before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return Supplement.Of(policy, terms, totalFen, basis, before);
    }

    /// <summary>Takes what is retained, and hands the rest to the policy.</summary>
    internal static Working Work(AllocationTask task)
    {
        var retained = Retained(task.Terms.Retain, task.TotalFen);
        var rest = task with { TotalFen = task.TotalFen - retained };
        var working = task.Policy switch
        {
            Equal => Working.Split(rest, ShareWeights.Of(rest, equal: true)),
            ByShare => Working.Split(rest, ShareWeights.Of(rest)),
            ByPaidIn => Working.Split(rest, PaidInWeights.Of(rest.Basis)),
            ByWeights => Working.Split(rest, new(rest.Terms.Weights!, [])),
            FixedThenFloating => FixedRate.Work(rest),
            GuaranteedThenShare => Guarantees.Work(rest),
            Tiered => Bands.Work(rest),
            Sequence => StepByStep.Work(rest),
            _ => throw new ArgumentOutOfRangeException(nameof(task), task.Policy, "No such policy."),
        };
        return working.Retaining(retained);
    }

    /// <summary>A rate is rounded towards zero; an amount is the whole total at most.</summary>
    private static long Retained(RetainedPart? retain, long totalFen) => retain switch
    {
        { RatePpm: { } rate } => Rate(rate, totalFen),
        { AmountFen: { } amount } => Math.Sign(totalFen) * Math.Min(amount, Math.Abs(totalFen)),
        _ => 0,
    };

    internal static long Rate(int ratePpm, long fen) => (long)((Int128)fen * ratePpm / AllocationTerms.MaxRatePpm);
}
