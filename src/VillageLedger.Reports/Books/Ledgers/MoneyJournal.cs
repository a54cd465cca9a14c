using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>现金日记账, 银行存款日记账: every line of each lowest account of cash or bank, day by day, with 本日合计.</summary>
public static class MoneyJournal
{
    public const string CashName = "cash-journal";
    public const string BankName = "bank-journal";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("account", CellKind.Text), new("name", CellKind.Text), new("entry", CellKind.Word), new("month", CellKind.Text), new("date", CellKind.Text), new("voucherNumber", CellKind.Text), new("summary", CellKind.Text),
        new("opposite", CellKind.Text), new("settlementKind", CellKind.Word, OnlyIfFilled: true), new("settlementNumber", CellKind.Text, OnlyIfFilled: true), new("payee", CellKind.Text, OnlyIfFilled: true), new("payeeName", CellKind.Text, OnlyIfFilled: true),
        new("debitFen", CellKind.Fen), new("creditFen", CellKind.Fen), .. LedgerColumns.Balance, new("cashier", CellKind.Text, OnlyIfFilled: true), new("voucher", CellKind.Text), new("line", CellKind.Count),
    ];

    public static Task<ReportTable> ReadCashAsync(ReadModels models, LogMoment at, Owner owner, Period? period, PersonNaming? persons = null, CancellationToken cancellation = default) =>
        ReadAsync(CashName, AccountRole.Cash, models, at, owner, period, null, persons, cancellation);

    /// <param name="account">Only this account of the bank and its details; null: all.</param>
    /// <exception cref="ReportRefusedException">There is no such book, or no such account of the bank.</exception>
    public static Task<ReportTable> ReadBankAsync(ReadModels models, LogMoment at, Owner owner, Period? period, AccountCode? account = null, PersonNaming? persons = null, CancellationToken cancellation = default) =>
        ReadAsync(BankName, AccountRole.Bank, models, at, owner, period, account, persons, cancellation);

    private static async Task<ReportTable> ReadAsync(
        string name, AccountRole role, ReadModels models, LogMoment at, Owner owner, Period? period, AccountCode? account, PersonNaming? persons, CancellationToken cancellation)
    {
        var book = await LedgerBook.OpenAsync(models, at, owner, period, cancellation).ConfigureAwait(false);
        book.Require(account);
        if (account is { } asked && book.Book.Chart.RootOf(asked)?.Role != role) throw new ReportRefusedException(Refusal.Of(RefusalCode.AccountNotThere, ("account", asked), ("owner", owner)));
        var span = book.SpanOf(period);
        var leaves = book.LeavesOf(role).Where(leaf => account is not { } above || book.IsUnder(leaf, above)).ToList();
        var turnover = await BookTurnover.ReadAsync(book, span, cancellation).ConfigureAwait(false);
        var lines = await book.LinesAsync(span.Start, span.End, leaves.Contains, cancellation).ConfigureAwait(false);
        var names = await book.NamesAsync(lines.Select(PayeeOf), persons, cancellation).ConfigureAwait(false);
        var (rows, sources) = (new List<IReadOnlyList<object?>>(), new BlockSources(Columns));
        foreach (var leaf in leaves)
        {
            var items = lines.Where(line => line.Account == leaf).Select(LedgerItem.Of).ToList();
            var block = new LedgerBlock(span, turnover.StartOf([leaf]), netted: true, byDay: true);
            if (block.IsEmpty(items)) continue;
            var shown = block.Rows(items).ToList();
            sources.Add(new(book, span, [leaf], shown), shown.Count);
            foreach (var row in shown) rows.Add([leaf.Value, book.Book.NameOf(leaf), .. CellsOf(book, row, names)]);
        }

        return new(name, at, Columns, rows) { Subject = $"{owner} · {span.Asked}", Sources = sources.Of };
    }

    private static Holder? PayeeOf(BookLine line) => line.Line.Settlement?.Payee ?? line.Line.Party;

    private static IEnumerable<object?> CellsOf(LedgerBook book, LedgerRow row, IReadOnlyDictionary<Holder, string> names)
    {
        var date = row.Date is { } day ? ReportTime.Format(day) : null;
        if (row.Line is not { } line) return [row.Entry, row.Month.ToString(), date, null, null, null, null, null, null, null, row.DebitCell, row.CreditCell, .. row.BalanceCells, null, null, null];
        var (settlement, payee) = (line.Line.Settlement, PayeeOf(line));
        return
        [
            row.Entry, row.Month.ToString(), date, line.Voucher.Number, line.Summary, book.OppositeText(line), settlement?.Kind, settlement?.Number, payee?.Address, payee is { } whom ? names.GetValueOrDefault(whom) : null,
            row.DebitCell, row.CreditCell, .. row.BalanceCells, line.Fact.Cashier?.Value, line.Fact.Voucher.Value, (long)line.Number,
        ];
    }
}
