using System.Globalization;

namespace VillageLedger.Reports;

/// <summary>Times as reports show and take them: in Asia/Shanghai, which has had +08:00 all year round since 1992.</summary>
public static class ReportTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static string Format(DateTimeOffset at) => at.ToOffset(Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    public static string Format(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day of an instant in Shanghai.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// <summary>An instant; a bare date means the end of that day, a time without offset is Shanghai's.</summary>
    public static bool TryParse(string text, out DateTimeOffset at)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            at = default;
            if (IsOutside(day.Year)) return false;
            at = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).AddDays(1).AddTicks(-TimeSpan.TicksPerMicrosecond);
            return true;
        }

        if (DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            at = default;
            if (IsOutside(local.Year)) return false;
            at = new(local, Offset);
            return true;
        }

        return DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at);
    }
    /// <summary>Years that no ledger knows, at whose ends a day more or eight hours less is no instant any more.</summary>
    private static bool IsOutside(int year) => year is < 1900 or > 9000;
}
