using System.Globalization;
using System.Threading.Channels;
using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Cli;

/// <summary>
/// Writes facts straight into the tables of the log of a database that nobody else uses, millions of them: by COPY, with constraints and indexes made after. What stands there is as appends would
/// have left it, with a request for each append.
/// </summary>
internal sealed class BulkLog : IAsyncDisposable
{
    private const int RowsPerBlock = 30_000;
    private const int Writers = 2;

    private readonly string connection;
    private readonly Channel<(string Table, CopyRows Rows)> blocks = Channel.CreateBounded<(string, CopyRows)>(2);
    private readonly Dictionary<string, long> versions = new(StringComparer.Ordinal);
    private readonly List<Task> writing = [];
    private readonly CancellationTokenSource stop = new();
    private readonly byte[] content = new byte[32];
    private CopyRows facts = NewFacts();
    private CopyRows requests = NewRequests();
    private DateTime now;
    private long first;

    private BulkLog(string connection, long position, DateTime now) => (this.connection, Position, this.now) = (connection, position, now);

    public long Position { get; private set; }

    public static async Task<BulkLog> OpenAsync(string connection, LogMoment newest)
    {
        var log = new BulkLog(connection, newest.Position, newest.RecordedAt!.Value.UtcDateTime);
        await log.ExecuteAsync(
            """
            alter table ledger.mt_events drop constraint fkey_mt_events_stream_id;
            alter table ledger.mt_events drop constraint pkey_mt_events_seq_id;
            drop index ledger.pk_mt_events_stream_and_version;
            alter table ledger.request drop constraint request_pkey
            """).ConfigureAwait(false);
        for (var i = 0; i < Writers; i++) log.writing.Add(log.WriteAsync());
        return log;
    }

    public void Begin()
    {
        first = Position + 1;
        now = now.AddTicks(10);
    }

    /// <summary>Adds a fact to the append that was begun.</summary>
    public void Add(string stream, Fact fact, string request)
    {
        Position++;
        facts.Row().Whole(Position).Id(Guid.CreateVersion7()).Text(stream).Whole(versions[stream] = versions.GetValueOrDefault(stream) + 1)
            .Json(FactTypes.Write(fact)).Text(FactTypes.NameOf(fact)).Time(now).Json(System.Text.Encoding.UTF8.GetBytes($$"""{"by":"a","program":"bench","requestId":"{{request}}"}"""));
    }

    public async Task EndAsync(string request, string stream)
    {
        Random.Shared.NextBytes(content);
        requests.Row().Text(request).Bytes(content).Text("a").Whole(first).Whole(Position).Whole(Position).Text(stream);
        if (facts.Rows < RowsPerBlock) return;
        await HandOverAsync().ConfigureAwait(false);
    }

    /// <summary>Writes what is left, then the streams, and puts back the constraints.</summary>
    public async Task FinishAsync(Action<string> progress)
    {
        await HandOverAsync().ConfigureAwait(false);
        blocks.Writer.Complete();
        await Task.WhenAll(writing).ConfigureAwait(false);
        progress("indexes …");
        var streams = new CopyRows(4);
        foreach (var (stream, version) in versions) streams.Row().Text(stream).Text("book").Whole(version).Time(now);
        await using (var session = await SessionAsync().ConfigureAwait(false)) await streams.WriteAsync(session, "ledger.mt_streams (id, type, version, timestamp)", CancellationToken.None).ConfigureAwait(false);
        await Task.WhenAll(
            ExecuteAsync("alter table ledger.request add primary key (id)"),
            ExecuteAsync(
                """
                alter table ledger.mt_events add constraint pkey_mt_events_seq_id primary key (seq_id);
                create unique index pk_mt_events_stream_and_version on ledger.mt_events (stream_id, version);
                alter table ledger.mt_events add constraint fkey_mt_events_stream_id foreign key (stream_id) references ledger.mt_streams (id) on delete cascade
                """)).ConfigureAwait(false);
        await ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"select setval('ledger.mt_events_sequence', {Position})")).ConfigureAwait(false);
        await ExecuteAsync("vacuum analyze ledger.mt_events; ").ConfigureAwait(false);
        await ExecuteAsync("analyze ledger.mt_streams; analyze ledger.request; checkpoint").ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        blocks.Writer.TryComplete();
        await Task.WhenAll(writing).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
        stop.Dispose();
    }

    private async Task HandOverAsync()
    {
        foreach (var failed in writing.Where(one => one.IsFaulted)) await failed.ConfigureAwait(false);
        await blocks.Writer.WriteAsync(("ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, headers)", facts)).ConfigureAwait(false);
        await blocks.Writer.WriteAsync(("ledger.request (id, content, by, first_position, last_position, append_end, stream)", requests)).ConfigureAwait(false);
        (facts, requests) = (NewFacts(), NewRequests());
    }

    private async Task WriteAsync()
    {
        await using var session = await SessionAsync().ConfigureAwait(false);
        await foreach (var (table, rows) in blocks.Reader.ReadAllAsync(stop.Token).ConfigureAwait(false)) await rows.WriteAsync(session, table, stop.Token).ConfigureAwait(false);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var session = await SessionAsync().ConfigureAwait(false);
#pragma warning disable CA2100 // Texts of the measuring program itself.
        await using var command = new NpgsqlCommand(sql, session);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    private async Task<NpgsqlConnection> SessionAsync()
    {
        var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false, CommandTimeout = 0, Options = "-c synchronous_commit=off -c maintenance_work_mem=512MB" }.ConnectionString);
        await session.OpenAsync().ConfigureAwait(false);
        return session;
    }

    private static CopyRows NewFacts() => new(8);

    private static CopyRows NewRequests() => new(7);
}
