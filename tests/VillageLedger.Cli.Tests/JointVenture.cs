namespace VillageLedger.Cli.Tests;

/// <summary>
/// The ledger that the program makes of the request file written by hand, <c>Files/joint-venture.jsonl</c>: two villages, their company with its manager, lines of business
/// and dividend, members of one of them, and a building that both own; made once in this process.
/// </summary>
internal static class JointVenture
{
    private static readonly Lazy<Task<string>> Made = new(async () =>
    {
        var database = await Support.PostgresServer.NewDatabaseAsync();
        (await LedgerProgram.RunAsync(database, "do", Path.Combine(AppContext.BaseDirectory, "Files", "joint-venture.jsonl"))).Exits(0);
        return database;
    });

    /// <summary>A database that tests only read.</summary>
    public static Task<string> DatabaseAsync() => Made.Value;
}
