using Npgsql;
using NpgsqlTypes;

namespace VillageLedger.EventStore;

/// <summary>
/// The writer's connection: two round trips a group. First lock, newest position, stream versions and known requests, each a statement of its
/// own, since a statement that locks and reads sees what stood before the lock. Then everything written, and the commit.
/// </summary>
internal sealed class WriterSession : IDisposable
{
    /// <summary>Whoever assigns positions holds this lock until commit, so that position order is commit order.</summary>
    public const long AppendLock = 0x56_4c_61_70_70_65_6e_64;

    public const string Channel = "ledger";

    /// <summary>
    /// How long the server lets a statement wait for a lock. Waiting is then asked for again: another node may hold the lock for long, and
    /// only the server's own answers tell a long wait from a dead connection, which <see cref="NpgsqlBatch.Timeout"/> ends.
    /// </summary>
    private const string LockWait = "2s";

    private const int TimeoutSeconds = 60;

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlBatch read;
    private readonly Dictionary<(bool Adds, bool Raises), NpgsqlBatch> writes = [];
    private bool sent; // the last group, with its commit

    private WriterSession(NpgsqlConnection connection)
    {
        this.connection = connection;
        read = new NpgsqlBatch(connection)
        {
            Timeout = TimeoutSeconds,
            BatchCommands =
            {
                new("begin isolation level read committed"),
                new($"select pg_advisory_xact_lock({AppendLock})"),
                // One statement: each costs as much again as what it reads. A row without id is the newest position; one without content a stream.
                Command(
                    """
                    select null, newest.seq_id, greatest(newest.timestamp, clock_timestamp()), null::bytea, null, null::bigint, null::bigint, null, null
                    from (values (1)) as one left join lateral (select seq_id, timestamp from ledger.mt_events order by seq_id desc limit 1) as newest on true
                    union all select id, version, null, null, null, null, null, null, null from ledger.mt_streams where id = any($1)
                    union all select id, first_position, null, content, by, last_position, append_end, stream, result::text from ledger.request where id = any($2)
                    """,
                    NpgsqlDbType.Text | NpgsqlDbType.Array, NpgsqlDbType.Text | NpgsqlDbType.Array),
            },
        };
    }

    public bool IsUsable { get; private set; } = true;

