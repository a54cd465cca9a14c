using System.Text;

namespace VillageLedger.Web;

/// <summary>
/// What an administrator does with users, at a page or at the command line. One administrator gives a role by himself: in a small county there is no second one; instead nobody gives himself
/// anything, an administrator holds no role with money and sees none, what was given stays on record with who gave it, and the operation log shows it to the regulator.
/// </summary>
internal sealed class UserDesk(UserAccounts accounts, Passwords passwords, FailedSignIns failures, Sessions? sessions)
{
    /// <summary>Who works at the command line: he has the database, and no account.</summary>
    public const string CommandLine = "command-line";

    private const int MaxName = 40;

    public static bool IsId(string id) => UserId.TryParse(id, out _) && !id.StartsWith(UserId.RulePrefix, StringComparison.Ordinal) && id is not (CommandLine or "demo");

    /// <summary>Makes a user; the code of what is wrong, or null.</summary>
    public async Task<string?> AddAsync(string id, string name, string password, CancellationToken cancellation)
    {
        if (!IsId(id)) return "user-invalid";
        if (name.Trim() is not { Length: > 0 and <= MaxName } shown || !IsShowable(shown)) return "user-name-invalid";
        var account = new UserAccount(id, shown, "", null, null, false, MustChange: true, false);
        if (!Passwords.IsStrong(password, account)) return "password-weak";
        return await accounts.AddAsync(account with { Password = passwords.Hash(password) }, cancellation).ConfigureAwait(false) ? null : "user-exists";
    }

    public async Task<string?> RenameAsync(UserAccount user, string name, CancellationToken cancellation)
    {
        if (name.Trim() is not { Length: > 0 and <= MaxName } shown || !IsShowable(shown)) return "user-name-invalid";
        await accounts.SetNameAsync(user.Id, shown, cancellation).ConfigureAwait(false);
        sessions?.Forget();
        return null;
    }

    /// <summary>Lets a user in no longer, and ends his sessions; or lets him in again.</summary>
    public async Task<string?> SetDisabledAsync(UserAccount user, bool isDisabled, string by, CancellationToken cancellation)
    {
        if (user.Id == by) return "not-to-oneself";
        await accounts.SetDisabledAsync(user.Id, isDisabled, cancellation).ConfigureAwait(false);
        if (isDisabled) await EndAsync(user, cancellation).ConfigureAwait(false);
        return null;
    }

    /// <summary>A new password, to be changed when it is first used; his sessions end, and a lock with them.</summary>
    public async Task<string?> SetPasswordAsync(UserAccount user, string password, string by, CancellationToken cancellation)
    {
        if (user.Id == by) return "not-to-oneself";
        if (!Passwords.IsStrong(password, user)) return "password-weak";
        await accounts.SetPasswordAsync(user.Id, passwords.Hash(password), mustChange: true, cancellation).ConfigureAwait(false);
        await failures.ForgetAsync(user.Id, cancellation).ConfigureAwait(false);
        await EndAsync(user, cancellation).ConfigureAwait(false);
        return null;
    }

    /// <summary>Takes a lost authenticator away.</summary>
    public async Task<string?> RemoveTotpAsync(UserAccount user, string by, CancellationToken cancellation)
    {
        if (user.Id == by) return "not-to-oneself";
        await accounts.RemoveTotpAsync(user.Id, cancellation).ConfigureAwait(false);
        await EndAsync(user, cancellation).ConfigureAwait(false);
        return null;
    }

    public async Task<string?> GiveAsync(UserAccount user, string role, string at, string by, CancellationToken cancellation)
    {
        if (GrantOf(role, at) is not { } grant) return "grant-invalid";
        if (user.Id == by) return "not-to-oneself";
        if (!await ReachesAsync(by, at, cancellation).ConfigureAwait(false)) return "grant-beyond-own";
        if (Grants.Conflict(await accounts.GrantsAsync(user.Id, cancellation).ConfigureAwait(false), grant) is not null) return "grants-incompatible";
        if (!await accounts.GiveAsync(user.Id, grant, by, cancellation).ConfigureAwait(false)) return "grant-held";
        sessions?.Forget();
        return null;
    }

    public async Task<string?> TakeAsync(UserAccount user, string role, string at, string by, CancellationToken cancellation)
    {
        if (GrantOf(role, at) is not { } grant) return "grant-invalid";
        if (user.Id == by) return "not-to-oneself";
        if (!await ReachesAsync(by, at, cancellation).ConfigureAwait(false)) return "grant-beyond-own";
        if (!await accounts.TakeAsync(user.Id, grant, by, cancellation).ConfigureAwait(false)) return "grant-unknown";
        sessions?.Forget();
        return null;
    }

    /// <summary>Whether somebody's administration reaches a place: his own or one within it. A company or venture, which may come to lie in any place, is reached by whoever administers a place; the command line reaches all.</summary>
    private async Task<bool> ReachesAsync(string by, string at, CancellationToken cancellation)
    {
        if (by == CommandLine) return true;
        var place = at.StartsWith("village/", StringComparison.Ordinal) ? at["village/".Length..] : at;
        return (await accounts.GrantsAsync(by, cancellation).ConfigureAwait(false))
            .Any(grant => grant.Role == Role.Administrator && (place.Contains('/', StringComparison.Ordinal) || (place.Length > 0 || grant.At.Length == 0) && place.StartsWith(grant.At, StringComparison.Ordinal)));
    }

    /// <summary>A role somewhere: at a county, township or village by its code, or for an owner; an administrator's is for the whole ledger where no place is named. Nobody needs a role to be the public.</summary>
    private static Grant? GrantOf(string role, string at)
    {
        if (RoleNames.Parse(role) is not { } parsed || parsed == Role.Public) return null;
        var isPlace = at.Length is 6 or 9 or 12 && at.All(char.IsAsciiDigit);
        return isPlace || Owner.TryParse(at, out _) || (at.Length == 0 && parsed == Role.Administrator) ? new(parsed, at) : null;
    }

    /// <summary>No control character, nor what stands for half of a pair.</summary>
    private static bool IsShowable(string name) => name.EnumerateRunes().All(rune => !Rune.IsControl(rune) && rune != Rune.ReplacementChar);

    private Task EndAsync(UserAccount user, CancellationToken cancellation) => sessions is { } open ? open.RevokeAllAsync(user.Id, null, cancellation) : accounts.EndSessionsAsync(user.Id, cancellation);
}
