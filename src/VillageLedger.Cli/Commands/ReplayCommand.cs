using System.CommandLine;
using System.Text.Json;
using VillageLedger.Reports;

namespace VillageLedger.Cli;

/// <summary><c>./ledger replay --compare</c>: works every projection out again and compares it with the live one row for row; <c>--fill</c> makes those that a new program brings, <c>--drop-old</c> drops those that only older programs read.</summary>
internal static class ReplayCommand
{
    public static Command Of(Words words, SessionOptions session)
    {
        var compare = new Option<bool>("--compare") { Description = words["cli.replay.compare"] };
        var fill = new Option<bool>("--fill") { Description = words["cli.replay.fill"] };
        var dropOld = new Option<bool>("--drop-old") { Description = words["cli.replay.drop-old"] };
        var command = new Command("replay", words["cli.replay"]) { compare, fill, dropOld };
        command.SetAction(async (parsed, cancellation) =>
        {
            var asked = new[] { compare, fill, dropOld }.Where(parsed.GetValue).ToList();
            if (asked.Count != 1) throw new UsageException(words["cli.report.one-of", ("options", "--compare, --fill, --drop-old")]);
            await using var open = await session.OpenAsync(parsed, cancellation).ConfigureAwait(false);
            if (asked[0] == compare) return await CompareAsync(words, open, parsed.GetValue(session.Json), cancellation).ConfigureAwait(false);
            var names = asked[0] == dropOld ? await open.Models.DropOldAsync(cancellation).ConfigureAwait(false) : await FactsProgress.RunAsync(words, words["cli.replay.filling"], progress =>
            {
                open.Models.Filling = progress;
                return open.Models.FillAsync(cancellation);
            }).ConfigureAwait(false);
            foreach (var name in names) Console.WriteLine(parsed.GetValue(session.Json) ? JsonOf(name, asked[0] == fill ? "filled" : "dropped") : words[asked[0] == fill ? "cli.replay.filled" : "cli.replay.dropped", ("projection", name)]);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> CompareAsync(Words words, LedgerSession open, bool isJson, CancellationToken cancellation)
    {
        var results = await FactsProgress.RunAsync(words, words["cli.replay.comparing"], progress => Replay.CompareAsync(open.Log, open.Models, progress, cancellation)).ConfigureAwait(false);
        foreach (var result in results) Console.WriteLine(isJson ? JsonOf(result) : TextOf(words, result));
        return results.Any(result => result.Difference is not null) ? ExitCode.Refused : ExitCode.Done;
    }

    private static string JsonOf(string projection, string state) => $$"""{"projection":"{{projection}}","state":"{{state}}"}""";

    private static string TextOf(Words words, ReplayResult result) => result.Difference is { } found
        ? words["cli.replay.differs", ("projection", result.Projection), ("table", found.Table), ("position", found.Position), ("side", found.OnlyIn), ("row", found.Row)]
        : words["cli.replay.equal", ("projection", result.Projection), ("rows", result.Rows), ("position", result.UpTo)];

    private static string JsonOf(ReplayResult result)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("projection", result.Projection);
            json.WriteNumber("position", result.UpTo);
            json.WriteNumber("rows", result.Rows);
            json.WriteBoolean("equal", result.Difference is null);
            if (result.Difference is { } found)
            {
                json.WriteStartObject("difference");
                json.WriteString("table", found.Table);
                json.WriteNumber("position", found.Position);
                json.WriteString("onlyIn", found.OnlyIn);
                json.WritePropertyName("row");
                json.WriteRawValue(found.Row);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
