using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>The projections of a ledger: made where they are missing, brought up to date before they are read, rebuilt and compared.</summary>
public sealed class ReadModels : IAsyncDisposable
{
    private readonly EventLog log;
    private readonly IReadOnlyList<(Projection Projection, Subscription Subscription)> all;
    private readonly NpgsqlDataSource readers;
    private readonly bool isView;

    public ReadModels(EventLog log)
    {
        this.log = log;
        readers = Roles.Connect(log.Connection, Roles.Reader);
        all = [.. NewProjections().Select(projection => (projection, new Subscription(log, new Subscriber(projection))))];
    }

    private ReadModels(ReadModels other)
    {
        (log, readers, all) = (other.log, other.readers, other.all);
        (isView, IsRestated) = (true, true);
    }

    /// <summary>Whether sums have corrections in the month they concern, rather than where the books have them.</summary>
    public bool IsRestated { get; }

    /// <summary>The same read models, giving sums with corrections in the month they concern. Nothing of its own to dispose of.</summary>
    public ReadModels AsRestated() => IsRestated ? this : new(this);

    /// <summary>Every projection there is, with nothing in memory.</summary>
    public static IReadOnlyList<Projection> NewProjections() => [new BooksProjection(), new IncomeProjection(), new VenturesProjection(), new CompaniesProjection(), new HoldingsProjection(), new DividendsProjection(), new PlacesProjection(), new RestatedProjection()];

    internal NpgsqlDataSource Readers => readers;

    internal EventLog Log => log;

    public async ValueTask DisposeAsync()
    {
        if (isView) return;
        foreach (var (_, subscription) in all) await subscription.DisposeAsync().ConfigureAwait(false);
        await readers.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Brings a projection to a position at least, here and now where no worker does.</summary>
    public async Task CatchUpAsync(string name, long position, CancellationToken cancellation = default)
    {
        var (projection, subscription) = all.Single(pair => pair.Projection.Name == name);
        if (await ProgressAsync(name, cancellation).ConfigureAwait(false) is not { } reached) await ProjectionSchema.MakeAsync(log.Connection, projection, cancellation).ConfigureAwait(false);
        else if (reached >= position) return;
        await subscription.CatchUpAsync(position, cancellation).ConfigureAwait(false);
    }

    /// <summary>Brings all projections to a position at least.</summary>
    public async Task CatchUpAsync(long position, CancellationToken cancellation = default)
    {
        foreach (var (projection, _) in all) await CatchUpAsync(projection.Name, position, cancellation).ConfigureAwait(false);
    }

    /// <summary>Follows the log with all projections until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var (projection, _) in all) await ProjectionSchema.MakeAsync(log.Connection, projection, cancellation).ConfigureAwait(false);
        await Task.WhenAll(all.Select(pair => pair.Subscription.RunAsync(cancellation))).ConfigureAwait(false);
    }

    /// <summary>Where a projection stands; null when its tables are not made.</summary>
    private async Task<long?> ProgressAsync(string name, CancellationToken cancellation)
    {
        await using var command = readers.CreateCommand(
            "select coalesce((select last_seq_id from ledger.mt_event_progression where name = $2), 0) where to_regnamespace($1) is not null");
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = Subscription.ProgressPrefix + name });
        return await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false) as long?;
    }

    private sealed class Subscriber(Projection projection) : ISubscriber
    {
        private readonly RowBuffers rows = new();

        public string Name => projection.Name;

        public async Task HandleAsync(NpgsqlConnection session, IReadOnlyList<StoredFact> facts, CancellationToken cancellation)
        {
            await projection.FoldAsync(session, [.. facts.Select(FactReader.Read)], rows, projection.Name, cancellation).ConfigureAwait(false);
            await rows.WriteAsync(session, projection.Name, cancellation).ConfigureAwait(false);
        }

        public void Forget()
        {
            projection.Forget(empty: false);
            rows.Clear();
        }
    }
}
