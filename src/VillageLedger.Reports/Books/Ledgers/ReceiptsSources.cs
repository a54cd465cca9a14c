namespace VillageLedger.Reports;

/// <summary>What the figures of income, expense and money in 收支明细表 are sums of. Claims and debts are sums of what stands on one side by party, which no source tells.</summary>
internal static class ReceiptsSources
{
    public static Func<int, int, IReadOnlyList<FigureSource>?> Of(LedgerBook book, LedgerSpan span, IReadOnlyList<IReadOnlyList<object?>> rows) => (row, column) =>
    {
        AccountCode? account = rows[row][1] is string code ? new(code) : null;
        var name = ReceiptsAndPayments.Columns[column].Name;
        return (string)rows[row][0]! switch
        {
            "income" or "income-total" => Flow(AccountClass.Income, -1),
            "expense" or "expense-total" => Flow(AccountClass.Expense, 1),
            "money" or "money-total" => Money(),
            _ => null,
        };

        IReadOnlyList<FigureSource>? Flow(AccountClass of, int sign)
        {
            var sources = new BookSources(book.Book, book.Leaves(leaf => account is { } above ? book.IsUnder(leaf, above) : book.Book.Chart.RootOf(leaf)?.Class == of));
            var year = span.Asked.To.Year;
            return name switch
            {
                "amountFen" => sources.Flows(span.Start, span.End, sign, span.HoldsBefore),
                "yearFen" => sources.Flows(new Month(year, 1) > span.First ? new(year, 1) : span.First, span.End, sign, span.KnowsOpening && year == span.First.Year),
                _ => null,
            };
        }

        IReadOnlyList<FigureSource>? Money()
        {
            var sources = new BookSources(book.Book, account is { } leaf ? [leaf] : [.. book.LeavesOf(AccountRole.Cash), .. book.LeavesOf(AccountRole.Bank)]);
            return name switch
            {
                "openingFen" => span.HoldsBefore ? sources.BalanceBeforeYear(1) : sources.Balance(span.Start.Previous, 1),
                "receivedFen" => Moved(LineMeasure.Debit),
                "paidFen" => Moved(LineMeasure.Credit),
                "closingFen" => sources.Balance(span.End, 1),
                _ => null,
            };

            IReadOnlyList<FigureSource> Moved(LineMeasure measure) => span.HoldsBefore ? sources.TurnoverWithBefore(span.Start, span.End, measure) : sources.Turnover(span.Start, span.End, measure);
        }
    };
}
