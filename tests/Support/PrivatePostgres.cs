using VillageLedger.EventStore.Embedded;

namespace VillageLedger.Support;

/// <summary>A server of its own, for tests that kill it; with fsync unless told otherwise.</summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    private static readonly Dictionary<string, string> TestSettings = new()
    {
        ["max_connections"] = "300",
        ["shared_buffers"] = "128MB",
        ["max_wal_size"] = "1GB",
    };

    private readonly TestHome home;
    private readonly bool fsync;
    private EmbeddedPostgres server;

    private PrivatePostgres(TestHome home, bool fsync, EmbeddedPostgres server) =>
        (this.home, this.fsync, this.server) = (home, fsync, server);

    public static async Task<PrivatePostgres> StartAsync(bool fsync = true)
    {
        var home = new TestHome();
        return new(home, fsync, await home.StartAsync(Options(fsync)));
    }

    /// <summary>An Npgsql connection string; superuser unless a role is named. Fixed over restarts unless the port was taken.</summary>
    public string ConnectionString(string database = "ledger", string? role = null) => server.ConnectionString(database, role);

    /// <summary>Kills the server's first process with signal 9, as a power cut or an out-of-memory kill would.</summary>
    public void Kill() => home.Kill();

    /// <summary>Starts it again after <see cref="Kill"/>; it recovers from its log.</summary>
    public async Task RestartAsync() => server = await home.StartAsync(Options(fsync));

    public async ValueTask DisposeAsync()
    {
        await EmbeddedPostgres.StopAsync(home.Folder);
        home.Dispose();
    }

    private static EmbeddedOptions Options(bool fsync) => new(fsync, TestSettings);
}
