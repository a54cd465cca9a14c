using VillageLedger.Support;

namespace VillageLedger.Cli.Tests;

/// <summary>The ledger that the program makes of the request file written by hand, <c>Files/cash.jsonl</c>: a village's January at the bank, its cash counted, its cheques; made once in this process.</summary>
internal static class CashLedger
{
    private static readonly Lazy<Task<string>> Made = new(NewAsync);

    /// <summary>A database that tests only read.</summary>
    public static Task<string> DatabaseAsync() => Made.Value;

    /// <summary>A database to write to.</summary>
    public static async Task<string> NewAsync()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        (await LedgerProgram.RunAsync(database, "do", Path.Combine(AppContext.BaseDirectory, "Files", "cash.jsonl"))).Exits(0);
        return database;
    }
}
