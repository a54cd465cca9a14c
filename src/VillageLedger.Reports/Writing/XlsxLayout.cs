using System.Globalization;
using System.Text;

namespace VillageLedger.Reports;

/// <summary>Where things stand on a report's sheet: title, subject, heads, the heading row, rows, totals, notes.</summary>
/// <param name="Shown">The report's columns that are shown, by their index.</param>
/// <param name="Widths">Of each shown column, in widths of a digit.</param>
/// <param name="HeadsPerRow">Heads stand side by side, as many as there is room for.</param>
/// <param name="HeadingRow">The number of the row with the columns' headings, from 1.</param>
internal sealed record XlsxLayout(IReadOnlyList<int> Shown, IReadOnlyList<double> Widths, int HeadsPerRow, int HeadingRow)
{
    private const int Narrowest = 7;
    private const int Widest = 44;

    /// <summary>Room for the margins and the indent of a cell, and for bold letters.</summary>
    public const double Margin = 3.5;

    /// <summary>What a heading takes before it is wrapped.</summary>
    private const int WidestHeading = 19;

    /// <summary>What fits upright on A4 without becoming smaller than is easily read.</summary>
    private const double UprightWidth = 105;

    /// <summary>Title and subject.</summary>
    private const int RowsBeforeHeads = 2;

    /// <summary>Widths follow from so many rows: more would be read twice for the sake of an odd one.</summary>
    private const int RowsLookedAt = 2_000;

    public double Width => Widths.Sum();

    public bool IsLandscape => Width > UprightWidth;

    /// <summary>How many rows of a sheet a report takes.</summary>
    public static long RowsOf(ReportTable table) => RowsBeforeHeads + HeadsOf(table).Count + 1L + table.Rows.Count + (table.Totals is null ? 0 : 1) + table.Notes.Count;

    /// <summary>The heads that say something.</summary>
    public static IReadOnlyList<ReportHead> HeadsOf(ReportTable table) => [.. table.Head.Where(head => head.Cell is not null)];

    public static XlsxLayout Of(ReportTable table, Language language)
    {
        var shown = table.Shown;
        var heads = HeadsOf(table);
        var perRow = Math.Max(1, shown.Count / 2);
        var widths = shown.Select(column => WidthOf(table, column, language)).ToArray();
        for (var i = 0; i < heads.Count; i++)
        {
            var column = i % perRow * 2;
            Widen(column, ReportTable.HeadingOf(table.Report, heads[i].Column, language));
            Widen(column + 1, ReportTable.TextOf(heads[i].Column, heads[i].Cell, language));
        }

        return new(shown, widths, perRow, RowsBeforeHeads + (heads.Count + perRow - 1) / perRow + 1);

        void Widen(int column, string text)
        {
            if (column < widths.Length) widths[column] = Math.Max(widths[column], Bounded(WidthOf(text)));
        }
    }

    /// <summary>The widest line of a text in widths of a digit; what is written in full width (UAX #11) takes two.</summary>
    public static int WidthOf(string text)
    {
        var (widest, width) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                (widest, width) = (Math.Max(widest, width), 0);
                continue;
            }

            width += IsWide(rune) ? 2 : Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control ? 0 : 1;
        }

        return Math.Max(widest, width);
    }

    /// <summary>How many lines a text takes where it is wrapped.</summary>
    public static int LinesOf(string text, double width) => text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(WidthOf(line) / Math.Max(width - Margin, 1))));

    private static double WidthOf(ReportTable table, int index, Language language)
    {
        var column = table.Columns[index];
        var widest = table.Rows.Take(RowsLookedAt).Append(table.Totals ?? []).Where(row => row.Count > index).Select(row => WidthOf(ReportTable.TextOf(column, row[index], language)));
        return Bounded(widest.Append(Math.Min(WidthOf(ReportTable.HeadingOf(table.Report, column, language)), WidestHeading)).Max());
    }

    private static double Bounded(int width) => Math.Clamp(width, Narrowest, Widest) + Margin;

    private static bool IsWide(Rune rune) => rune.Value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xA960 and <= 0xA97C) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD)
        // Ambiguous ones that Chinese fonts draw wide.
        or 0x2014 or 0x2018 or 0x2019 or 0x201C or 0x201D or 0x2026 or 0x00B7;
}
