using System.Collections.Concurrent;
using Npgsql;
using VillageLedger.EventStore.Embedded;

namespace VillageLedger.Support;

/// <summary>
/// The PostgreSQL server of this test process: started by the first test that asks, without fsync, removed with its data when the
/// process ends, however it ends.
/// </summary>
internal static class PostgresServer
{
    private static readonly Lazy<Task<PrivatePostgres>> Shared = new(() => PrivatePostgres.StartAsync(fsync: false));
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new();
    private static int databases;

    /// <summary>A connection, as superuser, to a fresh database.</summary>
    /// <param name="template">A database to copy: its name or its connection string. Nobody may be connected to it.</param>
    public static async Task<string> NewDatabaseAsync(string? template = null)
    {
        var server = await Shared.Value;
        var name = FormattableString.Invariant($"test_{Interlocked.Increment(ref databases)}");
        var source = template is null ? "template0"
            : template.Contains('=', StringComparison.Ordinal) ? new NpgsqlConnectionStringBuilder(template).Database : template;
        // Without fsync copying files takes half the time of the default, writing them to the log (65 ms against 140).
        await ExecuteAsync(server.ConnectionString("postgres"), $"create database {name} template {source} strategy file_copy");
        return server.ConnectionString(name);
    }

    /// <summary>
    /// A fresh database that was prepared once in this process (a schema installed, say) and is copied for every caller: some
    /// milliseconds instead of the preparation's time.
    /// </summary>
    /// <param name="key">Names the preparation.</param>
    /// <param name="prepare">Gets a superuser's connection string; its connections are closed for it afterwards.</param>
    public static async Task<string> NewDatabaseAsync(string key, Func<string, Task> prepare)
    {
        var template = Templates.GetOrAdd(key, _ => new(async () =>
        {
            var connection = await NewDatabaseAsync();
            await prepare(connection);
            var name = new NpgsqlConnectionStringBuilder(connection).Database;
            var server = await Shared.Value;
            await ExecuteAsync(server.ConnectionString("postgres"),
                $"alter database {name} allow_connections false;"
                + $"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{name}'");
            return name!;
        }));
        return await NewDatabaseAsync(await template.Value);
    }

    /// <summary>The same database as one of the ledger's roles: "owner", "writer", "projector", "reader".</summary>
    public static async Task<string> AsAsync(string connection, string role) =>
        (await Shared.Value).ConnectionString(new NpgsqlConnectionStringBuilder(connection).Database!, role);

    internal static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var statement in sql.Split(';'))
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
