using System.CommandLine;
using System.Text.Json;
using VillageLedger.Reports;

namespace VillageLedger.Cli;

/// <summary><c>./ledger replay --compare</c>: rebuilds every projection beside the live one and compares them row for row.</summary>
internal static class ReplayCommand
{
    public static Command Of(Words words, SessionOptions session)
    {
        var compare = new Option<bool>("--compare") { Description = words["cli.replay.compare"], Required = true };
        var command = new Command("replay", words["cli.replay"]) { compare };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var open = await LedgerSession.OpenAsync(session, parsed, cancellation).ConfigureAwait(false);
            var results = await Replay.CompareAsync(open.Log, open.Models, cancellation: cancellation).ConfigureAwait(false);
            foreach (var result in results) Console.WriteLine(parsed.GetValue(session.Json) ? JsonOf(result) : TextOf(words, result));
            return results.Any(result => result.Difference is not null) ? ExitCode.Refused : ExitCode.Done;
        });
        return command;
    }

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
