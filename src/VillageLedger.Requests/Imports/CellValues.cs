using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace VillageLedger.Requests;

/// <summary>Cells as amounts and dates.</summary>
internal static partial class CellValues
{
    /// <summary>Beyond this many yuan a double of 15 digits no longer holds the fen.</summary>
    private const double MaxExactYuan = 1e13;

    /// <summary>
    /// Yuan to whole fen. A workbook's number counts by the 15 digits that Excel itself keeps, so that a sum of its own making
    /// (0.30000000000000004) is 0.30 while 1.005 stays refused.
    /// </summary>
    public static bool TryAmount(Cell cell, out Money amount)
    {
        amount = default;
        if (cell.Date is not null) return false;
        if (cell.Number is not { } yuan) return Money.TryParse(cell.Text, out amount);
        if (!double.IsFinite(yuan) || Math.Abs(yuan) > Money.MaxFen / 100d) return false;
        var fen = Math.Round(yuan * 100);
        if (!Money.Fits((long)fen)) return false;
        amount = new((long)fen);
        return fen / 100 == yuan || (Math.Abs(yuan) < MaxExactYuan && (decimal)yuan == (decimal)fen / 100);
    }

    /// <summary>2025-06-30, 2025/6/30, 2025.6.30, 2025年6月30日, 20250630, a workbook's date; a time only where it is midnight.</summary>
    public static bool TryDate(Cell cell, out DateOnly date)
    {
        date = default;
        if (cell.Date is { } given)
        {
            date = DateOnly.FromDateTime(given);
            return given.TimeOfDay == TimeSpan.Zero && given.Year >= 1900;
        }

        var match = DateText().Match(cell.Text.Normalize(NormalizationForm.FormKC));
        if (!match.Success) return false;
        var (year, month, day) = (Number(match, "y"), Number(match, "m"), Number(match, "d"));
        if (year < 1900 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new(year, month, day);
        return true;
    }

    /// <summary>A code; 102.01 as text is 10201, as a number it may have been 102.010 as well.</summary>
    public static bool TryAccount(Cell cell, out AccountCode account)
    {
        var code = cell.Text.Normalize(NormalizationForm.FormKC);
        if (cell.Number is null && Segmented().IsMatch(code)) code = code.Replace(".", "", StringComparison.Ordinal);
        return AccountCode.TryParse(code, out account);
    }

    [GeneratedRegex(@"^[0-9]{3,}(\.[0-9]{2,})+$")]
    private static partial Regex Segmented();

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?<y>[0-9]{4})(?:(?<s>[-/.])(?<m>[0-9]{1,2})\k<s>(?<d>[0-9]{1,2})|年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日)(?:[ T]0?0:00(?::00(?:\.0+)?)?)?|(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2}))$")]
    private static partial Regex DateText();
}
