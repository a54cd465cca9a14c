namespace VillageLedger.EventStore.Embedded;

/// <summary>
/// The PostgreSQL server that belongs to a home folder. Commands start it when they need it and leave it running; it listens on
/// the loopback address only and has passwords of its own, kept in the home.
/// </summary>
public sealed class EmbeddedPostgres
{
    private readonly ServerFile server;

    private EmbeddedPostgres(ServerFile server) => this.server = server;

    /// <summary>The home folder, links resolved.</summary>
    public string Home => server.Home;

    /// <summary>The server's data directory; outside the home where the server's user cannot enter that.</summary>
    public string DataDirectory => server.Data;

    /// <summary>The loopback port.</summary>
    public int Port => server.Port;

    /// <summary>
    /// Starts the home's server or joins it where it runs; joining reads two small files and starts no program. At the first start
    /// roles and database are made. <paramref name="progress"/> gets a line, Chinese then English, for each step that takes long.
    /// </summary>
    /// <exception cref="NoPostgresException">There are no server programs, and none could be fetched.</exception>
    /// <exception cref="PostgresStartException">The programs failed.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        string home, EmbeddedOptions? options = null, Action<string>? progress = null, CancellationToken ct = default)
    {
        var folder = RealPath.Of(home);
        if (Running(folder) is { } running)
            return new(running);
        Directory.CreateDirectory(folder);
        using var _ = await HomeLock.TakeAsync(folder, ct);
        return new(Running(folder) ?? await PrepareAsync(folder, options ?? new(), progress, ct));
    }

    /// <summary>Stops the home's server; false where none runs.</summary>
    /// <exception cref="PostgresStartException">The server did not stop.</exception>
    public static async Task<bool> StopAsync(string home, CancellationToken ct = default)
    {
        var folder = RealPath.Of(home);
        if (!Directory.Exists(folder))
            return false;
        using var _ = await HomeLock.TakeAsync(folder, ct);
        if (ServerFile.Read(folder) is not { } server || await ServerControl.SettledAsync(server.Data, ct) is null)
            return false;
        await ServerControl.StopAsync(server, ct);
        return true;
    }

    /// <summary>An Npgsql connection string.</summary>
    /// <param name="database">The database; "ledger" exists from the first start.</param>
    /// <param name="role">"owner", "writer", "projector" or "reader"; null for the superuser.</param>
    public string ConnectionString(string database = "ledger", string? role = null) =>
        // On the loopback address neither TLS nor Kerberos is tried: each attempt costs a round trip and start-up time.
        FormattableString.Invariant($"Host=127.0.0.1;Port={Port};Database={database};Username={Login(role)};")
        + $"Password={Password(role)};SSL Mode=Disable;GSS Encryption Mode=Disable";

    /// <summary>The address that psql and BI tools take.</summary>
    /// <param name="role">"owner", "writer", "projector" or "reader".</param>
    /// <param name="database">The database.</param>
    public Uri Address(string role, string database = "ledger") =>
        new(FormattableString.Invariant($"postgresql://{Login(role)}:{Password(role)}@127.0.0.1:{Port}/{database}"));

    private static ServerFile? Running(string home) =>
        ServerFile.Read(home) is { RolesMade: true } known && Postmaster.RunningOn(known.Data) is { IsReady: true } now
            ? known with { Port = now.Port }
            : null;

    private static async Task<ServerFile> PrepareAsync(
        string home, EmbeddedOptions options, Action<string>? progress, CancellationToken ct)
    {
        var server = ServerFile.Read(home);
        var user = OsUser.ForServer(server?.ServerUser);
        if (server is null)
        {
            server = ServerFile.New(home, await ServerFolder.ChooseAsync(home, user, progress, ct), user.Name);
            if (Directory.Exists(server.Data))
                throw new PostgresStartException($"{server.Data} exists, but the home's file with its passwords is missing");
            await server.WriteAsync(ct);
        }
        if (await ServerControl.SettledAsync(server.Data, ct) is { } running)
            server = server with { Port = running.Port };
        else
            server = await StartPreparedAsync(server, user, options, progress, ct);
        if (!server.RolesMade)
            await FirstStart.MakeRolesAsync(new EmbeddedPostgres(server).ConnectionString("postgres"), server, ct);
        server = server with { RolesMade = true };
        await server.WriteAsync(ct);
        return server;
    }

    private static async Task<ServerFile> StartPreparedAsync(
        ServerFile server, OsUser user, EmbeddedOptions options, Action<string>? progress, CancellationToken ct)
    {
        var isNew = !Directory.Exists(server.Data);
        var programs = await ServerPrograms.FindAsync(server.Programs, isNew ? null : MajorOf(server.Data), server.Folder, progress, ct);
        if (isNew)
        {
            progress?.Invoke($"正在建立数据库（PostgreSQL {programs.Major}）…… / Making the database (PostgreSQL {programs.Major})…");
            await FirstStart.MakeDataAsync(server, programs, user, options.Fsync, ct);
        }
        var port = await ServerControl.StartAsync(server, programs, user, options, ct);
        return server with { Port = port, Programs = programs.Folder };
    }

    private static int MajorOf(string data) => int.Parse(File.ReadAllText(Path.Combine(data, "PG_VERSION")).Trim(), null);

    private static string Login(string? role) => role is null ? "postgres" : "ledger_" + role;

    private string Password(string? role) =>
        server.Passwords.TryGetValue(role ?? ServerFile.Superuser, out var password)
            ? password
            : throw new ArgumentOutOfRangeException(nameof(role), role, "owner, writer, projector or reader");
}
