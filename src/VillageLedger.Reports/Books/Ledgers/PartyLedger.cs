using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>往来明细账: every line of a book that names a party, account by account, with the balance between them after it.</summary>
public static class PartyLedger
{
    public const string Name = "party-ledger";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("account", CellKind.Text), new("name", CellKind.Text), new("entry", CellKind.Word), new("month", CellKind.Text), new("date", CellKind.Text), new("voucherNumber", CellKind.Text), new("summary", CellKind.Text),
        new("opposite", CellKind.Text), new("project", CellKind.Text, OnlyIfFilled: true), new("contract", CellKind.Text, OnlyIfFilled: true),
        new("debitFen", CellKind.Fen), new("creditFen", CellKind.Fen), new("side", CellKind.Word), new("balanceFen", CellKind.Fen), new("voucher", CellKind.Text), new("line", CellKind.Count),
    ];

    /// <param name="period">Null: the latest month with a posting, or the first month.</param>
    /// <param name="account">Only this account and its details; null: all.</param>
    /// <exception cref="ReportRefusedException">There is no such book or account.</exception>
    public static async Task<ReportTable> ReadAsync(
        ReadModels models, LogMoment at, Owner owner, Period? period, Holder party, AccountCode? account = null, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        var book = await LedgerBook.OpenAsync(models, at, owner, period, cancellation).ConfigureAwait(false);
        book.Require(account);
        var (span, filter) = (book.SpanOf(period), new LedgerFilter(party));
        bool IsWanted(AccountCode leaf) => account is not { } above || book.IsUnder(leaf, above);
        var lines = (await book.LinesAsync(span.First, span.End, IsWanted, cancellation).ConfigureAwait(false)).Where(line => filter.Holds(line.Line)).ToLookup(line => line.Account);
        var opening = BlocksOf.OpeningOf(book, IsWanted, filter).ToLookup(line => line.Account);
        var (rows, sources) = (new List<IReadOnlyList<object?>>(), new BlockSources(Columns));
        foreach (var leaf in lines.Select(of => of.Key).Union(opening.Select(of => of.Key)).Order())
        {
            var items = lines[leaf].Where(line => line.Voucher.Month >= span.Start).Select(LedgerItem.Of).ToList();
            var block = new LedgerBlock(span, LedgerStart.Of(span, opening[leaf], lines[leaf]), netted: true);
            if (block.IsEmpty(items)) continue;
            var shown = block.Rows(items).ToList();
            sources.Add(new(book, span, [leaf], shown, filter), shown.Count);
            foreach (var row in shown) rows.Add([leaf.Value, book.Book.NameOf(leaf), .. CellsOf(book, row)]);
        }

        var name = (await book.NamesAsync([party], persons, cancellation).ConfigureAwait(false)).GetValueOrDefault(party);
        return new(Name, at, Columns, rows) { Subject = $"{owner} · {party}{(name is null ? "" : " " + name)} · {span.Asked}", Sources = sources.Of };
    }

    private static IEnumerable<object?> CellsOf(LedgerBook book, LedgerRow row) =>
    [
        row.Entry, row.Month.ToString(), row.Date is { } date ? ReportTime.Format(date) : null, row.Line?.Voucher.Number, row.Line?.Summary, row.Line is { } line ? book.OppositeText(line) : null,
        row.Line?.Line.Project, row.Line?.Line.Contract, row.DebitCell, row.CreditCell, .. row.BalanceCells.Take(2), row.Line?.Fact.Voucher.Value, row.Line is { } one ? (long)one.Number : null,
    ];
}
