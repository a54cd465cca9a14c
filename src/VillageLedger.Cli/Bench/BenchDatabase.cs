using Npgsql;

namespace VillageLedger.Cli;

/// <summary>A database of its own on the server at hand, dropped when the measuring ends: nobody's books are measured with.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly string server;
    private readonly string name;

    private BenchDatabase(string server, string name) => (this.server, this.name) = (server, name);

    public string Connection => new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;

    public static async Task<BenchDatabase> CreateAsync(string server)
    {
        var database = new BenchDatabase(server, FormattableString.Invariant($"bench_{Environment.ProcessId}_{Environment.TickCount64}"));
        await ExecuteAsync(server, $"create database {database.name}").ConfigureAwait(false);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(server, $"drop database if exists {name} with (force)").ConfigureAwait(false);
    }

    public Task ExecuteAsync(string sql) => ExecuteAsync(Connection, sql);

    private static async Task ExecuteAsync(string connection, string sql)
    {
        await using var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await session.OpenAsync().ConfigureAwait(false);
#pragma warning disable CA2100 // Texts of the measuring program itself.
        await using var command = new NpgsqlCommand(sql, session);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }
}
