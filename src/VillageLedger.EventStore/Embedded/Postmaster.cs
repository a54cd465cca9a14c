using System.ComponentModel;
using System.Diagnostics;

namespace VillageLedger.EventStore.Embedded;

/// <summary>What <c>postmaster.pid</c> of a data directory says, and whether it is still true.</summary>
/// <param name="Pid">Process id of the server; may have gone to another process since.</param>
/// <param name="DataAtStart">The data directory's path when the server started.</param>
/// <param name="Port">Its TCP port.</param>
/// <param name="State">"starting", "ready", "stopping" …; empty while the file is being written.</param>
internal sealed record Postmaster(int Pid, string DataAtStart, int Port, string State)
{
    // Lines of the file, from 0: pid, data directory, start time, port, socket directory, listen address, shared memory, state.
    private const int DataLine = 1;
    private const int PortLine = 3;
    private const int StateLine = 7;

    public bool IsReady => State == "ready";

    public static string FileIn(string data) => Path.Combine(data, "postmaster.pid");

    /// <summary>Null where no server runs on this data directory, whatever a left-over file says.</summary>
    public static Postmaster? RunningOn(string data) => Read(data) is { } found && found.Serves(data) ? found : null;

    /// <summary>Null where there is no file or not yet a whole first line.</summary>
    public static Postmaster? Read(string data)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(FileIn(data));
        }
        catch (IOException)
        {
            return null;
        }
        if (lines.Length == 0 || !int.TryParse(lines[0], out var pid))
            return null;
        _ = int.TryParse(lines.ElementAtOrDefault(PortLine), out var port);
        return new(pid, lines.ElementAtOrDefault(DataLine) ?? "", port, lines.ElementAtOrDefault(StateLine)?.Trim() ?? "");
    }

    /// <summary>
    /// Removes a file whose process is certainly no server of this directory. PostgreSQL itself takes any living process of the
    /// same user for one (a number used again, an unreaped zombie) and would refuse to start for ever. It still finds a server's
    /// orphans by their shared memory.
    /// </summary>
    public static void RemoveLeftOver(string data)
    {
        if (File.Exists(FileIn(data)) && RunningOn(data) is null)
            File.Delete(FileIn(data));
    }

    private bool Serves(string data)
    {
        if (!OperatingSystem.IsLinux())
            return IsPostgresProcess() && !FreePort.IsFree(Port);
        var words = CommandLine();
        if (words.Length == 0 || !Path.GetFileName(words[0]).StartsWith("postgres", StringComparison.Ordinal))
            return false;
        var at = Array.IndexOf(words, "-D");
        var serves = at > 0 && at + 1 < words.Length ? words[at + 1] : "";
        // A home that was moved under a running server; a copied home's original still stands where it was.
        return serves == data || (serves == DataAtStart && !Directory.Exists(serves));
    }

    // Empty for a zombie and for a process that ended. Readable for everybody, unlike the process's folder.
    private string[] CommandLine()
    {
        try
        {
            return File.ReadAllText(FormattableString.Invariant($"/proc/{Pid}/cmdline")).Split('\0');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private bool IsPostgresProcess()
    {
        try
        {
            using var process = Process.GetProcessById(Pid);
            return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }
}