    public static WriterSession Open(NpgsqlDataSource source)
    {
        var connection = source.OpenConnection();
        try
        {
            // Done means durable, whatever the database's default is.
            using (var settings = new NpgsqlCommand(
                // Prepared while its tables were small, a plan that reads them whole would stay in use when they have grown.
                $"select set_config('enable_seqscan', 'off', false), set_config('lock_timeout', '{LockWait}', false); select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'", connection))
                settings.ExecuteNonQuery();
            var session = new WriterSession(connection);
            session.read.Prepare();
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Writes a group; each append gets its <see cref="Waiting.Result"/>, which holds once this returns. Returns the newest position written, or 0.</summary>
    public long Write(IReadOnlyList<Waiting> group)
    {
        sent = false;
        var state = LockAndRead(group);
        var rows = new GroupRows(state);
        foreach (var waiting in group) waiting.Result = rows.Add(waiting);
        if (rows.Facts == 0)
        {
            Rollback();
            return 0;
        }

        var write = WriteOf(rows);
        rows.Fill(write);
        sent = true;
        write.ExecuteNonQuery();

        return rows.Newest;
    }

    /// <summary>
    /// Leaves a transaction that failed; where that is impossible, or the session itself may be at fault, the connection is given up. Appends
    /// that may be stored nevertheless remember where.
    /// </summary>
    public void Abandon(Exception fault, IReadOnlyList<Waiting> group)
    {
        // An error at or before the commit means that nothing was stored; only a lost connection leaves that open.
        var isAnswer = fault is PostgresException { InvariantSeverity: "ERROR" };
        if (sent && !isAnswer)
            foreach (var waiting in group) waiting.Tried = waiting.Result as AppendResult.Done;
        // Data, constraints, triggers and a lock's wait are no fault of the session; a plan that went stale is.
        if (isAnswer && fault is PostgresException { SqlState: ['2', '2' or '3', ..] or ['P', '0', ..] or PostgresErrorCodes.LockNotAvailable })
        {
            try
            {
                Rollback();
                return;
            }
#pragma warning disable CA1031 // The connection is given up, whatever happened to it.
            catch (Exception)
#pragma warning restore CA1031
            {
            }
        }

        IsUsable = false;
        Dispose();
    }

    public void Dispose()
    {
        try
        {
            read.Dispose();
            foreach (var write in writes.Values) write.Dispose();
            connection.Dispose();
        }
#pragma warning disable CA1031 // A connection that is being thrown away may fail in any way.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private LogState LockAndRead(IReadOnlyList<Waiting> group)
    {
        read.BatchCommands[2].Parameters[0].Value = group.SelectMany(waiting => waiting.Append.Append.Expected.Keys).Distinct(StringComparer.Ordinal).ToArray();
        read.BatchCommands[2].Parameters[1].Value = group.SelectMany(waiting => waiting.Append.Append.Requests).Select(request => request.Id).Distinct(StringComparer.Ordinal).ToArray();
        var state = new LogState();
        using var reader = read.ExecuteReader();
        reader.NextResult(); // the lock
        while (reader.Read())
        {
            if (reader.IsDBNull(0)) (state.Position, state.Now) = (reader.IsDBNull(1) ? 0 : reader.GetInt64(1), reader.GetFieldValue<DateTime>(2));
            else if (reader.IsDBNull(3)) state.Versions[reader.GetString(0)] = reader.GetInt64(1);
            else state.Requests[reader.GetString(0)] = (reader.GetFieldValue<byte[]>(3), RequestOf(reader));
        }

        return state;
    }

    private static StoredRequest RequestOf(NpgsqlDataReader reader) => new(
        reader.GetString(0), reader.GetString(4), reader.GetInt64(1), reader.GetInt64(5), reader.GetInt64(6),
        reader.IsDBNull(7) ? null : reader.GetString(7), reader.IsDBNull(8) ? null : reader.GetString(8));

    internal static StoredRequest StoredRequestOf(NpgsqlDataReader reader) => new(
        reader.GetString(0), reader.GetString(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5),
        reader.IsDBNull(6) ? null : reader.GetString(6), reader.IsDBNull(7) ? null : reader.GetString(7));

    private void Rollback()
    {
        using var rollback = new NpgsqlCommand("rollback", connection);
        rollback.ExecuteNonQuery();
    }

    /// <summary>What writes rows of a kind: with new streams, with known ones, or both. Prepared when it is first needed.</summary>
    private NpgsqlBatch WriteOf(GroupRows rows)
    {
        var kind = (rows.AddsStreams, rows.RaisesStreams);
        if (writes.TryGetValue(kind, out var known)) return known;
        var write = new NpgsqlBatch(connection) { Timeout = TimeoutSeconds };
        if (kind.AddsStreams)
            write.BatchCommands.Add(Command(
                "insert into ledger.mt_streams (id, type, version, timestamp, created) select id, type, version, $4, $4 from unnest($1, $2, $3) as s(id, type, version)",
                NpgsqlDbType.Text | NpgsqlDbType.Array, NpgsqlDbType.Text | NpgsqlDbType.Array, NpgsqlDbType.Bigint | NpgsqlDbType.Array, NpgsqlDbType.TimestampTz));
        // Under the lock it is known which streams there are: a plain update costs half of an insert on conflict.
        if (kind.RaisesStreams)
            write.BatchCommands.Add(Command(
                "update ledger.mt_streams set version = s.version, timestamp = $3 from unnest($1, $2) as s(id, version) where mt_streams.id = s.id",
                NpgsqlDbType.Text | NpgsqlDbType.Array, NpgsqlDbType.Bigint | NpgsqlDbType.Array, NpgsqlDbType.TimestampTz));
        write.BatchCommands.Add(Command(
            """
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, headers)
            select seq_id, id, stream_id, version, data, type, $8, mt_dotnet_type, headers
            from unnest($1, $2, $3, $4, $5, $6, $7, $9) as e(seq_id, id, stream_id, version, data, type, mt_dotnet_type, headers)
            """,
            NpgsqlDbType.Bigint | NpgsqlDbType.Array, NpgsqlDbType.Uuid | NpgsqlDbType.Array, NpgsqlDbType.Text | NpgsqlDbType.Array, NpgsqlDbType.Bigint | NpgsqlDbType.Array,
            NpgsqlDbType.Jsonb | NpgsqlDbType.Array, NpgsqlDbType.Text | NpgsqlDbType.Array, NpgsqlDbType.Text | NpgsqlDbType.Array, NpgsqlDbType.TimestampTz, NpgsqlDbType.Jsonb | NpgsqlDbType.Array));
        write.BatchCommands.Add(Command(
            """
            insert into ledger.request (id, content, by, first_position, last_position, append_end, stream, result)
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            NpgsqlDbType.Text | NpgsqlDbType.Array, NpgsqlDbType.Bytea | NpgsqlDbType.Array, NpgsqlDbType.Text | NpgsqlDbType.Array, NpgsqlDbType.Bigint | NpgsqlDbType.Array,
            NpgsqlDbType.Bigint | NpgsqlDbType.Array, NpgsqlDbType.Bigint | NpgsqlDbType.Array, NpgsqlDbType.Text | NpgsqlDbType.Array, NpgsqlDbType.Jsonb | NpgsqlDbType.Array));
        write.BatchCommands.Add(Command($"select setval('ledger.mt_events_sequence', $1), pg_notify('{Channel}', $1::text)", NpgsqlDbType.Bigint));
        write.BatchCommands.Add(new("commit"));
        write.Prepare();
        return writes[kind] = write;
    }

    private static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<NpgsqlDbType> types)
    {
#pragma warning disable CA2100 // Constant texts.
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        foreach (var type in types) command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = DBNull.Value });
        return command;
    }
}
