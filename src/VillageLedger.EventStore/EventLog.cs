using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Npgsql;
using NpgsqlTypes;

namespace VillageLedger.EventStore;

/// <summary>
/// One ordered, append-only log in one PostgreSQL database, in Marten's tables. Positions are dense and in commit order, so a reader of
/// "everything after n" misses nothing. It knows no village: facts are names and JSON.
/// </summary>
public sealed class EventLog : IAsyncDisposable
{
    private const string FactColumns = "seq_id, stream_id, version, type, timestamp, data";

    private readonly StoreOptions options;
    private readonly NpgsqlDataSource writers;
    private readonly NpgsqlDataSource readers;
    private readonly byte[] requestKey;
    private readonly GroupCommit writer;
    private int disposed;

    private EventLog(StoreOptions options, NpgsqlDataSource writers, NpgsqlDataSource readers, byte[] requestKey)
    {
        (this.options, this.writers, this.readers, this.requestKey) = (options, writers, readers, requestKey);
        News = new(Connection);
        writer = new(writers, options.RecoverFor, News.Tell);
    }

    /// <summary>Name and version of the program that this log is opened by.</summary>
    public string Program => options.Program;

    /// <summary>The connection string that this log was opened with.</summary>
    public string Connection => options.Connection;

    /// <summary>Decisions on one stream, one at a time within this process.</summary>
    public StreamGates Gates { get; } = new();

    /// <summary>Tells when something was appended, by this process or another.</summary>
    public LogNews News { get; }

    /// <summary>Opens the log of a database and brings its tables up to date.</summary>
    /// <exception cref="NewerDatabaseException">The database was made by a newer program.</exception>
    /// <exception cref="MissingRightsException">The login may not do what a ledger needs.</exception>
    public static async Task<EventLog> OpenAsync(StoreOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        await LogSchema.UpgradeAsync(options.Connection, options.County, cancellation).ConfigureAwait(false);
        var writers = Roles.Connect(options.Connection, Roles.Writer);
        try
        {
            await using var key = writers.CreateCommand("select key from ledger.request_key");
            var requestKey = (byte[])(await key.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;
            return new(options, writers, Roles.Connect(options.Connection, Roles.Reader), requestKey);
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            await writers.DisposeAsync().ConfigureAwait(false);
            throw new MissingRightsException(new NpgsqlConnectionStringBuilder(options.Connection).Username ?? "", fault);
        }
        catch
        {
            await writers.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Closes the log. Appends that wait get their outcome first.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1) return;
        await writer.DisposeAsync().ConfigureAwait(false);
        await News.DisposeAsync().ConfigureAwait(false);
        await writers.DisposeAsync().ConfigureAwait(false);
        await readers.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Stores facts, all or none, durably. Every written stream's version must be expected. The outcome is this append's own, whatever else is committed with it.
    /// </summary>
    /// <exception cref="ArgumentException">Data that no caller should hand in: see <see cref="FactData"/>.</exception>
    /// <exception cref="OutcomeUnknownException">The connection was lost at the commit and the database stayed out of reach: it may be stored.</exception>
    /// <exception cref="NpgsqlException">The database refused it, or stayed out of reach before anything was sent: it is not stored.</exception>
    public Task<AppendResult> AppendAsync(Append append)
    {
        ArgumentNullException.ThrowIfNull(append);
        if (append.Facts.Count == 0 || append.Requests.Count == 0) throw new ArgumentException("An append needs facts and a request.", nameof(append));
        if (append.Facts.Count > Limits.AppendFacts) return Task.FromResult<AppendResult>(new AppendResult.TooLarge("facts", append.Facts.Count, Limits.AppendFacts));
        CheckRequests(append);
        var headers = new List<string>(append.Facts.Count);
        var bytes = append.Requests.Sum(request => (long)(request.Result?.Length ?? 0));
        foreach (var fact in append.Facts)
        {
            if (fact.Data.Length > Limits.FactBytes) return Task.FromResult<AppendResult>(new AppendResult.TooLarge("fact", fact.Data.Length, Limits.FactBytes));
            if (FactData.FaultOf(fact.Data.Span) is { } fault) throw new ArgumentException($"The data of a {fact.Type} hold {fault}.", nameof(append));
            if (!append.Expected.ContainsKey(fact.Stream)) throw new ArgumentException($"No version is expected of stream {fact.Stream}.", nameof(append));
            CheckTexts(fact.Stream, fact.Type, fact.RequestId, fact.By, fact.DotnetType);
            headers.Add(HeadersOf(fact));
            bytes += fact.Data.Length + headers[^1].Length;
        }

        if (bytes > Limits.AppendBytes) return Task.FromResult<AppendResult>(new AppendResult.TooLarge("append", bytes, Limits.AppendBytes));
        return writer.SubmitAsync(new(append, [.. append.Requests.Select(request => HMACSHA256.HashData(requestKey, request.Content.Span))], headers, bytes));
    }

    private static void CheckRequests(Append append)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var request in append.Requests)
        {
            CheckTexts(request.Id, request.By, request.Stream, request.Result);
            if (append.Requests.Count > 1 && !ids.Add(request.Id)) throw new ArgumentException($"Request {request.Id} stands twice in an append.", nameof(append));
            if (request.FirstFact < 0 || request.LastFact < request.FirstFact || request.LastFact >= append.Facts.Count)
                throw new ArgumentException($"Request {request.Id} has facts {request.FirstFact} to {request.LastFact} of {append.Facts.Count}.", nameof(append));
        }

        foreach (var stream in append.Expected.Keys) CheckTexts(stream);
    }

