using VillageLedger.Support;

namespace VillageLedger.EventStore.Tests.Laws;

/// <summary>The default engine on a database of its own.</summary>
internal sealed class LedgerEngine(EventLog log) : Engine
{
    public EventLog Log { get; } = log;

    public string Connection => Log.Connection;

    public static async Task<LedgerEngine> OpenAsync() => await OpenAsync(await NewDatabaseAsync());

    public static async Task<LedgerEngine> OpenAsync(string connection, TimeSpan? recoverFor = null) =>
        new(await EventLog.OpenAsync(new(connection, "tests 1", "330102") { RecoverFor = recoverFor ?? TimeSpan.FromSeconds(30) }));

    /// <summary>A fresh database with an empty log.</summary>
    public static Task<string> NewDatabaseAsync() => PostgresServer.NewDatabaseAsync("log", async connection =>
    {
        await using var engine = await OpenAsync(connection);
    });

    public override Task<AppendResult> AppendAsync(Append append) => Log.AppendAsync(append);

    public override Task<IReadOnlyList<StoredFact>> ReadStreamAsync(string stream) => Log.ReadStreamAsync(stream);

    public override async Task<IReadOnlyList<StoredFact>> ReadAllAsync(long after) => await Log.ReadAllAsync(after).ToListAsync();

    public override async Task<Engine> OpenAnotherAsync() => await OpenAsync(Connection);

    public override ValueTask DisposeAsync() => Log.DisposeAsync();
}
