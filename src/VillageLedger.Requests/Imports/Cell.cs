using System.Globalization;
using System.Text;

namespace VillageLedger.Requests;

/// <summary>A cell: always a text, beside it the number or date that a workbook keeps. Trimmed; line breaks and tabs within are spaces.</summary>
internal readonly record struct Cell(string Text, double? Number = null, DateTime? Date = null)
{
    /// <summary>Excel keeps 15 significant digits: whole numbers from here on may have lost their last ones.</summary>
    private const double MaxWhole = 1e15;

    private static readonly char[] Edges = [' ', '\t', '\r', '\n', '\u00A0', '\u3000', '\uFEFF'];
    private static readonly string[] Errors = ["#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#N/A", "#NUM!", "#NULL!"];
    private static readonly char[] Breaks = ['\r', '\n', '\t'];

    public static readonly Cell Blank = new("");

    public bool IsBlank => Text.Length == 0;

    /// <summary>Whether the text can be kept: no control characters, no half of a surrogate pair, nothing already lost (U+FFFD).</summary>
    public bool IsClean
    {
        get
        {
            foreach (var c in Text)
                if (char.IsControl(c) || char.IsSurrogate(c) || c == '\uFFFD') return IsCleanUnicode();
            return true;
        }
    }

    /// <summary>Whether a spreadsheet would run this text as a formula, also in full width, as East Asian ones do (OWASP, CSV injection).</summary>
    public bool IsFormula => Text.Length > 0 && Text[0] is '=' or '+' or '@' or '＝' or '＋' or '＠';

    /// <summary>A leading minus makes a formula, too; as an amount it is none.</summary>
    public bool IsMinusFormula => Text.Length > 0 && Text[0] is '-' or '－' && !Money.TryParse(Text, out _);

    /// <summary>What a workbook shows in place of a result.</summary>
    public bool IsError => Text.Length > 0 && Text[0] == '#' && Errors.Contains(Text);

    /// <summary>As a message may quote it.</summary>
    public string Shown => Show(Text);

    public static Cell Of(string text)
    {
        text = text.Trim(Edges);
        return new(text.IndexOfAny(Breaks) < 0 ? text : string.Join(' ', text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>A cell as a workbook's reader gives it. Codes kept as numbers (102.0) have the text of a whole number (102).</summary>
    public static Cell Of(object? value) => value switch
    {
        null or DBNull => Blank,
        string text => Of(text),
        DateTime date => new(date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), Date: date),
        double number => new(TextOf(number), number),
        int number => new(number.ToString(CultureInfo.InvariantCulture), number),
        _ => Of(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    /// <summary>A text as a message may quote it: short, on one line, without control characters.</summary>
    public static string Show(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(60)) shown.Append(Rune.IsControl(rune) ? Rune.ReplacementChar : rune);
        return shown.ToString();
    }

    private static string TextOf(double number) => Math.Abs(number) < MaxWhole && Math.Floor(number) == number
        ? ((long)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    private bool IsCleanUnicode()
    {
        var rest = Text.AsSpan();
        while (rest.Length > 0)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) != System.Buffers.OperationStatus.Done || Rune.IsControl(rune) || rune == Rune.ReplacementChar) return false;
            rest = rest[used..];
        }

        return true;
    }
}
