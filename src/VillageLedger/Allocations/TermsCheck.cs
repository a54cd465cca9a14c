namespace VillageLedger;

/// <summary>Whether terms fit their policy: the parts it needs, none that it has no use for, and each within its bounds.</summary>
internal static class TermsCheck
{
    /// <summary>The parts that a policy may have; those marked with ! it must have.</summary>
    private static readonly Dictionary<string, string[]> Parts = new(StringComparer.Ordinal)
    {
        [AllocationPolicies.Equal] = ["shareChange", "retain"],
        [AllocationPolicies.ByShare] = ["shareChange", "retain"],
        [AllocationPolicies.ByPaidIn] = ["retain"],
        [AllocationPolicies.ByWeights] = ["retain", "basis!", "weights!"],
        [AllocationPolicies.FixedThenFloating] = ["shareChange", "retain", "ratePpm!", "until!", "months", "guarantor", "then!"],
        [AllocationPolicies.GuaranteedThenShare] = ["shareChange", "retain", "guaranteed!", "months", "guarantor", "then"],
        [AllocationPolicies.Tiered] = ["shareChange", "retain", "tiers!"],
        [AllocationPolicies.Sequence] = ["shareChange", "retain", "steps!"],
    };

    public static Refusal? Of(string policy, AllocationTerms? terms)
    {
        var blank = new AllocationTerms();
        return Of(policy, terms ?? blank, "") ?? SecondGuarantor(terms ?? blank);
    }

    /// <param name="path">Where the policy and its terms stand: <c>terms.steps[2].</c>.</param>
    private static Refusal? Of(string policy, AllocationTerms terms, string path)
    {
        if (!Parts.TryGetValue(policy ?? "", out var own)) return Invalid($"{path}policy", policy, string.Join(" | ", AllocationPolicies.Names));
        path += "terms.";
        foreach (var (name, given) in Given(terms))
        {
            if (given && !own.Contains(name) && !own.Contains(name + "!")) return Refusal.Of(RefusalCode.TermNotOfPolicy, ("field", path + name), ("policy", policy));
            if (!given && own.Contains(name + "!")) return Missing(path + name);
        }

        return Bounds(terms, path)
            ?? Retained(terms.Retain, path + "retain")
            ?? OfGuarantee(terms, path)
            ?? (terms.Weights is null ? null : Weights.Check(terms.Weights))
            ?? (terms.Then is { } then ? Of(then.Policy, then.Terms ?? new(), path + "then.") : null)
            ?? OfTiers(terms.Tiers, path)
            ?? OfSteps(terms.Steps, path);
    }

    private static IEnumerable<(string Name, bool Given)> Given(AllocationTerms terms) =>
    [
        ("shareChange", terms.ShareChange is not null),
        ("retain", terms.Retain is not null),
        ("ratePpm", terms.RatePpm is not null),
        ("until", terms.Until is not null),
        ("months", terms.Months is not null),
        ("guaranteed", terms.Guaranteed is not null),
        ("guarantor", terms.Guarantor is not null),
        ("then", terms.Then is not null),
        ("basis", terms.Basis is not null),
        ("weights", terms.Weights is not null),
        ("tiers", terms.Tiers is not null),
        ("steps", terms.Steps is not null),
    ];

    private static Refusal? Bounds(AllocationTerms terms, string path)
    {
        if (terms.ShareChange is not (null or AllocationTerms.ByDays or AllocationTerms.ByMonthEnd))
            return Invalid(path + "shareChange", terms.ShareChange, $"{AllocationTerms.ByDays} | {AllocationTerms.ByMonthEnd}");
        if (terms.Months is < 1 or > AllocationTerms.MaxMonths) return Invalid(path + "months", terms.Months, $"1–{AllocationTerms.MaxMonths}");
        if (terms.Basis is not (null or "heads" or "area" or "given")) return Invalid(path + "basis", terms.Basis, "heads | area | given");
        return Rate(terms.RatePpm, path + "ratePpm");
    }

    private static Refusal? Retained(RetainedPart? retain, string path)
    {
        if (retain is null) return null;
        return OneOf(path, ("ratePpm", retain.RatePpm is not null), ("amountFen", retain.AmountFen is not null))
            ?? Rate(retain.RatePpm, path + ".ratePpm")
            ?? Positive(retain.AmountFen, path + ".amountFen");
    }

