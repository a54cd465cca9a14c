using System.CommandLine;
using System.Globalization;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary><c>./ledger dividend pay FILE</c>: what a bank reports on the payments of a dividend, all or none.</summary>
internal static class DividendCommand
{
    public static Command Of(Words words, SessionOptions session)
    {
        var file = new Argument<string>("FILE") { Description = words["cli.dividend.file"] };
        var dividend = new Option<string>("--dividend") { Description = words["cli.dividend.dividend"], Required = true, HelpName = "ID" };
        var by = new Option<string>("--by") { Description = words["cli.dividend.by"], Required = true, HelpName = "USER" };
        var date = new Option<string>("--date") { Description = words["cli.dividend.date"], Required = true, HelpName = "DATE" };
        var dryRun = new Option<bool>("--dry-run") { Description = words["cli.do.dry-run"] };
        var pay = new Command("pay", words["cli.dividend.pay"]) { file, dividend, by, date, dryRun };
        pay.SetAction(async (parsed, cancellation) =>
        {
            if (!UserId.TryParse(parsed.GetValue(by), out var user)) throw new UsageException(words["cli.import.user-invalid", ("value", parsed.GetValue(by))]);
            if (!DateOnly.TryParseExact(parsed.GetValue(date), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                throw new UsageException(words["cli.dividend.date-invalid", ("value", parsed.GetValue(date))]);
            var name = parsed.GetValue(file)!;
            var id = IdOf(parsed.GetValue(dividend)!);
            var result = VoucherFile.CheckSize(new FileInfo(name).Length) is { } tooLarge
                ? new("", OutcomeKind.Refused, 0, [], null, [new(0, tooLarge)])
                : await PayAsync(session, parsed, name, id, user, day, parsed.GetValue(dryRun), cancellation).ConfigureAwait(false);
            if (parsed.GetValue(session.Json)) Console.WriteLine(JsonOf(result, words.Language));
            else WriteText(words, result);
            return result.Kind is OutcomeKind.Done or OutcomeKind.AlreadyDone ? ExitCode.Done : ExitCode.Refused;
        });
        return new Command("dividend", words["cli.dividend"]) { pay };
    }

    /// <summary>An id, with or without its kind before it, as requests take it.</summary>
    private static string IdOf(string text) => text.StartsWith(Streams.DividendKind + "/", StringComparison.Ordinal) ? text[(Streams.DividendKind.Length + 1)..] : text;

    private static async Task<PaymentResult> PayAsync(
        SessionOptions options, ParseResult parsed, string name, string dividend, UserId by, DateOnly date, bool dryRun, CancellationToken cancellation)
    {
        var content = PaymentFile.Read(Path.GetFileName(name), await File.ReadAllBytesAsync(name, cancellation).ConfigureAwait(false));
        await using var session = await options.OpenAsync(parsed, cancellation).ConfigureAwait(false);
        return await new PaymentImport(session.Requests).RunAsync(content, dividend, date, by, dryRun, cancellation).ConfigureAwait(false);
    }

    private static void WriteText(Words words, PaymentResult result)
    {
        FileFaults.WriteText(words, result.Faults);
        foreach (var failed in result.Unpaid)
            Console.WriteLine(words["cli.dividend.unpaid", ("row", failed.Row), ("holder", failed.Payment.Holder), ("amount", new Money(failed.Payment.AmountFen)), ("reason", failed.Reason ?? "–")]);
        Console.WriteLine(result switch
        {
            { Kind: OutcomeKind.Refused or OutcomeKind.Conflict } => words["cli.dividend.refused", ("count", result.Faults.Count)],
            { Kind: OutcomeKind.AlreadyDone } => words["cli.dividend.already", ("position", result.Position)],
            { Position: null } => words["cli.dividend.dry", ("paid", result.Paid), ("unpaid", result.Unpaid.Count)],
            _ => words["cli.dividend.done", ("paid", result.Paid), ("unpaid", result.Unpaid.Count), ("position", result.Position)],
        });
    }

    private static string JsonOf(PaymentResult result, Language language) => FileFaults.JsonOf(result.Faults, language, json =>
    {
        json.WriteString("sha256", result.Sha256);
        json.WriteString("outcome", new RequestOutcome("", result.Kind).Name);
        json.WriteNumber("paid", result.Paid);
        if (result.Position is { } position) json.WriteNumber("position", position);
        json.WriteStartArray("unpaid");
        foreach (var failed in result.Unpaid)
        {
            json.WriteStartObject();
            json.WriteNumber("row", failed.Row);
            json.WriteString("holder", failed.Payment.Holder.Address);
            json.WriteNumber("amountFen", failed.Payment.AmountFen);
            if (failed.Reason is { } reason) json.WriteString("reason", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
