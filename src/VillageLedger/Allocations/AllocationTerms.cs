namespace VillageLedger;

/// <summary>
/// What a policy needs to be told. One shape for all: each policy has parts of its own and refuses others (<see cref="AllocationPolicies.Check"/>).
/// Rates are parts per million, amounts fen. Stored in facts as it stands.
/// </summary>
/// <param name="ShareChange">How a month is split in which shares changed: <c>days</c> or <c>month-end</c>. Holds for the policies within that do not say.</param>
/// <param name="Retain">What stays with the venture before anything is split.</param>
/// <param name="RatePpm">Fixed: a year, on what is paid in.</param>
/// <param name="Until">Fixed: the last month of the fixed rate.</param>
/// <param name="Months">Fixed, guaranteed: how many months, the last being the month of the income, the yearly rate is due for; 1 unless given.</param>
/// <param name="Guaranteed">Guaranteed: what each holder gets in any case.</param>
/// <param name="Guarantor">Fixed, guaranteed: who makes up what is missing.</param>
/// <param name="Then">Fixed: how actual income is split afterwards. Guaranteed: how the rest is split; by share unless given.</param>
/// <param name="Basis">By weights: what the weights count, <c>heads</c>, <c>area</c> or <c>given</c>.</param>
/// <param name="Weights">By weights: the weights.</param>
/// <param name="Tiers">Tiered: the bands, ascending, the last without an upper end.</param>
/// <param name="Steps">Sequence: first, then, rest.</param>
public sealed record AllocationTerms(
    string? ShareChange = null,
    RetainedPart? Retain = null,
    int? RatePpm = null,
    Month? Until = null,
    int? Months = null,
    Guarantee? Guaranteed = null,
    Holder? Guarantor = null,
    FollowingPolicy? Then = null,
    string? Basis = null,
    IReadOnlyList<HolderWeight>? Weights = null,
    IReadOnlyList<Tier>? Tiers = null,
    IReadOnlyList<SequenceStep>? Steps = null)
{
    public const string ByDays = "days";
    public const string ByMonthEnd = "month-end";
    public const int MaxMonths = 12;
    public const int MaxSteps = 20;
    public const int MaxRatePpm = 1_000_000;

    /// <summary>Reads <c>terms</c>; whether they fit a policy is checked with it. Terms without any part are none.</summary>
    public static AllocationTerms? ReadFrom(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return fields.OptionalPart("terms", Read) is { } terms && terms != new AllocationTerms() ? terms : null;
    }

    /// <summary>Whether two terms say the same; lists within records do not compare by value, what is stored does.</summary>
    public static bool Same(AllocationTerms? one, AllocationTerms? other) => FactTypes.WritePart(one).AsSpan().SequenceEqual(FactTypes.WritePart(other));

    /// <summary>Every holder that the terms name, at any depth: the request checks that they are known.</summary>
    public IEnumerable<Holder> NamedHolders()
    {
        var own = (Weights ?? []).Select(weight => weight.Holder).Concat((Guaranteed?.Each ?? []).Select(each => each.Holder));
        if (Guarantor is { } guarantor) own = own.Append(guarantor);
        return own.Concat(Within().SelectMany(terms => terms.NamedHolders())).Distinct();
    }

    internal IEnumerable<Holder> Guarantors() =>
        (Guarantor is { } own ? new[] { own } : []).Concat(Within().SelectMany(terms => terms.Guarantors()));

    /// <summary>The policies within these terms, each with its own.</summary>
    internal IEnumerable<FollowingPolicy> Policies() => new[] { Then }.OfType<FollowingPolicy>()
        .Concat((Tiers ?? []).Select(tier => new FollowingPolicy(tier.Policy, tier.Terms))).Concat((Steps ?? []).Select(step => new FollowingPolicy(step.Policy, step.Terms)));

    private IEnumerable<AllocationTerms> Within() => Policies().Select(within => within.Terms).OfType<AllocationTerms>();

    private static AllocationTerms Read(Fields fields) => new(
        fields.OptionalWord("shareChange", ByDays, ByMonthEnd),
        fields.OptionalPart("retain", part => new RetainedPart(part.OptionalRate("ratePpm"), part.OptionalAmount("amountFen"))),
        fields.OptionalRate("ratePpm"),
        fields.Optional<Month>("until"),
        fields.OptionalCount("months", MaxMonths),
        fields.OptionalPart("guaranteed", ReadGuarantee),
        fields.Optional<Holder>("guarantor"),
        fields.OptionalPart("then", part => new FollowingPolicy(part.Text("policy", 40), ReadFrom(part))),
        fields.OptionalWord("basis", "heads", "area", "given"),
        fields.OptionalItems("weights", item => new HolderWeight(item.Value<Holder>("holder"), item.Weight("weight"))),
        fields.OptionalItems("tiers", item => new Tier(item.Text("policy", 40), item.OptionalAmount("upToFen"), ReadFrom(item)), MaxSteps),
        fields.OptionalItems("steps", ReadStep, MaxSteps));

    private static Guarantee ReadGuarantee(Fields part) => new(
        part.OptionalAmount("amountFen"),
        part.OptionalRate("ratePpm"),
        part.OptionalItems("each", item => new HolderAmount(item.Value<Holder>("holder"), item.AmountOrZero("amountFen"))));

    private static SequenceStep ReadStep(Fields item) =>
        new(item.Text("policy", 40), item.OptionalAmount("amountFen"), item.OptionalRate("ratePpm"), item.OptionalTrue("rest"), ReadFrom(item));
}

/// <summary>A reserve: a rate of the total, rounded down to whole fen, or an amount, at most the total. One of the two.</summary>
public sealed record RetainedPart(int? RatePpm = null, long? AmountFen = null);

/// <summary>What is guaranteed. One of the three.</summary>
/// <param name="AmountFen">The same amount to each holder of shares, for this allocation.</param>
/// <param name="RatePpm">A year, on what each holder has paid in.</param>
/// <param name="Each">To each its amount, for this allocation.</param>
public sealed record Guarantee(long? AmountFen = null, int? RatePpm = null, IReadOnlyList<HolderAmount>? Each = null);

/// <summary>The policy for what comes after.</summary>
public sealed record FollowingPolicy(string Policy, AllocationTerms? Terms = null);

/// <summary>A band of the total and the policy for it.</summary>
/// <param name="UpToFen">The band's upper end, counted from zero; null for the last.</param>
public sealed record Tier(string Policy, long? UpToFen = null, AllocationTerms? Terms = null);

/// <summary>A step of a sequence: an amount, a rate of the whole total, or the rest; and the policy for it.</summary>
/// <param name="Rest">True for the last step and for no other.</param>
public sealed record SequenceStep(string Policy, long? AmountFen = null, int? RatePpm = null, bool? Rest = null, AllocationTerms? Terms = null);
