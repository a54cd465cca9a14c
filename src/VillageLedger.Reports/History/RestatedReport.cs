namespace VillageLedger.Reports;

/// <summary>A report with corrections in the month they concern, beside the books and never instead of them: after each amount the same restated.</summary>
public static class RestatedReport
{
    /// <summary>How the restated column of an amount is named: <c>debitFen</c>, <c>debitRestatedFen</c>.</summary>
    public const string Suffix = "RestatedFen";

    /// <param name="booked">As the books have it.</param>
    /// <param name="restated">The same report of <see cref="ReadModels.AsRestated"/>.</param>
    public static ReportTable Beside(ReportTable booked, ReportTable restated, Language language)
    {
        ArgumentNullException.ThrowIfNull(booked);
        ArgumentNullException.ThrowIfNull(restated);
        var (keys, others) = (RowKeys.AllOf(booked), RowKeys.AllOf(restated).Index().ToDictionary(key => key.Item, key => key.Index));
        var known = keys.ToHashSet();
        // What is there only when restated has nothing in the books.
        var rows = keys.Select((key, i) => (Own: (int?)i, Other: others.TryGetValue(key, out var index) ? index : (int?)null))
            .Concat(others.Where(other => !known.Contains(other.Key)).OrderBy(other => other.Value).Select(other => (Own: (int?)null, Other: (int?)other.Value))).ToList();
        var cells = booked.Columns.Index().SelectMany(column => column.Item.Kind == CellKind.Fen ? new[] { (column.Index, IsRestated: false), (column.Index, IsRestated: true) } : [(column.Index, false)]).ToList();
        return new(
            booked.Report, booked.AsOf,
            [.. cells.Select(cell => cell.IsRestated ? ColumnOf(booked.Report, booked.Columns[cell.Index], language) : booked.Columns[cell.Index])],
            [.. rows.Select(row => (IReadOnlyList<object?>)[.. cells.Select(cell => CellOf(row.Own is { } own ? booked.Rows[own] : null, row.Other is { } other ? restated.Rows[other] : null, cell.Index, cell.IsRestated, booked.Columns[cell.Index]))])],
            booked.Totals is null ? null : [.. cells.Select(cell => (cell.IsRestated ? restated : booked).Totals?[cell.Index])])
        {
            Subject = booked.Subject,
            Head = booked.Head,
            Keys = booked.Keys,
            Notes = [.. booked.Notes, Texts.Of("report.restated", language)],
            Sources = (row, column) => (cells[column].IsRestated, rows[row]) switch
            {
                (false, { Own: { } own }) => booked.Sources?.Invoke(own, cells[column].Index),
                (true, { Other: { } other }) => restated.Sources?.Invoke(other, cells[column].Index),
                _ => null,
            },
        };
    }

    private static ReportColumn ColumnOf(string report, ReportColumn column, Language language) => column with
    {
        Name = column.Name[..^"Fen".Length] + Suffix,
        Heading = Texts.Of("column.restated", language, ("heading", ReportTable.HeadingOf(report, column, language))),
    };

    private static object? CellOf(IReadOnlyList<object?>? booked, IReadOnlyList<object?>? restated, int index, bool isRestated, ReportColumn column) => (isRestated, booked, restated) switch
    {
        (true, _, { } row) => row[index],
        (true, _, null) => 0L,
        (false, { } row, _) => row[index],
        // Only the restated one has the row: what names it comes from there, and the books have nothing in it.
        (false, null, { } row) => column.Kind == CellKind.Fen ? 0L : row[index],
        _ => null,
    };
}
