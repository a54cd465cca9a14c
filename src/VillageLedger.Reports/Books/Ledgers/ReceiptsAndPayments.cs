using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// 收支明细表 for publication: income and expense of a period and of its year, without transfers (结转); money by account; what is owed to and by the village. Names of
/// persons never stand in it: parties are left out, and receivables and payables are sums of whole accounts.
/// </summary>
public static class ReceiptsAndPayments
{
    public const string Name = "receipts-and-payments";

    private const int Depth = 2;

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("section", CellKind.Word), new("account", CellKind.Text), new("name", CellKind.Text), new("level", CellKind.Count), new("amountFen", CellKind.Fen), new("yearFen", CellKind.Fen),
        new("openingFen", CellKind.Fen), new("receivedFen", CellKind.Fen), new("paidFen", CellKind.Fen), new("closingFen", CellKind.Fen),
    ];

    /// <param name="period">Null: the latest month with a posting, or the first month.</param>
    /// <exception cref="ReportRefusedException">There is no such book.</exception>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Period? period, CancellationToken cancellation = default)
    {
        var book = await LedgerBook.OpenAsync(models, at, owner, period, cancellation).ConfigureAwait(false);
        var span = book.SpanOf(period);
        var flows = await FlowsAsync(book, span, cancellation).ConfigureAwait(false);
        var parties = await PartyBalances.PartiesAsync(book, span, null, lines: false, cancellation).ConfigureAwait(false);
        var turnover = await BookTurnover.ReadAsync(book, span, cancellation).ConfigureAwait(false);
        IReadOnlyList<object?>[] rows =
        [
            .. Flows(book, "income", AccountClass.Income, -1, flows), .. Flows(book, "expense", AccountClass.Expense, 1, flows),
            .. Money(book, span, turnover), .. Owed(book, span, turnover, parties),
        ];
        return new(Name, at, Columns, rows) { Subject = $"{owner} · {span.Asked}", Sources = ReceiptsSources.Of(book, span, rows) };
    }

    /// <summary>Net turnover of income and expense without transfers, of the period and of its last year; turnover of the year before the book is known in sum only.</summary>
    private static async Task<Dictionary<AccountCode, (long Period, long Year)>> FlowsAsync(LedgerBook book, LedgerSpan span, CancellationToken cancellation)
    {
        bool IsFlow(AccountCode leaf) => book.Book.Chart.RootOf(leaf)?.Class is AccountClass.Income or AccountClass.Expense;
        var (flows, year) = (new Dictionary<AccountCode, (long Period, long Year)>(), span.Asked.To.Year);
        if (span.KnowsOpening)
        {
            foreach (var (leaf, line) in BlocksOf.OpeningOf(book, IsFlow, new()))
            {
                var before = (line.YearDebitFen ?? 0) - (line.YearCreditFen ?? 0);
                var (ofPeriod, ofYear) = flows.GetValueOrDefault(leaf);
                flows[leaf] = (ofPeriod + (span.HoldsBefore ? before : 0), ofYear + (year == span.First.Year ? before : 0));
            }
        }

        var from = new Month(year, 1) < span.Start ? new Month(year, 1) : span.Start;
        foreach (var (account, _, month, sum) in await book.SumsAsync(from, span.End, IsFlow, null, transfers: false, cancellation).ConfigureAwait(false))
        {
            var net = sum.Debit - sum.Credit;
            var (ofPeriod, ofYear) = flows.GetValueOrDefault(account);
            flows[account] = (ofPeriod + (month >= span.Start ? net : 0), ofYear + (month.Year == year ? net : 0));
        }

        return flows;
    }

    private static IEnumerable<IReadOnlyList<object?>> Flows(LedgerBook book, string section, AccountClass of, int sign, Dictionary<AccountCode, (long Period, long Year)> flows)
    {
        var sums = new SortedDictionary<AccountCode, (long Period, long Year)>();
        var (total, totalYear) = (0L, 0L);
        foreach (var (leaf, (period, year)) in flows.Where(flow => book.Book.Chart.RootOf(flow.Key)?.Class == of))
        {
            (total, totalYear) = (total + sign * period, totalYear + sign * year);
            for (AccountCode? code = leaf; code is { } known; code = book.Book.ParentOf(known))
                if (book.Book.LevelOf(known) <= Depth) sums[known] = (sums.GetValueOrDefault(known).Period + sign * period, sums.GetValueOrDefault(known).Year + sign * year);
        }

        foreach (var (account, (period, year)) in sums.Where(sum => sum.Value != (0, 0)))
            yield return [section, account.Value, book.Book.NameOf(account), (long)book.Book.LevelOf(account), period, year, null, null, null, null];
        yield return [section + "-total", null, null, null, total, totalYear, null, null, null, null];
    }

    private static IEnumerable<IReadOnlyList<object?>> Money(LedgerBook book, LedgerSpan span, BookTurnover turnover)
    {
        var total = (Opening: 0L, Received: 0L, Paid: 0L);
        foreach (var leaf in (IEnumerable<AccountCode>)[.. book.LeavesOf(AccountRole.Cash), .. book.LeavesOf(AccountRole.Bank)])
        {
            var (opening, moved) = Standing(leaf, span, turnover);
            if (opening == 0 && moved == new Movement()) continue;
            total = (total.Opening + opening, total.Received + moved.Debit, total.Paid + moved.Credit);
            yield return ["money", leaf.Value, book.Book.NameOf(leaf), (long)book.Book.LevelOf(leaf), null, null, opening, moved.Debit, moved.Credit, opening + moved.Debit - moved.Credit];
        }

        yield return ["money-total", null, null, null, null, null, total.Opening, total.Received, total.Paid, total.Opening + total.Received - total.Paid];
    }

    private static (long Opening, Movement Moved) Standing(AccountCode leaf, LedgerSpan span, BookTurnover turnover)
    {
        var start = turnover.StartOf([leaf]);
        var before = span.HoldsBefore ? start.Before.GetValueOrDefault(leaf) : new();
        return (start.Net[leaf] - (before.Debit - before.Credit), turnover.Of(leaf).Aggregate(before, (sum, month) => sum.Plus(month.Value)));
    }

    /// <summary>Claims and debts by level-1 account. 内部往来 stands on both sides: what details or parties owe and what is owed to them is never netted.</summary>
    private static IEnumerable<IReadOnlyList<object?>> Owed(LedgerBook book, LedgerSpan span, BookTurnover turnover, IReadOnlyList<PartyAccount> parties)
    {
        var sums = new SortedDictionary<AccountCode, (Movement Opening, Movement Closing)>();
        foreach (var of in parties.GroupBy(one => one.Account))
            foreach (var one in of)
                Add(RootOf(one.Account), one.Opening, one.Closing);
        foreach (var leaf in book.Leaves(IsOwed).Where(leaf => parties.All(one => one.Account != leaf)))
        {
            var (opening, moved) = Standing(leaf, span, turnover);
            Add(RootOf(leaf), RunningBalance.SideOf(opening), RunningBalance.SideOf(opening + moved.Debit - moved.Credit));
        }

        var sections = sums.Where(sum => IsOwed(sum.Key)).SelectMany(sum => ((string Section, AccountCode Account, long Opening, long Closing)[])
        [
            ("receivable", sum.Key, sum.Value.Opening.Debit, sum.Value.Closing.Debit), ("payable", sum.Key, sum.Value.Opening.Credit, sum.Value.Closing.Credit),
        ]).Where(row => row.Opening != 0 || row.Closing != 0).OrderByDescending(row => row.Section, StringComparer.Ordinal).ThenBy(row => row.Account);
        return sections.Select(row => (IReadOnlyList<object?>)[row.Section, row.Account.Value, book.Book.NameOf(row.Account), 1L, null, null, row.Opening, null, null, row.Closing]);

        AccountCode RootOf(AccountCode leaf) => book.Book.Chart.RootOf(leaf)!.Code;

        bool IsOwed(AccountCode account) => Debts.IsOwed(book, account);

        void Add(AccountCode root, Movement opening, Movement closing)
        {
            var (openings, closings) = sums.GetValueOrDefault(root);
            sums[root] = (openings.Plus(opening), closings.Plus(closing));
        }
    }
}
