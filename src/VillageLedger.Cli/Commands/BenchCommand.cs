using System.CommandLine;

namespace VillageLedger.Cli;

/// <summary><c>./ledger bench append|rebuild|report|dividend|close|web</c>: figures with their baselines of the same run.</summary>
internal static class BenchCommand
{
    public static Command Of(Words words, SessionOptions session)
    {
        var seconds = new Option<int>("--seconds") { Description = words["cli.bench.seconds"], DefaultValueFactory = _ => 5, Recursive = true };
        var quick = new Option<bool>("--quick") { Description = words["cli.bench.quick"], Recursive = true };
        var events = new Option<long?>("--events") { Description = words["cli.bench.events"], HelpName = "N" };
        var villages = new Option<int>("--villages") { Description = words["cli.bench.villages"], DefaultValueFactory = _ => 300, HelpName = "N" };
        var command = new Command("bench", words["cli.bench"]) { seconds, quick };
        Add("append", (server, parsed) => AppendBench.RunAsync(server, parsed.GetValue(seconds), parsed.GetValue(quick), Print, Console.Error.WriteLine));
        Add("rebuild", (server, parsed) => RebuildBench.RunAsync(server, parsed.GetValue(quick), Print, Console.Error.WriteLine));
        Add("close", (server, parsed) => CloseBench.RunAsync(server, parsed.GetValue(quick), Print, Console.Error.WriteLine));
        Add("dividend", (server, parsed) => DividendBench.RunAsync(server, parsed.GetValue(quick), Print, Console.Error.WriteLine));
        Add("report", ReportsAsync, events, villages);
        Add("web", WebAsync, events);
        return command;

        // Without a number of events, the small measures only.
        async Task ReportsAsync(string server, ParseResult parsed)
        {
            if (parsed.GetValue(events) is not { } asked)
            {
                await ReportBench.RunAsync(server, parsed.GetValue(quick), Print, Console.Error.WriteLine).ConfigureAwait(false);
                return;
            }

            await using var database = await BenchDatabase.CreateAsync(server).ConfigureAwait(false);
            await using var open = await SessionOptions.OpenAsync(database.Connection, DemoData.County, CancellationToken.None).ConfigureAwait(false);
            await new CountyBench(open, database.Connection, parsed.GetValue(villages), Print, Console.Error.WriteLine)
                .RunAsync(asked, parsed.GetValue(quick) ? 30 : 200, parsed.GetValue(seconds), CancellationToken.None).ConfigureAwait(false);
        }

        async Task WebAsync(string server, ParseResult parsed)
        {
            await using var database = await BenchDatabase.CreateAsync(server).ConfigureAwait(false);
            await using var open = await SessionOptions.OpenAsync(database.Connection, DemoData.County, CancellationToken.None).ConfigureAwait(false);
            await new WebBench(open, database.Connection, Print, Console.Error.WriteLine)
                .RunAsync(parsed.GetValue(events) ?? (parsed.GetValue(quick) ? 40_000 : 300_000), parsed.GetValue(seconds), CancellationToken.None).ConfigureAwait(false);
        }

        void Add(string name, Func<string, ParseResult, Task> run, params IReadOnlyList<Option> options)
        {
            var bench = new Command(name, words["cli.bench." + name]);
            foreach (var option in options) bench.Options.Add(option);
            bench.SetAction(async (parsed, cancellation) =>
            {
                await run(await session.ConnectionAsync(parsed, "postgres", cancellation).ConfigureAwait(false), parsed).ConfigureAwait(false);
                return ExitCode.Done;
            });
            command.Subcommands.Add(bench);
        }

        static void Print(Measure measure) => Console.WriteLine(measure.ToJson());
    }
}
