using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>总账: every account of a book month by month, parents and details, from running sums. Its figures are those of <see cref="TrialBalance"/>.</summary>
public static class GeneralLedger
{
    public const string Name = "general-ledger";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("account", CellKind.Text), new("name", CellKind.Text), new("level", CellKind.Count), new("month", CellKind.Text), new("entry", CellKind.Word),
        new("debitFen", CellKind.Fen), new("creditFen", CellKind.Fen), .. LedgerColumns.Balance,
    ];

    /// <param name="period">Null: the latest month with a posting, or the first month.</param>
    /// <param name="account">Only this account and its details; null: all.</param>
    /// <param name="level">Only accounts down to this level; null: all.</param>
    /// <exception cref="ReportRefusedException">There is no such book or account.</exception>
    public static async Task<ReportTable> ReadAsync(
        ReadModels models, LogMoment at, Owner owner, Period? period, AccountCode? account = null, int? level = null, CancellationToken cancellation = default)
    {
        var book = await LedgerBook.OpenAsync(models, at, owner, period, cancellation).ConfigureAwait(false);
        book.Require(account);
        var span = book.SpanOf(period);
        var turnover = await BookTurnover.ReadAsync(book, span, cancellation).ConfigureAwait(false);
        var (rows, sources) = (new List<IReadOnlyList<object?>>(), new BlockSources(Columns));
        foreach (var (code, leaves) in AccountsOf(book, account, level))
        {
            var items = leaves.SelectMany(leaf => turnover.Of(leaf).Select(month => new LedgerItem(month.Key, leaf, month.Value))).OrderBy(item => item.Month).ToList();
            var block = new LedgerBlock(span, turnover.StartOf(leaves), book.IsNetted(code));
            if (block.IsEmpty(items) && code != account) continue;
            var shown = block.Rows(items).ToList();
            sources.Add(new(book, span, leaves, shown, netted: book.IsNetted(code) || leaves.Count == 1), shown.Count);
            foreach (var row in shown)
                rows.Add([code.Value, book.Book.NameOf(code), (long)book.Book.LevelOf(code), row.Month.ToString(), row.Entry, row.DebitCell, row.CreditCell, .. row.BalanceCells]);
        }

        return new(Name, at, Columns, rows) { Subject = $"{owner} · {span.Asked}", Sources = sources.Of };
    }

    /// <summary>Every account that carries anything, with the lowest accounts under it. The one asked for is there even if it never carried anything.</summary>
    private static SortedDictionary<AccountCode, HashSet<AccountCode>> AccountsOf(LedgerBook book, AccountCode? asked, int? level)
    {
        var all = new SortedDictionary<AccountCode, HashSet<AccountCode>>();
        if (asked is { } account) all.Add(account, []);
        foreach (var leaf in book.Leaves(_ => true))
        {
            for (AccountCode? code = leaf; code is { } known; code = book.Book.ParentOf(known))
            {
                if (level < book.Book.LevelOf(known) || (asked is { } above && !book.IsUnder(known, above))) continue;
                if (!all.TryGetValue(known, out var leaves)) all.Add(known, leaves = []);
                leaves.Add(leaf);
            }
        }

        return all;
    }
}
