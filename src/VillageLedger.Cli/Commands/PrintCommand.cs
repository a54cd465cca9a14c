using System.CommandLine;
using VillageLedger.Reports;

namespace VillageLedger.Cli;

/// <summary><c>./ledger print voucher|vouchers|cover</c>: vouchers on paper forms, as known at a moment.</summary>
internal static class PrintCommand
{
    public static Command Of(Words words, SessionOptions session)
    {
        var command = new Command("print", words["cli.print"]);
        var clocks = new ClockOptions(words);
        var format = new Option<string>("--format") { Description = words["cli.print.format"], DefaultValueFactory = _ => "pdf", Recursive = true, HelpName = "html|pdf" };
        format.AcceptOnlyFromAmong([.. PrintedOutput.Formats]);
        var output = new Option<string?>("--output") { Description = words["cli.report.output"], HelpName = "FILE", Recursive = true };
        command.Options.Add(format);
        command.Options.Add(output);
        foreach (var option in clocks.All) command.Options.Add(option);
        command.Subcommands.Add(OfVoucher(words, Run));
        command.Subcommands.Add(OfMonth(words, clocks, Run));
        command.Subcommands.Add(OfCover(words, clocks, Run));
        return command;

        void Run(Command form, Func<ReportCall, Task<string>> page) => form.SetAction(async (parsed, cancellation) =>
        {
            clocks.Check(parsed);
            await using var open = await session.OpenAsync(parsed, cancellation).ConfigureAwait(false);
            var at = await clocks.MomentAsync(parsed, open.Log, cancellation).ConfigureAwait(false);
            var html = await page(new(parsed, open, at, clocks.Period(parsed), words.Language, cancellation)).ConfigureAwait(false);
            var bytes = await PrintedOutput.BytesAsync(html, parsed.GetValue(format)!, cancellation).ConfigureAwait(false);
            if (parsed.GetValue(output) is { } file) await WholeFile.WriteAsync(file, stream => stream.WriteAsync(bytes, cancellation).AsTask(), cancellation).ConfigureAwait(false);
            else await WriteAsync(bytes, cancellation).ConfigureAwait(false);
            return ExitCode.Done;
        });
    }

    private static async Task WriteAsync(byte[] bytes, CancellationToken cancellation)
    {
        await using var standard = Console.OpenStandardOutput();
        await standard.WriteAsync(bytes, cancellation).ConfigureAwait(false);
    }

    private static Command OfVoucher(Words words, Action<Command, Func<ReportCall, Task<string>>> run)
    {
        var voucher = new Option<string>("--voucher") { Description = words["cli.report.voucher"], Required = true, HelpName = "ID" };
        var names = ReportOptions.Names(words);
        var command = new Command("voucher", words["cli.print.voucher"]) { voucher, names };
        run(command, call => FormsOf(words, call).OneAsync(new(call.Parsed.GetValue(voucher)!), call.Persons(names)));
        return command;
    }

    private static Command OfMonth(Words words, ClockOptions clocks, Action<Command, Func<ReportCall, Task<string>>> run)
    {
        var (book, names) = (ReportOptions.Book(words), ReportOptions.Names(words));
        var numbers = new Option<string?>("--numbers") { Description = words["cli.print.numbers"], HelpName = "1-20" };
        var type = new Option<string?>("--type") { Description = words["cli.print.type"], HelpName = "记" };
        var command = new Command("vouchers", words["cli.print.vouchers"]) { book, numbers, type, names };
        run(command, call => FormsOf(words, call).MonthAsync(
            ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), MonthOf(words, clocks, call), call.Parsed.GetValue(numbers), call.Parsed.GetValue(type), call.Persons(names)));
        return command;
    }

    private static Command OfCover(Words words, ClockOptions clocks, Action<Command, Func<ReportCall, Task<string>>> run)
    {
        var book = ReportOptions.Book(words);
        var command = new Command("cover", words["cli.print.cover"]) { book };
        run(command, call => FormsOf(words, call).CoverAsync(ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), MonthOf(words, clocks, call)));
        return command;
    }

    private static Month MonthOf(Words words, ClockOptions clocks, ReportCall call) => clocks.SingleMonth(call.Parsed) ?? throw new UsageException(words["cli.print.month-needed"]);

    private static PrintedVouchers FormsOf(Words words, ReportCall call) => new(words, call.Models, call.At, call.Cancellation);
}
