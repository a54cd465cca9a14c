using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// 数量金额明细账: the lines of an account that hold quantities, by lowest account and unit, with what is left. An opening holds no quantity, so what is left counts from the
/// book's beginning; in and out are the account's normal side and the other.
/// </summary>
public static class QuantityLedger
{
    public const string Name = "quantity-ledger";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("account", CellKind.Text), new("name", CellKind.Text), new("unit", CellKind.Text), new("entry", CellKind.Word), new("month", CellKind.Text), new("date", CellKind.Text), new("voucherNumber", CellKind.Text), new("summary", CellKind.Text),
        new("inThousandths", CellKind.Quantity), new("inFen", CellKind.Fen), new("outThousandths", CellKind.Quantity), new("outFen", CellKind.Fen), new("leftThousandths", CellKind.Quantity), new("voucher", CellKind.Text), new("line", CellKind.Count),
    ];

    /// <param name="period">Null: the latest month with a posting, or the first month.</param>
    /// <exception cref="ReportRefusedException">There is no such book or account.</exception>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Period? period, AccountCode account, CancellationToken cancellation = default)
    {
        var book = await LedgerBook.OpenAsync(models, at, owner, cancellation).ConfigureAwait(false);
        book.Require(account);
        var span = book.SpanOf(period);
        var lines = (await book.LinesAsync(span.First, span.End, leaf => book.IsUnder(leaf, account), cancellation).ConfigureAwait(false)).Where(line => line.Line.Quantity is not null);
        var creditIsIn = book.Book.Chart.RootOf(account)?.Side == Side.Credit;
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var of in lines.GroupBy(line => (line.Account, line.Line.Quantity!.Unit)).OrderBy(of => of.Key.Account).ThenBy(of => of.Key.Unit, StringComparer.Ordinal))
            foreach (var row in new UnitRows(span, creditIsIn).Of([.. of]))
                rows.Add([of.Key.Account.Value, book.Book.NameOf(of.Key.Account), of.Key.Unit, .. row]);
        return new(Name, at, Columns, rows) { Subject = $"{owner} · {book.FullNameOf(account)} · {span.Asked}" };
    }

    /// <summary>What came in and went out, in thousandths and fen.</summary>
    private readonly record struct Flow(long In, long InFen, long Out, long OutFen)
    {
        public Flow Plus(Flow other) => new(In + other.In, InFen + other.InFen, Out + other.Out, OutFen + other.OutFen);
    }

    /// <summary>The rows of one account and unit.</summary>
    private sealed class UnitRows(LedgerSpan span, bool creditIsIn)
    {
        private long left;

        public IEnumerable<IEnumerable<object?>> Of(IReadOnlyList<BookLine> lines)
        {
            var year = new Flow();
            foreach (var line in lines.Where(line => line.Voucher.Month < span.Start))
            {
                left += FlowOf(line).In - FlowOf(line).Out;
                if (line.Voucher.Month.Year == span.Start.Year) year = year.Plus(FlowOf(line));
            }

            yield return [span.Start.Number == 1 && span.Start > span.First ? "carried-in" : "opening", span.Start.ToString(), null, null, null, null, null, null, null, left, null, null];
            foreach (var month in span.Months)
            {
                if (month.Number == 1) year = new();
                var sum = new Flow();
                var ofMonth = lines.Where(line => line.Voucher.Month == month).ToList();
                foreach (var line in ofMonth)
                {
                    var flow = FlowOf(line);
                    (sum, left) = (sum.Plus(flow), left + flow.In - flow.Out);
                    yield return ["line", month.ToString(), ReportTime.Format(line.Fact.Date), line.Voucher.Number, line.Summary, .. Cells(flow), line.Fact.Voucher.Value, (long)line.Number];
                }

                year = year.Plus(sum);
                if (ofMonth.Count == 0 && month != span.End && month.Number < 12) continue;
                yield return ["month", month.ToString(), null, null, null, .. Cells(sum), null, null];
                yield return ["year", month.ToString(), null, null, null, .. Cells(year), null, null];
            }
        }

        private Flow FlowOf(BookLine line)
        {
            var quantity = line.Line.Quantity!.Thousandths;
            return line.Line.DebitFen is null == creditIsIn ? new(quantity, line.Line.Debit + line.Line.Credit, 0, 0) : new(0, 0, quantity, line.Line.Debit + line.Line.Credit);
        }

        private IEnumerable<object?> Cells(Flow flow) => [flow.In, flow.InFen, flow.Out, flow.OutFen, left];
    }
}
