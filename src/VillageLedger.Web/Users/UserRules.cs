namespace VillageLedger.Web;

/// <summary>How long a session lasts and what signing in costs.</summary>
internal sealed record UserRules
{
    /// <summary>A session ends after so long without a call.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromHours(1);

    /// <summary>It ends in any case after a working day.</summary>
    public TimeSpan Life { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long another node may still hold a revoked session or a role that was taken away for good.</summary>
    public TimeSpan Remembered { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Wrong passwords in a row before a name is locked.</summary>
    public int Failures { get; init; } = 5;

    public TimeSpan Locked { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512 (OWASP's figure of 2023).</summary>
    public int PasswordRounds { get; init; } = 210_000;

    /// <summary>Sign-ins that one address may try in a minute: a township's hall sits behind one.</summary>
    public int SignInsPerMinute { get; init; } = 30;
}
