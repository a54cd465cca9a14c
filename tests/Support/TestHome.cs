using System.Diagnostics;
using System.Security.Cryptography;
using VillageLedger.EventStore.Embedded;

namespace VillageLedger.Support;

/// <summary>
/// A home folder in the temporary folder. A small shell waits for the end of this process, a crash or a kill included, then stops
/// what still runs in the home and removes it: no test leaves a server behind.
/// </summary>
internal sealed class TestHome : IDisposable
{
    // Reading from the pipe ends when its only writer, this process, is gone or disposes it.
    private const string Guard = """
        trap '' INT TERM HUP
        read -r data
        read -r end
        [ -f "$data/postmaster.pid" ] && kill -QUIT "$(head -n 1 "$data/postmaster.pid")" && sleep 0.3
        rm -rf "$1" "${data%/data}"
        """;

    private readonly Process? guard;
    private EmbeddedPostgres? server;

    /// <param name="parent">The temporary folder unless given.</param>
    public TestHome(string? parent = null)
    {
        Folder = Path.Combine(parent ?? Path.GetTempPath(), "villageledger-test-" + RandomNumberGenerator.GetHexString(8, lowercase: true));
        Directory.CreateDirectory(Folder);
        if (!OperatingSystem.IsWindows())
            guard = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec >/dev/null 2>&1\n{Guard}", "sh", Folder])
            {
                RedirectStandardInput = true,
                WorkingDirectory = "/",
            });
    }

    public string Folder { get; }

    /// <summary>The process id of the running server.</summary>
    public int Postmaster =>
        int.Parse(File.ReadLines(Path.Combine(server!.DataDirectory, "postmaster.pid")).First(), null);

    /// <summary>Without fsync unless told otherwise.</summary>
    public async Task<EmbeddedPostgres> StartAsync(EmbeddedOptions? options = null, Action<string>? progress = null)
    {
        var first = server is null;
        server = await EmbeddedPostgres.StartAsync(Folder, options ?? new(Fsync: false), progress);
        if (first && guard is not null)
        {
            await guard.StandardInput.WriteLineAsync(server.DataDirectory);
            await guard.StandardInput.FlushAsync();
        }
        return server;
    }

    /// <summary>Kills the server's first process with signal 9 and waits until it is gone; its workers follow by themselves.</summary>
    public void Kill()
    {
        using var postmaster = Process.GetProcessById(Postmaster);
        postmaster.Kill();
        while (!HasEnded(postmaster))
            Thread.Sleep(1);
    }

    public void Dispose()
    {
        guard?.StandardInput.Close();
        guard?.WaitForExit();
        guard?.Dispose();
    }

    // An unreaped zombie has ended as well, which Process does not say of other processes' children.
    private static bool HasEnded(Process process)
    {
        if (!OperatingSystem.IsLinux())
            return process.HasExited;
        try
        {
            return File.ReadAllText(FormattableString.Invariant($"/proc/{process.Id}/cmdline")).Length == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
