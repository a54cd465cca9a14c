using Npgsql;
using NpgsqlTypes;

namespace VillageLedger.Web;

/// <summary>The operation log in the database. All nodes write one chain, one after the other under a lock.</summary>
internal sealed class OperationChain(WebDatabase database)
{
    internal const string Columns = "number, at, user_id, session, address, method, action, target, content, outcome, status, position, hash";

    /// <summary>Advisory lock of the chain's end: "VLops".</summary>
    private const long EndLock = 0x56_4c_6f_70_73;

    private static readonly Func<Operation, string>[] Texts =
        [one => one.User, one => one.Session, one => one.Address, one => one.Method, one => one.Action, one => one.Target, one => one.Content, one => one.Outcome];

    /// <summary>Adds a group at the end, all or none, and durably.</summary>
    public async Task AppendAsync(IReadOnlyList<Operation> operations, CancellationToken cancellation = default)
    {
        await using var session = await database.Source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var transaction = await session.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        var (number, hash) = await EndAsync(session, cancellation).ConfigureAwait(false);
        var rows = new List<LoggedOperation>(operations.Count);
        foreach (var operation in operations)
        {
            hash = operation.HashAfter(hash, ++number);
            rows.Add(new(number, operation, hash));
        }

        await InsertAsync(session, rows, cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>A statement of its own for the lock: what stands after it sees what was committed before it was had.</summary>
    private static async Task<(long Number, byte[] Hash)> EndAsync(NpgsqlConnection session, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(session)
        {
            BatchCommands = { new($"select pg_advisory_xact_lock({EndLock})"), new("select number, hash from web.operation order by number desc limit 1") },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await reader.NextResultAsync(cancellation).ConfigureAwait(false);
        return await reader.ReadAsync(cancellation).ConfigureAwait(false) ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (0, new byte[32]);
    }

    private static async Task InsertAsync(NpgsqlConnection session, List<LoggedOperation> rows, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(session);
        var insert = new NpgsqlBatchCommand($"insert into web.operation ({Columns}) select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)");
        void Add<T>(Func<LoggedOperation, T> value) => insert.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [.. rows.Select(value)] });
        Add(row => row.Number);
        Add(row => row.Operation.At);
        foreach (var text in Texts) Add(row => text(row.Operation));
        Add(row => row.Operation.Status);
        Add(row => row.Operation.Position);
        Add(row => row.Hash);
        batch.BatchCommands.Add(insert);
        batch.BatchCommands.Add(new("insert into web_heads.head (number, hash) values ($1, $2)")
        {
            Parameters = { new() { Value = rows[^1].Number, NpgsqlDbType = NpgsqlDbType.Bigint }, new() { Value = rows[^1].Hash } },
        });
        await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    internal static LoggedOperation Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        new()
        {
            At = reader.Instant(1), User = reader.GetString(2), Session = reader.GetString(3), Address = reader.GetString(4), Method = reader.GetString(5), Action = reader.GetString(6),
            Target = reader.GetString(7), Content = reader.GetString(8), Outcome = reader.GetString(9), Status = reader.GetInt32(10), Position = reader.Maybe<long?>(11),
        },
        reader.GetFieldValue<byte[]>(12));
}
