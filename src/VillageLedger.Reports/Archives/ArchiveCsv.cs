using System.Text;

namespace VillageLedger.Reports;

/// <summary>Reads CSV by RFC 4180 with a heading row, as the archive holds it; by itself, so that the check does not lean on what wrote it.</summary>
internal static class ArchiveCsv
{
    public static IEnumerable<Dictionary<string, string>> Rows(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var heading = Record(reader) ?? throw new FormatException("No heading row.");
        while (Record(reader) is { } record)
        {
            if (record.Count != heading.Count) throw new FormatException($"A row has {record.Count} cells instead of {heading.Count}.");
            yield return heading.Zip(record).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
        }
    }

    private static List<string>? Record(StreamReader reader)
    {
        if (reader.Peek() < 0) return null;
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        while (true)
        {
            var c = reader.Read();
            if (quoted && c == '"' && reader.Peek() == '"') cell.Append((char)reader.Read());
            else if (c == '"') quoted = !quoted;
            else if (c < 0 || (!quoted && c is (',' or '\n')))
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c != ',') return cells;
            }
            else if (quoted || c != '\r') cell.Append((char)c);
        }
    }
}
