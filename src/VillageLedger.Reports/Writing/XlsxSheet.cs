using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace VillageLedger.Reports;

/// <summary>The sheet of a report's workbook, written row by row.</summary>
internal sealed partial class XlsxSheet(OpenXmlWriter writer, ReportTable table, XlsxLayout layout, Language language)
{
    private const double LineHeight = 17;

    /// <summary>In points, by every program for sheets.</summary>
    private const double HighestRow = 409;

    /// <summary>What a cell holds by every program for sheets.</summary>
    private const int LongestText = 32_767;

    private readonly List<string> merged = [];
    private uint row;

    public static void Write(Stream output, ReportTable table, XlsxLayout layout, Language language)
    {
        using var writer = OpenXmlWriter.Create(output);
        new XlsxSheet(writer, table, layout, language).Write();
    }

    private void Write()
    {
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = layout.HeadingRow, TopLeftCell = $"A{layout.HeadingRow + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomLeft }) { WorkbookViewId = 0 }));
        writer.WriteElement(new DocumentFormat.OpenXml.Spreadsheet.Columns(layout.Widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        WriteHead();
        foreach (var cells in table.Rows) WriteRow(layout.Shown.Select(column => CellOf(table.Columns[column], cells[column], closing: false)), LinesOf(cells) * LineHeight);
        if (table.Totals is { } totals)
            WriteRow(layout.Shown.Select((column, i) => i == 0 ? TextCell(Texts.Of("report.total", language), XlsxStyles.TextOf(closing: true)) : CellOf(table.Columns[column], totals[column], closing: true)), LineHeight);
        foreach (var note in table.Notes) WriteNote(note);
        writer.WriteEndElement();
        if (merged.Count > 0) writer.WriteElement(new MergeCells(merged.Select(range => new MergeCell { Reference = range })));
        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        // 9 is A4; all columns on one page's width, as many pages as the rows need.
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = layout.IsLandscape ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter("&C&P / &N")));
        writer.WriteEndElement();
    }

    private void WriteHead()
    {
        WriteRow([TextCell(Texts.Of("report." + table.Report, language), XlsxStyles.Title)], height: 22);
        WriteRow([TextCell(XlsxParts.SubjectOf(table, language), XlsxStyles.Text)], LineHeight);
        foreach (var heads in XlsxLayout.HeadsOf(table).Chunk(layout.HeadsPerRow))
            WriteRow(heads.SelectMany(head => (Cell[])[TextCell(ReportTable.HeadingOf(table.Report, head.Column, language), XlsxStyles.Label), TextCell(ReportTable.TextOf(head.Column, head.Cell, language), XlsxStyles.Text)]), LineHeight);
        var headings = layout.Shown.Select(column => ReportTable.HeadingOf(table.Report, table.Columns[column], language)).ToList();
        var lines = headings.Zip(layout.Widths).Max(heading => XlsxLayout.LinesOf(heading.First, heading.Second));
        WriteRow(headings.Select(heading => TextCell(heading, XlsxStyles.Head)), height: lines * LineHeight + 4);
    }

    /// <summary>A note goes over all columns; a cell by itself would be cut at the page's edge.</summary>
    private void WriteNote(string note)
    {
        WriteRow([TextCell(note, XlsxStyles.Note)], height: XlsxLayout.LinesOf(note, layout.Width) * LineHeight);
        if (layout.Shown.Count > 1) merged.Add($"A{row}:{ColumnName(layout.Shown.Count)}{row}");
    }

    /// <summary>How many lines the longest text of a row takes: programs do not all find out by themselves.</summary>
    private int LinesOf(IReadOnlyList<object?> cells)
    {
        var lines = 1;
        for (var i = 0; i < layout.Shown.Count; i++)
            if (cells[layout.Shown[i]] is string text && table.Columns[layout.Shown[i]].Kind == CellKind.Text && text.Length * 2 > layout.Widths[i] - XlsxLayout.Margin)
                lines = Math.Max(lines, XlsxLayout.LinesOf(text, layout.Widths[i]));
        return lines;
    }

    private void WriteRow(IEnumerable<Cell> cells, double height)
    {
        writer.WriteStartElement(new Row { RowIndex = ++row, Height = Math.Min(height, HighestRow), CustomHeight = true });
        foreach (var cell in cells) writer.WriteElement(cell);
        writer.WriteEndElement();
    }

    private Cell CellOf(ReportColumn column, object? cell, bool closing) => cell switch
    {
        null => new Cell { StyleIndex = XlsxStyles.TextOf(closing) },
        // Written as its decimal text: no binary fraction comes near an amount.
        long fen when column.Kind == CellKind.Fen => NumberCell(new Money(fen).ToString().Replace(",", "", StringComparison.Ordinal), XlsxStyles.Amount(closing)),
        long ppm when column.Kind == CellKind.Ppm => NumberCell(Fraction(ppm), XlsxStyles.Rate(closing)),
        long thousandths when column.Kind == CellKind.Quantity => NumberCell(ReportTable.Decimals(thousandths).Replace(",", "", StringComparison.Ordinal), XlsxStyles.Quantity(thousandths, closing)),
        long number => NumberCell(number.ToString(CultureInfo.InvariantCulture), XlsxStyles.Count(closing)),
        bool flag => new Cell { CellValue = new(flag ? "1" : "0"), DataType = CellValues.Boolean, StyleIndex = XlsxStyles.Flag(closing) },
        string { Length: > 0 } word when column.Kind == CellKind.Word => TextCell(ReportTable.WordOf(column, word, language), XlsxStyles.TextOf(closing)),
        _ => TextCell((string)cell, XlsxStyles.TextOf(closing)),
    };

    private static Cell NumberCell(string decimals, uint style) => new() { CellValue = new(decimals), DataType = CellValues.Number, StyleIndex = style };

    /// <summary>A text that is no formula, whatever it begins with: only a cell with a formula element is one.</summary>
    private static Cell TextCell(string text, uint style) =>
        new() { InlineString = new InlineString(new Text(Written(text)) { Space = SpaceProcessingModeValues.Preserve }), DataType = CellValues.InlineString, StyleIndex = style };

    /// <summary>Parts per million as a decimal fraction, written as text.</summary>
    private static string Fraction(long ppm) => string.Create(CultureInfo.InvariantCulture, $"{(ppm < 0 ? "-" : "")}{Math.Abs(ppm) / 1_000_000}.{Math.Abs(ppm) % 1_000_000:D6}");

    /// <summary>Text as a workbook takes it (ST_Xstring of ECMA-376): what XML cannot hold becomes a replacement character, and what looks like an escape is escaped.</summary>
    private static string Written(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) kept.Append(rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\ufffd");
        if (kept.Length > LongestText) kept.Length = LongestText;
        return Escape().Replace(kept.ToString(), "_x005F_$1");
    }

    /// <summary>A column's letters: 1 is A, 27 is AA.</summary>
    internal static string ColumnName(int number)
    {
        var name = "";
        for (var rest = number; rest > 0; rest = (rest - 1) / 26) name = (char)('A' + (rest - 1) % 26) + name;
        return name;
    }

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}
