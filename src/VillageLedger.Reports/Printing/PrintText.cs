using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>The cells and lines of printed pages as texts in the reader's language.</summary>
internal sealed class PrintText(Language language)
{
    public Language Language { get; } = language;

    public string this[string key] => Texts.Of("print." + key, Language);

    public string this[string key, params (string Name, object? Value)[] values] => Texts.Of("print." + key, Language, values);

    /// <summary>A heading without its unit, which a printed page says once.</summary>
    public string HeadingOf(string report, ReportColumn column)
    {
        var (heading, unit) = (ReportTable.HeadingOf(report, column, Language), this["unit-in-heading"]);
        return heading.EndsWith(unit, StringComparison.Ordinal) ? heading[..^unit.Length] : heading;
    }

    /// <param name="blankZero">As in the rows of a ledger; totals show a zero.</param>
    public string CellOf(ReportColumn column, object? cell, bool blankZero) =>
        blankZero && !column.ShowsZero && cell is 0L && column.Kind is CellKind.Fen or CellKind.Quantity && cell is 0L ? "" : ReportTable.TextOf(column, cell, Language);

    /// <summary>Which facts the page is made of: <c>截至位置 76（2025-12-31 17:02:11）</c>.</summary>
    public string AsOf(LogMoment moment) =>
        this["as-of", ("position", moment.Position), ("recordedAt", moment.RecordedAt is { } at ? ReportTime.Format(at)[..19].Replace('T', ' ') : "—")];

    public static bool IsNumber(CellKind kind) => kind is CellKind.Fen or CellKind.Count or CellKind.Ppm or CellKind.Quantity;

    /// <summary>Bookkeeping red: a negative amount, which has its sign, too.</summary>
    public static bool IsRed(ReportColumn column, object? cell) => column.Kind is CellKind.Fen or CellKind.Quantity && cell is < 0L;

    public static string ClassOf(ReportColumn column, object? cell)
    {
        var name = IsNumber(column.Kind) ? "number" : column.Kind is CellKind.Word or CellKind.Flag ? "word" : "";
        return IsRed(column, cell) ? name + " red" : name;
    }
}
