using System.Text;
using Npgsql;
using VillageLedger.EventStore;
using VillageLedger.Requests;

namespace VillageLedger.Support;

/// <summary>A ledger on a database of the test server: a log and a runner of its own, as one process of the program has them.</summary>
internal sealed class TestLedger : IAsyncDisposable
{
    private TestLedger(EventLog log) => (Log, Runner) = (log, new(log));

    public EventLog Log { get; }

    public RequestRunner Runner { get; }

    /// <summary>A new ledger with the charts in force.</summary>
    public static async Task<TestLedger> NewAsync() => await OpenAsync(await NewDatabaseAsync());

    /// <summary>A database with a new ledger, the charts in force.</summary>
    public static Task<string> NewDatabaseAsync() => PostgresServer.NewDatabaseAsync("ledger", async connection =>
    {
        await using var ledger = await OpenAsync(connection);
        await ledger.Runner.AdoptRulesAsync();
    });

    /// <summary>A database whose log is empty: not even the charts are in force.</summary>
    public static Task<string> EmptyDatabaseAsync() => PostgresServer.NewDatabaseAsync("log", async connection =>
    {
        await using var ledger = await OpenAsync(connection);
    });

    /// <summary>A ledger that is there, as another process would open it: with nothing in memory.</summary>
    public static async Task<TestLedger> OpenAsync(string connection) => new(await EventLog.OpenAsync(new(connection, "tests")));

    /// <summary>The same ledger as another process sees it.</summary>
    public Task<TestLedger> AgainAsync() => OpenAsync(Log.Connection);

    public static ReadRequest Read(string json) => RequestTypes.Read(Encoding.UTF8.GetBytes(json));

    public Task<RequestOutcome> DoAsync(string json) => Runner.DoAsync(Read(json));

    public Task<IReadOnlyList<RequestOutcome>> DoAtomicAsync(params string[] json) => Runner.DoAtomicAsync([.. json.Select(Read)]);

    public Task<IReadOnlyList<RequestOutcome>> DryRunAsync(params string[] json) => Runner.DryRunAsync([.. json.Select(Read)]);

    /// <summary>What must be done, or the test fails.</summary>
    public async Task DoneAsync(params string[] json)
    {
        foreach (var request in json)
        {
            var outcome = await DoAsync(request);
            if (outcome.Kind != OutcomeKind.Done) Assert.Fail($"{outcome.Name} {outcome.Refusal?.Message(Language.English)}: {request}");
        }
    }

    /// <summary>Position of the newest fact.</summary>
    public async Task<long> NewestAsync() => (await Log.NewestAsync()).Position;

    /// <summary>Facts of a stream, read back into their types.</summary>
    public async Task<IReadOnlyList<Fact>> FactsAsync(string stream) => [.. (await Log.ReadStreamAsync(stream)).Select(fact => FactTypes.Read(fact.Type, fact.Data.Span))];

    /// <summary>The first column of a query's rows, as the superuser.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql)
    {
        await using var session = new NpgsqlConnection(Log.Connection);
        await session.OpenAsync();
#pragma warning disable CA2100 // Texts of tests.
        await using var command = new NpgsqlCommand(sql, session);
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<T>();
        while (await reader.ReadAsync()) values.Add(reader.GetFieldValue<T>(0));
        return values;
    }

    public async ValueTask DisposeAsync()
    {
        await Runner.DisposeAsync();
        await Log.DisposeAsync();
    }
}
