using VillageLedger.Support;

namespace VillageLedger.Cli.Tests;

/// <summary>The ledger that the program makes of <c>Files/assets.jsonl</c>: a village's cards, depreciation, count and land; made once in this process.</summary>
internal static class OwnersAssetsLedger
{
    public const string Village = "village/330110112201";

    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    /// <summary>A database that tests only read.</summary>
    public static Task<string> DatabaseAsync() => Made.Value;

    public static async Task<Ran> ReportAsync(params string[] words) => (await LedgerProgram.RunAsync(await DatabaseAsync(), ["report", .. words, "--book", Village, "--lang", "en", "--format", "json"])).Exits(0);

    private static async Task<string> MakeAsync()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        (await LedgerProgram.RunAsync(database, "do", Path.Combine(AppContext.BaseDirectory, "Files", "assets.jsonl"))).Exits(0);
        return database;
    }
}
