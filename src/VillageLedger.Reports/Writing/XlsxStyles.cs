using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace VillageLedger.Reports;

/// <summary>The looks that cells of a workbook can have, by their number in its list.</summary>
internal static class XlsxStyles
{
    public const uint Text = 0;
    public const uint Title = 1;
    public const uint Head = 2;
    public const uint Label = 3;
    public const uint Note = 4;
    private const uint FirstOfCells = 5;

    private const string Amounts = "#,##0.00;[Red]-#,##0.00";

    /// <summary>Formats of numbers, each for a plain row and, after all of them, for a closing row. A quantity shows as many decimals as it has: one format for all would leave a bare point.</summary>
    private static readonly string[] Formats = ["@", Amounts, "0;[Red]-0", "0.0000%;[Red]-0.0000%", "#,##0;[Red]-#,##0", "#,##0.0;[Red]-#,##0.0", "#,##0.00;[Red]-#,##0.00", "#,##0.000;[Red]-#,##0.000"];

    private const uint TextFormat = 49;

    /// <summary>The first number that a workbook's own formats may have.</summary>
    private const uint FirstFormat = 164;

    public static uint TextOf(bool closing) => Of(0, closing);

    public static uint Amount(bool closing) => Of(1, closing);

    public static uint Count(bool closing) => Of(2, closing);

    public static uint Rate(bool closing) => Of(3, closing);

    public static uint Quantity(long thousandths, bool closing) => Of(thousandths % 1_000 == 0 ? 4u : thousandths % 100 == 0 ? 5u : thousandths % 10 == 0 ? 6u : 7u, closing);

    public static void Write(Stream output)
    {
        using var writer = OpenXmlWriter.Create(output);
        writer.WriteStartDocument(standalone: true);
        writer.WriteElement(Sheet());
    }

    private static uint Of(uint format, bool closing) => FirstOfCells + (closing ? (uint)Formats.Length : 0) + format;

    private static Stylesheet Sheet() => new(
        new NumberingFormats(Formats.Skip(1).Select((code, i) => new NumberingFormat { NumberFormatId = FirstFormat + (uint)i, FormatCode = code })) { Count = (uint)Formats.Length - 1 },
        new Fonts(FontOf(11, bold: false), FontOf(11, bold: true), FontOf(14, bold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE7EBF0" }) { PatternType = PatternValues.Solid })),
        new Borders(
            BorderOf(null, null), BorderOf(BorderStyleValues.Thin, BorderStyleValues.Thin), BorderOf(BorderStyleValues.Thin, BorderStyleValues.Double), BorderOf(null, BorderStyleValues.Hair)),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(
        [
            new CellFormat { FormatId = 0 },
            new CellFormat { FormatId = 0, FontId = 2, ApplyFont = true },
            new CellFormat(new Alignment { Horizontal = HorizontalAlignmentValues.Center, Vertical = VerticalAlignmentValues.Center, WrapText = true })
            { FormatId = 0, FontId = 1, FillId = 2, BorderId = 1, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true },
            new CellFormat { FormatId = 0, FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }) { FormatId = 0, ApplyAlignment = true },
            .. Formats.Select((_, i) => CellFormatOf(i, closing: false)),
            .. Formats.Select((_, i) => CellFormatOf(i, closing: true)),
        ]),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static CellFormat CellFormatOf(int format, bool closing) => new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = format == 0 })
    {
        FormatId = 0,
        NumberFormatId = format == 0 ? TextFormat : FirstFormat + (uint)format - 1,
        ApplyNumberFormat = true,
        FontId = closing ? 1u : 0u,
        ApplyFont = closing,
        BorderId = closing ? 2u : 3u,
        ApplyBorder = true,
        ApplyAlignment = true,
    };

    private static Font FontOf(double size, bool bold)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new FontName { Val = "Noto Sans CJK SC" });
        return font;
    }

    private static Border BorderOf(BorderStyleValues? top, BorderStyleValues? bottom) => new(
        new LeftBorder(), new RightBorder(), top is null ? new TopBorder() : new TopBorder { Style = top }, bottom is null ? new BottomBorder() : new BottomBorder { Style = bottom }, new DiagonalBorder());
}
