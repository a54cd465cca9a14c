using System.ComponentModel;
using System.Diagnostics;

namespace VillageLedger.EventStore.Embedded;

/// <summary>Runs one program to its end, without a terminal and without a shell's reading of its arguments.</summary>
internal static class Command
{
    /// <summary>Exit status and both outputs together; status 127 where the program does not exist.</summary>
    public static async Task<(int Status, string Output)> TryAsync(
        IReadOnlyList<string> words, CancellationToken ct, string? folder = null)
    {
        using var process = new Process { StartInfo = Start(words, folder) };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return (127, e.Message);
        }
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>The output; any other end than status 0 is a <see cref="PostgresStartException"/>.</summary>
    public static async Task<string> RunAsync(IReadOnlyList<string> words, CancellationToken ct, string? folder = null)
    {
        var (status, output) = await TryAsync(words, ct, folder);
        return status == 0
            ? output
            : throw new PostgresStartException(FormattableString.Invariant($"{string.Join(' ', words)} ({status}): {output.Trim()}"));
    }

    /// <summary>
    /// Windows only: a program whose children outlive it. Started by the shell service it inherits no handle, or the server would
    /// keep the caller's pipes open and <c>for /f</c> would wait for ever.
    /// </summary>
    public static async Task<int> RunDetachedOnWindowsAsync(IReadOnlyList<string> words, CancellationToken ct)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1)) { UseShellExecute = true, WindowStyle = ProcessWindowStyle.Hidden };
        using var process = Process.Start(start) ?? throw new PostgresStartException(words[0]);
        await process.WaitForExitAsync(ct);
        return process.ExitCode;
    }

    private static ProcessStartInfo Start(IReadOnlyList<string> words, string? folder)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The caller's folder may be closed to the server's user; initdb refuses to run where it cannot look.
            WorkingDirectory = folder ?? Path.GetPathRoot(Environment.CurrentDirectory),
        };
        foreach (var name in start.Environment.Keys.Where(IsPostgresVariable).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    // PGDATA, PGPORT, PGOPTIONS … of the caller's shell would change what the server programs do.
    private static bool IsPostgresVariable(string name) => name.StartsWith("PG", StringComparison.OrdinalIgnoreCase);
}
