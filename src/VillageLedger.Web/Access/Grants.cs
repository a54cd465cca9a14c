namespace VillageLedger.Web;

/// <summary>Which roles one person may hold together.</summary>
internal static class Grants
{
    /// <summary>Roles that register income, expense and debts, check them or keep their files.</summary>
    private static readonly Role[] Keeping = [Role.Accountant, Role.Reviewer];

    /// <summary>Those that watch over what others enter.</summary>
    private static readonly Role[] Watching = [Role.Auditor, Role.Regulator];

    private static readonly Role[] Entering = [Role.Clerk, Role.Cashier, Role.Accountant, Role.Reviewer, Role.Chair, Role.Manager];

    /// <summary>
    /// The grant that a new one cannot stand beside; null where it can. A cashier is no accountant or reviewer of the same owner (会计法 art. 35), who watches enters nothing there, and an administrator holds no role with money.
    /// Places overlap where one lies within the other; a village's cooperative lies within its places, and a company or venture, which may come to lie in any, within every place.
    /// </summary>
    public static Grant? Conflict(IEnumerable<Grant> existing, Grant added)
    {
        ArgumentNullException.ThrowIfNull(existing);
        ArgumentNullException.ThrowIfNull(added);
        return existing.FirstOrDefault(grant => grant != added && (IsEither(grant, added, [Role.Administrator], [.. Entering, .. Watching])
            || (Overlap(grant.At, added.At) && (IsEither(grant, added, [Role.Cashier], Keeping) || IsEither(grant, added, Watching, Entering)))));
    }

    private static bool IsEither(Grant one, Grant other, IEnumerable<Role> these, IReadOnlyList<Role> those) =>
        (these.Contains(one.Role) && those.Contains(other.Role)) || (these.Contains(other.Role) && those.Contains(one.Role));

    private static bool Overlap(string one, string other)
    {
        var (left, right) = (PlaceOf(one), PlaceOf(other));
        // Of two owners one is the other; of an owner without a place and a place it is not known.
        if (left is null || right is null) return one == other || (left is null) != (right is null);
        return left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal);
    }

    /// <summary>The prefix of the division code; null of a company or venture.</summary>
    private static string? PlaceOf(string at) => at.StartsWith("village/", StringComparison.Ordinal) ? at["village/".Length..] : at.Contains('/', StringComparison.Ordinal) ? null : at;
}
