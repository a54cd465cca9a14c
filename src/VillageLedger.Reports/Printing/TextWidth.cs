using System.Text;

namespace VillageLedger.Reports;

/// <summary>
/// How wide a text is in the fonts of a printed page, in em: an estimate on the safe side, by which columns are sized and ledgers are cut into pages before any browser sees them.
/// Widths of Noto Sans CJK Bold, the wider of the two weights: a digit is 0.6 em, every Han character and full-width sign 1 em.
/// </summary>
internal static class TextWidth
{
    public static double Of(string text)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes()) width += Of(rune);
        return width;
    }

    /// <summary>The lines that a text takes in a column where it may break anywhere.</summary>
    public static int Lines(string text, double column)
    {
        var (lines, left) = (1, column);
        foreach (var rune in text.EnumerateRunes())
        {
            var width = Of(rune);
            if (width > left) (lines, left) = (lines + 1, column);
            left -= width;
        }

        return lines;
    }

    /// <summary>A text that takes no more than some lines; what was left out is an ellipsis.</summary>
    public static string Cut(string text, double column, int lines)
    {
        if (Lines(text, column) <= lines) return text;
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Lines(kept + rune.ToString() + "…", column) > lines) break;
            kept.Append(rune);
        }

        return kept.Append('…').ToString();
    }

    private static double Of(Rune rune) => rune.Value switch
    {
        '.' or ',' or '\'' or ':' or ';' or 'i' or 'l' or 'I' or 'j' or '|' or '!' => 0.34,
        >= '0' and <= '9' => 0.6,
        'm' or 'M' or 'w' or 'W' or '%' or '@' => 0.95,
        >= 'A' and <= 'Z' => 0.7,
        < 0x80 => 0.6,
        < 0x2000 => 0.75,
        _ => 1,
    };
}
