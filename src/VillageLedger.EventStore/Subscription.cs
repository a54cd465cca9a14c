using Npgsql;

namespace VillageLedger.EventStore;

/// <summary>Somebody who is told every fact once, in order, and writes what follows from it in the same transaction as its progress.</summary>
public interface ISubscriber
{
    /// <summary>Its name with its version: <c>income_1</c>. A change of what it writes is a new version beside the old.</summary>
    string Name { get; }

    /// <summary>Takes facts in position order. The transaction of <paramref name="session"/> commits with the progress, or nothing of it happened.</summary>
    Task HandleAsync(NpgsqlConnection session, IReadOnlyList<StoredFact> facts, CancellationToken cancellation);

    /// <summary>What it remembers may not be what is stored: another worker moved on, or a transaction failed.</summary>
    void Forget();
}

/// <summary>Thrown when another worker moved a subscription's progress: this one stops and has written nothing.</summary>
public sealed class TakenOverException : Exception
{
    public TakenOverException(string message)
        : base(message)
    {
    }

    public TakenOverException()
    {
    }

    public TakenOverException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>
/// Feeds a subscriber from the log. Its progress moves only from where this worker found it, in the transaction that writes the subscriber's
/// rows, so each fact is applied once even when two workers believe that they are the one.
/// </summary>
public sealed class Subscription : IAsyncDisposable
{
    /// <summary>Before our names in Marten's progress table, so that Marten's own are never touched.</summary>
    public const string ProgressPrefix = "villageledger:";

    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(200);

    private readonly EventLog store;
    private readonly ISubscriber subscriber;
    private readonly NpgsqlDataSource source;
    private readonly bool locked;

    // A report that catches up and the run beside it share what the subscriber remembers: one at a time.
    private readonly SemaphoreSlim turn = new(1, 1);
    private long? expected;
    private long reached;

    /// <param name="locked">False only to show that the fence holds without the lock.</param>
    public Subscription(EventLog store, ISubscriber subscriber, bool locked = true)
    {
        ArgumentNullException.ThrowIfNull(store);
        (this.store, this.subscriber, this.locked) = (store, subscriber, locked);
        source = Roles.Connect(store.Connection, Roles.Projector, maxPoolSize: 2);
    }

    /// <summary>How many facts are handled in one transaction.</summary>
    public int BatchSize { get; init; } = 5_000;

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync().ConfigureAwait(false);
        turn.Dispose();
    }

    /// <summary>How far this worker is known to have brought it, without asking the database; another one may be further.</summary>
    public long Reached => Volatile.Read(ref reached);

    /// <summary>Its rows were made anew by somebody: what this worker knew of their progress is of no use any more.</summary>
    public void Restart() => Volatile.Write(ref reached, 0);

    /// <summary>Brings the subscriber to a position at least; waits for another worker where one is at it, and for facts that are not there yet. Returns where it stands.</summary>
    public async Task<long> CatchUpAsync(long target, CancellationToken cancellation = default)
    {
        Task? news = null;
        while (true)
        {
            if (await TakeTurnAsync(target, cancellation).ConfigureAwait(false) is not var (from, reached)) continue;
            if (reached >= target) return reached;
            if (reached == from && news is not null) await news.ConfigureAwait(false);
            // Asked for before the next look, so that nothing falls between.
            news = reached == from ? store.News.WaitAsync(cancellation) : null;
        }
    }

    /// <summary>Follows the log until cancelled, also over a restart of the server. A fault of the subscriber ends it, since a fact must not be passed over.</summary>
    /// <exception cref="TakenOverException">Another worker is at it.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                var newest = await store.NewestAsync(cancellation).ConfigureAwait(false);
                await CatchUpAsync(newest.Position, cancellation).ConfigureAwait(false);
                var news = store.News.WaitAsync(cancellation);
                if ((await store.NewestAsync(cancellation).ConfigureAwait(false)).Position == newest.Position) await news.ConfigureAwait(false);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested && GroupCommit.IsOutOfReach(fault))
            {
                await Task.Delay(Again, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Null when another worker holds the lock for long: nothing is lost, so the wait goes on.</summary>
    private async Task<(long From, long Reached)?> TakeTurnAsync(long target, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            // Whoever had the turn before may have brought it far enough.
            if (Reached >= target) return (Reached, Reached);
            return await AdvanceAsync(target, cancellation).ConfigureAwait(false);
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return null;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>One transaction: the next facts, what follows from them, and the progress.</summary>
    private async Task<(long From, long Reached)> AdvanceAsync(long target, CancellationToken cancellation)
    {
        await using var session = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var transaction = await session.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        try
        {
            var from = await ProgressAsync(session, cancellation).ConfigureAwait(false);
            if (from >= target) return (from, from);
            if (from != expected) subscriber.Forget();
            var facts = await NextAsync(session, from, cancellation).ConfigureAwait(false);
            if (facts.Count == 0) return (from, from);
            await subscriber.HandleAsync(session, facts, cancellation).ConfigureAwait(false);
            await MoveAsync(session, from, facts[^1].Position, cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            expected = facts[^1].Position;
            Volatile.Write(ref reached, facts[^1].Position);
            return (from, facts[^1].Position);
        }
        catch
        {
            expected = null;
            subscriber.Forget();
            throw;
        }
    }

    private async Task<long> ProgressAsync(NpgsqlConnection session, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(session);
        if (locked)
        {
            // The server's answer that it waits keeps the statement below its time-out, however long another worker is at it.
            batch.BatchCommands.Add(new("set local lock_timeout = '2s'"));
            // Rows and progress are of one transaction: if a crash takes the last ones, both are made again.
            batch.BatchCommands.Add(new("set local synchronous_commit = off"));
            batch.BatchCommands.Add(new("select pg_advisory_xact_lock(hashtextextended($1, 0))") { Parameters = { new() { Value = ProgressName } } });
            batch.BatchCommands.Add(new("set local lock_timeout to default"));
        }

        batch.BatchCommands.Add(new("select last_seq_id from ledger.mt_event_progression where name = $1") { Parameters = { new() { Value = ProgressName } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        // Statements that return no rows are no results; the lock is one.
        if (locked) await reader.NextResultAsync(cancellation).ConfigureAwait(false);
        return await reader.ReadAsync(cancellation).ConfigureAwait(false) ? reader.GetInt64(0) : 0;
    }

    private async Task<IReadOnlyList<StoredFact>> NextAsync(NpgsqlConnection session, long from, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select seq_id, stream_id, version, type, timestamp, data from ledger.mt_events where seq_id > $1 order by seq_id limit $2", session)
        {
            Parameters = { new() { Value = from }, new() { Value = BatchSize } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var facts = new List<StoredFact>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) facts.Add(EventLog.FactOf(reader));
        return facts;
    }

    private async Task MoveAsync(NpgsqlConnection session, long from, long to, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            from == 0
                ? """
                  insert into ledger.mt_event_progression (name, last_seq_id, last_updated) values ($1, $3, clock_timestamp())
                  on conflict (name) do update set last_seq_id = excluded.last_seq_id, last_updated = excluded.last_updated where mt_event_progression.last_seq_id = $2
                  """
                : "update ledger.mt_event_progression set last_seq_id = $3, last_updated = clock_timestamp() where name = $1 and last_seq_id = $2",
            session)
        {
            Parameters = { new() { Value = ProgressName }, new() { Value = from }, new() { Value = to } },
        };
        if (await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false) == 0)
            throw new TakenOverException($"Another worker moved {subscriber.Name} on from position {from}.");
    }

    private string ProgressName => ProgressPrefix + subscriber.Name;
}
