using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace VillageLedger.Web;

/// <summary>Passwords by the framework's hasher.</summary>
internal sealed class Passwords(UserRules rules)
{
    public const int MaxLength = 128;
    private const int MinLength = 10;
    private const int MinDifferent = 5;

    /// <summary>Shorter ids stand within words by chance.</summary>
    private const int MinIdWithin = 4;

    private readonly PasswordHasher<Passwords> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = rules.PasswordRounds }));

    /// <summary>What a password is compared with where nobody has the name, so that it takes as long.</summary>
    private readonly Lazy<string> nobodys = new(() => new PasswordHasher<Passwords>(Options.Create(new PasswordHasherOptions { IterationCount = rules.PasswordRounds })).HashPassword(null!, Generate()));

    public string Hash(string password) => hasher.HashPassword(this, password);

    public bool IsRight(UserAccount? account, string password) =>
        hasher.VerifyHashedPassword(this, account?.Password ?? nobodys.Value, password.Length <= MaxLength ? password : "") != PasswordVerificationResult.Failed && account is not null && password.Length <= MaxLength;

    /// <summary>Whether a new password may be used: long enough, not the user's own name, not one key pressed again and again.</summary>
    public static bool IsStrong(string password, UserAccount account) =>
        password.Length is >= MinLength and <= MaxLength && password.Distinct().Count() >= MinDifferent
        && !(account.Id.Length >= MinIdWithin && password.Contains(account.Id, StringComparison.OrdinalIgnoreCase)) && (account.IsDemonstration || password != DemonstrationUsers.Password);

    /// <summary>One to be told to a user once: 80 bits, without letters that are taken for others.</summary>
    public static string Generate() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 4)));
}
