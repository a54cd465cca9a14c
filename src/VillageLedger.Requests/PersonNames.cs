using System.Security.Cryptography;
using System.Text;
using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Requests;

/// <summary>
/// The names of natural persons, apart from the log: schema <c>persons</c>, with its own backup rotation. Each is encrypted (AES-256-GCM) under
/// a key of its own; deleting the key erases the name, and no figure or proof changes. A name is kept before its request is appended, under that
/// request's id; it counts once the party's first fact is that request's. So of two who register one person at once the loser's name never shows.
/// </summary>
public sealed class PersonNames(EventLog store) : IAsyncDisposable
{
    private const string Tables =
        $"""
        create schema if not exists persons authorization {Roles.Owner};
        set local role {Roles.Owner};
        create table if not exists persons.key (party text, request text, key bytea not null, primary key (party, request));
        create table if not exists persons.name (party text, request text, nonce bytea not null, cipher bytea not null, tag bytea not null, primary key (party, request));
        grant usage on schema persons to {Roles.Writer};
        grant select, insert, update, delete on persons.key, persons.name to {Roles.Writer};
        """;

    private readonly NpgsqlDataSource source = Roles.Connect(store.Connection, Roles.Writer, maxPoolSize: 2);

    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>Keeps the name that a request gives a person; before the fact that registers the party, so that no registered person is nameless.</summary>
    public async Task KeepAsync(string party, string request, string name, CancellationToken cancellation = default)
    {
        await MakeTablesAsync(cancellation).ConfigureAwait(false);
        var key = RandomNumberGenerator.GetBytes(32);
        var nonce = RandomNumberGenerator.GetBytes(12);
        var plain = Encoding.UTF8.GetBytes(name);
        var cipher = new byte[plain.Length];
        var tag = new byte[16];
        using (var aes = new AesGcm(key, tag.Length)) aes.Encrypt(nonce, plain, cipher, tag, Encoding.UTF8.GetBytes(party));
        await using var session = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var transaction = await session.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await ExecuteAsync(session, "insert into persons.key (party, request, key) values ($1, $2, $3) on conflict (party, request) do update set key = excluded.key", cancellation, party, request, key).ConfigureAwait(false);
        await ExecuteAsync(
            session,
            """
            insert into persons.name (party, request, nonce, cipher, tag) values ($1, $2, $3, $4, $5)
            on conflict (party, request) do update set nonce = excluded.nonce, cipher = excluded.cipher, tag = excluded.tag
            """,
            cancellation, party, request, nonce, cipher, tag).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Forgets the name that a request gave when the request did not register the person.</summary>
    public async Task ForgetAsync(string party, string request, CancellationToken cancellation = default)
    {
        if (!await HasTablesAsync(cancellation).ConfigureAwait(false)) return;
        await using var session = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        foreach (var table in (string[])["persons.key", "persons.name"])
            await ExecuteAsync(
                session,
                $"delete from {table} where party = $1 and request = $2 and not exists (select from ledger.mt_events where stream_id = $3 and version = 1 and headers ->> 'requestId' = $2)",
                cancellation, party, request, Streams.Party(party)).ConfigureAwait(false);
    }

    /// <summary>A person's name; null when there is none or it was erased.</summary>
    public async Task<string?> FindAsync(string party, CancellationToken cancellation = default)
    {
        await MakeTablesAsync(cancellation).ConfigureAwait(false);
        await using var command = source.CreateCommand(
            """
            select k.key, n.nonce, n.cipher, n.tag from ledger.mt_events e
            join persons.key k on k.party = $1 and k.request = e.headers ->> 'requestId' join persons.name n using (party, request)
            where e.stream_id = $2 and e.version = 1
            """);
        command.Parameters.Add(new() { Value = party });
        command.Parameters.Add(new() { Value = Streams.Party(party) });
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellation).ConfigureAwait(false)) return null;
        var cipher = reader.GetFieldValue<byte[]>(2);
        var plain = new byte[cipher.Length];
        var tag = reader.GetFieldValue<byte[]>(3);
        using var aes = new AesGcm(reader.GetFieldValue<byte[]>(0), tag.Length);
        aes.Decrypt(reader.GetFieldValue<byte[]>(1), cipher, tag, plain, Encoding.UTF8.GetBytes(party));
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Erases a person: the key is gone, and with it the name.</summary>
    public async Task EraseAsync(string party, CancellationToken cancellation = default)
    {
        await MakeTablesAsync(cancellation).ConfigureAwait(false);
        await using var session = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await ExecuteAsync(session, "delete from persons.key where party = $1", cancellation, party).ConfigureAwait(false);
    }

    private async Task<bool> HasTablesAsync(CancellationToken cancellation)
    {
        await using var known = source.CreateCommand("select to_regclass('persons.name') is not null");
        return await known.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is true;
    }

    private async Task MakeTablesAsync(CancellationToken cancellation)
    {
        if (await HasTablesAsync(cancellation).ConfigureAwait(false)) return;
        await using var session = new NpgsqlConnection(store.Connection);
        await session.OpenAsync(cancellation).ConfigureAwait(false);
        await using var transaction = await session.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await ExecuteAsync(session, "select pg_advisory_xact_lock(hashtextextended('persons', 0))", cancellation).ConfigureAwait(false);
        await ExecuteAsync(session, Tables, cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task ExecuteAsync(NpgsqlConnection session, string sql, CancellationToken cancellation, params object[] values)
    {
#pragma warning disable CA2100 // Constant texts.
        await using var command = new NpgsqlCommand(sql, session);
#pragma warning restore CA2100
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}
