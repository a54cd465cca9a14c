using Npgsql;

namespace VillageLedger.EventStore.Tests.Subscriptions;

/// <summary>Counts in a table of its own how often each fact was applied, and remembers what it applied, as a projection with a cache does.</summary>
internal sealed class CountingSubscriber : ISubscriber, IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private long remembered = -1;
    private int handling;

    private CountingSubscriber(NpgsqlDataSource source) => this.source = source;

    public string Name => "counter_1";

    /// <summary>What goes wrong, before (true) or after its rows are written.</summary>
    public Action<bool>? Trouble { get; set; }

    public static async Task<CountingSubscriber> MakeAsync(string connection)
    {
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Pooling = false });
        await using var command = source.CreateCommand(
            """
            create table if not exists ledger.counted (position bigint not null, times int not null);
            grant select, insert on ledger.counted to ledger_projector
            """);
        await command.ExecuteNonQueryAsync();
        return new(source);
    }

    /// <summary>Somebody called it while it was at work: what it remembers is worth nothing.</summary>
    public bool WasDisturbed { get; private set; }

    public async Task HandleAsync(NpgsqlConnection session, IReadOnlyList<StoredFact> facts, CancellationToken cancellation)
    {
        WasDisturbed |= Interlocked.Increment(ref handling) != 1;
        try
        {
            await ApplyAsync(session, facts, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref handling);
        }
    }

    private async Task ApplyAsync(NpgsqlConnection session, IReadOnlyList<StoredFact> facts, CancellationToken cancellation)
    {
        // What it remembers must be what is stored: facts follow on each other, or it was told to forget.
        if (remembered >= 0 && facts[0].Position != remembered + 1) throw new InvalidOperationException($"{facts[0].Position} after {remembered}");
        Trouble?.Invoke(true);
        await using var command = new NpgsqlCommand("insert into ledger.counted select position, 1 from unnest($1) as f(position)", session)
        {
            Parameters = { new() { Value = facts.Select(fact => fact.Position).ToArray() } },
        };
        await command.ExecuteNonQueryAsync(cancellation);
        Trouble?.Invoke(false);
        remembered = facts[^1].Position;
    }

    public void Forget()
    {
        WasDisturbed |= handling != 0;
        remembered = -1;
    }

    public async Task<long> CountAsync()
    {
        await using var command = source.CreateCommand("select count(*) from ledger.counted");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Waits until as many facts were applied.</summary>
    public async Task ReachedAsync(long facts)
    {
        for (var tries = 0; await CountAsync() < facts; tries++)
        {
            tries.ShouldBeLessThan(600, "the subscriber did not arrive");
            await Task.Delay(50);
        }
    }

    /// <summary>Facts of the log that were not applied exactly once.</summary>
    public async Task<IReadOnlyList<long>> WrongAsync()
    {
        await using var command = source.CreateCommand(
            """
            select coalesce(e.seq_id, c.position) from ledger.mt_events e
            full join (select position, sum(times) as times from ledger.counted group by 1) as c on c.position = e.seq_id
            where c.times is distinct from 1 or e.seq_id is null limit 10
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var wrong = new List<long>();
        while (await reader.ReadAsync()) wrong.Add(reader.GetInt64(0));
        return wrong;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
