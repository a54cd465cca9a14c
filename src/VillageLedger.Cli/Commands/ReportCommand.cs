using System.CommandLine;
using VillageLedger.EventStore;
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

        command.Subcommands.Add(OperatingIncomeCommand());
        command.Subcommands.Add(TrialBalanceCommand());
        command.Subcommands.Add(MonthCheckCommand());
        return command;

        Command OperatingIncomeCommand()
        {
            var scopes = Enum.GetValues<IncomeScope>().ToDictionary(OperatingIncome.NameOf);
            var by = new Option<string>("--by") { Description = words["cli.report.by"], DefaultValueFactory = _ => OperatingIncome.NameOf(IncomeScope.Village), HelpName = "village|township|county" };
            by.AcceptOnlyFromAmong([.. scopes.Keys]);
            return Report("operating-income", [by], async (parsed, open, at, cancellation) =>
            {
                var period = clocks.Period(parsed) ?? throw new UsageException(words["cli.report.period-needed"]);
                return await OperatingIncome.ReadAsync(open.Models, at, period, scopes[parsed.GetValue(by)!], cancellation).ConfigureAwait(false);
            });
        }

        Command TrialBalanceCommand()
        {
            var book = BookOption();
            var level = new Option<int?>("--level") { Description = words["cli.report.level"], HelpName = "N" };
            level.Validators.Add(given =>
            {
                if (given.GetValueOrDefault<int?>() < 1) given.AddError(words["cli.report.level-invalid"]);
            });
            return Report("trial-balance", [book, level], (parsed, open, at, cancellation) =>
                TrialBalance.ReadAsync(open.Models, at, OwnerOf(parsed.GetValue(book)!), clocks.Period(parsed), parsed.GetValue(level), cancellation));
        }

        Command MonthCheckCommand()
        {
            var book = BookOption();
            return Report("month-check", [book], (parsed, open, at, cancellation) =>
                MonthCheckReport.ReadAsync(open.Models, at, OwnerOf(parsed.GetValue(book)!), clocks.SingleMonth(parsed), words.Language, cancellation));
        }

        Option<string> BookOption() => new("--book") { Description = words["cli.report.book"], Required = true, HelpName = "OWNER" };

        Owner OwnerOf(string text) => Owner.TryParse(text, out var owner) ? owner : throw new UsageException(words["cli.report.owner-invalid", ("value", text)]);

        Command Report(string name, IEnumerable<Option> options, Func<ParseResult, LedgerSession, LogMoment, CancellationToken, Task<ReportTable>> read)
        {
            var report = new Command(name, words["report." + name]);
            foreach (var option in options) report.Options.Add(option);
            report.SetAction(async (parsed, cancellation) =>
            {
                clocks.Check(parsed);
                await using var open = await LedgerSession.OpenAsync(session, parsed, cancellation).ConfigureAwait(false);
                var at = await clocks.MomentAsync(parsed, open.Log, cancellation).ConfigureAwait(false);
                var table = await read(parsed, open, at, cancellation).ConfigureAwait(false);
                Write(table, parsed.GetValue(session.Json) ? "json" : parsed.GetValue(format)!, words.Language);
                return ExitCode.Done;
            });
            return report;
        }
    }

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
