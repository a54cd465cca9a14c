using System.CommandLine;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary><c>./ledger opening import FILE</c>: the balances that a book begins with, all or none.</summary>
internal static class OpeningCommand
{
    public static Command Of(Words words, SessionOptions session)
    {
        var file = new Argument<string>("FILE") { Description = words["cli.opening.file"] };
        var book = new Option<string>("--book") { Description = words["cli.report.book"], Required = true, HelpName = "OWNER" };
        var month = new Option<string>("--month") { Description = words["cli.opening.month"], Required = true, HelpName = "2024-01" };
        var standard = new Option<string?>("--standard") { Description = words["cli.opening.standard"], HelpName = string.Join('|', Standards.All) };
        var by = new Option<string>("--by") { Description = words["cli.opening.by"], DefaultValueFactory = _ => "import", HelpName = "USER" };
        var addAccounts = new Option<bool>("--add-accounts") { Description = words["cli.opening.add-accounts"] };
        var dryRun = new Option<bool>("--dry-run") { Description = words["cli.do.dry-run"] };
        standard.AcceptOnlyFromAmong([.. Standards.All]);
        var import = new Command("import", words["cli.opening.import"]) { file, book, month, standard, by, addAccounts, dryRun };
        import.SetAction(async (parsed, cancellation) =>
        {
            if (!Owner.TryParse(parsed.GetValue(book), out var owner)) throw new UsageException(words["cli.report.owner-invalid", ("value", parsed.GetValue(book))]);
            if (!Month.TryParse(parsed.GetValue(month), out var first)) throw new UsageException(words["cli.month-invalid", ("value", parsed.GetValue(month))]);
            if (!UserId.TryParse(parsed.GetValue(by), out var user)) throw new UsageException(words["cli.import.user-invalid", ("value", parsed.GetValue(by))]);
            var name = parsed.GetValue(file)!;
            var content = VoucherFile.CheckSize(new FileInfo(name).Length) is { } tooLarge
                ? new("", [], [tooLarge])
                : OpeningFile.Read(Path.GetFileName(name), await File.ReadAllBytesAsync(name, cancellation).ConfigureAwait(false));
            await using var open = await session.OpenAsync(parsed, cancellation).ConfigureAwait(false);
            var result = await new OpeningImport(open.Log, open.Requests)
                .RunAsync(content, owner, first, parsed.GetValue(standard) ?? OpeningImport.StandardOf(owner, first), parsed.GetValue(addAccounts), user, parsed.GetValue(dryRun), cancellation).ConfigureAwait(false);
            if (parsed.GetValue(session.Json)) Console.WriteLine(JsonOf(result, words.Language));
            else WriteText(words, result);
            return result.Kind is OutcomeKind.Done or OutcomeKind.AlreadyDone ? ExitCode.Done : ExitCode.Refused;
        });
        return new Command("opening", words["cli.opening"]) { import };
    }

    private static void WriteText(Words words, OpeningResult result)
    {
        FileFaults.WriteText(words, result.Faults);
        Console.WriteLine(result switch
        {
            { Kind: OutcomeKind.Refused or OutcomeKind.Conflict } => words["cli.opening.refused", ("count", result.Faults.Count)],
            { Kind: OutcomeKind.AlreadyDone } => words["cli.opening.already", ("position", result.Position)],
            { Position: null } => words["cli.opening.dry", ("lines", result.Lines), ("accounts", result.Accounts)],
            { Amended: true } => words["cli.opening.amended", ("lines", result.Lines), ("accounts", result.Accounts), ("position", result.Position)],
            _ => words["cli.opening.done", ("lines", result.Lines), ("accounts", result.Accounts), ("position", result.Position)],
        });
    }

    private static string JsonOf(OpeningResult result, Language language) => FileFaults.JsonOf(result.Faults, language, json =>
    {
        json.WriteString("sha256", result.Sha256);
        json.WriteString("outcome", new RequestOutcome("", result.Kind).Name);
        json.WriteNumber("lines", result.Lines);
        json.WriteNumber("accounts", result.Accounts);
        json.WriteBoolean("amended", result.Amended);
        if (result.Position is { } position) json.WriteNumber("position", position);
    });
}
