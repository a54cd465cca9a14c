using System.CommandLine;
using System.Globalization;
using System.Reflection;
using VillageLedger.EventStore;
using VillageLedger.EventStore.Embedded;
using VillageLedger.Reports;
using VillageLedger.Requests;

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
}

/// <summary>An open ledger: the log, whoever carries requests out, and the read models.</summary>
internal sealed class LedgerSession : IAsyncDisposable
{
    private LedgerSession(EventLog log) => (Log, Requests, Models) = (log, new(log), new(log) { Filling = FactsProgress.Lines(new(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? Language.English : Language.Chinese)) });

    public EventLog Log { get; }

    public RequestRunner Requests { get; }

    public ReadModels Models { get; }

    public static string Program { get; } = $"VillageLedger/{typeof(LedgerSession).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion}";

    /// <summary>Opens the ledger that the options name; starts the embedded PostgreSQL where it is needed.</summary>
    public static async Task<LedgerSession> OpenAsync(SessionOptions options, ParseResult parsed, CancellationToken cancellation, string? county = null)
    {
        return await OpenAsync(await ConnectionAsync(options, parsed, "ledger", cancellation).ConfigureAwait(false), county, cancellation).ConfigureAwait(false);
    }

    public static async Task<LedgerSession> OpenAsync(string connection, string? county, CancellationToken cancellation)
    {
        var session = new LedgerSession(await EventLog.OpenAsync(new(connection, Program, county), cancellation).ConfigureAwait(false));
        await session.Requests.AdoptRulesAsync(cancellation).ConfigureAwait(false);
        return session;
    }

    public static async Task<string> ConnectionAsync(SessionOptions options, ParseResult parsed, string database, CancellationToken cancellation)
    {
        if (options.GivenConnection(parsed) is { } given) return GivenConnection.Of(given);
        var server = await EmbeddedPostgres.StartAsync(SessionOptions.Home, progress: Console.Error.WriteLine, ct: cancellation).ConfigureAwait(false);
        return server.ConnectionString(database);
    }

    public async ValueTask DisposeAsync()
    {
        await Models.DisposeAsync().ConfigureAwait(false);
        await Requests.DisposeAsync().ConfigureAwait(false);
        await Log.DisposeAsync().ConfigureAwait(false);
    }
}
