using System.CommandLine;
using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Cli;

/// <summary><c>./ledger report NAME</c>: a report of a period, as known at a moment.</summary>
internal static class ReportCommand
{
    public static Command Of(Words words, SessionOptions session)
    {
        var check = new Option<FileInfo?>("--check") { Description = words["cli.check"], Recursive = true, HelpName = "FILE" };
        return OverReports("report", words, session, [check], async (definition, call, read) => await read(call.At).ConfigureAwait(false), (definition, call, read) =>
            call.Parsed.GetValue(check) is { } file ? ReportCheck.RunAsync(words, definition, call, read, file) : null);
    }

    /// <summary>A command with a subcommand for every report, taking the report's options and its own.</summary>
    /// <param name="instead">What it does in place of printing; null where it prints.</param>
    /// <param name="make">What it prints, given the report as it reads at any moment with the options of the call.</param>
    internal static Command OverReports(
        string name, Words words, SessionOptions session, IReadOnlyList<Option> own, Func<ReportDefinition, ReportCall, Func<LogMoment, Task<ReportTable>>, Task<ReportTable>> make,
        Func<ReportDefinition, ReportCall, Func<LogMoment, Task<ReportTable>>, Task<int>?>? instead = null)
    {
        var command = new Command(name, words["cli." + name]);
        var clocks = new ClockOptions(words);
        var format = new Option<string>("--format") { Description = words["cli.format"], DefaultValueFactory = _ => "table", Recursive = true };
        format.AcceptOnlyFromAmong(["table", "json", "csv", "xlsx", .. PrintedOutput.Formats]);
        command.Options.Add(format);
        var target = new ReportTarget(words);
        foreach (var option in clocks.All.Concat(target.All).Concat(own)) command.Options.Add(option);
        var all = ReportCatalog.All(words, clocks).ToList();
        foreach (var definition in all)
        {
            var report = new Command(definition.Name, words["report." + definition.Name]);
            foreach (var option in definition.Options) report.Options.Add(option);
            report.SetAction(async (parsed, cancellation) =>
            {
                clocks.Check(parsed);
                await using var open = await session.OpenAsync(parsed, cancellation).ConfigureAwait(false);
                var at = await clocks.MomentAsync(parsed, open.Log, cancellation).ConfigureAwait(false);
                var call = new ReportCall(parsed, open, at, clocks.Period(parsed), words.Language, cancellation) { IsRestated = parsed.GetValue(clocks.Restated), HasClock = clocks.HasMoment(parsed) };
                if (instead?.Invoke(definition, call, ReadAsync) is { } other) return await other.ConfigureAwait(false);
                var table = await make(definition, call, ReadAsync).ConfigureAwait(false);
                table = table with { Fingerprint = await ReportFingerprint.OfAsync(table, open.Log, cancellation).ConfigureAwait(false) };
                await target.WriteAsync(parsed, table, parsed.GetValue(session.Json) ? "json" : parsed.GetValue(format)!, WriteAsync, cancellation).ConfigureAwait(false);
                return ExitCode.Done;

                Task<ReportTable> ReadAsync(LogMoment moment) => ReportRunner.ReadAsync(definition, call with { At = moment }, all);

                Task WriteAsync(Stream output, ReportTable asked, string chosen, Language language) =>
                    PrintedOutput.Formats.Contains(chosen) ? PrintedOutput.WriteAsync(output, open.Models, asked, chosen, language, cancellation) : Task.Run(() => Write(output, asked, chosen, language), cancellation);
            });
            command.Subcommands.Add(report);
        }

        return command;
    }

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
