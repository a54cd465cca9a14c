namespace VillageLedger.Reports;

/// <summary>What the figures of a trial balance are sums of.</summary>
internal static class TrialBalanceSources
{
    public static Func<int, int, IReadOnlyList<FigureSource>?> Of(BookAt book, Period period, IReadOnlyList<IReadOnlyList<object?>> rows) => (row, column) =>
    {
        var account = new AccountCode((string)rows[row][0]!);
        if (TrialBalance.Columns[column].Kind != CellKind.Fen) return null;
        if (rows[row][column] is 0L) return TrialBalance.Columns[column].Name is "debitFen" or "creditFen" or "yearDebitFen" or "yearCreditFen" ? SumOf(book, period, LeavesUnder(book, account), TrialBalance.Columns[column].Name) : [];
        var leaves = LeavesUnder(book, account).ToList();
        if (book.Chart.RootOf(account)?.Role != AccountRole.Internal || leaves.Count == 1) return SumOf(book, period, leaves, TrialBalance.Columns[column].Name);
        // Details that are not netted stand on their own sides: those on this side make it up.
        return [.. leaves.Where(leaf => rows.Any(other => other[3] is true && other[0] is string code && code == leaf.Value && other[column] is long and not 0)).SelectMany(leaf => SumOf(book, period, [leaf], TrialBalance.Columns[column].Name))];
    };

    private static IEnumerable<AccountCode> LeavesUnder(BookAt book, AccountCode above) => book.Touched.Select(book.Carrier).Distinct().Where(leaf => book.IsUnder(leaf, above));

    private static IReadOnlyList<FigureSource> SumOf(BookAt book, Period period, IEnumerable<AccountCode> leaves, string column)
    {
        var sources = new BookSources(book, leaves);
        var (holdsBefore, isFirstYear) = (period.From <= new Month(book.FirstMonth.Year, 1) && period.To >= book.FirstMonth.Previous, period.To.Year == book.FirstMonth.Year && period.To >= book.FirstMonth.Previous);
        var (from, january) = (Later(period.From, book.FirstMonth), Later(new Month(period.To.Year, 1), book.FirstMonth));
        return column switch
        {
            "openingDebitFen" => Opening(1),
            "openingCreditFen" => Opening(-1),
            "debitFen" => Turnover(from, holdsBefore, LineMeasure.Debit),
            "creditFen" => Turnover(from, holdsBefore, LineMeasure.Credit),
            "yearDebitFen" => Turnover(january, isFirstYear, LineMeasure.Debit),
            "yearCreditFen" => Turnover(january, isFirstYear, LineMeasure.Credit),
            "closingDebitFen" => sources.Balance(period.To, 1),
            _ => sources.Balance(period.To, -1),
        };

        IReadOnlyList<FigureSource> Opening(int sign) => holdsBefore ? sources.BalanceBeforeYear(sign) : sources.Balance(period.From <= book.FirstMonth ? book.FirstMonth.Previous : period.From.Previous, sign);

        IReadOnlyList<FigureSource> Turnover(Month first, bool withBefore, LineMeasure measure) => withBefore ? sources.TurnoverWithBefore(first, period.To, measure) : sources.Turnover(first, period.To, measure);
    }

    private static Month Later(Month left, Month right) => left > right ? left : right;
}
