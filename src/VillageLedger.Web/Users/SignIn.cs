namespace VillageLedger.Web;

/// <summary>What became of an attempt to sign in.</summary>
/// <param name="Fault">The code of the problem; null when he is in.</param>
internal sealed record SignInOutcome(UserAccount? Account, string? Fault, TimeSpan? Wait = null);

/// <summary>What somebody typed to sign in.</summary>
/// <param name="Code">Of his second factor.</param>
/// <param name="New">A new password, where he must choose one.</param>
internal sealed record SignInAttempt(string User, string Password, string? Code, string? New);

/// <summary>
/// Signing in. Nothing tells whether a name exists: the answer to a wrong name and to a wrong password is the same, after the same work, and both are locked alike.
/// What else may be missing is told to him only who knows the password.
/// </summary>
internal sealed class SignIn(UserAccounts accounts, FailedSignIns failures, Passwords passwords, Totp totp, WebOptions options)
{
    public async Task<SignInOutcome> TryAsync(SignInAttempt attempt, CancellationToken cancellation)
    {
        if (await failures.BeginAsync(attempt.User, cancellation).ConfigureAwait(false) is { } wait) return new(null, "account-locked", wait);
        var account = await accounts.FindAsync(attempt.User, cancellation).ConfigureAwait(false);
        // A demonstration's users, whose password everybody knows, come in nowhere else.
        if (!passwords.IsRight(account, attempt.Password) || (account!.IsDemonstration && !options.IsDemonstration)) return await FailAsync(attempt, "sign-in-failed", cancellation).ConfigureAwait(false);
        if (account.IsDisabled) return await UndoAsync(attempt, "account-disabled", cancellation).ConfigureAwait(false);
        if (account.Totp is { } secret && await FaultOfCodeAsync(account, secret, attempt, cancellation).ConfigureAwait(false) is { } fault) return fault;
        if (account.MustChange && await FaultOfNewAsync(account, attempt, cancellation).ConfigureAwait(false) is { } missing) return missing;
        await failures.ForgetAsync(attempt.User, cancellation).ConfigureAwait(false);
        return new(account, null);
    }

    private async Task<SignInOutcome?> FaultOfCodeAsync(UserAccount account, byte[] secret, SignInAttempt attempt, CancellationToken cancellation)
    {
        if (attempt.Code is not { Length: > 0 } code) return await UndoAsync(attempt, "totp-needed", cancellation).ConfigureAwait(false);
        return totp.StepOf(account.Id, secret, code) is { } step && await accounts.UseStepAsync(account.Id, step, cancellation).ConfigureAwait(false)
            ? null : await FailAsync(attempt, "totp-wrong", cancellation).ConfigureAwait(false);
    }

    private async Task<SignInOutcome?> FaultOfNewAsync(UserAccount account, SignInAttempt attempt, CancellationToken cancellation)
    {
        if (attempt.New is not { Length: > 0 } chosen) return await UndoAsync(attempt, "password-must-change", cancellation).ConfigureAwait(false);
        if (chosen == attempt.Password || !Passwords.IsStrong(chosen, account)) return await UndoAsync(attempt, "password-weak", cancellation).ConfigureAwait(false);
        await accounts.SetPasswordAsync(account.Id, passwords.Hash(chosen), mustChange: false, cancellation).ConfigureAwait(false);
        return null;
    }

    private async Task<SignInOutcome> FailAsync(SignInAttempt attempt, string fault, CancellationToken cancellation)
    {
        await failures.FailAsync(attempt.User, cancellation).ConfigureAwait(false);
        return new(null, fault);
    }

    private async Task<SignInOutcome> UndoAsync(SignInAttempt attempt, string fault, CancellationToken cancellation)
    {
        await failures.UndoAsync(attempt.User, cancellation).ConfigureAwait(false);
        return new(null, fault);
    }
}
