using System.Text.Encodings.Web;
using System.Text.Json;

namespace VillageLedger.Reports;

/// <summary>
/// A report as <c>{"report","asOf":{"position","recordedAt"},"rows":[…]}</c>, amounts in whole fen. Where there are any, <c>"head"</c> (what is true of all rows) and
/// <c>"columns"</c> (name and heading of those that follow from the data) and <c>"page"</c> (which rows of how many) go before the rows, <c>"notes"</c> after them.
/// </summary>
public static class ReportJson
{
    public static void Write(Stream output, ReportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("report", table.Report);
        json.WriteStartObject("asOf");
        json.WriteNumber("position", table.AsOf.Position);
        if (table.AsOf.RecordedAt is { } at) json.WriteString("recordedAt", ReportTime.Format(at));
        else json.WriteNull("recordedAt");
        json.WriteEndObject();
        if (table.Head.Count > 0)
        {
            json.WriteStartObject("head");
            foreach (var head in table.Head) WriteCell(json, head.Column.Name, head.Cell);
            json.WriteEndObject();
        }

        if (table.Columns.Any(column => column.Heading is not null))
        {
            json.WriteStartArray("columns");
            foreach (var column in table.Columns.Where(column => column.Heading is not null))
            {
                json.WriteStartObject();
                json.WriteString("name", column.Name);
                json.WriteString("heading", column.Heading);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (table.Page is { } page)
        {
            json.WriteStartObject("page");
            json.WriteNumber("number", page.Number);
            json.WriteNumber("pages", page.Pages);
            json.WriteNumber("rowsPerPage", page.RowsPerPage);
            json.WriteNumber("rowsInAll", page.RowsInAll);
            json.WriteEndObject();
        }

        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            foreach (var (column, cell) in table.Columns.Zip(row)) WriteCell(json, column.Name, cell);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (table.Notes.Count > 0)
        {
            json.WriteStartArray("notes");
            foreach (var note in table.Notes) json.WriteStringValue(note);
            json.WriteEndArray();
        }

        if (table.Fingerprint is { } fingerprint) WriteFingerprint(json, fingerprint);
        json.WriteEndObject();
    }

    private static void WriteFingerprint(Utf8JsonWriter json, ReportFingerprint fingerprint)
    {
        json.WriteStartObject("fingerprint");
        json.WriteString("sha256", fingerprint.Sha256);
        json.WriteNumber("position", fingerprint.Position);
        json.WriteString("rules", fingerprint.Rules);
        json.WriteStartArray("projections");
        foreach (var projection in fingerprint.Projections) json.WriteStringValue(projection);
        json.WriteEndArray();
        json.WriteString("program", fingerprint.Program);
        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, string name, object? cell)
    {
        json.WritePropertyName(name);
        JsonCells.WriteValue(json, cell);
    }
}
