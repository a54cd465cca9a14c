using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>The projections of a ledger: made where they are missing, brought up to date before they are read, rebuilt and compared.</summary>
public sealed class ReadModels : IAsyncDisposable
{
    private readonly EventLog log;
    private readonly IReadOnlyList<(Projection Projection, Subscription Subscription)> all;
    private readonly NpgsqlDataSource source;
    private readonly Readers readers;
    private readonly bool isView;
    private readonly Func<IReadOnlyList<Projection>> make;

    /// <param name="projections">Those of another program, with nothing in memory; null: this one's.</param>
    public ReadModels(EventLog log, Func<IReadOnlyList<Projection>>? projections = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        this.log = log;
        make = projections ?? NewProjections;
        source = Roles.Connect(log.Connection, Roles.Reader);
        readers = new(source, null);
        Facts = new(log, readers);
        all = [.. make().Select(projection => (projection, new Subscription(log, new Subscriber(projection))))];
    }

    private ReadModels(ReadModels other, ReadScope? scope, bool isRestated)
    {
        (log, source, all, make, Filling, SmallLog, Folded) = (other.log, other.source, other.all, other.make, other.Filling, other.SmallLog, other.Folded);
        (isView, IsRestated) = (true, isRestated);
        readers = new(source, scope);
        Facts = new(log, readers);
    }

    /// <summary>Whether sums have corrections in the month they concern, rather than where the books have them.</summary>
    public bool IsRestated { get; }

    /// <summary>The same read models, giving sums with corrections in the month they concern. Nothing of its own to dispose of.</summary>
    public ReadModels AsRestated() => IsRestated ? this : new(this, readers.Scope, isRestated: true);

    /// <summary>The same read models, of which the database shows no more than a scope. Nothing of its own to dispose of.</summary>
    public ReadModels Within(ReadScope scope) => new(this, scope, IsRestated);

    /// <summary>Whether no more is read than a scope shows.</summary>
    public bool IsScoped => readers.Scope is not null;

    /// <summary>Every projection there is, with nothing in memory.</summary>
    public static IReadOnlyList<Projection> NewProjections() => [new BooksProjection(), new IncomeProjection(), new VenturesProjection(), new CompaniesProjection(), new HoldingsProjection(), new DividendsProjection(), new PlacesProjection(), new RestatedProjection()];

    /// <summary>Told while missing projections are filled: how far the facts were folded, of how many.</summary>
    public Action<long, long>? Filling { get; set; }

    /// <summary>Up to how many facts the tables of missing projections are made empty and brought up to date by following the log.</summary>
    internal int SmallLog { get; init; } = 5_000;

    internal Readers Readers => readers;

    /// <summary>The log itself, for moments; what facts say is read through <see cref="Facts"/>.</summary>
    internal EventLog Log => log;

    internal FactsSeen Facts { get; }

    /// <summary>States of streams, shared by all reports.</summary>
    internal FoldedStreams Folded { get; } = new();

    /// <summary>The projections once more, with nothing in memory.</summary>
    internal IReadOnlyList<Projection> Fresh() => make();

    public async ValueTask DisposeAsync()
    {
        if (isView) return;
        foreach (var (_, subscription) in all) await subscription.DisposeAsync().ConfigureAwait(false);
        await source.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Brings a projection to a position at least, here and now where no worker does.</summary>
    public async Task CatchUpAsync(string name, long position, CancellationToken cancellation = default)
    {
        var (_, subscription) = all.Single(pair => pair.Projection.Name == name);
        var reached = await ProgressAsync(name, cancellation).ConfigureAwait(false);
        if (reached >= position) return;
        if (reached is null) await FillAsync(cancellation).ConfigureAwait(false);
        if (reached is null or 0) subscription.Restart();
        await subscription.CatchUpAsync(position, cancellation).ConfigureAwait(false);
    }

    /// <summary>Brings all projections to a position at least.</summary>
    public async Task CatchUpAsync(long position, CancellationToken cancellation = default)
    {
        foreach (var (projection, _) in all) await CatchUpAsync(projection.Name, position, cancellation).ConfigureAwait(false);
    }

    /// <summary>Sees to it that the tables there are show viewers their scope only; those made later do from the beginning. A program that serves viewers does this first.</summary>
    public Task SecureAsync(CancellationToken cancellation = default) => ProjectionSchema.SecureAsync(log.Connection, make(), cancellation);

    /// <summary>Fills every projection that the database does not have yet, beside those of older programs; returns the names of those filled here. A program does this before it serves.</summary>
    public Task<IReadOnlyList<string>> FillAsync(CancellationToken cancellation = default) => ProjectionFill.RunAsync(log, make(), SmallLog, Filling, cancellation);

    /// <summary>Drops the versions that only older programs read, once none of these runs any more; returns their names.</summary>
    public Task<IReadOnlyList<string>> DropOldAsync(CancellationToken cancellation = default) => OldProjections.DropAsync(log.Connection, make(), cancellation);

    /// <summary>How far every projection is that this program reads, and every version that only older ones read.</summary>
    public async Task<IReadOnlyList<ProjectionProgress>> ProgressesAsync(CancellationToken cancellation = default)
    {
        await using var command = readers.CreateCommand("select substr(name, $2), last_seq_id, last_updated from ledger.mt_event_progression where starts_with(name, $1)");
        command.Parameters.Add(new() { Value = Subscription.ProgressPrefix });
        command.Parameters.Add(new() { Value = Subscription.ProgressPrefix.Length + 1 });
        var known = new Dictionary<string, (long Position, DateTimeOffset At)>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) known[reader.GetString(0)] = (reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2));
        var read = make().Select(projection => projection.Name).ToList();
        return [.. read.Concat(known.Keys.Except(read)).Order(StringComparer.Ordinal).Select(name => new ProjectionProgress(name, known.TryGetValue(name, out var at) ? at.Position : null, known.TryGetValue(name, out var when) ? when.At : null, read.Contains(name)))];
    }

    /// <summary>Follows the log with all projections until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await FillAsync(cancellation).ConfigureAwait(false);
        await Task.WhenAll(all.Select(pair => pair.Subscription.RunAsync(cancellation))).ConfigureAwait(false);
    }

    /// <summary>Where a projection stands; null when its tables are not made.</summary>
    private async Task<long?> ProgressAsync(string name, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
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
