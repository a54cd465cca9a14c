namespace VillageLedger.Reports;

/// <summary>六栏式, 八栏式: the amount columns that a trial balance shows.</summary>
public static class TrialBalanceColumns
{
    /// <summary>Opening, turnover and closing, without the year's turnover; accounts that have nothing else are left out.</summary>
    public static ReportTable Six(ReportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        int[] kept = [.. Enumerable.Range(0, table.Columns.Count).Where(i => table.Columns[i].Name is not ("yearDebitFen" or "yearCreditFen"))];
        IReadOnlyList<object?> Cells(IReadOnlyList<object?> row) => [.. kept.Select(i => row[i])];
        var shown = table.Rows.Index().Where(row => kept.Any(column => table.Columns[column].Kind == CellKind.Fen && row.Item[column] is not 0L)).Select(row => row.Index).ToList();
        return table with
        {
            Columns = [.. kept.Select(i => table.Columns[i])],
            Rows = [.. shown.Select(row => Cells(table.Rows[row]))],
            Sources = (row, column) => table.Sources?.Invoke(shown[row], kept[column]),
            Totals = table.Totals is { } totals ? Cells(totals) : null,
        };
    }
}
