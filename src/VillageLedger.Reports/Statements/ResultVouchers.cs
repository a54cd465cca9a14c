namespace VillageLedger.Reports;

/// <summary>
/// The posted vouchers with a line on the year's result or its distribution: every transfer (结转) is among them, and all that 收益分配 gave or took. There are a few in a year.
/// </summary>
internal sealed class ResultVouchers
{
    private readonly BookAt book;
    private readonly IReadOnlyList<PostedVoucher> vouchers;

    private ResultVouchers(BookAt book, IReadOnlyList<PostedVoucher> vouchers) => (this.book, this.vouchers) = (book, vouchers);

    public static async Task<ResultVouchers> ReadAsync(ReadModels models, LedgerBook ledger, IReadOnlyList<Period> periods, CancellationToken cancellation)
    {
        var (from, to) = (periods.Min(period => period.From), periods.Max(period => period.To));
        // What concerns a month may be posted in any later one.
        var concerned = (await RestatedLines.OfBookAsync(models, ledger.At.Position, ledger.Book.Number, cancellation).ConfigureAwait(false)).DistinctBy(line => line.Position).ToDictionary(line => line.Position, line => line.Concerns);
        if (concerned.Count > 0 && ledger.Book.LastMonth > to) to = ledger.Book.LastMonth.Value;
        var vouchers = await ledger.VouchersAsync(from, to, account => IsResult(ledger.Book.Chart, account), cancellation).ConfigureAwait(false);
        return new(ledger.Book, [.. vouchers.Select(voucher => concerned.TryGetValue(voucher.Position, out var month) ? voucher with { Month = month } : voucher)]);
    }

    /// <summary>What transfers moved on each account in a period, debit positive, as its lines have it.</summary>
    public IReadOnlyDictionary<AccountCode, long> Transferred(Period period) => Of(period).Where(IsTransfer).SelectMany(voucher => voucher.Fact.Lines)
        .GroupBy(line => line.Account).ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Debit - line.Credit));

    /// <summary>The others, which gave something to the distributed result or took something from it.</summary>
    public IEnumerable<PostedVoucher> Others(Period period) => Of(period).Where(voucher => !IsTransfer(voucher));

    public bool IsResult(AccountCode account) => IsResult(book.Chart, account);

    public bool IsAppropriations(AccountCode account) => book.Chart.WithRole(AccountRole.Appropriations) is { } root && account.IsWithin(root);

    private IEnumerable<PostedVoucher> Of(Period period) => vouchers.Where(voucher => voucher.Month >= period.From && voucher.Month <= period.To);

    private static bool IsTransfer(PostedVoucher voucher) => voucher.Fact.Kind == VoucherKind.Transfer;

    private static bool IsResult(Chart chart, AccountCode account) => chart.RootOf(account)?.Role is AccountRole.YearResult or AccountRole.Distribution;
}
