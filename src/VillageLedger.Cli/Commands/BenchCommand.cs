using System.CommandLine;

namespace VillageLedger.Cli;

/// <summary><c>./ledger bench append|rebuild|report|dividend|close</c>: figures with their baselines of the same run.</summary>
internal static class BenchCommand
{
    public static Command Of(Words words, SessionOptions session)
    {
        var seconds = new Option<int>("--seconds") { Description = words["cli.bench.seconds"], DefaultValueFactory = _ => 5, Recursive = true };
        var quick = new Option<bool>("--quick") { Description = words["cli.bench.quick"], Recursive = true };
        var command = new Command("bench", words["cli.bench"]) { seconds, quick };
        Add("append", (server, parsed) => AppendBench.RunAsync(server, parsed.GetValue(seconds), parsed.GetValue(quick), Print, Console.Error.WriteLine));
        Add("rebuild", (server, parsed) => RebuildBench.RunAsync(server, parsed.GetValue(quick), Print, Console.Error.WriteLine));
        Add("close", (server, parsed) => CloseBench.RunAsync(server, parsed.GetValue(quick), Print, Console.Error.WriteLine));
        Add("dividend", (server, parsed) => DividendBench.RunAsync(server, parsed.GetValue(quick), Print, Console.Error.WriteLine));
        Add("report", (server, parsed) => ReportBench.RunAsync(server, parsed.GetValue(quick), Print, Console.Error.WriteLine));
        return command;

        void Add(string name, Func<string, ParseResult, Task> run)
        {
            var bench = new Command(name, words["cli.bench." + name]);
            bench.SetAction(async (parsed, cancellation) =>
            {
                await run(await LedgerSession.ConnectionAsync(session, parsed, "postgres", cancellation).ConfigureAwait(false), parsed).ConfigureAwait(false);
                return ExitCode.Done;
            });
            command.Subcommands.Add(bench);
        }

        static void Print(Measure measure) => Console.WriteLine(measure.ToJson());
    }
}
