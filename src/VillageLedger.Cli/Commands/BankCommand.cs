using System.CommandLine;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary><c>./ledger bank import FILE</c>: a bank's statement, all or nothing, each line once.</summary>
internal static class BankCommand
{
    public static Command Of(Words words, SessionOptions session)
    {
        var file = new Argument<string>("FILE") { Description = words["cli.bank.file"] };
        var book = ReportOptions.Book(words);
        var account = new Option<string>("--account") { Description = words["cli.bank.account"], Required = true, HelpName = "ID" };
        var by = new Option<string>("--by") { Description = words["cli.bank.by"], Required = true, HelpName = "USER" };
        var columns = new Option<string?>("--columns") { Description = words["cli.bank.columns", ("names", string.Join(", ", StatementColumns.Names))], HelpName = "date=…,in=…" };
        var opening = new Option<string?>("--opening") { Description = words["cli.bank.opening"], HelpName = "YUAN" };
        var dryRun = new Option<bool>("--dry-run") { Description = words["cli.do.dry-run"] };
        var import = new Command("import", words["cli.bank.import"]) { file, book, account, by, columns, opening, dryRun };
        import.SetAction(async (parsed, cancellation) =>
        {
            if (!UserId.TryParse(parsed.GetValue(by), out var user)) throw new UsageException(words["cli.import.user-invalid", ("value", parsed.GetValue(by))]);
            var owner = ReportOptions.OwnerOf(words, parsed.GetValue(book)!);
            var headings = ColumnsOf(words, parsed.GetValue(columns));
            var openingFen = OpeningOf(words, parsed.GetValue(opening));
            var name = parsed.GetValue(file)!;
            var result = VoucherFile.CheckSize(new FileInfo(name).Length) is { } tooLarge
                ? new("", OutcomeKind.Refused, 0, 0, null, null, [new(0, tooLarge)])
                : await ImportAsync(StatementFile.Read(Path.GetFileName(name), await File.ReadAllBytesAsync(name, cancellation).ConfigureAwait(false), headings)).ConfigureAwait(false);
            if (parsed.GetValue(session.Json)) Console.WriteLine(JsonOf(result, words.Language));
            else WriteText(words, result);
            return result.Kind is OutcomeKind.Done or OutcomeKind.AlreadyDone ? ExitCode.Done : ExitCode.Refused;

            async Task<StatementResult> ImportAsync(StatementFileContent content)
            {
                await using var open = await session.OpenAsync(parsed, cancellation).ConfigureAwait(false);
                // An id of its own: that the file was recorded before is a refusal, whoever brings it again.
                return await new StatementImport(open.Requests)
                    .RunAsync(content, "bank-" + Guid.CreateVersion7().ToString("N"), owner, parsed.GetValue(account)!, user, openingFen, parsed.GetValue(dryRun), cancellation).ConfigureAwait(false);
            }
        });
        return new Command("bank", words["cli.bank"]) { import };
    }

    private static IReadOnlyDictionary<string, string>? ColumnsOf(Words words, string? text) =>
        text is null ? null : StatementColumns.Read(text) ?? throw new UsageException(words["cli.bank.columns-invalid", ("value", text), ("names", string.Join(", ", StatementColumns.Names))]);

    private static long? OpeningOf(Words words, string? text) =>
        text is null ? null : Money.TryParse(text, out var amount) ? amount.Fen : throw new UsageException(words["cli.bank.opening-invalid", ("value", text)]);

    private static void WriteText(Words words, StatementResult result)
    {
        FileFaults.WriteText(words, result.Faults);
        if (result.GapFen is { } gap) Console.WriteLine(words["cli.bank.gap", ("gap", new Money(gap))]);
        Console.WriteLine(result switch
        {
            { Kind: OutcomeKind.Refused or OutcomeKind.Conflict } => words["cli.bank.refused", ("count", result.Faults.Count)],
            { Position: null } => words["cli.bank.dry", ("lines", result.Lines), ("known", result.Known)],
            _ => words["cli.bank.done", ("lines", result.Lines), ("known", result.Known), ("position", result.Position)],
        });
    }

    private static string JsonOf(StatementResult result, Language language) => FileFaults.JsonOf(result.Faults, language, json =>
    {
        json.WriteString("sha256", result.Sha256);
        json.WriteString("outcome", new RequestOutcome("", result.Kind).Name);
        json.WriteNumber("lines", result.Lines);
        json.WriteNumber("known", result.Known);
        if (result.GapFen is { } gap) json.WriteNumber("gapFen", gap);
        if (result.Position is { } position) json.WriteNumber("position", position);
    });
}
