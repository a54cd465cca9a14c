using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>明细账: every posted line of an account with the balance after it; of one party, project or contract where asked.</summary>
public static class DetailLedger
{
    public const string Name = "detail-ledger";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("entry", CellKind.Word), new("month", CellKind.Text), new("date", CellKind.Text), new("voucherNumber", CellKind.Text), new("summary", CellKind.Text),
        new("account", CellKind.Text, OnlyIfFilled: true), new("name", CellKind.Text, OnlyIfFilled: true), new("opposite", CellKind.Text),
        new("party", CellKind.Text, OnlyIfFilled: true), new("partyName", CellKind.Text, OnlyIfFilled: true), new("project", CellKind.Text, OnlyIfFilled: true), new("contract", CellKind.Text, OnlyIfFilled: true),
        new("debitThousandths", CellKind.Quantity, OnlyIfFilled: true), new("creditThousandths", CellKind.Quantity, OnlyIfFilled: true), new("unit", CellKind.Text, OnlyIfFilled: true),
        new("debitFen", CellKind.Fen), new("creditFen", CellKind.Fen), .. LedgerColumns.Balance, new("voucher", CellKind.Text), new("line", CellKind.Count),
    ];

    /// <param name="period">Null: the latest month with a posting, or the first month.</param>
    /// <exception cref="ReportRefusedException">There is no such book or account.</exception>
    public static async Task<ReportTable> ReadAsync(
        ReadModels models, LogMoment at, Owner owner, Period? period, AccountCode account, LedgerFilter? filter = null, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        var book = await LedgerBook.OpenAsync(models, at, owner, period, cancellation).ConfigureAwait(false);
        book.Require(account);
        var (span, asked) = (book.SpanOf(period), filter ?? new());
        var (start, lines) = await BlocksOf.ReadAsync(book, span, leaf => book.IsUnder(leaf, account), asked, cancellation).ConfigureAwait(false);
        var names = await book.NamesAsync(lines.Select(line => line.Line.Party), persons, cancellation).ConfigureAwait(false);
        var shown = new LedgerBlock(span, start, book.IsNetted(account)).Rows([.. lines.Select(LedgerItem.Of)]).ToList();
        var leaves = book.Leaves(leaf => book.IsUnder(leaf, account));
        var sources = new LedgerSources(book, span, leaves, shown, asked, book.IsNetted(account) || leaves.Count == 1);
        var rows = shown
            .Select(row => (IReadOnlyList<object?>)[row.Entry, row.Month.ToString(), .. LineCells(book, row, account, names), row.DebitCell, row.CreditCell, .. row.BalanceCells, row.Line?.Fact.Voucher.Value, row.Line is { } line ? (long)line.Number : null])
            .ToList();
        return new(Name, at, Columns, rows) { Subject = $"{owner} · {book.FullNameOf(account)}{asked} · {span.Asked}", Sources = (row, column) => sources.Of(row, Columns[column].Name) };
    }

    private static IEnumerable<object?> LineCells(LedgerBook book, LedgerRow row, AccountCode asked, IReadOnlyDictionary<Holder, string> names)
    {
        if (row.Line is not { } line) return Enumerable.Repeat<object?>(null, 13);
        var below = line.Account == asked ? (AccountCode?)null : line.Account;
        var quantity = line.Line.Quantity;
        return
        [
            ReportTime.Format(line.Fact.Date), line.Voucher.Number, line.Summary, below?.Value, below is { } leaf ? book.Book.NameOf(leaf) : null, book.OppositeText(line),
            line.Line.Party?.Address, line.Line.Party is { } party ? names.GetValueOrDefault(party) : null, line.Line.Project, line.Line.Contract,
            line.Line.DebitFen is null ? null : quantity?.Thousandths, line.Line.CreditFen is null ? null : quantity?.Thousandths, quantity?.Unit,
        ];
    }
}
