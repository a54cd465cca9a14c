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
        format.AcceptOnlyFromAmong("table", "json", "csv", "xlsx");
        command.Options.Add(format);
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
                Write(table, parsed.GetValue(session.Json) ? "json" : parsed.GetValue(format)!, words.Language);
                return ExitCode.Done;
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

    private static void Write(ReportTable table, string format, Language language)
    {
        if (format == "table")
        {
            ReportText.Write(table, language);
            return;
        }

        using var output = Console.OpenStandardOutput();
        using var bytes = new MemoryStream();
        switch (format)
        {
            case "json": ReportJson.Write(bytes, table); break;
            case "csv": ReportCsv.Write(bytes, table); break;
            default: ReportXlsx.Write(bytes, table, language); break;
        }

        if (format == "json") bytes.WriteByte((byte)'\n');
        output.Write(bytes.ToArray());
    }
}
