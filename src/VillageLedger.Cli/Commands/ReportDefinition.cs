using System.CommandLine;
using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Cli;

/// <summary>A report as the command line offers it; its text stands in the texts as <c>report.{name}</c>.</summary>
internal sealed record ReportDefinition(string Name, IReadOnlyList<Option> Options, Func<ReportCall, Task<ReportTable>> Read);

/// <summary>One call of a report.</summary>
/// <param name="Period">Null when none was given.</param>
internal sealed record ReportCall(ParseResult Parsed, LedgerSession Session, LogMoment At, Period? Period, Language Language, CancellationToken Cancellation)
{
    public ReadModels Models => Session.Models;
}
