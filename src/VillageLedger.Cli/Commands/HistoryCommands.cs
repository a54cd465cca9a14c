using System.CommandLine;
using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Cli;

/// <summary><c>./ledger explain REPORT …</c> and <c>./ledger diff REPORT …</c>: what makes a figure up, and what changed it. They take the options of the report.</summary>
internal static class HistoryCommands
{
    public static Command Explain(Words words, SessionOptions session)
    {
        var row = new Option<string?>("--row") { Description = words["cli.explain.row"], Recursive = true, HelpName = "KEY" };
        var column = new Option<string?>("--column") { Description = words["cli.explain.column"], Recursive = true, HelpName = "NAME" };
        return ReportCommand.OverReports("explain", words, session, [row, column], async (definition, call, read) =>
            await Reports.Explain.OfAsync(call.Models, read, call.At, call.Parsed.GetValue(row) ?? "", call.Parsed.GetValue(column) ?? "", call.Cancellation).ConfigureAwait(false));
    }

    public static Command Diff(Words words, SessionOptions session)
    {
        var from = WholeNumber.OfPosition("--from-position", words["cli.diff.from"], _ => words["cli.diff.position-invalid"]);
        from.Required = true;
        var to = WholeNumber.OfPosition("--to-position", words["cli.diff.to"], _ => words["cli.diff.position-invalid"]);
        return ReportCommand.OverReports("diff", words, session, [from, to], async (definition, call, read) =>
        {
            if (call.HasClock) throw new UsageException(words["cli.diff.no-clock"]);
            var (first, last) = (await ClockOptions.MomentAsync(call.Parsed.GetValue(from)!.Value, call.Session.Log, call.Cancellation).ConfigureAwait(false), call.At);
            if (call.Parsed.GetValue(to) is { } given) last = await ClockOptions.MomentAsync(given, call.Session.Log, call.Cancellation).ConfigureAwait(false);
            return await ReportDiff.OfAsync(call.Models, read, first, last, call.Cancellation).ConfigureAwait(false);
        });
    }
}
