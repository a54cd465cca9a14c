namespace VillageLedger.Reports;

/// <summary>Which of a report's rows are shown.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Pages">How many there are; 1 where there is no row.</param>
/// <param name="RowsPerPage">At most; the last page may have fewer.</param>
/// <param name="RowsInAll">Of the whole report.</param>
public sealed record ReportPage(int Number, int Pages, int RowsPerPage, int RowsInAll)
{
    /// <summary>How many rows a report may have where it is neither asked for by the page nor written to a file; and how many a page may.</summary>
    public const int MaxRows = 100_000;

    public const int UsualRows = 1_000;

    /// <summary>A page of a report. Its totals, heads and notes are those of the whole report.</summary>
    /// <exception cref="ReportRefusedException">There is no such page.</exception>
    public static ReportTable Of(ReportTable table, int number, int rowsPerPage, Language language)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        if (rowsPerPage is < 1 or > MaxRows) throw new ArgumentOutOfRangeException(nameof(rowsPerPage));
        var inAll = table.Rows.Count;
        var page = new ReportPage(number, Math.Max(1, (inAll - 1) / rowsPerPage + 1), rowsPerPage, inAll);
        if (number > page.Pages) throw new ReportRefusedException(Refusal.Of(RefusalCode.ReportPageUnknown, ("report", table.Report), ("page", number), ("pages", page.Pages), ("rows", inAll)));
        var first = (number - 1) * rowsPerPage;
        var rows = table.Rows.Skip(first).Take(rowsPerPage).ToList();
        return table with
        {
            Rows = rows,
            Page = page,
            Notes = [.. table.Notes, page.Text(first, rows.Count, language)],
            Sources = table.Sources is { } sources ? (row, column) => sources(first + row, column) : null,
        };
    }

    /// <summary>Refuses a report that is too long to be shown whole.</summary>
    /// <exception cref="ReportRefusedException">It has more rows than <see cref="MaxRows"/>.</exception>
    public static void RequireShort(ReportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Rows.Count > MaxRows) throw new ReportRefusedException(Refusal.Of(RefusalCode.ReportTooLong, ("report", table.Report), ("rows", table.Rows.Count), ("limit", MaxRows)));
    }

    private string Text(int first, int count, Language language) => count == 0
        ? Texts.Of("cli.report.page-empty", language)
        : Texts.Of("cli.report.page-of", language, ("page", Number), ("pages", Pages), ("from", first + 1), ("to", first + count), ("rows", RowsInAll));
}
