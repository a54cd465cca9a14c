using Npgsql;

namespace VillageLedger.Web;

/// <summary>Jobs in their table, seen by every node.</summary>
internal sealed class JobStore(WebDatabase database)
{
    private const int PieceBytes = 1024 * 1024;

    /// <summary>What no node has told of for so long has failed with it.</summary>
    private static readonly TimeSpan Lost = TimeSpan.FromMinutes(1);

    /// <summary>Files and results are kept so long.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const string Columns = "id, user_id, kind, case when state = 'running' and told < clock_timestamp() - $1 then 'failed' else state end, done, total, started, told, result::text, file_name";

    /// <returns>False where a replay runs already.</returns>
    public async Task<bool> AddAsync(string id, UserId user, string kind, string asked, CancellationToken cancellation)
    {
        await database.Source.Of("update web.job set state = 'failed' where state = 'running' and told < clock_timestamp() - $1", Lost).RunAsync(cancellation).ConfigureAwait(false);
        await database.Source.Of("delete from web.job where started < clock_timestamp() - $1", Kept).RunAsync(cancellation).ConfigureAwait(false);
        return await database.Source.Of("insert into web.job (id, user_id, kind, asked) values ($1, $2, $3, $4::jsonb) on conflict do nothing", id, user.Value, kind, asked).RunAsync(cancellation).ConfigureAwait(false) == 1;
    }

    public Task<int> RunningAsync(UserId user, CancellationToken cancellation) => CountAsync("select count(*)::int from web.job where lower(user_id) = lower($1) and state = 'running' and told >= clock_timestamp() - $2", cancellation, user.Value, Lost);

    public Task<IReadOnlyList<Job>> ListAsync(UserId user, CancellationToken cancellation) =>
        database.Source.Of($"select {Columns} from web.job where lower(user_id) = lower($2) order by started desc limit 50", Lost, user.Value).RowsAsync(Read, cancellation);

    public async Task<Job?> FindAsync(string id, UserId user, CancellationToken cancellation) =>
        (await database.Source.Of($"select {Columns} from web.job where id = $2 and lower(user_id) = lower($3)", Lost, id, user.Value).RowsAsync(Read, cancellation).ConfigureAwait(false)).SingleOrDefault();

    /// <summary>Tells how far a job is; true where it is to be given up.</summary>
    public async Task<bool> TellAsync(string id, long done, long total, CancellationToken cancellation) =>
        (await database.Source.Of("update web.job set done = $2, total = $3, told = clock_timestamp() where id = $1 returning cancel", id, done, total).RowsAsync(reader => reader.GetBoolean(0), cancellation).ConfigureAwait(false)) is not [false];

    public Task EndAsync(string id, string state, string? result, CancellationToken cancellation) =>
        database.Source.Of("update web.job set state = $2, result = $3::jsonb, told = clock_timestamp() where id = $1", id, state, result).RunAsync(cancellation);

    public Task CancelAsync(string id, CancellationToken cancellation) => database.Source.Of("update web.job set cancel = true where id = $1", id).RunAsync(cancellation);

    public async Task PutFileAsync(string id, string name, Stream file, CancellationToken cancellation)
    {
        var piece = new byte[PieceBytes];
        for (var number = 0; ; number++)
        {
            var read = await file.ReadAtLeastAsync(piece, PieceBytes, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
            if (read == 0) break;
            await database.Source.Of("insert into web.job_piece (job, number, bytes) values ($1, $2, $3)", id, number, piece[..read]).RunAsync(cancellation).ConfigureAwait(false);
        }

        await database.Source.Of("update web.job set file_name = $2 where id = $1", id, name).RunAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes a job's file piece by piece.</summary>
    public async Task CopyFileAsync(string id, Stream output, CancellationToken cancellation)
    {
        for (var number = 0; ; number++)
        {
            var piece = (await database.Source.Of("select bytes from web.job_piece where job = $1 and number = $2", id, number).RowsAsync(reader => reader.GetFieldValue<byte[]>(0), cancellation).ConfigureAwait(false)).SingleOrDefault();
            if (piece is null) return;
            await output.WriteAsync(piece, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<int> CountAsync(string sql, CancellationToken cancellation, params object[] values) => (await database.Source.Of(sql, values).RowsAsync(reader => reader.GetInt32(0), cancellation).ConfigureAwait(false))[0];

    private static Job Read(NpgsqlDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt64(4), reader.GetInt64(5), reader.Instant(6), reader.Instant(7), reader.Maybe<string>(8), reader.Maybe<string>(9));
}
