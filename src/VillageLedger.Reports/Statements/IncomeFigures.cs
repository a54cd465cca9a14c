namespace VillageLedger.Reports;

/// <summary>What the rows of an income statement take of the accounts of a book in some periods: turnover without transfers, so that it is the same before and after the year's end.</summary>
internal sealed class IncomeFigures
{
    private readonly LedgerBook ledger;
    private readonly RowMap map;
    private readonly StatementSums sums;
    private readonly ResultVouchers vouchers;

    private IncomeFigures(LedgerBook ledger, RowMap map, StatementSums sums, ResultVouchers vouchers) => (this.ledger, this.map, this.sums, this.vouchers) = (ledger, map, sums, vouchers);

    private BookAt Book => ledger.Book;

    public static async Task<IncomeFigures> ReadAsync(ReadModels models, LedgerBook ledger, RowMap map, IReadOnlyList<Period> periods, CancellationToken cancellation)
    {
        var moments = periods.Select(period => BalanceMoment.Before(period, ledger.Book));
        var sums = await StatementSums.ReadAsync(ledger.Book, moments, periods, cancellation).ConfigureAwait(false);
        return new(ledger, map, sums, await ResultVouchers.ReadAsync(models, ledger, periods, cancellation).ConfigureAwait(false));
    }

    /// <summary>Whether the book, or its era, knows anything of a period.</summary>
    public static bool Knows(Period period, BookAt book) => period.To >= book.FirstMonth || BalanceMoment.HoldsBefore(period, book);

    public RowFigures Of(Period period)
    {
        var (distribution, transferred) = (new Distribution(vouchers, map, sums, period), vouchers.Transferred(period));
        return new(map, row => row.Take switch
        {
            RowTake.Figure => Turnover(row, period, transferred),
            RowTake.Opening => sums.BalanceOf(AccountsOf(row), BalanceMoment.Before(period, Book), row.Side),
            _ => distribution.Of(row),
        });
    }

    private Figure Turnover(MapRow row, Period period, IReadOnlyDictionary<AccountCode, long> transferred)
    {
        var (accounts, sign) = (AccountsOf(row), StatementSums.SignOf(row.Side));
        if (accounts.Count == 0) return Figure.Zero;
        var figure = new Figure(
            sign * accounts.Sum(account => sums.Turnover(account, period) - transferred.GetValueOrDefault(account)),
            [new FigureSource.Lines(Book.Number, accounts, period.From, period.To, LineMeasure.Net, sign, WithoutTransfers: true)]);
        return BalanceMoment.HoldsBefore(period, Book)
            ? figure.Plus(new(sign * accounts.Sum(sums.Before), [new FigureSource.YearBefore(Book.Number, accounts, LineMeasure.Net, sign)]))
            : figure;
    }

    private IReadOnlyList<AccountCode> AccountsOf(MapRow row) => row.Accounts.Count == 0 ? [] : sums.Accounts(account => row.Accounts.Any(accounts => accounts.Has(Book.Chart, account)));
}
