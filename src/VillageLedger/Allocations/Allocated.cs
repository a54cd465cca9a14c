namespace VillageLedger;

/// <summary>What a policy made of a total: parts + retained = total + top-up, to the fen.</summary>
/// <param name="Parts">One for each holder that takes part, in order of address; a part may be 0.</param>
/// <param name="RetainedFen">What stays with the venture.</param>
/// <param name="TopUpFen">What the guarantor adds.</param>
/// <param name="Guarantor">Who adds it; null where nobody has to.</param>
/// <param name="RemainderTo">Who got a fen that remained, each holder once, in the order of the steps and in each by rank.</param>
/// <param name="ShareVersions">The versions of the shares that weights came from, ascending; none where no step looked at them.</param>
/// <param name="Steps">The splits that the parts are made of.</param>
public sealed record Allocated(
    IReadOnlyList<AllocatedPart> Parts,
    long RetainedFen,
    long TopUpFen,
    Holder? Guarantor,
    IReadOnlyList<Holder> RemainderTo,
    IReadOnlyList<int> ShareVersions,
    IReadOnlyList<AllocationStep> Steps);

/// <summary>What one holder gets, in fen.</summary>
/// <param name="Weight">Its weight in the last split, the one that the rest goes by; 0 where it has no part in that.</param>
public sealed record AllocatedPart(Holder Holder, long Weight, long PartFen);

/// <summary>One split among those that an allocation is made of.</summary>
/// <param name="Policy">The policy that split: never a composition.</param>
/// <param name="AmountFen">What was split.</param>
/// <param name="Weights">What it was split by, in order of address; where amounts were promised, these amounts in fen.</param>
/// <param name="Parts">In fen, in order of address; they sum to the amount.</param>
/// <param name="RemainderTo">Who got a fen that remained, by rank.</param>
/// <param name="ShareVersions">The versions of the shares that the weights came from.</param>
public sealed record AllocationStep(
    string Policy,
    int Version,
    long AmountFen,
    IReadOnlyList<HolderWeight> Weights,
    IReadOnlyList<HolderAmount> Parts,
    IReadOnlyList<Holder> RemainderTo,
    IReadOnlyList<int> ShareVersions);

/// <summary>An allocation, or why there is none: exactly one of the two.</summary>
public sealed record AllocationResult
{
    private AllocationResult(Allocated? allocated, Refusal? refusal) => (Allocated, Refusal) = (allocated, refusal);

    public Allocated? Allocated { get; }

    public Refusal? Refusal { get; }

    public static implicit operator AllocationResult(Allocated allocated) => new(allocated, null);

    public static implicit operator AllocationResult(Refusal refusal) => new(null, refusal);

    public static AllocationResult FromAllocated(Allocated allocated) => allocated;

    public static AllocationResult FromRefusal(Refusal refusal) => refusal;
}