    /// <summary>What the database or its driver would refuse only after it was sent, with the appends of others.</summary>
    private static void CheckTexts(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
            if (text is not null && FactData.FaultOfText(text) is { } fault) throw new ArgumentException($"A name or id holds {fault}.");
    }

    /// <summary>Facts of streams after known versions, in stream and version order: one round trip for all.</summary>
    public Task<IReadOnlyList<StoredFact>> ReadStreamsAsync(IReadOnlyCollection<KeyValuePair<string, long>> after, CancellationToken cancellation = default) =>
        ReadStreamsAsync(after, long.MaxValue, [], cancellation);

    /// <summary>The same as known at a position, without facts of some types.</summary>
    public async Task<IReadOnlyList<StoredFact>> ReadStreamsAsync(
        IReadOnlyCollection<KeyValuePair<string, long>> after, long toPosition, IReadOnlyCollection<string> without, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(without);
        await using var command = readers.CreateCommand(
            $"""
            select {FactColumns} from unnest($1, $2) as s(id, after)
            join ledger.mt_events e on e.stream_id = s.id and e.version > s.after and e.seq_id <= $3 and e.type <> all($4)
            order by stream_id collate "C", version
            """);
        command.Parameters.Add(new() { Value = after.Select(pair => pair.Key).ToArray() });
        command.Parameters.Add(new() { Value = after.Select(pair => pair.Value).ToArray() });
        command.Parameters.Add(new() { Value = toPosition });
        command.Parameters.Add(new() { Value = without.ToArray() });
        return await ListAsync(command, cancellation).ConfigureAwait(false);
    }

    /// <summary>Facts of a type in some streams whose data have a field, as known at a position, in order: found by the database, the others are not sent.</summary>
    public async Task<IReadOnlyList<StoredFact>> ReadHoldingAsync(IReadOnlyCollection<string> streams, string type, string field, long toPosition, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(streams);
        await using var command = readers.CreateCommand(
            $"select {FactColumns} from unnest($1) as s(id) join ledger.mt_events e on e.stream_id = s.id and e.type = $2 and e.data ? $3 and e.seq_id <= $4 order by seq_id");
        foreach (var parameter in (object[])[streams.ToArray(), type, field, toPosition]) command.Parameters.Add(new() { Value = parameter });
        return await ListAsync(command, cancellation).ConfigureAwait(false);
    }

