using System.Text.Json;
using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Cli;

/// <summary><c>./ledger report … --check FILE</c>: whether a report kept as JSON says what the ledger says of the same position, made again now.</summary>
internal static class ReportCheck
{
    /// <param name="read">The report with the options of the call, as known at a moment.</param>
    public static async Task<int> RunAsync(Words words, ReportDefinition definition, ReportCall call, Func<LogMoment, Task<ReportTable>> read, FileInfo file)
    {
        using var kept = Read(words, definition, file);
        var (fingerprint, position) = (kept.RootElement.GetProperty("fingerprint"), kept.RootElement.GetProperty("asOf").GetProperty("position").GetInt64());
        var table = await read(await ClockOptions.MomentAsync(position, call.Session.Log, call.Cancellation).ConfigureAwait(false)).ConfigureAwait(false);
        var again = await ReportFingerprint.OfAsync(table, call.Session.Log, call.Cancellation).ConfigureAwait(false);
        var stated = fingerprint.GetProperty("sha256").GetString();
        using var bytes = new MemoryStream();
        ReportJson.Write(bytes, table);
        using var made = JsonDocument.Parse(bytes.ToArray());
        var place = FirstDifference(kept.RootElement, made.RootElement);
        if (again.Sha256 == stated && place is null)
        {
            Console.WriteLine(words["cli.check.equal", ("sha256", stated), ("position", position)]);
            return ExitCode.Done;
        }

        await Console.Error.WriteLineAsync(again.Sha256 == stated
            ? words["cli.check.altered", ("sha256", stated), ("place", place)]
            : words["cli.check.differs", ("expected", stated), ("actual", again.Sha256), ("position", position), ("place", place ?? "—")]).ConfigureAwait(false);
        return ExitCode.Refused;
    }

    private static JsonDocument Read(Words words, ReportDefinition definition, FileInfo file)
    {
        try
        {
            var kept = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
            if (kept.RootElement.ValueKind == JsonValueKind.Object && kept.RootElement.TryGetProperty("report", out var name) && name.ValueEquals(definition.Name)
                && kept.RootElement.TryGetProperty("asOf", out var asOf) && asOf.ValueKind == JsonValueKind.Object && asOf.TryGetProperty("position", out var position) && position.TryGetInt64(out _)
                && kept.RootElement.TryGetProperty("fingerprint", out var fingerprint) && fingerprint.ValueKind == JsonValueKind.Object && fingerprint.TryGetProperty("sha256", out var sha256) && sha256.ValueKind == JsonValueKind.String)
                return kept.RootElement.TryGetProperty("page", out _) ? throw new UsageException(words["cli.check.page", ("file", file.Name)]) : kept;
        }
        catch (JsonException)
        {
        }

        throw new UsageException(words["cli.check.no-fingerprint", ("file", file.Name), ("report", definition.Name)]);
    }

    /// <summary>Where two reports differ: a row by its number, or another member. What they were made with is no difference; notes are in the reader's language.</summary>
    private static string? FirstDifference(JsonElement kept, JsonElement made)
    {
        string[] own = ["fingerprint", "notes", "columns"];
        var members = kept.EnumerateObject().Concat(made.EnumerateObject()).Select(member => member.Name).Except(own).Distinct();
        foreach (var member in members)
        {
            if (!kept.TryGetProperty(member, out var left) || !made.TryGetProperty(member, out var right)) return member;
            if (JsonElement.DeepEquals(left, right)) continue;
            if (member != "rows" || left.ValueKind != JsonValueKind.Array) return member;
            var pair = left.EnumerateArray().Zip(right.EnumerateArray()).Index().Where(rows => !JsonElement.DeepEquals(rows.Item.First, rows.Item.Second)).Select(rows => (int?)rows.Index).FirstOrDefault();
            return FormattableString.Invariant($"rows[{pair ?? Math.Min(left.GetArrayLength(), right.GetArrayLength())}]");
        }

        return null;
    }
}
