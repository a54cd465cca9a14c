using System.CommandLine;
using System.Globalization;
using VillageLedger.EventStore.Embedded;

namespace VillageLedger.Cli;

/// <summary>Options that every command takes: where the data is, which language, whether the output is JSON.</summary>
internal sealed class SessionOptions(Words words)
{
    public const string DatabaseVariable = "VILLAGELEDGER_DB";
    public const string HomeVariable = "VILLAGELEDGER_HOME";

    public Option<string?> Connection { get; } = new("--db") { Description = words["cli.db"], Recursive = true, HelpName = "CONNECTION" };

    public Option<string?> Language { get; } = new("--lang") { Description = words["cli.lang"], Recursive = true, HelpName = "zh|en" };

    public Option<bool> Json { get; } = new("--json") { Description = words["cli.json"], Recursive = true };

    public IEnumerable<Option> All => [Connection, Language, Json];

    /// <summary>The given database, or null for the embedded one.</summary>
    public string? GivenConnection(ParseResult parsed) =>
        parsed.GetValue(Connection) ?? (Environment.GetEnvironmentVariable(DatabaseVariable) is { } given && !string.IsNullOrWhiteSpace(given) ? given : null);

    /// <summary>Where the embedded PostgreSQL lives.</summary>
    public static string Home =>
        Path.GetFullPath(Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } given ? given : Path.Combine(Checkout ?? Directory.GetCurrentDirectory(), ".ledger"));

    /// <summary>The folder of the script, when the program runs from a build beside it.</summary>
    private static string? Checkout
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "VillageLedger.sln"))) return folder.FullName;
            return null;
        }
    }

    /// <summary>Opens the ledger that the options name; starts the embedded PostgreSQL where it is needed.</summary>
    public async Task<LedgerSession> OpenAsync(ParseResult parsed, CancellationToken cancellation, string? county = null) =>
        await OpenAsync(await ConnectionAsync(parsed, "ledger", cancellation).ConfigureAwait(false), county, cancellation).ConfigureAwait(false);

    public static Task<LedgerSession> OpenAsync(string connection, string? county, CancellationToken cancellation) => LedgerSession.OpenAsync(
        connection, county, FactsProgress.Lines(new(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? VillageLedger.Language.English : VillageLedger.Language.Chinese)), cancellation);

    public async Task<string> ConnectionAsync(ParseResult parsed, string database, CancellationToken cancellation)
    {
        if (GivenConnection(parsed) is { } given) return Cli.GivenConnection.Of(given);
        var server = await EmbeddedPostgres.StartAsync(Home, progress: Console.Error.WriteLine, ct: cancellation).ConfigureAwait(false);
        return server.ConnectionString(database);
    }
}