    /// <summary>Facts of some types in some streams as known at a position, in order.</summary>
    public async Task<IReadOnlyList<StoredFact>> ReadOfTypesAsync(IReadOnlyCollection<string> streams, IReadOnlyCollection<string> types, long toPosition, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(streams);
        await using var command = readers.CreateCommand(
            $"select {FactColumns} from unnest($1) as s(id) join ledger.mt_events e on e.stream_id = s.id and e.type = any($2) and e.seq_id <= $3 order by seq_id");
        foreach (var parameter in (object[])[streams.ToArray(), types.ToArray(), toPosition]) command.Parameters.Add(new() { Value = parameter });
        return await ListAsync(command, cancellation).ConfigureAwait(false);
    }

    /// <summary>Whether a fact of one of some types lies after a position and up to another one.</summary>
    public async Task<bool> HasTypeAsync(IReadOnlyCollection<string> types, long after, long upTo, CancellationToken cancellation = default)
    {
        await using var command = readers.CreateCommand("select exists (select from ledger.mt_events where seq_id > $1 and seq_id <= $2 and type = any($3))");
        foreach (var parameter in (object[])[after, upTo, types.ToArray()]) command.Parameters.Add(new() { Value = parameter });
        return await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is true;
    }

    /// <summary>The facts of one stream, to a version or as known at a position.</summary>
    public async Task<IReadOnlyList<StoredFact>> ReadStreamAsync(string stream, long? toVersion = null, long? toPosition = null, CancellationToken cancellation = default)
    {
        await using var command = readers.CreateCommand($"select {FactColumns}, headers from ledger.mt_events where stream_id = $1 and version <= $2 and seq_id <= $3 order by version");
        command.Parameters.Add(new() { Value = stream });
        command.Parameters.Add(new() { Value = toVersion ?? long.MaxValue });
        command.Parameters.Add(new() { Value = toPosition ?? long.MaxValue });
        return await ListAsync(command, cancellation).ConfigureAwait(false);
    }

    /// <summary>The facts at some positions, in order; positions that hold none are passed over.</summary>
    public Task<IReadOnlyList<StoredFact>> ReadAtAsync(IReadOnlyCollection<long> positions, CancellationToken cancellation = default) => ReadAtAsync(positions, withHeaders: false, cancellation);

    /// <summary>The facts at some positions, in order, with their headers where these are wanted.</summary>
    public async Task<IReadOnlyList<StoredFact>> ReadAtAsync(IReadOnlyCollection<long> positions, bool withHeaders, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(positions);
        if (positions.Count == 0) return [];
        await using var command = readers.CreateCommand($"select {FactColumns}{(withHeaders ? ", headers" : "")} from ledger.mt_events where seq_id = any($1) order by seq_id");
        command.Parameters.Add(new() { Value = positions.ToArray() });
        return await ListAsync(command, cancellation).ConfigureAwait(false);
    }

