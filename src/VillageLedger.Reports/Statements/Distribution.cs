namespace VillageLedger.Reports;

/// <summary>
/// Where the result went in a period, by the accounts on the other side of 收益分配: what stands on 各项分配, or on its debit side, was appropriated; what came in on the credit side was transferred in.
/// A voucher that does not tell is other, whole.
/// </summary>
internal sealed class Distribution
{
    private readonly Dictionary<string, Figure> figures = new(StringComparer.Ordinal);
    private readonly ResultVouchers vouchers;
    private readonly RowMap map;
    private readonly StatementSums sums;
    private readonly Period period;

    public Distribution(ResultVouchers vouchers, RowMap map, StatementSums sums, Period period)
    {
        (this.vouchers, this.map, this.sums, this.period) = (vouchers, map, sums, period);
        foreach (var voucher in vouchers.Others(period)) Add(voucher);
        if (BalanceMoment.HoldsBefore(period, sums.Book)) AddBefore();
    }

    public Figure Of(MapRow row) => figures.GetValueOrDefault(row.Key, Figure.Zero);

    private void Add(PostedVoucher voucher)
    {
        var (own, counter) = (voucher.Fact.Lines.Where(line => vouchers.IsResult(line.Account)).ToList(), voucher.Fact.Lines.Where(line => !vouchers.IsResult(line.Account)).ToList());
        if (counter.Count == 0) return;
        var isAppropriated = own.Exists(line => vouchers.IsAppropriations(line.Account)) || own.TrueForAll(line => line.DebitFen is not null);
        var parts = counter.GroupBy(line => isAppropriated ? RowOf(line.Account) : RowOf(RowTake.TransferredIn)).ToList();
        var amounts = parts.ConvertAll(part => part.Sum(line => line.Credit - line.Debit));
        var isTold = isAppropriated ? parts.Count == 1 || amounts.TrueForAll(fen => fen >= 0) || amounts.TrueForAll(fen => fen <= 0) : own.TrueForAll(line => line.CreditFen is not null);
        if (!isTold) AddTo(RowOf(RowTake.Other), voucher, [.. counter.Select(line => line.Account)]);
        else foreach (var part in parts) AddTo(part.Key, voucher, [.. part.Select(line => line.Account)]);
    }

    /// <summary>The row's amount grows by what stands on accounts of a voucher: credits for what was given away, debits for what came in.</summary>
    private void AddTo(MapRow row, PostedVoucher voucher, HashSet<AccountCode> accounts)
    {
        var net = voucher.Fact.Lines.Where(line => accounts.Contains(line.Account)).Sum(line => line.Debit - line.Credit);
        var fen = row.Take == RowTake.TransferredIn ? net : -net;
        Add(row, new(fen, [new FigureSource.At(voucher.Position, fen)]));
    }

    /// <summary>Of the year before a book that began within it, only sums are known: what was distributed then cannot be told.</summary>
    private void AddBefore()
    {
        var accounts = sums.Accounts(account => vouchers.IsResult(account) && sums.Before(account) != 0);
        if (accounts.Count > 0) Add(RowOf(RowTake.Other), new(accounts.Sum(sums.Before), [new FigureSource.YearBefore(sums.Book.Number, accounts, LineMeasure.Net)]));
    }

    private void Add(MapRow row, Figure figure) => figures[row.Key] = Of(row).Plus(figure);

    private MapRow RowOf(RowTake take) => map.Rows.Single(row => row.Take == take);

    private MapRow RowOf(AccountCode counter) =>
        map.Rows.FirstOrDefault(row => row.Take == RowTake.Appropriated && row.Accounts.Any(accounts => accounts.Has(sums.Book.Chart, counter))) ?? RowOf(RowTake.Other);
}
