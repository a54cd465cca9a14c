using System.IO.Compression;
using System.Text;
using System.Xml;

namespace VillageLedger.Reports;

/// <summary>
/// A report as a workbook: headings in the reader's language, amounts in yuan as numbers, the head frozen, ready to be printed on A4. Written row by row, so that a long one
/// takes no memory; the same report gives the same bytes.
/// </summary>
public static class ReportXlsx
{
    /// <summary>What a sheet holds by ECMA-376, and every program for them.</summary>
    public const int MaxRows = 1_048_576;

    private const int LongestSheetName = 31;

    /// <summary>Signs that the name of a sheet may not have.</summary>
    private const string NotInSheetNames = "[]:*?/\\'";

    /// <summary>No report is older; zip files begin in 1980, and a time of making would make every copy differ.</summary>
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Refuses a report that no sheet can hold.</summary>
    /// <exception cref="ReportRefusedException">It has too many rows.</exception>
    public static void RequireFits(ReportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rows = XlsxLayout.RowsOf(table);
        if (rows > MaxRows) throw new ReportRefusedException(Refusal.Of(RefusalCode.ReportBeyondSheet, ("report", table.Report), ("rows", rows), ("limit", MaxRows)));
    }

    /// <exception cref="ReportRefusedException">It has more rows than a sheet.</exception>
    public static void Write(Stream output, ReportTable table, Language language)
    {
        ArgumentNullException.ThrowIfNull(table);
        RequireFits(table);
        var layout = XlsxLayout.Of(table, language);
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in XlsxParts.Of(table, layout, SheetNameOf(table.Report), language, table.Fingerprint?.Sha256)) WriteText(zip, name, content);
        using (var styles = Entry(zip, "xl/styles.xml")) XlsxStyles.Write(styles);
        using var sheet = Entry(zip, "xl/worksheets/sheet1.xml");
        XlsxSheet.Write(sheet, table, layout, language);
    }

    /// <summary>A name that every program takes: at most 31 characters, none of <c>[]:*?/\'</c>, not empty.</summary>
    public static string SheetNameOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var valid = string.Concat(name.Select(c => NotInSheetNames.Contains(c, StringComparison.Ordinal) || !XmlConvert.IsXmlChar(c) ? '-' : c));
        if (valid.Length > LongestSheetName) valid = valid[..LongestSheetName];
        return string.IsNullOrWhiteSpace(valid) ? "report" : valid;
    }

    private static void WriteText(ZipArchive zip, string name, string content)
    {
        using var entry = Entry(zip, name);
        entry.Write(Encoding.UTF8.GetBytes(content));
    }

    private static Stream Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = EntryTime;
        return entry.Open();
    }
}
