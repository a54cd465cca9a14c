using VillageLedger.Support;

namespace VillageLedger.Cli.Tests;

/// <summary>The ledger that the program makes of <c>Files/converted-book.jsonl</c>: a book kept in 2022 and 2023 by the chart of 2004, converted, and continued in 2024; made once in this process.</summary>
internal static class ConvertedBook
{
    public const string Village = "village/330110112201";

    private static readonly Lazy<Task<string>> Made = new(async () =>
    {
        var database = await PostgresServer.NewDatabaseAsync();
        (await LedgerProgram.RunAsync(database, "do", Path.Combine(AppContext.BaseDirectory, "Files", "converted-book.jsonl"))).Exits(0);
        return database;
    });

    /// <summary>A database that tests only read.</summary>
    public static Task<string> DatabaseAsync() => Made.Value;
}
