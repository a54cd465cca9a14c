using System.Diagnostics;

namespace VillageLedger.Cli.Tests;

/// <summary>LibreOffice without a screen, with a profile of its own, so that it neither waits for another one nor asks anything. The script <c>ledger</c> installs it; where it is missing the test fails.</summary>
internal static class LibreOffice
{
    /// <summary>UTF-8, comma, quotes where needed, cells as numbers and texts.</summary>
    private const string Csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";

    /// <summary>Converts workbooks to CSV beside each other, all by one process; what it had to say beside the names is the answer.</summary>
    public static async Task<string> ConvertAsync(string folder, IReadOnlyList<string> files)
    {
        var profile = Path.Combine(folder, "profile");
        var start = new ProcessStartInfo("soffice", [$"-env:UserInstallation={new Uri(profile)}", "--headless", "--norestore", "--convert-to", Csv, "--outdir", folder, .. files])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start).ShouldNotBeNull();
        var (output, trouble) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await process.WaitForExitAsync(limit.Token);
        process.ExitCode.ShouldBe(0, await trouble);
        // Java is for databases and wizards, not for sheets.
        return string.Join('\n', (await output + await trouble).Split('\n').Where(line => line.Length > 0 && !line.StartsWith("convert ", StringComparison.Ordinal) && !line.StartsWith("Overwriting:", StringComparison.Ordinal) && !line.Contains("javaldx", StringComparison.Ordinal)));
    }
}
