using System.CommandLine;

namespace VillageLedger.Cli;

/// <summary><c>./ledger explain REPORT …</c> and <c>./ledger diff REPORT …</c>: what makes a figure up, and what changed it. They take the options of the report.</summary>
internal static class HistoryCommands
{
    public static Command Explain(Words words, SessionOptions session)
    {
        var row = new Option<string?>("--row") { Description = words["cli.explain.row"], Recursive = true, HelpName = "KEY" };
        var column = new Option<string?>("--column") { Description = words["cli.explain.column"], Recursive = true, HelpName = "NAME" };
        return ReportCommand.OverReports("explain", words, session, [row, column], (definition, call, read) =>
            ReportHistory.ExplainAsync(call, read, call.Parsed.GetValue(row), call.Parsed.GetValue(column)));
    }

    public static Command Diff(Words words, SessionOptions session)
    {
        var from = WholeNumber.OfPosition("--from-position", words["cli.diff.from"], _ => words["cli.diff.position-invalid"]);
        from.Required = true;
        var to = WholeNumber.OfPosition("--to-position", words["cli.diff.to"], _ => words["cli.diff.position-invalid"]);
        return ReportCommand.OverReports("diff", words, session, [from, to], (definition, call, read) =>
            ReportHistory.DiffAsync(words, call, read, call.Parsed.GetValue(from)!.Value, call.Parsed.GetValue(to)));
    }
}
