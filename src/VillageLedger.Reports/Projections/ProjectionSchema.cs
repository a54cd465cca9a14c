using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>The database schema of a projection version.</summary>
internal static class ProjectionSchema
{
    /// <summary>Makes the tables of those that are missing; returns their names.</summary>
    public static async Task<IReadOnlyList<string>> MakeAsync(string connection, IReadOnlyList<Projection> projections, CancellationToken cancellation)
    {
        var made = new List<string>();
        foreach (var projection in projections)
            if (await MakeAsync(connection, projection, cancellation).ConfigureAwait(false)) made.Add(projection.Name);
        return made;
    }

    /// <summary>Makes a projection's tables where they are missing, empty: nothing of the log is in them.</summary>
    public static async Task<bool> MakeAsync(string connection, Projection projection, CancellationToken cancellation)
    {
        await using var session = await OpenAsync(connection, cancellation).ConfigureAwait(false);
        await using var transaction = await session.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        if (await IsThereAsync(session, projection.Name, cancellation).ConfigureAwait(false)) return false;
        await MakeAsync(session, projection, projection.Name, projection.Tables, cancellation).ConfigureAwait(false);
        await ExecuteAsync(session, projection.Indexes, cancellation).ConfigureAwait(false);
        await SetProgressAsync(session, projection.Name, 0, cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>Gives filled schemas their projections' names, all at once; from then on they are read, and followed from the position up to which they were filled.</summary>
    public static async Task PutInPlaceAsync(string connection, IReadOnlyList<(Projection Projection, string Schema)> filled, long position, CancellationToken cancellation)
    {
        await using var session = await OpenAsync(connection, cancellation).ConfigureAwait(false);
        await using var transaction = await session.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        foreach (var (projection, schema) in filled)
        {
            // One that was made empty meanwhile, while the log was short, is right too.
            if (await IsThereAsync(session, projection.Name, cancellation).ConfigureAwait(false)) continue;
            await ExecuteAsync(session, $"alter schema {schema} rename to {projection.Name}", cancellation).ConfigureAwait(false);
            await SetProgressAsync(session, projection.Name, position, cancellation).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Makes empty tables without indexes in a schema beside the live one; what stood there is dropped.</summary>
    /// <param name="isLogged">False for what is dropped again: it need not outlive the server.</param>
    public static async Task MakeBesideAsync(string connection, Projection projection, string schema, bool isLogged, CancellationToken cancellation)
    {
        await using var session = await OpenAsync(connection, cancellation).ConfigureAwait(false);
        await using var transaction = await session.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await ExecuteAsync(session, $"drop schema if exists {schema} cascade", cancellation).ConfigureAwait(false);
        await MakeAsync(session, projection, schema, isLogged ? projection.Tables : projection.Tables.Replace("create table", "create unlogged table", StringComparison.Ordinal), cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    public static async Task IndexAsync(string connection, Projection projection, string schema, CancellationToken cancellation)
    {
        await using var session = await OpenAsync(connection, cancellation).ConfigureAwait(false);
        await ExecuteAsync(session, $"set role {Roles.Projector}; set search_path = {schema}; {projection.Indexes} {string.Concat(projection.Shapes.Select(table => $"analyze {table.Name};"))}", cancellation).ConfigureAwait(false);
    }

    /// <summary>Gives tables that an older program made, or that have older conditions, those that say what a viewer sees.</summary>
    public static async Task SecureAsync(string connection, IReadOnlyList<Projection> projections, CancellationToken cancellation)
    {
        await using var session = await OpenAsync(connection, cancellation).ConfigureAwait(false);
        foreach (var projection in projections)
        {
            await using var transaction = await session.BeginTransactionAsync(cancellation).ConfigureAwait(false);
            if (await IsSecureAsync(session, projection, cancellation).ConfigureAwait(false)) continue;
            if (await IsThereAsync(session, projection.Name, cancellation).ConfigureAwait(false) && !await IsSecureAsync(session, projection, cancellation).ConfigureAwait(false))
                await ExecuteAsync(session, $"set local role {Roles.Projector}; {Sight.SqlOf(projection, projection.Name)}", cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a projection's tables have their conditions; one that is not made yet gets them when it is.</summary>
    private static async Task<bool> IsSecureAsync(NpgsqlConnection session, Projection projection, CancellationToken cancellation)
    {
        await using var missing = new NpgsqlCommand(
            $"""
            select to_regnamespace($1) is not null and (not has_schema_privilege('{Roles.Viewer}', to_regnamespace($1), 'usage') or exists (
                select from unnest($2, $3) as t(name, policy) where not exists (select from pg_policies p where p.schemaname = $1 and p.tablename = t.name and p.policyname = t.policy)))
            """,
            session);
        var policies = Sight.PoliciesOf(projection).ToList();
        foreach (var value in (object[])[projection.Name, policies.Select(one => one.Table).ToArray(), policies.Select(one => one.Policy).ToArray()]) missing.Parameters.Add(new() { Value = value });
        return await missing.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is not true;
    }

    public static async Task DropAsync(string connection, string schema, CancellationToken cancellation)
    {
        await using var session = await OpenAsync(connection, cancellation).ConfigureAwait(false);
        await ExecuteAsync(session, $"drop schema if exists {schema} cascade", cancellation).ConfigureAwait(false);
    }

    /// <summary>Drops a version of a projection and forgets how far it was.</summary>
    public static async Task RemoveAsync(string connection, string name, CancellationToken cancellation)
    {
        await using var session = await OpenAsync(connection, cancellation).ConfigureAwait(false);
        await using var transaction = await session.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await ExecuteAsync(session, $"drop schema if exists {name} cascade; set local role {Roles.Owner}; delete from ledger.mt_event_progression where name = '{Subscription.ProgressPrefix}{name}'", cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Whether a projection has its schema; from here to the transaction's end nobody else makes it.</summary>
    private static async Task<bool> IsThereAsync(NpgsqlConnection session, string name, CancellationToken cancellation)
    {
        await ExecuteAsync(session, $"select pg_advisory_xact_lock(hashtextextended('schema {name}', 0))", cancellation).ConfigureAwait(false);
        await using var known = new NpgsqlCommand("select to_regnamespace($1) is not null", session) { Parameters = { new() { Value = name } } };
        return await known.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is true;
    }

    /// <summary>Sets how far a projection is, whatever was left of an earlier schema of its name.</summary>
    private static Task SetProgressAsync(NpgsqlConnection session, string name, long position, CancellationToken cancellation) => ExecuteAsync(
        session,
        FormattableString.Invariant(
            $"""
            set local role {Roles.Projector};
            insert into ledger.mt_event_progression (name, last_seq_id, last_updated) values ('{Subscription.ProgressPrefix}{name}', {position}, clock_timestamp())
            on conflict (name) do update set last_seq_id = excluded.last_seq_id, last_updated = excluded.last_updated;
            set local role none
            """),
        cancellation);

    private static async Task MakeAsync(NpgsqlConnection session, Projection projection, string schema, string tables, CancellationToken cancellation)
    {
        await ExecuteAsync(
            session,
            $"""
            create schema {schema} authorization {Roles.Projector};
            set local role {Roles.Projector};
            grant usage on schema {schema} to {Roles.Reader}, {Roles.Owner};
            alter default privileges in schema {schema} grant select on tables to {Roles.Reader}, {Roles.Owner};
            set local search_path = {schema};
            {tables}
            {Sight.SqlOf(projection, schema)}
            """,
            cancellation).ConfigureAwait(false);
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connection, CancellationToken cancellation)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection) { Pooling = false, CommandTimeout = 0, Options = "-c client_min_messages=warning" };
        var session = new NpgsqlConnection(settings.ConnectionString);
        await session.OpenAsync(cancellation).ConfigureAwait(false);
        return session;
    }

    private static async Task ExecuteAsync(NpgsqlConnection session, string sql, CancellationToken cancellation)
    {
#pragma warning disable CA2100 // Texts of projections, not of users.
        await using var command = new NpgsqlCommand(sql, session);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}
