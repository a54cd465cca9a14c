using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace VillageLedger.Reports;

/// <summary>A report as a workbook: headings in the reader's language, amounts in yuan as numbers, the head frozen.</summary>
public static class ReportXlsx
{
    private const uint PlainStyle = 0;
    private const uint HeadStyle = 1;
    private const uint AmountStyle = 2;
    private const uint CountStyle = 3;
    private const uint PercentStyle = 4;
    private const uint QuantityStyle = 5;

    /// <summary>The first number that a workbook's own formats may have.</summary>
    private const uint PercentFormat = 164;
    private const uint QuantityFormat = 165;

    public static void Write(Stream output, ReportTable table, Language language)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        book.Workbook = new Workbook();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var part = book.AddNewPart<WorksheetPart>();
        var data = new SheetData();
        var shown = table.Shown;
        part.Worksheet = new Worksheet(
            new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new DocumentFormat.OpenXml.Spreadsheet.Columns(shown.Select((column, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = table.Columns[column].Kind == CellKind.Text ? 24 : 18, CustomWidth = true })),
            data);
        data.Append(new Row(shown.Select(column => TextCell(ReportTable.HeadingOf(table.Report, table.Columns[column], language), HeadStyle))));
        foreach (var row in table.Rows) data.Append(new Row(shown.Select(column => CellOf(table.Columns[column], row[column], language))));
        if (table.Totals is { } totals)
            data.Append(new Row(shown.Select((column, i) => i == 0 ? TextCell(Texts.Of("report.total", language), HeadStyle) : CellOf(table.Columns[column], totals[column], language))));
        foreach (var head in table.Head.Where(head => head.Cell is not null))
            data.Append(new Row(TextCell(ReportTable.HeadingOf(table.Report, head.Column, language), HeadStyle), CellOf(head.Column, head.Cell, language)));
        foreach (var note in table.Notes) data.Append(new Row(TextCell(note, PlainStyle)));
        book.Workbook.Append(new Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = table.Report }));
    }

    private static Cell CellOf(ReportColumn column, object? cell, Language language) => cell switch
    {
        null => new Cell(),
        // Written as its decimal text: no binary fraction comes near an amount.
        long fen when column.Kind == CellKind.Fen => new Cell { CellValue = new(new Money(fen).ToString().Replace(",", "", StringComparison.Ordinal)), DataType = CellValues.Number, StyleIndex = AmountStyle },
        long ppm when column.Kind == CellKind.Ppm => new Cell { CellValue = new(Fraction(ppm)), DataType = CellValues.Number, StyleIndex = PercentStyle },
        long thousandths when column.Kind == CellKind.Quantity => new Cell { CellValue = new(ReportTable.Decimals(thousandths).Replace(",", "", StringComparison.Ordinal)), DataType = CellValues.Number, StyleIndex = QuantityStyle },
        long number => new Cell { CellValue = new(number.ToString(CultureInfo.InvariantCulture)), DataType = CellValues.Number, StyleIndex = CountStyle },
        bool flag => new Cell { CellValue = new(flag ? "1" : "0"), DataType = CellValues.Boolean },
        string { Length: > 0 } word when column.Kind == CellKind.Word => TextCell(ReportTable.WordOf(column, word, language), PlainStyle),
        _ => TextCell((string)cell, PlainStyle),
    };

    /// <summary>Parts per million as a decimal fraction, written as text.</summary>
    private static string Fraction(long ppm) => string.Create(CultureInfo.InvariantCulture, $"{(ppm < 0 ? "-" : "")}{Math.Abs(ppm) / 1_000_000}.{Math.Abs(ppm) % 1_000_000:D6}");

    private static Cell TextCell(string text, uint style) => new() { InlineString = new InlineString(new Text(text)), DataType = CellValues.InlineString, StyleIndex = style };

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = PercentFormat, FormatCode = "0.0000%" }, new NumberingFormat { NumberFormatId = QuantityFormat, FormatCode = "#,##0.###" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 4, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 1, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = PercentFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = QuantityFormat, ApplyNumberFormat = true }));
}