    private static Refusal? OfGuarantee(AllocationTerms terms, string path)
    {
        if (terms.Guaranteed is not { } given) return null;
        var place = path + "guaranteed";
        // Amounts are for the allocation as a whole; only a yearly rate is due for months.
        if (terms.Months is not null && given.RatePpm is null) return Refusal.Of(RefusalCode.TermNotOfPolicy, ("field", path + "months"), ("policy", place));
        return OneOf(place, ("amountFen", given.AmountFen is not null), ("ratePpm", given.RatePpm is not null), ("each", given.Each is not null))
            ?? Rate(given.RatePpm, place + ".ratePpm")
            ?? Positive(given.AmountFen, place + ".amountFen")
            ?? (given.Each is null ? null : Weights.Check([.. given.Each.Select(each => new HolderWeight(each.Holder, each.AmountFen))]));
    }

    private static Refusal? OfTiers(IReadOnlyList<Tier>? tiers, string path)
    {
        if (tiers is null) return null;
        if (tiers.Count == 0) return Missing(path + "tiers");
        foreach (var (i, tier) in tiers.Index())
        {
            var place = $"{path}tiers[{i + 1}].";
            var lower = i == 0 ? 0 : tiers[i - 1].UpToFen!.Value;
            if (i == tiers.Count - 1)
            {
                if (tier.UpToFen is not null) return Invalid(place + "upToFen", tier.UpToFen, "∞");
            }
            else if (tier.UpToFen is null) return Missing(place + "upToFen");
            else if (tier.UpToFen <= lower || !Money.Fits(tier.UpToFen.Value)) return Invalid(place + "upToFen", tier.UpToFen, $"> {lower}");

            if (Of(tier.Policy, tier.Terms ?? new(), place) is { } refusal) return refusal;
        }

        return null;
    }

    private static Refusal? OfSteps(IReadOnlyList<SequenceStep>? steps, string path)
    {
        if (steps is null) return null;
        if (steps.Count == 0) return Missing(path + "steps");
        foreach (var (i, step) in steps.Index())
        {
            var place = $"{path}steps[{i + 1}]";
            var last = i == steps.Count - 1;
            if (last && step.Rest is not true) return Missing(place + ".rest");
            if (!last && step.Rest is not null) return Invalid(place + ".rest", "true", $"steps[{steps.Count}]");
            var refusal = OneOf(place, ("amountFen", step.AmountFen is not null), ("ratePpm", step.RatePpm is not null), ("rest", step.Rest is not null))
                ?? Rate(step.RatePpm, place + ".ratePpm")
                ?? Positive(step.AmountFen, place + ".amountFen")
                ?? Of(step.Policy, step.Terms ?? new(), place + ".");
            if (refusal is not null) return refusal;
        }

        return null;
    }

    /// <summary>An allocation has one guarantor at most, wherever its terms name it.</summary>
    private static Refusal? SecondGuarantor(AllocationTerms terms)
    {
        var guarantors = terms.Guarantors().Distinct().Take(2).ToList();
        return guarantors.Count < 2 ? null : Invalid("terms…guarantor", guarantors[1], guarantors[0].Address);
    }

    private static Refusal? OneOf(string place, params ReadOnlySpan<(string Name, bool Given)> parts)
    {
        var (names, given) = (new List<string>(), new List<string>());
        foreach (var (name, isGiven) in parts)
        {
            names.Add(name);
            if (isGiven) given.Add(name);
        }

        var expected = string.Join(" | ", names);
        return given.Count switch
        {
            0 => Missing($"{place}.({expected})"),
            1 => null,
            _ => Invalid(place, string.Join(" + ", given), expected),
        };
    }

    private static Refusal? Rate(int? ratePpm, string field) =>
        ratePpm is < 0 or > AllocationTerms.MaxRatePpm ? Invalid(field, ratePpm, $"0–{AllocationTerms.MaxRatePpm}") : null;

    private static Refusal? Positive(long? fen, string field) => fen switch
    {
        0 => Refusal.Of(RefusalCode.AmountZero, ("field", field)),
        < 0 => Refusal.Of(RefusalCode.AmountNegative, ("field", field)),
        > Money.MaxFen => Refusal.Of(RefusalCode.AmountOutOfBounds, ("field", field), ("value", fen), ("expected", "±9007199254740991")),
        _ => null,
    };

    private static Refusal Missing(string field) => Refusal.Of(RefusalCode.FieldMissing, ("field", field));

    private static Refusal Invalid(string field, object? value, string expected) => Refusal.Of(RefusalCode.FieldInvalid, ("field", field), ("value", value), ("expected", expected));
}
