using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Requests;

/// <summary>
/// What is known of natural persons, apart from the log: schema <c>persons</c>, with its own backup rotation. Each person's fields are encrypted under
/// a key of their own (<see cref="SealedPerson"/>); deleting the key erases them, and no figure or proof changes. Fields are kept before their request is appended,
/// under that request's id; they count once the person's first fact is that request's, and until the person is erased by a fact. So of two who register one person at once the
/// loser's words never show, and nothing shows of one who was erased while the process died before it deleted the key.
/// </summary>
public sealed class PersonFields(EventLog store) : IAsyncDisposable
{
    /// <summary>
    /// Column <c>party</c> holds a person's address. A bare id is a row of the ledgers of before, which knew parties only: its cipher holds the name and
    /// nothing else, under that id.
    /// </summary>
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

    /// <summary>Keeps the fields that a request gives persons, in one round; before the facts that register them, so that nobody registered is nameless.</summary>
    public async Task KeepAsync(string request, IReadOnlyList<Person> persons, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(persons);
        await MakeTablesAsync(cancellation).ConfigureAwait(false);
        var parts = persons.Select(SealedPerson.Of).ToList();
        await using var session = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var transaction = await session.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        var addresses = parts.Select(part => part.Party).ToArray();
        await ExecuteAsync(
            session,
            """
            insert into persons.key (party, request, key) select party, $1, key from unnest($2, $3) as t(party, key)
            on conflict (party, request) do update set key = excluded.key
            """,
            cancellation, request, addresses, parts.Select(part => part.Key).ToArray()).ConfigureAwait(false);
        await ExecuteAsync(
            session,
            """
            insert into persons.name (party, request, nonce, cipher, tag) select party, $1, nonce, cipher, tag from unnest($2, $3, $4, $5) as t(party, nonce, cipher, tag)
            on conflict (party, request) do update set nonce = excluded.nonce, cipher = excluded.cipher, tag = excluded.tag
            """,
            cancellation, request, addresses, parts.Select(part => part.Nonce).ToArray(), parts.Select(part => part.Cipher).ToArray(), parts.Select(part => part.Tag).ToArray()).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Forgets the fields that a request gave when the request did not register the persons.</summary>
    public async Task ForgetAsync(string request, IReadOnlyList<Person> persons, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(persons);
        if (!await HasTablesAsync(cancellation).ConfigureAwait(false)) return;
        await using var session = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        foreach (var table in (string[])["persons.key", "persons.name"])
            await ExecuteAsync(
                session,
                $"""
                delete from {table} where request = $1 and party = any($2)
                and not exists (select from ledger.mt_events where stream_id = party and version = 1 and headers ->> 'requestId' = $1)
                """,
                cancellation, request, persons.Select(person => person.Holder.Address).ToArray()).ConfigureAwait(false);
    }

    /// <summary>What is known of a person; null when nothing is or it was erased.</summary>
    public async Task<Person?> FindAsync(Holder person, CancellationToken cancellation = default) =>
        (await FindManyAsync([person], cancellation).ConfigureAwait(false)).GetValueOrDefault(person);

    /// <summary>What is known of persons, for lists: in two rounds, however many. Those of whom nothing is known are left out.</summary>
    public async Task<IReadOnlyDictionary<Holder, Person>> FindManyAsync(IReadOnlyCollection<Holder> persons, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(persons);
        await MakeTablesAsync(cancellation).ConfigureAwait(false);
        var requests = await RegisteringRequestsAsync(persons, cancellation).ConfigureAwait(false);
        var rows = persons.Distinct().SelectMany(person => NamesOf(person).Select(name => (Person: person, Name: name)))
            .Where(row => requests.ContainsKey(row.Person.Address)).ToDictionary(row => row.Name, row => row.Person, StringComparer.Ordinal);
        await using var command = source.CreateCommand(
            "select party, key, nonce, cipher, tag from unnest($1, $2) as w(party, request) join persons.key using (party, request) join persons.name using (party, request)");
        command.Parameters.Add(new() { Value = rows.Keys.ToArray() });
        command.Parameters.Add(new() { Value = rows.Values.Select(person => requests[person.Address]).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var found = new Dictionary<Holder, Person>(persons.Count);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var row = new SealedPerson(
                reader.GetString(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3), reader.GetFieldValue<byte[]>(4));
            found[rows[row.Party]] = row.Open(rows[row.Party]);
        }

        return found;
    }

    /// <summary>The requests that registered persons, by address; not of those who were erased.</summary>
    private async Task<Dictionary<string, string>> RegisteringRequestsAsync(IReadOnlyCollection<Holder> persons, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            """
            select stream_id, version, headers ->> 'requestId' from ledger.mt_events
            where stream_id = any($1) and (version = 1 or type = 'person-erased.1') order by stream_id, version
            """);
        command.Parameters.Add(new() { Value = persons.Select(person => person.Address).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var requests = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            if (reader.GetInt64(1) == 1) requests[reader.GetString(0)] = reader.GetString(2);
            else requests.Remove(reader.GetString(0));
        return requests;
    }

    /// <summary>What stands for a person in column <c>party</c>.</summary>
    private static string[] NamesOf(Holder person) => person.Kind == Holder.PartyKind ? [person.Address, person.Code] : [person.Address];

    /// <summary>Erases a person: the keys are gone, and with them what they lock. To be repeated at will.</summary>
    public async Task EraseAsync(Holder person, CancellationToken cancellation = default)
    {
        await MakeTablesAsync(cancellation).ConfigureAwait(false);
        await using var session = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        foreach (var table in (string[])["persons.key", "persons.name"])
            await ExecuteAsync(session, $"delete from {table} where party = any($1)", cancellation, (object)NamesOf(person)).ConfigureAwait(false);
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
