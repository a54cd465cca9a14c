using System.Text.Encodings.Web;
using System.Text.Json;
using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>
/// A report as a page shows it: columns with headings and kinds, rows as arrays of cells, texts of words; amounts stay whole fen.
/// <c>{"report","title","subject","asOf","columns":[{"name","heading","kind","isKey","isShown"}],"rows":[[…]],"totals","head","words","notes"}</c>
/// </summary>
internal static class ReportView
{
    public static void Write(Stream output, ReportTable table, Language language)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("report", table.Report);
        json.WriteString("title", Texts.Has("report." + table.Report) ? Texts.Of("report." + table.Report, language) : table.Report);
        json.WriteString("subject", table.Subject);
        json.WriteStartObject("asOf");
        json.WriteNumber("position", table.AsOf.Position);
        if (table.AsOf.RecordedAt is { } at) json.WriteString("recordedAt", ReportTime.Format(at));
        json.WriteEndObject();
        WriteColumns(json, table, language);
        json.WriteStartArray("rows");
        foreach (var row in table.Rows) WriteCells(json, row);
        json.WriteEndArray();
        if (table.Totals is { } totals)
        {
            json.WritePropertyName("totals");
            WriteCells(json, totals);
        }

        WriteHead(json, table, language);
        WriteWords(json, table, language);
        json.WriteStartArray("notes");
        foreach (var note in table.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        WritePage(json, table);
        if (table.Fingerprint is { } fingerprint) json.WriteString("fingerprint", fingerprint.Sha256);
        json.WriteEndObject();
    }

    private static void WriteColumns(Utf8JsonWriter json, ReportTable table, Language language)
    {
        var shown = table.Shown.ToHashSet();
        json.WriteStartArray("columns");
        foreach (var (index, column) in table.Columns.Index())
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("heading", ReportTable.HeadingOf(table.Report, column, language));
            json.WriteString("kind", KindOf(column));
            json.WriteBoolean("isKey", table.Keys.Contains(column.Name));
            json.WriteBoolean("isShown", shown.Contains(index));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteHead(Utf8JsonWriter json, ReportTable table, Language language)
    {
        json.WriteStartArray("head");
        foreach (var head in table.Head)
        {
            json.WriteStartObject();
            json.WriteString("name", head.Column.Name);
            json.WriteString("heading", ReportTable.HeadingOf(table.Report, head.Column, language));
            json.WriteString("kind", KindOf(head.Column));
            json.WritePropertyName("value");
            JsonCells.WriteValue(json, head.Cell);
            if (head.Column.Kind == CellKind.Word && head.Cell is string { Length: > 0 } word) json.WriteString("text", ReportTable.WordOf(head.Column, word, language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What the words of its columns read like, those that stand in it.</summary>
    private static void WriteWords(Utf8JsonWriter json, ReportTable table, Language language)
    {
        json.WriteStartObject("words");
        foreach (var (index, column) in table.Columns.Index().Where(one => one.Item.Kind == CellKind.Word))
        {
            json.WriteStartObject(column.Name);
            foreach (var word in table.Rows.Select(row => row[index]).OfType<string>().Where(word => word.Length > 0).Distinct(StringComparer.Ordinal)) json.WriteString(word, ReportTable.WordOf(column, word, language));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WritePage(Utf8JsonWriter json, ReportTable table)
    {
        if (table.Page is not { } page) return;
        json.WriteStartObject("page");
        json.WriteNumber("number", page.Number);
        json.WriteNumber("pages", page.Pages);
        json.WriteNumber("rowsPerPage", page.RowsPerPage);
        json.WriteNumber("rowsInAll", page.RowsInAll);
        json.WriteEndObject();
    }

    private static void WriteCells(Utf8JsonWriter json, IReadOnlyList<object?> cells)
    {
        json.WriteStartArray();
        foreach (var cell in cells) JsonCells.WriteValue(json, cell);
        json.WriteEndArray();
    }

    private static string KindOf(ReportColumn column) => column.Kind switch
    {
        CellKind.Text => "text",
        CellKind.Fen => "fen",
        CellKind.Count => "count",
        CellKind.Flag => "flag",
        CellKind.Ppm => "ppm",
        CellKind.Quantity => "quantity",
        CellKind.Word => "word",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Kind, null),
    };
}
