namespace VillageLedger.EventStore.Embedded;

/// <summary>Starts and stops a prepared server. Its caller holds the home's lock.</summary>
internal static class ServerControl
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // The workers of a killed server may need some seconds to notice; until then their memory keeps a new one from starting.
    private const int Tries = 24;

    // Crash recovery of a big log; pg_ctl returns as soon as the server is ready.
    private const string PatienceSeconds = "600";

    /// <summary>The running server, once it is either ready or gone.</summary>
    public static async Task<Postmaster?> SettledAsync(string data, CancellationToken ct)
    {
        while (true)
        {
            var found = Postmaster.RunningOn(data);
            if (found is null or { IsReady: true })
                return found;
            await Task.Delay(20, ct);
        }
    }

    /// <summary>Starts the server on the remembered port, or on a new one where somebody else took it. Returns the port.</summary>
    public static async Task<int> StartAsync(
        ServerFile server, ServerPrograms programs, OsUser user, EmbeddedOptions options, CancellationToken ct)
    {
        var port = server.Port;
        var log = Path.Combine(server.Data, "server.log");
        for (var tries = 1; ; tries++)
        {
            Postmaster.RemoveLeftOver(server.Data);
            if (!FreePort.IsFree(port))
                port = FreePort.Next();
            if (await TryStartAsync(server, programs, user, log, Options(port, options), ct))
                return port;
            if (tries == Tries)
                throw new PostgresStartException(await EndOfAsync(log, ct));
            await Task.Delay(Pause, ct);
        }
    }

    public static async Task StopAsync(ServerFile server, CancellationToken ct)
    {
        var user = OsUser.ForServer(server.ServerUser);
        var programs = new ServerPrograms(server.Programs, 0);
        // "fast" rolls back what is open and writes a checkpoint: the next start needs no recovery.
        await Command.RunAsync(
            user.Words(programs.Path("pg_ctl"), "stop", "-s", "-w", "-m", "fast", "-t", PatienceSeconds, "-D", server.Data), ct);
    }

    private static async Task<bool> TryStartAsync(
        ServerFile server, ServerPrograms programs, OsUser user, string log, string options, CancellationToken ct)
    {
        var words = user.Words(
            programs.Path("pg_ctl"), "start", "-s", "-w", "-t", PatienceSeconds, "-D", server.Data, "-l", log, "-o", options);
        if (OperatingSystem.IsWindows())
            return await Command.RunDetachedOnWindowsAsync(words, ct) == 0;
        Descriptors.KeepFromChildren();
        return (await Command.TryAsync(words, ct)).Status == 0;
    }

    private static string Options(int port, EmbeddedOptions options)
    {
        var settings = new Dictionary<string, string>(options.Settings ?? new Dictionary<string, string>())
        {
            ["port"] = FormattableString.Invariant($"{port}"),
            ["listen_addresses"] = "127.0.0.1",
            ["unix_socket_directories"] = "",
        };
        if (!options.Fsync)
            settings["fsync"] = settings["full_page_writes"] = "off";
        return string.Join(' ', settings.Select(s => $"-c {Quoted($"{s.Key}={s.Value}")}"));
    }

    // pg_ctl hands these words to a shell.
    private static string Quoted(string word) =>
        OperatingSystem.IsWindows() ? $"\"{word}\"" : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static async Task<string> EndOfAsync(string log, CancellationToken ct) =>
        File.Exists(log) ? string.Join('\n', (await File.ReadAllLinesAsync(log, ct)).TakeLast(10)) : log;
}
