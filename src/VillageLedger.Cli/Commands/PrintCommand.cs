using System.CommandLine;
using System.Globalization;
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
        run(command, async call =>
        {
            var table = await VoucherReport.ReadAsync(call.Models, call.At, new(call.Parsed.GetValue(voucher)!), call.Persons(names), call.Cancellation).ConfigureAwait(false);
            return VoucherHtml.Of([(table, await PrintHeading.ReadAsync(call.Models, table, call.Cancellation).ConfigureAwait(false))], call.Language);
        });
        return command;
    }

    private static Command OfMonth(Words words, ClockOptions clocks, Action<Command, Func<ReportCall, Task<string>>> run)
    {
        var (book, names) = (ReportOptions.Book(words), ReportOptions.Names(words));
        var numbers = new Option<string?>("--numbers") { Description = words["cli.print.numbers"], HelpName = "1-20" };
        var type = new Option<string?>("--type") { Description = words["cli.print.type"], HelpName = "记" };
        var command = new Command("vouchers", words["cli.print.vouchers"]) { book, numbers, type, names };
        run(command, async call =>
        {
            var (owner, month, (first, last), only) = (ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), MonthOf(words, clocks, call), RangeOf(words, call.Parsed.GetValue(numbers)), call.Parsed.GetValue(type));
            var tables = await VoucherReport.ReadMonthAsync(
                call.Models, call.At, owner, month, (of, number) => number >= first && number <= last && (only is null || of == only), call.Persons(names), call.Cancellation).ConfigureAwait(false);
            if (tables.Count == 0) throw new ReportRefusedException(Refusal.Of(RefusalCode.VoucherUnknown, ("voucher", $"{owner} {month} {only}{(only is null ? "" : "-")}{call.Parsed.GetValue(numbers)}".TrimEnd())));
            var heading = await PrintHeading.ReadAsync(call.Models, tables[0], call.Cancellation).ConfigureAwait(false);
            return VoucherHtml.Of([.. tables.Select(table => (table, heading))], call.Language);
        });
        return command;
    }

    private static Command OfCover(Words words, ClockOptions clocks, Action<Command, Func<ReportCall, Task<string>>> run)
    {
        var book = ReportOptions.Book(words);
        var command = new Command("cover", words["cli.print.cover"]) { book };
        run(command, async call =>
        {
            var month = MonthOf(words, clocks, call);
            var table = await VoucherSummary.ReadAsync(call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), new(month, month), cancellation: call.Cancellation).ConfigureAwait(false);
            return VoucherCoverHtml.Of(table, await PrintHeading.ReadAsync(call.Models, table, call.Cancellation).ConfigureAwait(false), call.Language);
        });
        return command;
    }

    private static Month MonthOf(Words words, ClockOptions clocks, ReportCall call) => clocks.SingleMonth(call.Parsed) ?? throw new UsageException(words["cli.print.month-needed"]);

    /// <summary><c>5</c>, <c>1-20</c>; null: all.</summary>
    private static (int First, int Last) RangeOf(Words words, string? text)
    {
        if (text is null) return (1, int.MaxValue);
        var parts = text.Split('-');
        return parts.Length <= 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && first is >= 1 && first <= last
            ? (first, last) : throw new UsageException(words["cli.print.numbers-invalid", ("value", text)]);
    }
}
