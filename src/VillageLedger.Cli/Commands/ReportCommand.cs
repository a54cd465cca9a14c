using System.CommandLine;
using VillageLedger.Reports;

namespace VillageLedger.Cli;

/// <summary><c>./ledger report NAME</c>: a report of a period, as known at a moment.</summary>
internal static class ReportCommand
{
    public static Command Of(Words words, SessionOptions session)
    {
        var command = new Command("report", words["cli.report"]);
        var clocks = new ClockOptions(words);
        var format = new Option<string>("--format") { Description = words["cli.format"], DefaultValueFactory = _ => "table", Recursive = true };
        format.AcceptOnlyFromAmong(["table", "json", "csv", "xlsx", .. PrintedOutput.Formats]);
        command.Options.Add(format);
        var target = new ReportTarget(words);
        foreach (var option in target.All) command.Options.Add(option);
        foreach (var option in clocks.All) command.Options.Add(option);

        foreach (var definition in All(words, clocks)) command.Subcommands.Add(CommandOf(definition));
        return command;

        Command CommandOf(ReportDefinition definition)
        {
            var report = new Command(definition.Name, words["report." + definition.Name]);
            foreach (var option in definition.Options) report.Options.Add(option);
            report.SetAction(async (parsed, cancellation) =>
            {
                clocks.Check(parsed);
                await using var open = await LedgerSession.OpenAsync(session, parsed, cancellation).ConfigureAwait(false);
                var at = await clocks.MomentAsync(parsed, open.Log, cancellation).ConfigureAwait(false);
                var table = await definition.Read(new(parsed, open, at, clocks.Period(parsed), words.Language, cancellation)).ConfigureAwait(false);
                await target.WriteAsync(parsed, table, parsed.GetValue(session.Json) ? "json" : parsed.GetValue(format)!, WriteAsync, cancellation).ConfigureAwait(false);
                return ExitCode.Done;

                Task WriteAsync(Stream output, ReportTable asked, string chosen, Language language) =>
                    PrintedOutput.Formats.Contains(chosen) ? PrintedOutput.WriteAsync(output, open.Models, asked, chosen, language, cancellation) : Task.Run(() => Write(output, asked, chosen, language), cancellation);
            });
            return report;
        }
    }

    internal static IEnumerable<ReportDefinition> All(Words words, ClockOptions clocks) =>
    [
        .. BookReports.All(words, clocks),
        .. StatementReports.All(words),
        .. StatisticsReports.All(words),
        .. LedgerReports.All(words),
        .. CorrectionReports.All(words),
        .. ConversionReports.All(words),
        .. CashReports.All(words, clocks),
        .. ClaimReports.All(words),
        .. ContractReports.All(words),
        .. AssetReports.All(words, clocks),
        .. PlaceReports.All(words),
        .. VentureReports.All(words),
        .. HolderReports.All(words),
        .. CompanyReports.All(words),
    ];

    /// <summary>A report in a format that is no table.</summary>
    /// <param name="output">Can be read and sought in.</param>
    private static void Write(Stream output, ReportTable table, string format, Language language)
    {
        switch (format)
        {
            case "json":
                ReportJson.Write(output, table);
                output.WriteByte((byte)'\n');
                break;
            case "csv": ReportCsv.Write(output, table); break;
            default: ReportXlsx.Write(output, table, language); break;
        }
    }
}
