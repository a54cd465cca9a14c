using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>Who approves claims up to which amount, of an owner or a place. Folded from <c>approvals/…</c>.</summary>
public sealed record Approvals(ImmutableList<ApprovalLevelsSet> Levels, ImmutableList<ApproverNamed> Approvers)
{
    public static readonly Approvals Empty = new([], []);

    /// <summary>The levels in force on a day; of two from the same day the later said. Null where there are none.</summary>
    public IReadOnlyList<ApprovalLevel>? LevelsOn(DateOnly date) =>
        Levels.Where(set => set.From <= date).OrderBy(set => set.From).LastOrDefault() is { Levels: { Count: > 0 } levels } ? levels : null;

    /// <summary>Who approves at a level on a day.</summary>
    public IEnumerable<UserId> ApproversOf(string level, DateOnly date) =>
        Approvers.Where(named => named.Level == level && named.From <= date && (named.Until is not { } last || date <= last)).Select(named => named.User);

    public Approvals Evolve(Fact fact) => fact switch
    {
        ApprovalLevelsSet set => this with { Levels = Levels.Add(set) },
        ApproverNamed named => this with { Approvers = Approvers.Add(named) },
        ApproverEnded ended => this with { Approvers = [.. Approvers.Select(named => IsOf(named, ended) ? named with { Until = ended.Until } : named)] },
        _ => throw Fold.Unexpected(fact, this),
    };

    /// <summary>Of a user's times at a level, which never overlap, the one that the day lies in.</summary>
    internal static bool IsOf(ApproverNamed named, ApproverEnded ended) =>
        named.User == ended.User && named.Level == ended.Level && named.From <= ended.Until && (named.Until is not { } last || ended.Until < last);
}
