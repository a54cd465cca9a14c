using System.CommandLine;
using System.Text;
using VillageLedger.Reports;

namespace VillageLedger.Cli;

/// <summary><c>./ledger export journal</c>.</summary>
internal static class ExportCommand
{
    public static Command Of(Words words, SessionOptions session)
    {
        var formats = Enum.GetValues<JournalFormat>().ToDictionary(known => known.ToString().ToLowerInvariant());
        var format = new Option<string>("--format") { Description = words["cli.export.format"], Required = true, HelpName = "hledger|beancount" };
        format.AcceptOnlyFromAmong([.. formats.Keys]);
        var book = new Option<string?>("--book") { Description = words["cli.export.book"], HelpName = "OWNER" };
        var journal = new Command("journal", words["cli.export.journal"]) { format, book };
        journal.SetAction(async (parsed, cancellation) =>
        {
            Owner? owner = null;
            if (parsed.GetValue(book) is { } given) owner = Owner.TryParse(given, out var known) ? known : throw new UsageException(words["cli.report.owner-invalid", ("value", given)]);
            await using var open = await session.OpenAsync(parsed, cancellation).ConfigureAwait(false);
            await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            await JournalExport.WriteAsync(open.Log, output, formats[parsed.GetValue(format)!], owner, upTo: null, cancellation).ConfigureAwait(false);
            return ExitCode.Done;
        });
        return new Command("export", words["cli.export"]) { journal };
    }
}
