using System.Diagnostics;
using System.Runtime.InteropServices;

namespace VillageLedger.Reports;

/// <summary>No Chromium was found: whoever asks for PDF is told which package it comes in.</summary>
public sealed class NoChromiumException(string details) : Exception(details);

/// <summary>Chromium ended without a PDF.</summary>
public sealed class PrintFailedException(string details) : Exception(details);

/// <summary>
/// Turns a page into a PDF by a Chromium without a window: a process of its own for each page, with a profile that is thrown away, no network and no script. What it leaves in its temporary folder,
/// which only this user can read, is removed whatever happens.
/// </summary>
public static class Chromium
{
    /// <summary>Names another program than the one on the path.</summary>
    public const string Variable = "VILLAGELEDGER_CHROMIUM";

    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>A page of tens of thousands of rows takes a minute; what takes longer than this hangs.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <exception cref="NoChromiumException">There is none.</exception>
    /// <exception cref="PrintFailedException">It did not print within five minutes, or not at all.</exception>
    public static Task<byte[]> PrintAsync(string html, CancellationToken cancellation = default) =>
        PrintAsync(Find(Environment.GetEnvironmentVariable(Variable), Environment.GetEnvironmentVariable("PATH")), html, Limit, cancellation);

    internal static async Task<byte[]> PrintAsync(string program, string html, TimeSpan limit, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("villageledger-print-");
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "page.pdf"));
            await File.WriteAllTextAsync(page, html, cancellation).ConfigureAwait(false);
            await RunAsync(program, folder.FullName, page, pdf, limit, cancellation).ConfigureAwait(false);
            return await File.ReadAllBytesAsync(pdf, cancellation).ConfigureAwait(false);
        }
        finally
        {
            await RemoveAsync(folder).ConfigureAwait(false);
        }
    }

    /// <param name="given">A program that was named; null or empty: looked for on the path.</param>
    internal static string Find(string? given, string? path)
    {
        if (!string.IsNullOrWhiteSpace(given)) return File.Exists(given) ? given : throw new NoChromiumException(given);
        var found = (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Programs.Select(program => Path.Combine(folder, RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? program + ".exe" : program)))
            .FirstOrDefault(File.Exists);
        return found ?? throw new NoChromiumException(string.Join(", ", Programs));
    }

    private static async Task RunAsync(string program, string folder, string page, string pdf, TimeSpan most, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, Flags(folder, page, pdf)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        // Where programs that know nothing of the profile put things.
        foreach (var variable in (string[])["XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"]) start.Environment[variable] = folder;
        start.Environment["DBUS_SESSION_BUS_ADDRESS"] = "disabled:";
        using var process = Process.Start(start) ?? throw new PrintFailedException(program);
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(most);
        try
        {
            // Its children may keep the streams open when it has ended: what counts is its end and the file.
            var trouble = process.StandardError.ReadToEndAsync(limit.Token);
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            if (process.ExitCode != 0 || !File.Exists(pdf)) throw new PrintFailedException($"{program}: {process.ExitCode} {LastLine(await trouble.ConfigureAwait(false))}");
            await output.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new PrintFailedException($"{program}: {most}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static string[] Flags(string folder, string page, string pdf) =>
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-breakpad",
        "--no-first-run", "--no-default-browser-check", "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={Path.Combine(folder, "profile")}",
        "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri,
    ];

    private static string LastLine(string trouble) => trouble.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";

    /// <summary>A process that was killed may still write for a moment.</summary>
    private static async Task RemoveAsync(DirectoryInfo folder)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (IOException) when (attempt < 20)
            {
                await Task.Delay(50).ConfigureAwait(false);
            }
        }
    }
}
