using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>What a report is known by: the hash of its content, and what it was made with.</summary>
/// <param name="Sha256">Of the canonical content: report, position, subject, what is true of all rows, columns, rows and totals as JSON without spaces; 64 hex digits. No language, no headings.</param>
/// <param name="Rules">SHA-256 of the lines <c>kind name version</c> of all rules in force at the position, in the order of their bytes.</param>
/// <param name="Projections">The versions of the projections that the program reads.</param>
public sealed record ReportFingerprint(string Sha256, long Position, string Rules, IReadOnlyList<string> Projections, string Program)
{
    private static readonly JsonWriterOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<ReportFingerprint> OfAsync(ReportTable table, EventLog log, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(log);
        var rules = RuleSet.Empty;
        foreach (var fact in await log.ReadStreamAsync(Streams.Rules, toPosition: table.AsOf.Position, cancellation: cancellation).ConfigureAwait(false)) rules = rules.Evolve(FactTypes.Read(fact.Type, fact.Data.Span));
        var lines = rules.InForce.Select(rule => $"{rule.Key.Kind} {rule.Key.Name} {rule.Value}\n").Order(StringComparer.Ordinal);
        return new(HashOf(table), table.AsOf.Position, Hex(Encoding.UTF8.GetBytes(string.Concat(lines))), [.. ReadModels.NewProjections().Select(projection => projection.Name)], log.Program);
    }

    /// <summary>The hash of a report's content alone.</summary>
    public static string HashOf(ReportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Canonical))
        {
            json.WriteStartObject();
            json.WriteString("report", table.Report);
            json.WriteNumber("position", table.AsOf.Position);
            json.WriteString("subject", table.Subject);
            Write(json, "head", table.Head.Select(head => head.Column.Name).Zip(table.Head, (name, head) => new object?[] { name, head.Cell }));
            Write(json, "columns", [table.Columns.Select(column => column.Name)]);
            Write(json, "rows", table.Rows);
            Write(json, "totals", table.Totals is { } totals ? [totals] : []);
            json.WriteEndObject();
        }

        return Hex(bytes.ToArray());
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<IEnumerable<object?>> rows)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartArray();
            foreach (var cell in row) JsonCells.WriteValue(json, cell);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>Cells of reports as JSON.</summary>
internal static class JsonCells
{
    public static void WriteValue(Utf8JsonWriter json, object? cell)
    {
        switch (cell)
        {
            case null: json.WriteNullValue(); break;
            case long number: json.WriteNumberValue(number); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case string text: json.WriteStringValue(text); break;
            default: throw new InvalidOperationException($"A cell holds a {cell.GetType().Name}.");
        }
    }
}
