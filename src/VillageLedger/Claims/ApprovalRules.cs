namespace VillageLedger;

/// <summary>Who approves a claim: by the most specific levels in force on its date or when it is approved, whichever ask for more, one level after the other.</summary>
internal static class ApprovalRules
{
    /// <summary>Where rules for an owner may stand, the most specific first: the owner itself, its village, township and county.</summary>
    public static IReadOnlyList<ApprovalScope> ScopesOf(Owner owner)
    {
        var code = owner.Code;
        return owner.Kind == Owner.VillageKind && code.Length == RegisterVillage.CodeLength && code.All(char.IsAsciiDigit)
            ? [ApprovalScope.Of(owner), new(code), new(code[..RegisterVillage.TownshipLength]), new(code[..RegisterVillage.CountyLength])]
            : [ApprovalScope.Of(owner)];
    }

    /// <summary>The levels for an owner's claims of a day, and whose they are; null where nobody set any.</summary>
    public static (ApprovalScope Scope, IReadOnlyList<ApprovalLevel> Levels)? LevelsOf(World world, Owner owner, DateOnly date)
    {
        // All are asked for before the first is judged: they are fetched at once.
        foreach (var (scope, approvals) in ScopesOf(owner).Select(scope => (scope, world.Approvals(scope.Value))).ToList())
            if (approvals.LevelsOn(date) is { } levels) return (scope, levels);
        return null;
    }

    /// <summary>
    /// The levels that a claim needs on a day of approval: of those in force on the claim's date, on the days on which it was approved before and on this one, those that ask for most. Its own
    /// date is what its maker says, and takes it out of no limit.
    /// </summary>
    public static (ApprovalScope Scope, IReadOnlyList<ApprovalLevel> Levels)? StrictestOf(World world, Owner owner, Claim claim, DateOnly date) => claim.Approvals
        .Select(approval => approval.Date).Prepend(claim.Date).Append(date).Distinct()
        .Select(day => LevelsOf(world, owner, day)).MaxBy(rule => rule is { Levels: var levels } ? Needed(levels, claim.AmountFen)?.Count ?? int.MaxValue : 0);

    /// <summary>The levels that an amount needs: all up to the first whose limit holds it; null where it is beyond the last.</summary>
    public static IReadOnlyList<ApprovalLevel>? Needed(IReadOnlyList<ApprovalLevel> levels, long amountFen)
    {
        var below = levels.TakeWhile(level => level.UptoFen < amountFen).Count();
        return below < levels.Count ? [.. levels.Take(below + 1)] : null;
    }

    /// <summary>The level that a claim waits for; the last where all have approved but none finally, since the levels changed in between.</summary>
    public static ApprovalLevel Next(IReadOnlyList<ApprovalLevel> needed, Claim claim) =>
        needed.FirstOrDefault(level => claim.Approvals.All(approval => approval.Level != level.Level)) ?? needed[^1];

    /// <summary>Who approves at a level on a day: named for the owner or any of its places, in ordinal order.</summary>
    public static IReadOnlyList<UserId> ApproversOf(World world, Owner owner, string level, DateOnly date) =>
        [.. ScopesOf(owner).SelectMany(scope => world.Approvals(scope.Value).ApproversOf(level, date)).Distinct().OrderBy(user => user.Value, StringComparer.Ordinal)];

    /// <summary>Users as a message names them.</summary>
    public static string Named(IReadOnlyList<UserId> users) => users.Count == 0 ? "—" : string.Join(", ", users);
}
