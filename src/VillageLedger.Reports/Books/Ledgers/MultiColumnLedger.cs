using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// 多栏账: the lines of an account with a column for each of its direct details that has any figure. A column counts the account's normal side as positive; what stands on the
/// other side is negative there. An account without details has itself for its only column.
/// </summary>
public static class MultiColumnLedger
{
    public const string Name = "multi-column-ledger";

    /// <summary>The columns that do not depend on the data; those of the details, <c>{account}Fen</c>, follow.</summary>
    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("entry", CellKind.Word), new("month", CellKind.Text), new("date", CellKind.Text), new("voucherNumber", CellKind.Text), new("summary", CellKind.Text), new("voucher", CellKind.Text),
        new("debitFen", CellKind.Fen), new("creditFen", CellKind.Fen), .. LedgerColumns.Balance,
    ];

    /// <param name="period">Null: the latest month with a posting, or the first month.</param>
    /// <exception cref="ReportRefusedException">There is no such book or account.</exception>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Period? period, AccountCode account, CancellationToken cancellation = default)
    {
        var book = await LedgerBook.OpenAsync(models, at, owner, cancellation).ConfigureAwait(false);
        book.Require(account);
        var span = book.SpanOf(period);
        var turnover = await BookTurnover.ReadAsync(book, span, cancellation).ConfigureAwait(false);
        var lines = await book.LinesAsync(span.Start, span.End, leaf => book.IsUnder(leaf, account), cancellation).ConfigureAwait(false);
        var sign = book.Book.Chart.RootOf(account)?.Side == Side.Credit ? -1 : 1;
        var leaves = book.Leaves(leaf => book.IsUnder(leaf, account));
        var shown = new LedgerBlock(span, turnover.StartOf(leaves), book.IsNetted(account)).Rows([.. lines.Select(LedgerItem.Of)]).ToList();
        var details = leaves.GroupBy(DetailOf).Select(of => (Detail: of.Key, Column: new DetailColumn(sign, [.. of], turnover.StartOf([.. of]), shown)))
            .Where(of => of.Column.IsFilled).OrderBy(of => of.Detail).ToList();
        var rows = shown.ConvertAll(row => (IReadOnlyList<object?>)
        [
            row.Entry, row.Month.ToString(), row.Date is { } date ? ReportTime.Format(date) : null, row.Line?.Voucher.Number, row.Line?.Summary, row.Line?.Fact.Voucher.Value,
            row.DebitCell, row.CreditCell, .. row.BalanceCells, .. details.Select(of => (object?)of.Column.Next(row)),
        ]);
        IReadOnlyList<ReportColumn> columns = [.. Columns, .. details.Select(of => new ReportColumn($"{of.Detail}Fen", CellKind.Fen, Heading: $"{of.Detail} {book.Book.NameOf(of.Detail)}"))];
        return new(Name, at, columns, rows) { Subject = $"{owner} · {book.FullNameOf(account)} · {span.Asked}" };

        AccountCode DetailOf(AccountCode leaf)
        {
            while (leaf != account && book.Book.ParentOf(leaf) is { } above && above != account) leaf = above;
            return leaf;
        }
    }

    /// <summary>One detail beside the rows of the whole account: its lines, its sums of the month and the year, its balance where the row states one.</summary>
    private sealed class DetailColumn
    {
        private readonly int sign;
        private readonly HashSet<AccountCode> leaves;
        private readonly long before;
        private long balance;
        private long month;
        private long year;
        private int ofYear;

        /// <param name="rows">Those of the whole account, which will be asked for in this order.</param>
        public DetailColumn(int sign, HashSet<AccountCode> leaves, LedgerStart start, IReadOnlyList<LedgerRow> rows)
        {
            (this.sign, this.leaves, ofYear) = (sign, leaves, rows[0].Month.Year);
            var apart = rows.Any(row => row.Kind == LedgerEntryKind.Before);
            before = apart ? start.Before.Values.Sum(turnover => turnover.Debit - turnover.Credit) : 0;
            balance = start.Net.Values.Sum() - before;
            year = start.Year.Debit - start.Year.Credit - before;
            IsFilled = !start.IsZero || rows.Any(row => row.Line is { } line && leaves.Contains(line.Account));
        }

        public bool IsFilled { get; }

        public long? Next(LedgerRow row)
        {
            if (row.Month.Year != ofYear) (ofYear, year) = (row.Month.Year, 0);
            return sign * Of(row);
        }

        private long? Of(LedgerRow row)
        {
            switch (row.Kind)
            {
                case LedgerEntryKind.Line:
                    return leaves.Contains(row.Line!.Account) ? Add(row.Turnover!.Value) : null;
                case LedgerEntryKind.Before:
                    (balance, year) = (balance + before, year + before);
                    return before;
                case LedgerEntryKind.Month:
                    var turnover = month;
                    (year, month) = (year + turnover, 0);
                    return turnover;
                case LedgerEntryKind.Year:
                    return year;
                default:
                    return balance;
            }
        }

        private long Add(Movement turnover)
        {
            var net = turnover.Debit - turnover.Credit;
            (balance, month) = (balance + net, month + net);
            return net;
        }
    }
}
