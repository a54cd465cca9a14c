using System.Globalization;
using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Web;

/// <summary>
/// The tables of the web, schema <c>web</c> beside the log: made and upgraded by numbered scripts (<c>Schema/*.sql</c>), each applied once, in order, in one transaction.
/// </summary>
internal sealed class WebDatabase(string connection) : IAsyncDisposable
{
    /// <summary>Advisory lock of an upgrade: "VLweb".</summary>
    private const long UpgradeLock = 0x56_4c_77_65_62;

    private static readonly IReadOnlyList<(int Number, string Resource)> Scripts =
    [
        .. typeof(WebDatabase).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("web-schema/", StringComparison.Ordinal))
            .Select(name => (int.Parse(name.AsSpan("web-schema/".Length, 3), CultureInfo.InvariantCulture), name)).Order(),
    ];

    /// <summary>Connections with the writer's rights: what these tables allow him, not what their owner may.</summary>
    public NpgsqlDataSource Source { get; } = Roles.Connect(connection, Roles.Writer);

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    /// <summary>Brings the tables up to date.</summary>
    /// <exception cref="NewerDatabaseException">They were made by a newer program.</exception>
    public async Task UpgradeAsync(CancellationToken cancellation = default)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection) { Pooling = false, Enlist = false, CommandTimeout = 0, Options = "-c client_min_messages=warning" };
        await using var session = new NpgsqlConnection(settings.ConnectionString);
        await session.OpenAsync(cancellation).ConfigureAwait(false);
        if (await FoundAsync(session, cancellation).ConfigureAwait(false) == Scripts[^1].Number) return;
        await using var transaction = await session.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await RunAsync(session, $"select pg_advisory_xact_lock({UpgradeLock})", cancellation).ConfigureAwait(false);
        var found = await FoundAsync(session, cancellation).ConfigureAwait(false);
        if (found > Scripts[^1].Number) throw new NewerDatabaseException(found, Scripts[^1].Number);
        if (found == 0)
            await RunAsync(
                session,
                $"""
                create schema if not exists web authorization {Roles.Owner};
                set local role {Roles.Owner};
                create table web.schema_script (number int primary key, applied timestamptz not null default clock_timestamp());
                """,
                cancellation).ConfigureAwait(false);
        foreach (var (number, resource) in Scripts.Where(script => script.Number > found))
        {
            using var reader = new StreamReader(typeof(WebDatabase).Assembly.GetManifestResourceStream(resource)!);
            await RunAsync(session, $"set local role {Roles.Owner}; {await reader.ReadToEndAsync(cancellation).ConfigureAwait(false)}", cancellation).ConfigureAwait(false);
            await RunAsync(session, $"set local role {Roles.Owner}; insert into web.schema_script (number) values ({number})", cancellation).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task<int> FoundAsync(NpgsqlConnection session, CancellationToken cancellation)
    {
        await using var exists = new NpgsqlCommand("select to_regclass('web.schema_script') is not null", session);
        if (await exists.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is not true) return 0;
        await using var newest = new NpgsqlCommand("select coalesce(max(number), 0) from web.schema_script", session);
        return (int)(await newest.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;
    }

    private static async Task RunAsync(NpgsqlConnection session, string sql, CancellationToken cancellation)
    {
#pragma warning disable CA2100 // Only scripts and names of this program reach this.
        await using var command = new NpgsqlCommand(sql, session);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}

/// <summary>Before a node serves, its tables stand.</summary>
internal sealed class WebDatabaseUpgrade(WebDatabase database) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => database.UpgradeAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
