using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace VillageLedger.Cli.Tests;

/// <summary>The program as users start it: a process of its own with its words, its streams and its exit status.</summary>
internal static class LedgerProgram
{
    /// <summary>As it is built beside the tests, in its own folder: what the tests' own folder lacks, it has.</summary>
    public static readonly string Path = Built();

    public static Task<Ran> RunAsync(string? database, params string[] words) => RunAsync(database, null, words);

    /// <summary>Runs a command to its end, which must come within two minutes.</summary>
    /// <param name="input">Standard input.</param>
    public static async Task<Ran> RunAsync(string? database, byte[]? input, params string[] words)
    {
        using var process = Start(database, words);
        var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        var trouble = process.StandardError.ReadToEndAsync();
        try
        {
            if (input is not null) await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A command that ends before it has read everything closes the pipe.
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(limit.Token);
        await reading;
        return new(process.ExitCode, output.ToArray(), await trouble);
    }

    /// <summary>Starts a command whose streams the caller holds. A database that is not given is looked for where there is none.</summary>
    public static Process Start(string? database, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path, .. words, .. database is null ? (string[])[] : ["--db", database]])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var variable in (string[])["LC_ALL", "LC_MESSAGES", "VILLAGELEDGER_DB"]) start.Environment.Remove(variable);
        start.Environment["LANG"] = "zh_CN.UTF-8";
        start.Environment["VILLAGELEDGER_HOME"] = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "villageledger-none");
        return Process.Start(start)!;
    }

    private static string Built()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(System.IO.Path.DirectorySeparatorChar));
        var configuration = framework.Parent!;
        var root = configuration.Parent!.Parent!.Parent!.Parent!;
        var builds = System.IO.Path.Combine(root.FullName, "src", "VillageLedger.Cli", "bin", configuration.Name);
        var (built, ahead) = (new DirectoryInfo(System.IO.Path.Combine(builds, framework.Name)), new FileInfo(System.IO.Path.Combine(builds, "ahead", "done")));
        // The same program compiled ahead of time, where it is of this build: every command starts in half the time.
        var isAhead = ahead.Exists && built.EnumerateFiles("*.dll").All(file => file.LastWriteTimeUtc <= ahead.LastWriteTimeUtc);
        return System.IO.Path.Combine(isAhead ? ahead.DirectoryName! : built.FullName, "ledger.dll");
    }
}

/// <summary>What a command left behind.</summary>
internal sealed record Ran(int Exit, byte[] Output, string Trouble)
{
    public string Text => Encoding.UTF8.GetString(Output);

    /// <summary>One JSON document a line.</summary>
    public IReadOnlyList<JsonElement> Lines => [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public JsonElement Json => Lines.Single();

    /// <summary>The cells of a report's rows in the order in which they stand, blanks between.</summary>
    public IReadOnlyList<string> Rows => [.. Json.GetProperty("rows").EnumerateArray().Select(row => string.Join(' ', row.EnumerateObject().Select(cell => cell.Value.ToString())))];

    public Ran Exits(int status)
    {
        Exit.ShouldBe(status, Trouble + Text);
        return this;
    }
}
