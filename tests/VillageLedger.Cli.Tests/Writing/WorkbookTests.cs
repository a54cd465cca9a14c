using System.Globalization;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using VillageLedger.Cli.Tests.Docs;
using VillageLedger.Reports;

namespace VillageLedger.Cli.Tests.Writing;

/// <summary>Every report's workbook is valid, opens in LibreOffice without a word, and holds there every number and text of the report.</summary>
public sealed class WorkbookTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("villageledger-").FullName;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_report_survives_a_spreadsheet()
    {
        var reports = ReportsPageTests.Reports.Select(row => row.Data).ToList();
        var expected = new Dictionary<string, JsonElement>();
        foreach (var report in reports)
        {
            var database = await ReportsPageTests.DatabaseOfAsync(report);
            var words = ReportsPageTests.ExampleOf(report).Where(word => word != "--json").ToArray();
            await WriteAsync(database, words, "xlsx", report);
            await WriteAsync(database, words, "json", report);
            expected[report] = JsonDocument.Parse(await File.ReadAllBytesAsync(FileOf(report, "json"))).RootElement;
            Faults(FileOf(report, "xlsx")).ShouldBeEmpty(report);
        }

        (await LibreOffice.ConvertAsync(folder, [.. reports.Select(report => FileOf(report, "xlsx"))])).ShouldBe("");
        foreach (var report in reports) Compare(report, expected[report], Records(FileOf(report, "csv")));
    }

    private async Task WriteAsync(string database, string[] words, string format, string report) =>
        (await CommandLine.RunAsync([.. words, "--format", format, "--output", FileOf(report, format), "--db", database], Language.Chinese)).ShouldBe(0, report);

    private string FileOf(string report, string format) => Path.Combine(folder, $"{report}.{format}");

    private static IReadOnlyList<string> Faults(string file)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath} {fault.Description}")];
    }

    private static void Compare(string report, JsonElement expected, IReadOnlyList<IReadOnlyList<string>> sheet)
    {
        var rows = expected.GetProperty("rows").EnumerateArray().ToList();
        var headings = expected.TryGetProperty("columns", out var columns) ? columns.EnumerateArray().ToDictionary(column => column.GetProperty("name").GetString()!, column => column.GetProperty("heading").GetString()!) : [];
        var all = rows.Count == 0 ? [] : rows[0].EnumerateObject().Select(cell => cell.Name).ToList();
        var shown = all.Where(name => rows.Exists(row => row.GetProperty(name).ValueKind != JsonValueKind.Null)).Select(HeadingOf).ToList();
        var head = sheet.ToList().FindIndex(record => shown.All(record.Contains));
        head.ShouldBeGreaterThan(0, report);
        for (var i = 0; i < rows.Count; i++)
            foreach (var cell in rows[i].EnumerateObject())
                if (sheet[head].ToList().IndexOf(HeadingOf(cell.Name)) is >= 0 and var column)
                    IsSame(report, cell, sheet[head + 1 + i][column]).ShouldBeTrue($"{report}, row {i}: {cell.Name} {cell.Value} is {sheet[head + 1 + i][column]}");
        if (expected.TryGetProperty("notes", out var notes))
            foreach (var note in notes.EnumerateArray()) sheet.ShouldContain(record => record[0] == note.GetString(), report);

        string HeadingOf(string name) => headings.GetValueOrDefault(name) ?? ReportTable.HeadingOf(report, new(name, CellKind.Text), Language.Chinese);
    }

    private static bool IsSame(string report, JsonProperty cell, string shown) => cell.Value.ValueKind switch
    {
        JsonValueKind.Null => shown.Length == 0,
        JsonValueKind.True => shown == "TRUE",
        JsonValueKind.False => shown == "FALSE",
        // LibreOffice writes a percentage with its sign, which is another hundredth.
        JsonValueKind.Number when shown.EndsWith('%') => Number(shown[..^1]) / 100m == cell.Value.GetInt64() / ScaleOf(cell.Name),
        JsonValueKind.Number => Number(shown) == cell.Value.GetInt64() / ScaleOf(cell.Name),
        _ => shown == cell.Value.GetString() || shown == WordOf(report, cell),
    };

    private static string? WordOf(string report, JsonProperty cell) =>
        ReportsPageTests.ColumnsOf(report).FirstOrDefault(column => column.Name == cell.Name && column.Kind == CellKind.Word) is { } column ? ReportTable.WordOf(column, cell.Value.GetString()!, Language.Chinese) : null;

    private static decimal ScaleOf(string name) => name.EndsWith("Fen", StringComparison.Ordinal) ? 100m : name.EndsWith("Ppm", StringComparison.Ordinal) ? 1_000_000m : name.EndsWith("Thousandths", StringComparison.Ordinal) ? 1_000m : 1m;

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Records of a CSV file with quotes and line breaks within them.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Records(string file)
    {
        var records = new List<IReadOnlyList<string>>();
        var (cells, cell, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        foreach (var c in File.ReadAllText(file))
        {
            if (c == '"')
            {
                // The second of two quotes within quotes opens them again: it is one of the text.
                if (!quoted && cell.Length > 0) cell.Append('"');
                quoted = !quoted;
            }
            else if (!quoted && c is (',' or '\n'))
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == ',') continue;
                records.Add([.. cells]);
                cells.Clear();
            }
            else if (quoted || c != '\r') cell.Append(c);
        }

        return records;
    }
}
