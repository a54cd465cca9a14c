using System.CommandLine;
using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Cli.Tests.History;

/// <summary>A report of the command line with its words, read in this process at any moment.</summary>
internal sealed class OpenReport : IAsyncDisposable
{
    private readonly LedgerSession session;
    private readonly ReportDefinition definition;
    private readonly ReportCall call;

    private OpenReport(LedgerSession session, ReportDefinition definition, ReportCall call) => (this.session, this.definition, this.call) = (session, definition, call);

    public ReadModels Models => session.Models;

    public EventLog Log => session.Log;

    /// <param name="words">The report's name and its options, as on the command line.</param>
    public static async Task<OpenReport> OfAsync(string database, params string[] words)
    {
        var texts = new Words(Language.Chinese);
        var (options, clocks) = (new SessionOptions(texts), new ClockOptions(texts));
        var definition = ReportCatalog.All(texts, clocks).Single(one => one.Name == words[0]);
        var command = new Command(definition.Name);
        foreach (var option in options.All.Concat(clocks.All).Concat(definition.Options)) command.Options.Add(option);
        var parsed = new RootCommand { command }.Parse([.. words.Where(word => word is not ("--json" or "--names")), "--db", database]);
        parsed.Errors.ShouldBeEmpty();
        var session = await options.OpenAsync(parsed, CancellationToken.None);
        var at = await session.Log.NewestAsync();
        return new(session, definition, new(parsed, session, at, clocks.Period(parsed), Language.Chinese, CancellationToken.None) { IsRestated = parsed.GetValue(clocks.Restated) });
    }

    public Task<ReportTable> ReadAsync(LogMoment at) => ReportRunner.ReadAsync(definition, call with { At = at }, [definition]);

    public async Task<LogMoment> AtAsync(long position) => (await Log.AtPositionAsync(position))!;

    public ValueTask DisposeAsync() => session.DisposeAsync();
}
