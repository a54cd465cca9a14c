using System.Text.RegularExpressions;

namespace VillageLedger.EventStore.Embedded;

/// <summary>A folder with initdb, pg_ctl and postgres.</summary>
internal sealed partial record ServerPrograms(string Folder, int Major)
{
    /// <summary>The oldest major version whose SQL the ledger keeps to.</summary>
    public const int OldestMajor = 15;

    // "system" or "npm": keeps to one source, for tests of that source.
    private const string SourceVariable = "VILLAGELEDGER_PG";
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    public string Path(string program) => System.IO.Path.Combine(Folder, Executable(program));

    /// <summary>
    /// The system's programs, newest first; else the npm package. A data directory belongs to one major version for its life:
    /// where <paramref name="major"/> is given, only programs of that version will do.
    /// </summary>
    public static async Task<ServerPrograms> FindAsync(
        string? usedLast, int? major, string folder, Action<string>? progress, CancellationToken ct)
    {
        var source = Environment.GetEnvironmentVariable(SourceVariable);
        if (!string.IsNullOrEmpty(usedLast) && await LookAsync(usedLast, ct) is { } same && same.Major == major)
            return same;
        var found = source == "npm" ? [] : await OfSystemAsync(ct);
        if (found.FirstOrDefault(p => major is null || p.Major == major) is { } ofSystem)
            return ofSystem;
        var asked = major is { } m ? $"PostgreSQL {m}" : $"PostgreSQL >= {OldestMajor}";
        var seen = found.Count == 0 ? "none" : string.Join(", ", found.Select(p => $"{p.Major} ({p.Folder})"));
        if (source == "system" || (major is not null && major != NpmPackage.Major))
            throw new NoPostgresException($"needs {asked}; programs of the system: {seen}");
        return new(await NpmPackage.InstallAsync(folder, progress, ct), NpmPackage.Major);
    }

    private static async Task<List<ServerPrograms>> OfSystemAsync(CancellationToken ct)
    {
        var found = new List<ServerPrograms>();
        foreach (var folder in SearchPath.Folders.Concat(UsualFolders()).Distinct())
        {
            if (await LookAsync(folder, ct) is { } programs && programs.Major >= OldestMajor)
                found.Add(programs);
        }
        return [.. found.OrderByDescending(p => p.Major)];
    }

    // Debian keeps server programs off PATH, one folder per major version; so do Red Hat, Homebrew and the Windows installer.
    private static IEnumerable<string> UsualFolders() =>
        new[]
        {
            ("/usr/lib/postgresql", "*"), ("/usr", "pgsql-*"), ("/opt/homebrew/opt", "postgresql@*"), ("/usr/local/opt", "postgresql@*"),
            (System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*"),
        }
        .Where(place => Directory.Exists(place.Item1))
        .SelectMany(place => Directory.EnumerateDirectories(place.Item1, place.Item2))
        .Select(version => System.IO.Path.Combine(version, "bin"));

    private static async Task<ServerPrograms?> LookAsync(string folder, CancellationToken ct)
    {
        var programs = new ServerPrograms(folder, 0);
        if (!Needed.All(program => File.Exists(programs.Path(program))))
            return null;
        var (status, output) = await Command.TryAsync([programs.Path("postgres"), "--version"], ct);
        var version = Version().Match(output);
        return status == 0 && version.Success ? programs with { Major = int.Parse(version.Groups[1].Value, null) } : null;
    }

    private static string Executable(string program) => OperatingSystem.IsWindows() ? program + ".exe" : program;

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex Version();
}