    /// <summary>All facts after a position, in order; data only, without headers.</summary>
    public async IAsyncEnumerable<StoredFact> ReadAllAsync(long after, long upTo = long.MaxValue, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var connection = await readers.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var command = new NpgsqlCommand($"select {FactColumns} from ledger.mt_events where seq_id > $1 and seq_id <= $2 order by seq_id", connection)
        {
            Parameters = { new() { Value = after }, new() { Value = upTo } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) yield return FactOf(reader);
    }

    /// <summary>The streams that begin with one of some texts and were there at a position, in order.</summary>
    public async Task<IReadOnlyList<string>> StreamsWithAsync(IReadOnlyCollection<string> beginnings, long position, CancellationToken cancellation = default)
    {
        await using var command = readers.CreateCommand(
            """
            select s.id from ledger.mt_streams s join ledger.mt_events e on e.stream_id = s.id and e.version = 1 and e.seq_id <= $2
            where exists (select from unnest($1) as b(beginning) where starts_with(s.id, b.beginning)) order by s.id collate "C"
            """);
        command.Parameters.Add(new() { Value = beginnings.ToArray() });
        command.Parameters.Add(new() { Value = position });
        return await TextsAsync(command, cancellation).ConfigureAwait(false);
    }

    /// <summary>What of the data of some streams meets a regular expression with one group, each once, in order, as known at a position.</summary>
    public async Task<IReadOnlyList<string>> TextsInAsync(IReadOnlyCollection<string> streams, string expression, long position, CancellationToken cancellation = default)
    {
        await using var command = readers.CreateCommand(
            """
            select distinct m.found[1] collate "C" as text from ledger.mt_events e cross join lateral regexp_matches(e.data::text, $2, 'g') as m(found)
            where e.stream_id = any($1) and e.seq_id <= $3 order by text
            """);
        command.CommandTimeout = 0;
        foreach (var value in (object[])[streams.ToArray(), expression, position]) command.Parameters.Add(new() { Value = value });
        return await TextsAsync(command, cancellation).ConfigureAwait(false);
    }

    /// <summary>Those of some streams whose data hold a text as a whole JSON string, as known at a position, in order.</summary>
    public async Task<IReadOnlyList<string>> StreamsNamingAsync(IReadOnlyCollection<string> streams, string text, long position, CancellationToken cancellation = default)
    {
        await using var command = readers.CreateCommand(
            """
            select distinct e.stream_id collate "C" as stream from ledger.mt_events e where e.stream_id = any($1) and position('"' || $2 || '"' in e.data::text) > 0 and e.seq_id <= $3 order by stream
            """);
        command.CommandTimeout = 0;
        foreach (var value in (object[])[streams.ToArray(), text, position]) command.Parameters.Add(new() { Value = value });
        return await TextsAsync(command, cancellation).ConfigureAwait(false);
    }

    /// <summary>Those of some streams that hold a fact of some types whose data as text meet one of some patterns (<c>%…%</c>, letters of any case), as known at a position; the newest first.</summary>
    public async Task<IReadOnlyList<string>> StreamsHoldingAsync(
        IReadOnlyCollection<string> streams, IReadOnlyCollection<string> types, IReadOnlyCollection<string> patterns, long position, CancellationToken cancellation = default)
    {
        await using var command = readers.CreateCommand(
            """
            select e.stream_id from ledger.mt_events e where e.stream_id = any($1) and e.type = any($2) and e.data::text ilike any ($3) and e.seq_id <= $4
            group by e.stream_id order by max(e.seq_id) desc
            """);
        foreach (var value in (object[])[streams.ToArray(), types.ToArray(), patterns.ToArray(), position]) command.Parameters.Add(new() { Value = value });
        return await TextsAsync(command, cancellation).ConfigureAwait(false);
    }

    /// <summary>Whether a fact of a stream has data that hold some JSON: <c>{"voucher":"v-1"}</c>.</summary>
    public async Task<bool> HoldsAsync(string stream, string json, CancellationToken cancellation = default)
    {
        await using var command = readers.CreateCommand("select exists (select from ledger.mt_events where stream_id = $1 and data @> $2)");
        command.Parameters.Add(new() { Value = stream });
        command.Parameters.Add(new() { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb });
        return await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is true;
    }

    /// <summary>The facts of some streams up to a position, in the log's order, one after the other and with their headers.</summary>
    public async IAsyncEnumerable<StoredFact> ReadInOrderAsync(IReadOnlyCollection<string> streams, long upTo, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var connection = await readers.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var command = new NpgsqlCommand($"select {FactColumns}, headers from ledger.mt_events where stream_id = any($1) and seq_id <= $2 order by seq_id", connection)
        {
            Parameters = { new() { Value = streams.ToArray() }, new() { Value = upTo } },
            CommandTimeout = 0,
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) yield return FactOf(reader);
    }

    /// <summary>A request that was carried out, or null.</summary>
    public async Task<StoredRequest?> FindRequestAsync(string id, CancellationToken cancellation = default) =>
        (await FindRequestsAsync([id], cancellation).ConfigureAwait(false)).SingleOrDefault();

    /// <summary>Those of some requests that were carried out.</summary>
    public async Task<IReadOnlyList<StoredRequest>> FindRequestsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation = default)
    {
        await using var command = readers.CreateCommand("select id, content, by, first_position, last_position, append_end, stream, result from ledger.request where id = any($1)");
        command.Parameters.Add(new() { Value = ids.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var found = new List<StoredRequest>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) found.Add(WriterSession.StoredRequestOf(reader));
        return found;
    }

    /// <summary>Whether a request's id was used before, and for the same content: null when never.</summary>
    public async Task<(StoredRequest Request, bool SameContent)?> RecogniseAsync(string id, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        await using var command = readers.CreateCommand("select id, content, by, first_position, last_position, append_end, stream, result from ledger.request where id = $1");
        command.Parameters.Add(new() { Value = id });
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellation).ConfigureAwait(false)) return null;
        return (WriterSession.StoredRequestOf(reader), reader.GetFieldValue<byte[]>(1).AsSpan().SequenceEqual(HMACSHA256.HashData(requestKey, content.Span)));
    }

    /// <summary>The log's newest moment.</summary>
    public Task<LogMoment> NewestAsync(CancellationToken cancellation = default) =>
        MomentAsync("select seq_id, timestamp from ledger.mt_events order by seq_id desc limit 1", null, cancellation);

    /// <summary>The moment at a position from 0 up to the newest; null elsewhere. A position that a foreign writer left out is the moment before it.</summary>
    public async Task<LogMoment?> AtPositionAsync(long position, CancellationToken cancellation = default)
    {
        if (position < 0 || position > (await NewestAsync(cancellation).ConfigureAwait(false)).Position) return null;
        var moment = await MomentAsync("select seq_id, timestamp from ledger.mt_events where seq_id <= $1 order by seq_id desc limit 1", position, cancellation).ConfigureAwait(false);
        return moment with { Position = position };
    }

    /// <summary>What the log held at the end of an instant. All facts of an append carry one time, so this is an append's end. Binary search over positions.</summary>
    public async Task<LogMoment> AsOfAsync(DateTimeOffset instant, CancellationToken cancellation = default)
    {
        var newest = await NewestAsync(cancellation).ConfigureAwait(false);
        if (newest.Position == 0 || newest.RecordedAt <= instant) return newest;
        long low = 0, high = newest.Position;
        var found = new LogMoment(0, null);
        while (low < high)
        {
            var middle = low + (high - low) / 2 + 1;
            var at = await MomentAsync("select seq_id, timestamp from ledger.mt_events where seq_id <= $1 order by seq_id desc limit 1", middle, cancellation).ConfigureAwait(false);
            if (at.RecordedAt is null || at.RecordedAt <= instant) (low, found) = (middle, at.RecordedAt is null ? found : at);
            else high = middle - 1;
        }

        return found;
    }

    /// <summary>Where the append that holds a position ends; the position itself where that is not known (a foreign writer's fact).</summary>
    public async Task<long> AppendEndAsync(long position, CancellationToken cancellation = default)
    {
        await using var command = readers.CreateCommand(
            "select r.append_end from ledger.mt_events e join ledger.request r on r.id = e.headers ->> 'requestId' where e.seq_id = $1");
        command.Parameters.Add(new() { Value = position });
        return await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is long end ? end : position;
    }

    public async Task<Identity> IdentityAsync(CancellationToken cancellation = default)
    {
        await using var command = readers.CreateCommand("select origin, county from ledger.identity");
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await reader.ReadAsync(cancellation).ConfigureAwait(false);
        return new(reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetString(1));
    }

    private string HeadersOf(NewFact fact) =>
        $$"""{"requestId":"{{Escaped(fact.RequestId)}}","by":"{{Escaped(fact.By)}}","program":"{{Escaped(options.Program)}}"}""";

    private static string Escaped(string text) => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);

    private async Task<LogMoment> MomentAsync(string sql, long? position, CancellationToken cancellation)
    {
        await using var command = readers.CreateCommand(sql);
        if (position is { } given) command.Parameters.Add(new() { Value = given });
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        return await reader.ReadAsync(cancellation).ConfigureAwait(false) ? new(reader.GetInt64(0), reader.GetFieldValue<DateTime>(1)) : new(0, null);
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) texts.Add(reader.GetString(0));
        return texts;
    }

    private static async Task<IReadOnlyList<StoredFact>> ListAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var facts = new List<StoredFact>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) facts.Add(FactOf(reader));
        return facts;
    }

    internal static StoredFact FactOf(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), reader.GetString(3), reader.GetFieldValue<DateTime>(4), reader.GetFieldValue<byte[]>(5),
        reader.FieldCount > 6 && !reader.IsDBNull(6) ? reader.GetFieldValue<byte[]>(6) : default);
}
