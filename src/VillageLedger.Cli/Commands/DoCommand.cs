using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary><c>./ledger do FILE</c>: carries out requests, one JSON object a line, and answers each with one.</summary>
internal static class DoCommand
{
    public static Command Of(Words words, SessionOptions session)
    {
        var file = new Argument<string>("FILE") { Description = words["cli.do.file"] };
        var atomic = new Option<bool>("--atomic") { Description = words["cli.do.atomic"] };
        var dryRun = new Option<bool>("--dry-run") { Description = words["cli.do.dry-run"] };
        var command = new Command("do", words["cli.do"]) { file, atomic, dryRun };
        command.SetAction((parsed, cancellation) => RunAsync(words, session, parsed, parsed.GetValue(file)!, parsed.GetValue(atomic), parsed.GetValue(dryRun), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Words words, SessionOptions options, ParseResult parsed, string file, bool atomic, bool dryRun, CancellationToken cancellation)
    {
        await using var input = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        await using var session = await options.OpenAsync(parsed, cancellation).ConfigureAwait(false);
        await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        var refused = false;
        if (!atomic && !dryRun)
        {
            await foreach (var (number, line) in RequestLines.ReadAsync(input, cancellation).ConfigureAwait(false))
                await AnswerAsync(number, await session.Requests.DoAsync(RequestTypes.Read(line), cancellation).ConfigureAwait(false)).ConfigureAwait(false);
            return refused ? ExitCode.Refused : ExitCode.Done;
        }

        var lines = new List<(int Number, ReadRequest Read)>();
        await foreach (var (number, line) in RequestLines.ReadAsync(input, cancellation).ConfigureAwait(false)) lines.Add((number, RequestTypes.Read(line)));
        var requests = lines.ConvertAll(line => line.Read);
        var outcomes = dryRun
            ? await session.Requests.DryRunAsync(requests, atomic, cancellation).ConfigureAwait(false)
            : await session.Requests.DoAtomicAsync(requests, cancellation).ConfigureAwait(false);
        foreach (var (line, outcome) in lines.Zip(outcomes)) await AnswerAsync(line.Number, outcome).ConfigureAwait(false);
        return refused ? ExitCode.Refused : ExitCode.Done;

        async Task AnswerAsync(int number, RequestOutcome outcome)
        {
            refused |= outcome.Kind is OutcomeKind.Refused or OutcomeKind.Conflict;
            await output.WriteLineAsync(AnswerOf(number, outcome, words.Language)).ConfigureAwait(false);
        }
    }

    private static string AnswerOf(int number, RequestOutcome outcome, Language language)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("id", outcome.Id);
            json.WriteString("outcome", outcome.Name);
            if (outcome.Refusal is { } refusal)
            {
                json.WriteString("code", refusal.StableCode);
                json.WriteString("message", refusal.Message(language));
            }

            json.WriteNumber("line", number);
            if (outcome.Position is { } position) json.WriteNumber("position", position);
            if (outcome.Result is { } result)
            {
                json.WritePropertyName("result");
                json.WriteRawValue(result);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
