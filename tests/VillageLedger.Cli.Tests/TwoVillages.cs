using System.Text;
using System.Text.Json;
using VillageLedger.Support;

namespace VillageLedger.Cli.Tests;

/// <summary>The ledger that the program makes of the request file written by hand, <c>Files/two-villages.jsonl</c>; made once in this process.</summary>
internal static class TwoVillages
{
    public const string A = "village/330110112201";
    public const string B = "village/330110113201";

    private static readonly Lazy<Task<(string Database, IReadOnlyList<JsonElement> Answers)>> Made = new(MakeAsync);

    public static string File => Path.Combine(AppContext.BaseDirectory, "Files", "two-villages.jsonl");

    /// <summary>A database that tests only read.</summary>
    public static async Task<string> DatabaseAsync() => (await Made.Value).Database;

    /// <summary>A database to write to.</summary>
    public static Task<string> CopyAsync() => PostgresServer.NewDatabaseAsync("two villages", connection => LedgerProgram.RunAsync(connection, "do", File));

    /// <summary>What the program answered to each line.</summary>
    public static async Task<IReadOnlyList<JsonElement>> AnswersAsync() => (await Made.Value).Answers;

    /// <summary>The position at which a request of the file ended.</summary>
    public static async Task<string> AfterAsync(string id) =>
        (await AnswersAsync()).Single(answer => answer.GetProperty("id").GetString() == id).GetProperty("position").ToString();

    public static async Task<Ran> ReportAsync(params string[] words) => (await LedgerProgram.RunAsync(await DatabaseAsync(), ["report", .. words, "--format", "json"])).Exits(0);

    private static async Task<(string, IReadOnlyList<JsonElement>)> MakeAsync()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        return (database, (await LedgerProgram.RunAsync(database, "do", File)).Exits(0).Lines);
    }
}
