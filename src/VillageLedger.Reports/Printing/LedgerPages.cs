namespace VillageLedger.Reports;

/// <summary>A page of a printed ledger.</summary>
/// <param name="BroughtForward">承前页, with cells as the report's rows have them; null on the first page of an account.</param>
/// <param name="Rows">Indexes of the report's rows.</param>
/// <param name="CarriedForward">过次页; null on the last page of an account.</param>
internal sealed record LedgerPage(IReadOnlyList<object?>? BroughtForward, IReadOnlyList<int> Rows, IReadOnlyList<object?>? CarriedForward);

/// <summary>
/// Cuts a ledger into pages (会计基础工作规范 art. 60(8)): what a page ends with, the next one begins with. Ledgers of lines carry the sums since the beginning of the month, the general ledger
/// those since the beginning of the year, as their own sums run; the balance is that of the last row.
/// </summary>
internal sealed class LedgerPages(ReportTable table, LedgerForm form)
{
    public const string BroughtForward = "page-in";
    public const string CarriedForward = "page-out";

    private readonly bool byYear = table.Report == GeneralLedger.Name;

    /// <param name="capacity">Rows of a page, those that carry sums over included.</param>
    /// <param name="height">How many rows' place a row of the report takes; at most what a page has left between the two.</param>
    public IEnumerable<LedgerPage> Of(int capacity, Func<int, int> height)
    {
        for (var first = 0; first < table.Rows.Count;)
        {
            var end = first + 1;
            while (end < table.Rows.Count && form.Blocks.All(key => Equals(table.Rows[end][key], table.Rows[first][key]))) end++;
            foreach (var page in OfBlock(first, end, capacity, height)) yield return page;
            first = end;
        }
    }

    private IEnumerable<LedgerPage> OfBlock(int first, int end, int capacity, Func<int, int> height)
    {
        var heights = Enumerable.Range(first, end - first).Select(height).ToArray();
        var left = heights.Sum();
        IReadOnlyList<object?>? brought = null;
        for (var row = first; row < end;)
        {
            var begun = row;
            var room = capacity - (brought is null ? 0 : 1);
            var isLast = left <= room;
            for (var used = 0; row < end && (isLast || row == begun || used + heights[row - first] < room); row++)
            {
                used += heights[row - first];
                left -= heights[row - first];
            }

            var carried = row < end ? CarryAt(first, row - 1, end) : null;
            yield return new(brought, [.. Enumerable.Range(begun, row - begun)], carried is null ? null : Named(carried, CarriedForward));
            brought = carried is null ? null : Named(carried, BroughtForward);
        }
    }

    private object?[] Named(object?[] cells, string entry)
    {
        object?[] named = [.. cells];
        named[form.Entry] = entry;
        return named;
    }

    /// <summary>The sums and the balance after a row of a block.</summary>
    private object?[] CarryAt(int first, int last, int end)
    {
        var cells = new object?[table.Columns.Count];
        cells[form.Month] = table.Rows[last][form.Month];
        foreach (var key in form.Blocks) cells[key] = table.Rows[last][key];
        foreach (var balance in form.Of(LedgerPart.Balance)) cells[balance] = table.Rows[last][balance];
        foreach (var column in form.Of(LedgerPart.Sum)) cells[column] = byYear ? SinceJanuary(column, first, last, end) : OfMonth(column, first, last, "line");
        return cells;
    }

    /// <summary>The sum of the lines of the last row's month down to it.</summary>
    private long OfMonth(int column, int first, int last, string entry)
    {
        var (sum, month) = (0L, table.Rows[last][form.Month]);
        for (var row = last; row >= first && Equals(table.Rows[row][form.Month], month); row--)
            if (Equals(table.Rows[row][form.Entry], entry)) sum += table.Rows[row][column] as long? ?? 0;
        return sum;
    }

    /// <summary>
    /// 本年累计 down to a row: that of the latest one above, and the months since; where none stands above, that of the next one below without the months that the row has not reached.
    /// </summary>
    private long SinceJanuary(int column, int first, int last, int end)
    {
        var year = YearOf(last);
        var sum = 0L;
        for (var row = last; row >= first && YearOf(row) == year; row--)
        {
            if (Equals(table.Rows[row][form.Entry], "year")) return sum + Cell(row);
            if (Equals(table.Rows[row][form.Entry], "month")) sum += Cell(row);
        }

        sum = 0;
        for (var row = last + 1; row < end && YearOf(row) == year; row++)
        {
            if (Equals(table.Rows[row][form.Entry], "year")) return sum + Cell(row);
            if (Equals(table.Rows[row][form.Entry], "month")) sum -= Cell(row);
        }

        return 0;

        long Cell(int row) => table.Rows[row][column] as long? ?? 0;
        string YearOf(int row) => ((string)table.Rows[row][form.Month]!)[..4];
    }
}
