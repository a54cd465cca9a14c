using System.CommandLine;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary><c>./ledger voucher import FILE</c>: a file of another program's vouchers, all or none.</summary>
internal static class VoucherCommand
{
    public static Command Of(Words words, SessionOptions session)
    {
        var file = new Argument<string>("FILE") { Description = words["cli.import.file"] };
        var book = new Option<string>("--book") { Description = words["cli.report.book"], Required = true, HelpName = "OWNER" };
        var preparer = new Option<string>("--prepared-by") { Description = words["cli.import.prepared-by"], DefaultValueFactory = _ => "import" };
        var reviewer = new Option<string?>("--reviewed-by") { Description = words["cli.import.reviewed-by"] };
        var post = new Option<bool>("--post") { Description = words["cli.import.post"] };
        var closeMonths = new Option<bool>("--close-months") { Description = words["cli.import.close-months"] };
        var objects = new Option<string?>("--objects") { Description = words["cli.import.objects"], HelpName = "FILE" };
        var dryRun = new Option<bool>("--dry-run") { Description = words["cli.do.dry-run"] };
        var import = new Command("import", words["cli.import"]) { file, book, preparer, reviewer, post, closeMonths, objects, dryRun };
        import.SetAction(async (parsed, cancellation) =>
        {
            if (!Owner.TryParse(parsed.GetValue(book), out var owner)) throw new UsageException(words["cli.report.owner-invalid", ("value", parsed.GetValue(book))]);
            if (parsed.GetValue(post) != parsed.GetValue(reviewer) is not null) throw new UsageException(words["cli.import.review-and-post"]);
            if (parsed.GetValue(closeMonths) && !parsed.GetValue(post)) throw new UsageException(words["cli.import.close-and-post"]);
            var preparedBy = UserOf(parsed.GetValue(preparer)!);
            UserId? reviewedBy = parsed.GetValue(reviewer) is { } given ? UserOf(given) : null;
            var name = parsed.GetValue(file)!;
            var result = VoucherFile.CheckSize(new FileInfo(name).Length) is { } tooLarge
                ? new("", OutcomeKind.Refused, 0, null, [new(0, tooLarge)])
                : await ImportAsync(words, session, parsed, name, owner, preparedBy, reviewedBy, parsed.GetValue(dryRun), parsed.GetValue(closeMonths), parsed.GetValue(objects), cancellation).ConfigureAwait(false);
            if (parsed.GetValue(session.Json)) Console.WriteLine(JsonOf(result, words.Language));
            else WriteText(words, result);
            return result.Kind is OutcomeKind.Done or OutcomeKind.AlreadyDone ? ExitCode.Done : ExitCode.Refused;
        });
        return new Command("voucher", words["cli.voucher"]) { import };

        UserId UserOf(string text) => UserId.TryParse(text, out var user) ? user : throw new UsageException(words["cli.import.user-invalid", ("value", text)]);
    }

    private static async Task<ImportResult> ImportAsync(
        Words words, SessionOptions options, ParseResult parsed, string name, Owner owner, UserId preparer, UserId? reviewer, bool dryRun, bool closeMonths, string? objects,
        CancellationToken cancellation)
    {
        var map = objects is null ? ObjectMap.None : ObjectMap.Read(Path.GetFileName(objects), await File.ReadAllBytesAsync(objects, cancellation).ConfigureAwait(false));
        var content = await Progress.RunAsync(words["cli.import.reading", ("file", Path.GetFileName(name))], async report =>
        {
            var bytes = await File.ReadAllBytesAsync(name, cancellation).ConfigureAwait(false);
            return VoucherFile.Read(Path.GetFileName(name), bytes, report, map);
        }).ConfigureAwait(false);
        await using var session = await options.OpenAsync(parsed, cancellation).ConfigureAwait(false);
        return await Progress.RunAsync(
            words["cli.import.deciding", ("vouchers", content.Vouchers.Count)],
            _ => new VoucherImport(session.Log, session.Requests).RunAsync(content, owner, preparer, reviewer, dryRun, closeMonths, cancellation)).ConfigureAwait(false);
    }

    private static void WriteText(Words words, ImportResult result)
    {
        FileFaults.WriteText(words, result.Faults);
        Console.WriteLine(result switch
        {
            { Kind: OutcomeKind.Refused or OutcomeKind.Conflict } => words["cli.import.refused", ("count", result.Faults.Count)],
            { Kind: OutcomeKind.AlreadyDone } => words["cli.import.already", ("position", result.Position)],
            { Position: null } => words["cli.import.dry", ("vouchers", result.Vouchers)],
            _ => words["cli.import.done", ("vouchers", result.Vouchers), ("position", result.Position)],
        });
    }

    private static string JsonOf(ImportResult result, Language language) => FileFaults.JsonOf(result.Faults, language, json =>
    {
        json.WriteString("sha256", result.Sha256);
        json.WriteString("outcome", new RequestOutcome("", result.Kind).Name);
        json.WriteNumber("vouchers", result.Vouchers);
        if (result.Position is { } position) json.WriteNumber("position", position);
    });
}
