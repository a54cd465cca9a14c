using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>凭证汇总表: per account the sums of the posted vouchers of a period, parents and details. Totals are over the lowest accounts.</summary>
public static class VoucherSummary
{
    public const string Name = "voucher-summary";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("account", CellKind.Text), new("name", CellKind.Text), new("level", CellKind.Count), new("leaf", CellKind.Flag), new("debitFen", CellKind.Fen), new("creditFen", CellKind.Fen), new("vouchers", CellKind.Count),
    ];

    public static readonly IReadOnlyList<ReportColumn> HeadColumns = [new("vouchers", CellKind.Count), new("attachmentCount", CellKind.Count), new("numbers", CellKind.Text)];

    /// <param name="period">Null: the latest month with a posting, or the first month.</param>
    /// <param name="level">Only accounts down to this level; null: all.</param>
    /// <exception cref="ReportRefusedException">There is no such book.</exception>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Period? period, int? level = null, CancellationToken cancellation = default)
    {
        var book = await LedgerBook.OpenAsync(models, at, owner, cancellation).ConfigureAwait(false);
        var span = book.SpanOf(period);
        var vouchers = await book.VouchersAsync(span.Start, span.End, _ => true, cancellation).ConfigureAwait(false);
        var sums = new SortedDictionary<AccountCode, (Movement Turnover, HashSet<long> Vouchers)>();
        foreach (var line in vouchers.SelectMany(book.LinesOf))
        {
            for (AccountCode? code = line.Account; code is { } known; code = book.Book.ParentOf(known))
            {
                var (turnover, of) = sums.TryGetValue(known, out var sum) ? sum : (new(), []);
                of.Add(line.Voucher.Position);
                sums[known] = (turnover.Plus(new(line.Line.Debit, line.Line.Credit)), of);
            }
        }

        var rows = sums.Where(sum => !(level < book.Book.LevelOf(sum.Key)))
            .Select(sum => (IReadOnlyList<object?>)[sum.Key.Value, book.Book.NameOf(sum.Key), (long)book.Book.LevelOf(sum.Key), book.Book.IsLeaf(sum.Key), sum.Value.Turnover.Debit, sum.Value.Turnover.Credit, (long)sum.Value.Vouchers.Count]).ToList();
        var lines = vouchers.SelectMany(voucher => voucher.Fact.Lines).ToList();
        return new(Name, at, Columns, rows, ["", "", null, null, lines.Sum(line => line.Debit), lines.Sum(line => line.Credit), (long)vouchers.Count])
        {
            Subject = $"{owner} · {span.Asked}",
            Head = [.. HeadColumns.Zip((IEnumerable<object?>)[(long)vouchers.Count, vouchers.Sum(voucher => (long)voucher.Fact.AttachmentCount), NumbersOf(vouchers)], (column, cell) => new ReportHead(column, cell))],
        };
    }

    /// <summary>凭证起讫号: <c>2025-06 记-1–61</c>. Numbers run without gaps, so the first and the last say all.</summary>
    private static string? NumbersOf(IReadOnlyList<PostedVoucher> vouchers) => vouchers.Count == 0 ? null : string.Join("; ", vouchers
        .GroupBy(voucher => (voucher.Month, voucher.Fact.Type)).OrderBy(of => of.Key.Month).ThenBy(of => of.Key.Type, StringComparer.Ordinal)
        .Select(of => $"{of.Key.Month} {PostedVoucher.NumberOf(of.Key.Type, of.Min(voucher => voucher.Fact.Number))}–{of.Max(voucher => voucher.Fact.Number)}"));
}
