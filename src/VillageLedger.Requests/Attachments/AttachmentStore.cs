using System.Security.Cryptography;
using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Requests;

/// <summary>
/// The bytes of attachments, by SHA-256, in the schema <c>attachments</c> of the ledger's database, in pieces of 1 MiB. Facts name a file by its hash; whether it is stored is
/// another matter. A file is stored in one transaction, so that no half of one is ever seen; its hash is checked when it is written and whenever it is read. Nobody changes or deletes one.
/// </summary>
public sealed class AttachmentStore(EventLog store) : IAsyncDisposable
{
    /// <summary>20 MiB.</summary>
    public const int MaxBytes = 20 * PieceBytes;

    private const int PieceBytes = 1024 * 1024;

    /// <summary>The pieces are kept as they are: pictures and archives do not compress.</summary>
    private const string Tables =
        $"""
        create schema if not exists attachments authorization {Roles.Owner};
        set local role {Roles.Owner};
        create table if not exists attachments.file (
            sha256 text collate "C" primary key check (length(sha256) = 64), type text not null, bytes int not null check (bytes > 0));
        create table if not exists attachments.piece (
            sha256 text collate "C" not null references attachments.file, number int not null, bytes bytea not null, primary key (sha256, number));
        alter table attachments.piece alter column bytes set storage external;
        grant usage on schema attachments to {Roles.Writer}, {Roles.Reader};
        grant select, insert on attachments.file, attachments.piece to {Roles.Writer};
        grant select on attachments.file, attachments.piece to {Roles.Reader};
        """;

    private readonly NpgsqlDataSource source = Roles.Connect(store.Connection, Roles.Writer, maxPoolSize: 2);

    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>Why a file of so many bytes is not stored; known before it is read.</summary>
    public static Refusal? CheckSize(string file, long bytes) =>
        bytes > MaxBytes ? Refusal.Of(RefusalCode.FileTooLarge, ("file", file), ("size", bytes), ("limit", MaxBytes)) : null;

    /// <summary>The name that a content has: 64 lower-case hex digits.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Stores a file. The same bytes again are there already; two who store them at once are answered alike.</summary>
    /// <param name="file">What messages call it; it is not kept.</param>
    /// <param name="expected">The hash that the file must have, where it is known.</param>
    public async Task<PutAttachment> PutAsync(string file, byte[] content, string? expected = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (CheckSize(file, content.Length) is { } tooLarge) return PutAttachment.Refused(tooLarge);
        var hash = HashOf(content);
        if (expected is not null && expected != hash) return PutAttachment.Refused(Refusal.Of(RefusalCode.FileHashDiffers, ("file", file), ("expected", expected), ("actual", hash)));
        if (AttachmentType.Of(content) is not { } type) return PutAttachment.Refused(Refusal.Of(RefusalCode.FileTypeUnknown, ("file", file), ("types", string.Join(", ", AttachmentType.All))));
        await MakeTablesAsync(cancellation).ConfigureAwait(false);
        var stored = new StoredAttachment(hash, type, content.Length);
        return new(stored, !await InsertAsync(stored, content, cancellation).ConfigureAwait(false), null);
    }

    /// <summary>Whether it was stored now; of two at once the second waits for the first and finds it there.</summary>
    private async Task<bool> InsertAsync(StoredAttachment file, byte[] content, CancellationToken cancellation)
    {
        await using var session = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var transaction = await session.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        if (await ExecuteAsync(session, "insert into attachments.file (sha256, type, bytes) values ($1, $2, $3) on conflict do nothing", cancellation, file.Sha256, file.Type, content.Length).ConfigureAwait(false) == 0) return false;
        foreach (var (number, piece) in content.Chunk(PieceBytes).Index())
            await ExecuteAsync(session, "insert into attachments.piece (sha256, number, bytes) values ($1, $2, $3)", cancellation, file.Sha256, number, piece).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>The bytes of a file; null where it is not stored.</summary>
    /// <exception cref="DamagedAttachmentException">What is stored does not hash to its name.</exception>
    public async Task<byte[]?> GetAsync(string sha256, CancellationToken cancellation = default)
    {
        if ((await FindAsync([sha256], cancellation).ConfigureAwait(false)).GetValueOrDefault(sha256) is not { } file) return null;
        var content = new MemoryStream((int)file.Bytes);
        await using var command = source.CreateCommand("select bytes from attachments.piece where sha256 = $1 order by number");
        command.Parameters.Add(new() { Value = sha256 });
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) content.Write(reader.GetFieldValue<byte[]>(0));
        var bytes = content.ToArray();
        return HashOf(bytes) == sha256 && bytes.Length == file.Bytes ? bytes : throw new DamagedAttachmentException(sha256);
    }

