using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>The database schema of a projection version.</summary>
internal static class ProjectionSchema
{
    /// <summary>Makes a projection's tables where they are missing.</summary>
    public static async Task MakeAsync(string connection, Projection projection, CancellationToken cancellation)
    {
        await using var session = await OpenAsync(connection, cancellation).ConfigureAwait(false);
        await using var transaction = await session.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await ExecuteAsync(session, $"select pg_advisory_xact_lock(hashtextextended('schema {projection.Name}', 0))", cancellation).ConfigureAwait(false);
        await using (var known = new NpgsqlCommand("select to_regnamespace($1) is not null", session) { Parameters = { new() { Value = projection.Name } } })
            if (await known.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is true) return;
        await MakeAsync(session, projection.Name, projection.Tables, cancellation).ConfigureAwait(false);
        await ExecuteAsync(session, projection.Indexes, cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Makes empty tables without indexes in a schema beside the live one; what stood there is dropped.</summary>
    public static async Task MakeBesideAsync(string connection, Projection projection, string schema, CancellationToken cancellation)
    {
        await using var session = await OpenAsync(connection, cancellation).ConfigureAwait(false);
        await using var transaction = await session.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await ExecuteAsync(session, $"drop schema if exists {schema} cascade", cancellation).ConfigureAwait(false);
        await MakeAsync(session, schema, projection.Tables.Replace("create table", "create unlogged table", StringComparison.Ordinal), cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    public static async Task IndexAsync(string connection, Projection projection, string schema, CancellationToken cancellation)
    {
        await using var session = await OpenAsync(connection, cancellation).ConfigureAwait(false);
        await ExecuteAsync(session, $"set role {Roles.Projector}; set search_path = {schema}; {projection.Indexes}", cancellation).ConfigureAwait(false);
    }

    public static async Task DropAsync(string connection, string schema, CancellationToken cancellation)
    {
        await using var session = await OpenAsync(connection, cancellation).ConfigureAwait(false);
        await ExecuteAsync(session, $"drop schema if exists {schema} cascade", cancellation).ConfigureAwait(false);
    }

    private static async Task MakeAsync(NpgsqlConnection session, string schema, string tables, CancellationToken cancellation)
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
