namespace VillageLedger.Cli.Tests;

/// <summary>The ledger that the program makes of the request file written by hand, <c>Files/claims.jsonl</c>: a village with two claims, the first of them vouchered; made once in this process.</summary>
internal static class VillageClaims
{
    private static readonly Lazy<Task<string>> Made = new(async () =>
    {
        var database = await Support.PostgresServer.NewDatabaseAsync();
        (await LedgerProgram.RunAsync(database, "do", Path.Combine(AppContext.BaseDirectory, "Files", "claims.jsonl"))).Exits(0);
        return database;
    });

    /// <summary>A database that tests only read.</summary>
    public static Task<string> DatabaseAsync() => Made.Value;
}
