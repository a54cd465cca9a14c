namespace VillageLedger.Cli.Tests;

/// <summary>The ledger that the program makes of the request file written by hand, <c>Files/questions.jsonl</c>: questions about two villages of two townships and a company; made once in this process.</summary>
internal static class QuestionsLedger
{
    private static readonly Lazy<Task<string>> Made = new(async () =>
    {
        var database = await Support.PostgresServer.NewDatabaseAsync();
        (await LedgerProgram.RunAsync(database, "do", Path.Combine(AppContext.BaseDirectory, "Files", "questions.jsonl"))).Exits(0);
        return database;
    });

    /// <summary>A database that tests only read.</summary>
    public static Task<string> DatabaseAsync() => Made.Value;
}
