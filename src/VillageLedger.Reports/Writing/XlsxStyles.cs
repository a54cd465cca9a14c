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

    /// <summary>The font that Chinese spreadsheets come with; where it is missing, programs take another that has the characters.</summary>
    private const string FontName = "宋体";

    private const string Amounts = "#,##0.00;[Red]-#,##0.00";

    /// <summary>Formats of numbers, each for a plain row and, after all of them, for a closing row. A quantity shows as many decimals as it has: one format for all would leave a bare point.</summary>
    private static readonly string[] Formats = ["@", "General", Amounts, "0;[Red]-0", "0.0000%;[Red]-0.0000%", "#,##0;[Red]-#,##0", "#,##0.0;[Red]-#,##0.0", "#,##0.00;[Red]-#,##0.00", "#,##0.000;[Red]-#,##0.000"];

    /// <summary>The first two formats by the numbers that every program knows.</summary>
    private const uint TextFormat = 49;
    private const uint GeneralFormat = 0;

    /// <summary>The first number that a workbook's own formats may have.</summary>
    private const uint FirstFormat = 164;

    public static uint TextOf(bool closing) => Of(0, closing);

    public static uint Flag(bool closing) => Of(1, closing);

    public static uint Amount(bool closing) => Of(2, closing);

    public static uint Count(bool closing) => Of(3, closing);

    public static uint Rate(bool closing) => Of(4, closing);

    public static uint Quantity(long thousandths, bool closing) => Of(thousandths % 1_000 == 0 ? 5u : thousandths % 100 == 0 ? 6u : thousandths % 10 == 0 ? 7u : 8u, closing);

    public static void Write(Stream output)
    {
        using var writer = OpenXmlWriter.Create(output);
        writer.WriteStartDocument(standalone: true);
        writer.WriteElement(Sheet());
    }

    private static uint Of(uint format, bool closing) => FirstOfCells + (closing ? (uint)Formats.Length : 0) + format;

    private static Stylesheet Sheet() => new(
        new NumberingFormats(Formats.Skip(2).Select((code, i) => new NumberingFormat { NumberFormatId = FirstFormat + (uint)i, FormatCode = code })) { Count = (uint)Formats.Length - 2 },
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

    private static CellFormat CellFormatOf(int format, bool closing) => new(AlignmentOf(format))
    {
        FormatId = 0,
        NumberFormatId = format switch { 0 => TextFormat, 1 => GeneralFormat, _ => FirstFormat + (uint)format - 2 },
        ApplyNumberFormat = true,
        FontId = closing ? 1u : 0u,
        ApplyFont = closing,
        BorderId = closing ? 2u : 3u,
        ApplyBorder = true,
        ApplyAlignment = true,
    };

    /// <summary>A text keeps some distance from the number before it.</summary>
    private static Alignment AlignmentOf(int format) => format switch
    {
        0 => new() { Vertical = VerticalAlignmentValues.Top, WrapText = true, Horizontal = HorizontalAlignmentValues.Left, Indent = 1 },
        1 => new() { Vertical = VerticalAlignmentValues.Top, Horizontal = HorizontalAlignmentValues.Center },
        _ => new() { Vertical = VerticalAlignmentValues.Top },
    };

    private static Font FontOf(double size, bool bold)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new FontName { Val = FontName });
        return font;
    }

    private static Border BorderOf(BorderStyleValues? top, BorderStyleValues? bottom) => new(
        new LeftBorder(), new RightBorder(), top is null ? new TopBorder() : new TopBorder { Style = top }, bottom is null ? new BottomBorder() : new BottomBorder { Style = bottom }, new DiagonalBorder());
}
