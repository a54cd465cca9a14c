namespace VillageLedger.Web;

/// <summary>A user as the database knows him.</summary>
/// <param name="Totp">The secret of his second factor, protected; null without one.</param>
/// <param name="TotpWanted">A secret that was shown to him and is not confirmed yet.</param>
internal sealed record UserAccount(string Id, string Name, string Password, byte[]? Totp, byte[]? TotpWanted, bool IsDisabled, bool MustChange, bool IsDemonstration);

/// <summary>A role as it was given.</summary>
internal sealed record GivenRole(Grant Grant, string By, DateTimeOffset At);

/// <summary>A user as an administrator sees him.</summary>
internal sealed record ListedUser(UserAccount Account, DateTimeOffset Created, DateTimeOffset? LastSeen, IReadOnlyList<GivenRole> Roles);

/// <summary>Names of roles as they are stored and told: small letters.</summary>
internal static class RoleNames
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Role>().Select(role => role.Name())];

#pragma warning disable CA1308 // The names are small letters.
    public static string Name(this Role role) => role.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    public static Role? Parse(string? name) => All.Contains(name) ? Enum.Parse<Role>(name!, ignoreCase: true) : null;
}
