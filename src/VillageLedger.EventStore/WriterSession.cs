using Npgsql;
using NpgsqlTypes;

namespace VillageLedger.EventStore;

/// <summary>
/// The writer's connection: two round trips a group. First lock, newest position, stream versions and known requests, each a statement of its
/// own, since a statement that locks and reads sees what stood before the lock. Then everything written, and the commit.
/// </summary>
internal sealed class WriterSession : IAsyncDisposable
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
    private readonly NpgsqlBatch write;
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
                new(
                    """
                    select newest.seq_id, greatest(newest.timestamp, clock_timestamp())
                    from (values (1)) as one left join lateral (select seq_id, timestamp from ledger.mt_events order by seq_id desc limit 1) as newest on true
                    """),
                Command("select id, version from ledger.mt_streams where id = any($1)", NpgsqlDbType.Text | NpgsqlDbType.Array),
                Command("select id, content, by, first_position, last_position, append_end, stream, result from ledger.request where id = any($1)", NpgsqlDbType.Text | NpgsqlDbType.Array),
            },
        };
        write = new NpgsqlBatch(connection)
        {
            Timeout = TimeoutSeconds,
            BatchCommands =
            {
                Command(
                    """
                    insert into ledger.mt_streams (id, type, version, timestamp, created)
                    select id, type, version, $4, $4 from unnest($1, $2, $3) as s(id, type, version)
                    on conflict (id) do update set version = excluded.version, timestamp = excluded.timestamp
                    """,
                    NpgsqlDbType.Text | NpgsqlDbType.Array, NpgsqlDbType.Text | NpgsqlDbType.Array, NpgsqlDbType.Bigint | NpgsqlDbType.Array, NpgsqlDbType.TimestampTz),
                Command(
                    """
                    insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, headers)
                    select seq_id, id, stream_id, version, data, type, $8, mt_dotnet_type, headers
                    from unnest($1, $2, $3, $4, $5, $6, $7, $9) as e(seq_id, id, stream_id, version, data, type, mt_dotnet_type, headers)
                    """,
                    NpgsqlDbType.Bigint | NpgsqlDbType.Array, NpgsqlDbType.Uuid | NpgsqlDbType.Array, NpgsqlDbType.Text | NpgsqlDbType.Array, NpgsqlDbType.Bigint | NpgsqlDbType.Array,
                    NpgsqlDbType.Jsonb | NpgsqlDbType.Array, NpgsqlDbType.Text | NpgsqlDbType.Array, NpgsqlDbType.Text | NpgsqlDbType.Array, NpgsqlDbType.TimestampTz, NpgsqlDbType.Jsonb | NpgsqlDbType.Array),
                Command(
                    """
                    insert into ledger.request (id, content, by, first_position, last_position, append_end, stream, result)
                    select * from unnest($1, $2, $3, $4, $5, $6, $7, $8)
                    """,
                    NpgsqlDbType.Text | NpgsqlDbType.Array, NpgsqlDbType.Bytea | NpgsqlDbType.Array, NpgsqlDbType.Text | NpgsqlDbType.Array, NpgsqlDbType.Bigint | NpgsqlDbType.Array,
                    NpgsqlDbType.Bigint | NpgsqlDbType.Array, NpgsqlDbType.Bigint | NpgsqlDbType.Array, NpgsqlDbType.Text | NpgsqlDbType.Array, NpgsqlDbType.Jsonb | NpgsqlDbType.Array),
                Command("select setval('ledger.mt_events_sequence', $1)", NpgsqlDbType.Bigint),
                Command($"select pg_notify('{Channel}', $1)", NpgsqlDbType.Text),
                new("commit"),
            },
        };
    }

    public bool IsUsable { get; private set; } = true;

    public static async Task<WriterSession> OpenAsync(NpgsqlDataSource source)
    {
        var connection = await source.OpenConnectionAsync().ConfigureAwait(false);
        try
        {
            // Done means durable, whatever the database's default is.
            await using (var settings = new NpgsqlCommand(
                $"select set_config('lock_timeout', '{LockWait}', false); select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'", connection))
                await settings.ExecuteNonQueryAsync().ConfigureAwait(false);
            var session = new WriterSession(connection);
            await session.read.PrepareAsync().ConfigureAwait(false);
            await session.write.PrepareAsync().ConfigureAwait(false);
            return session;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Writes a group; each append gets its <see cref="Waiting.Result"/>, which holds once this returns. Returns the newest position written, or 0.</summary>
    public async Task<long> WriteAsync(IReadOnlyList<Waiting> group)
    {
        sent = false;
        var state = await LockAndReadAsync(group).ConfigureAwait(false);
        var rows = new GroupRows(state);
        foreach (var waiting in group) waiting.Result = rows.Add(waiting);
        if (rows.Facts == 0)
        {
            await RollbackAsync().ConfigureAwait(false);
            return 0;
        }

        rows.Fill(write);
        sent = true;
        await using (await write.ExecuteReaderAsync().ConfigureAwait(false))
        {
        }

        return rows.Newest;
    }

    /// <summary>
    /// Leaves a transaction that failed; where that is impossible, or the session itself may be at fault, the connection is given up. Appends
    /// that may be stored nevertheless remember where.
    /// </summary>
    public async Task AbandonAsync(Exception fault, IReadOnlyList<Waiting> group)
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
                await RollbackAsync().ConfigureAwait(false);
                return;
            }
#pragma warning disable CA1031 // The connection is given up, whatever happened to it.
            catch (Exception)
#pragma warning restore CA1031
            {
            }
        }

        IsUsable = false;
        await DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await read.DisposeAsync().ConfigureAwait(false);
            await write.DisposeAsync().ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A connection that is being thrown away may fail in any way.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private async Task<LogState> LockAndReadAsync(IReadOnlyList<Waiting> group)
    {
        read.BatchCommands[3].Parameters[0].Value = group.SelectMany(waiting => waiting.Append.Append.Expected.Keys).Distinct(StringComparer.Ordinal).ToArray();
        read.BatchCommands[4].Parameters[0].Value = group.SelectMany(waiting => waiting.Append.Append.Requests).Select(request => request.Id).Distinct(StringComparer.Ordinal).ToArray();
        var state = new LogState();
        await using var reader = await read.ExecuteReaderAsync().ConfigureAwait(false);
        await reader.ReadAsync().ConfigureAwait(false); // the lock
        await reader.NextResultAsync().ConfigureAwait(false);
        await reader.ReadAsync().ConfigureAwait(false);
        state.Position = reader.IsDBNull(0) ? 0 : reader.GetInt64(0);
        state.Now = reader.GetFieldValue<DateTime>(1);
        await reader.NextResultAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false)) state.Versions[reader.GetString(0)] = reader.GetInt64(1);
        await reader.NextResultAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false)) state.Requests[reader.GetString(0)] = (reader.GetFieldValue<byte[]>(1), StoredRequestOf(reader));
        return state;
    }

    internal static StoredRequest StoredRequestOf(NpgsqlDataReader reader) => new(
        reader.GetString(0), reader.GetString(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5),
        reader.IsDBNull(6) ? null : reader.GetString(6), reader.IsDBNull(7) ? null : reader.GetString(7));

    private async Task RollbackAsync()
    {
        await using var rollback = new NpgsqlCommand("rollback", connection);
        await rollback.ExecuteNonQueryAsync().ConfigureAwait(false);
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
