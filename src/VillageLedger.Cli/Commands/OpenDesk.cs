using System.CommandLine;
using VillageLedger.Web;

namespace VillageLedger.Cli;

/// <summary>The users of a ledger, worked on at the command line; what is done goes into the operation log like what is done at a page.</summary>
internal sealed class OpenDesk(WebDatabase database) : IAsyncDisposable
{
    private readonly OperationChain chain = new(database);

    public UserAccounts Accounts { get; } = new(database);

    public UserDesk Desk { get; } = new(new(database), new(new()), new(database, new()), null);

    public ValueTask DisposeAsync() => database.DisposeAsync();

    /// <summary>Does something with a user who must be there; the code of what is wrong, or null.</summary>
    public async Task<string?> WithAsync(string id, string action, string content, Func<UserAccount, Task<string?>> act, CancellationToken cancellation)
    {
        if (await Accounts.FindAsync(id, cancellation).ConfigureAwait(false) is not { } account) return "user-unknown";
        if (await act(account).ConfigureAwait(false) is { } fault) return fault;
        await NoteAsync(action, account.Id, content, cancellation).ConfigureAwait(false);
        return null;
    }

    public Task NoteAsync(string action, string user, string content, CancellationToken cancellation) => chain.AppendAsync(
        [new() { At = TimeProvider.System.GetUtcNow(), User = UserDesk.CommandLine, Method = "COMMAND", Action = action, Target = user, Content = content, Status = 200, Outcome = "done" }], cancellation);
}

internal static class OpenDesks
{
    /// <summary>Works with the users of the ledger that the options name, and says what came of it.</summary>
    public static async Task<int> AtDeskAsync(this SessionOptions session, ParseResult parsed, Words words, Func<OpenDesk, Task<string?>> act, CancellationToken cancellation)
    {
        await using var ledger = await session.OpenAsync(parsed, cancellation).ConfigureAwait(false);
        var database = new WebDatabase(ledger.Log.Connection);
        await using var desk = new OpenDesk(database);
        await database.UpgradeAsync(cancellation).ConfigureAwait(false);
        if (await act(desk).ConfigureAwait(false) is not { } fault) return ExitCode.Done;
        await Console.Error.WriteLineAsync($"{fault}: {words["problem." + fault]}").ConfigureAwait(false);
        return ExitCode.Refused;
    }
}
