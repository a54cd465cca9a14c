using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using VillageLedger.Reports;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary><c>./ledger month propose|review|post|close</c>: a step of a month for many books at once; those that are refused are named, the others are done.</summary>
internal static class MonthCommand
{
    private const int DefaultParallel = 8;
    private const int MaxParallel = 64;

    public static Command Of(Words words, SessionOptions session)
    {
        var month = new Option<string>("--month") { Description = words["cli.month.month"], Required = true, Recursive = true, HelpName = "2025-12" };
        var by = new Option<string>("--by") { Description = words["cli.month.by"], Required = true, Recursive = true, HelpName = "USER" };
        var place = new Option<string?>("--place") { Description = words["cli.month.place"], Recursive = true, HelpName = "PREFIX" };
        var books = new Option<string?>("--books") { Description = words["cli.month.books"], Recursive = true, HelpName = "FILE" };
        var book = new Option<string[]>("--book") { Description = words["cli.month.book"], Recursive = true, HelpName = "OWNER", AllowMultipleArgumentsPerToken = true };
        var parallel = new Option<int>("--parallel") { Description = words["cli.month.parallel"], DefaultValueFactory = _ => DefaultParallel, Recursive = true, HelpName = "N" };
        var command = new Command("month", words["cli.month-batch"]) { month, by, place, books, book, parallel };
        foreach (var step in Enum.GetValues<BatchStep>())
        {
            var name = step.ToString().ToLowerInvariant();
            var run = new Command(name, words["cli.month." + name]);
            run.SetAction(async (parsed, cancellation) =>
            {
                if (!Month.TryParse(parsed.GetValue(month), out var of)) throw new UsageException(words["cli.month-invalid", ("value", parsed.GetValue(month))]);
                if (!UserId.TryParse(parsed.GetValue(by), out var user)) throw new UsageException(words["cli.import.user-invalid", ("value", parsed.GetValue(by))]);
                if (parsed.GetValue(parallel) is < 1 or > MaxParallel) throw new UsageException(words["cli.month.parallel-invalid", ("most", MaxParallel)]);
                var given = new[] { parsed.GetValue(place), parsed.GetValue(books), parsed.GetValue(book) is { Length: > 0 } some ? some[0] : null }.Count(option => option is not null);
                if (given != 1) throw new UsageException(words["cli.report.one-of", ("options", "--place, --books, --book")]);
                var named = parsed.GetValue(books) is { } file ? await FromFileAsync(words, file, cancellation).ConfigureAwait(false) : (parsed.GetValue(book) ?? []).Select(text => ReportOptions.OwnerOf(words, text)).ToList();
                var of9 = parsed.GetValue(place) is { } prefix ? PlaceReports.PlaceOf(words, prefix) : null;
                await using var open = await session.OpenAsync(parsed, cancellation).ConfigureAwait(false);
                if (of9 is not null) named = await VillagesOfPlace.ReadAsync(open.Models, (await open.Log.NewestAsync(cancellation).ConfigureAwait(false)).Position, of, of9, cancellation).ConfigureAwait(false);
                return await RunAsync(words, open, step, of, named, user, parsed.GetValue(parallel), parsed.GetValue(session.Json), cancellation).ConfigureAwait(false);
            });
            command.Subcommands.Add(run);
        }

        return command;
    }

    private static async Task<IReadOnlyList<Owner>> FromFileAsync(Words words, string file, CancellationToken cancellation) =>
        [.. (await File.ReadAllLinesAsync(file, cancellation).ConfigureAwait(false)).Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => ReportOptions.OwnerOf(words, line))];

    private static async Task<int> RunAsync(
        Words words, LedgerSession session, BatchStep step, Month month, IReadOnlyList<Owner> books, UserId by, int parallel, bool json, CancellationToken cancellation)
    {
        var counts = new int[Enum.GetValues<BatchState>().Length];
        await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        var title = words["cli.month.progress", ("step", words["cli.month.step." + step.ToString().ToLowerInvariant()]), ("month", month), ("books", books.Count)];
        await Progress.RunAsync(title, async told =>
        {
            await new MonthBatch(session.Log, session.Requests).RunAsync(step, month, books, by, parallel, Answer, cancellation).ConfigureAwait(false);
            return true;

            void Answer(BatchAnswer answer)
            {
                counts[(int)answer.State]++;
                output.WriteLine(json ? JsonOf(answer, words.Language) : TextOf(words, step, answer));
                told(counts.Sum(), books.Count);
            }
        }).ConfigureAwait(false);
        await Console.Error.WriteLineAsync(words["cli.month.done", ("done", counts[(int)BatchState.Done]), ("already", counts[(int)BatchState.Already]), ("refused", counts[(int)BatchState.Refused])]).ConfigureAwait(false);
        return counts[(int)BatchState.Refused] > 0 ? ExitCode.Refused : ExitCode.Done;
    }

    private static string TextOf(Words words, BatchStep step, BatchAnswer answer)
    {
        var state = words[answer.State == BatchState.Done ? "cli.month.state." + step.ToString().ToLowerInvariant() : "cli.month.state." + answer.State.ToString().ToLowerInvariant()];
        return $"{answer.Book}  {state}{(answer.Refusal is { } refusal ? $"  {refusal.StableCode}: {refusal.Message(words.Language)}" : "")}{(answer.Result is { } result ? $"  {result}" : "")}";
    }

    private static string JsonOf(BatchAnswer answer, Language language)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("book", answer.Book.Address);
            json.WriteString("outcome", answer.State.ToString().ToLowerInvariant());
            if (answer.Refusal is { } refusal)
            {
                json.WriteString("code", refusal.StableCode);
                json.WriteString("message", refusal.Message(language));
            }

            if (answer.Position is { } position) json.WriteNumber("position", position);
            if (answer.Result is { } result)
            {
                json.WritePropertyName("result");
                json.WriteRawValue(result);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