    /// <summary>Which of some files are stored, with type and size, by hash; their bytes are not read.</summary>
    public async Task<IReadOnlyDictionary<string, StoredAttachment>> FindAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        if (!await HasTablesAsync(cancellation).ConfigureAwait(false)) return new Dictionary<string, StoredAttachment>();
        await using var command = source.CreateCommand("select sha256, type, bytes from attachments.file where sha256 = any($1)");
        command.Parameters.Add(new() { Value = hashes.ToArray() });
        return (await ReadAsync(command, reader => new StoredAttachment(reader.GetString(0), reader.GetString(1), reader.GetInt32(2)), cancellation).ConfigureAwait(false))
            .ToDictionary(file => file.Sha256, StringComparer.Ordinal);
    }

    /// <summary>Reads every stored file and compares all with what facts name.</summary>
    public async Task<AttachmentCheck> CheckAsync(CancellationToken cancellation = default)
    {
        var stored = await HasTablesAsync(cancellation).ConfigureAwait(false) ? await TextsAsync("select sha256 from attachments.file order by sha256", cancellation).ConfigureAwait(false) : [];
        var damaged = new List<string>();
        foreach (var sha256 in stored)
        {
            try
            {
                await GetAsync(sha256, cancellation).ConfigureAwait(false);
            }
            catch (DamagedAttachmentException)
            {
                damaged.Add(sha256);
            }
        }

        return new(stored.Count, damaged, [.. (await NamedAsync(cancellation).ConfigureAwait(false)).Except(stored, StringComparer.Ordinal)]);
    }

    /// <summary>Every hash that a fact names among its attachments.</summary>
    private Task<List<string>> NamedAsync(CancellationToken cancellation) => TextsAsync(
        """
        select distinct a ->> 'sha256' as sha256 from ledger.mt_events cross join lateral jsonb_array_elements(data -> 'attachments') as a
        where jsonb_typeof(data -> 'attachments') = 'array' order by sha256
        """,
        cancellation);

    private async Task<List<string>> TextsAsync(string sql, CancellationToken cancellation)
    {
#pragma warning disable CA2100 // Constant texts.
        await using var command = source.CreateCommand(sql);
#pragma warning restore CA2100
        return await ReadAsync(command, reader => reader.GetString(0), cancellation).ConfigureAwait(false);
    }

    private static async Task<List<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) rows.Add(read(reader));
        return rows;
    }

    private async Task<bool> HasTablesAsync(CancellationToken cancellation)
    {
        await using var known = source.CreateCommand("select to_regclass('attachments.piece') is not null");
        return await known.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is true;
    }

    private async Task MakeTablesAsync(CancellationToken cancellation)
    {
        if (await HasTablesAsync(cancellation).ConfigureAwait(false)) return;
        await using var session = new NpgsqlConnection(store.Connection);
        await session.OpenAsync(cancellation).ConfigureAwait(false);
        await using var transaction = await session.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await ExecuteAsync(session, "select pg_advisory_xact_lock(hashtextextended('attachments', 0))", cancellation).ConfigureAwait(false);
        await ExecuteAsync(session, Tables, cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection session, string sql, CancellationToken cancellation, params object[] values)
    {
#pragma warning disable CA2100 // Constant texts.
        await using var command = new NpgsqlCommand(sql, session);
#pragma warning restore CA2100
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}

/// <summary>What a check of all attachments found, by hash.</summary>
/// <param name="Stored">How many are stored.</param>
/// <param name="Damaged">Stored, but not what they were.</param>
/// <param name="Missing">Named by facts, but not stored.</param>
public sealed record AttachmentCheck(int Stored, IReadOnlyList<string> Damaged, IReadOnlyList<string> Missing);
