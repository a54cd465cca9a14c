namespace VillageLedger.Web;

/// <summary>Whoever is signed in types his password once more before it, or his second factor, changes; guesses count like those at the door.</summary>
internal static class ProofOfPassword
{
    /// <summary>What is wrong; null when the password is right.</summary>
    public static async Task<SignInOutcome?> FaultAsync(string user, string password, UserAccounts accounts, Passwords passwords, FailedSignIns failures, CancellationToken cancellation)
    {
        if (await failures.BeginAsync(user, cancellation).ConfigureAwait(false) is { } wait) return new(null, "account-locked", wait);
        if (passwords.IsRight(await accounts.FindAsync(user, cancellation).ConfigureAwait(false), password))
        {
            await failures.ForgetAsync(user, cancellation).ConfigureAwait(false);
            return null;
        }

        await failures.FailAsync(user, cancellation).ConfigureAwait(false);
        return new(null, "password-wrong");
    }
}
