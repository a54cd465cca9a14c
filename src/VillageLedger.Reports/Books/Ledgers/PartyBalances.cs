using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// 往来余额: per lowest account and party what stood before a period, its turnover and what stands after it, never netted over parties or accounts. What names no party stands
/// apart, so that the rows of an account add up to it. With ageing, the balance by how long it has stood.
/// </summary>
public static class PartyBalances
{
    public const string Name = "party-balances";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("account", CellKind.Text), new("name", CellKind.Text), new("party", CellKind.Text), new("partyName", CellKind.Text),
        new("openingDebitFen", CellKind.Fen), new("openingCreditFen", CellKind.Fen), new("debitFen", CellKind.Fen), new("creditFen", CellKind.Fen),
        new("side", CellKind.Word), new("balanceFen", CellKind.Fen),
    ];

    public static readonly IReadOnlyList<ReportColumn> AgeingColumns = [.. Columns, .. Ageing.Columns];

    /// <param name="period">Null: the latest month with a posting, or the first month.</param>
    /// <param name="account">Only this account and its details; null: those of claims and debts that any line names a party in, and 内部往来.</param>
    /// <exception cref="ReportRefusedException">There is no such book or account.</exception>
    public static async Task<ReportTable> ReadAsync(
        ReadModels models, LogMoment at, Owner owner, Period? period, AccountCode? account = null, Holder? party = null, bool ageing = false, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        var book = await LedgerBook.OpenAsync(models, at, owner, period, cancellation).ConfigureAwait(false);
        book.Require(account);
        var span = book.SpanOf(period);
        var parties = await PartiesAsync(book, span, account, cancellation).ConfigureAwait(false);
        var shown = parties.Where(one => (party is null || one.Party == party) && !one.IsEmpty).OrderBy(one => one.Account).ThenBy(one => one.Party?.Address, StringComparer.Ordinal).ToList();
        var names = await book.NamesAsync(shown.Select(one => one.Party), persons, cancellation).ConfigureAwait(false);
        var on = span.Asked.To.LastDay;
        var rows = shown.ConvertAll(one => (IReadOnlyList<object?>)
        [
            one.Account.Value, book.Book.NameOf(one.Account), one.Party?.Address, one.Party is { } known ? names.GetValueOrDefault(known) : null,
            one.Opening.Debit, one.Opening.Credit, one.Turnover.Debit, one.Turnover.Credit, .. LedgerColumns.BalanceCells(one.Closing).Take(2),
            .. ageing ? Ageing.Of(one, on, span.First.Previous.LastDay).Cast<object?>() : [],
        ]);
        return new(Name, at, ageing ? AgeingColumns : Columns, rows) { Subject = $"{owner}{(account is { } asked ? " · " + book.FullNameOf(asked) : "")}{new LedgerFilter(party)} · {span.Asked}", Sources = SourcesOf };

        IReadOnlyList<FigureSource>? SourcesOf(int row, int column)
        {
            var one = shown[row];
            // What names no party is told apart by no column of a line, and the turnover before a book has no months.
            if (one.Party is not { } with || span.HoldsBefore) return null;
            var sources = new BookSources(book.Book, [one.Account]);
            return Columns.ElementAtOrDefault(column)?.Name switch
            {
                "openingDebitFen" => one.Opening.Debit == 0 ? [] : sources.Balance(span.Start.Previous, 1, with),
                "openingCreditFen" => one.Opening.Credit == 0 ? [] : sources.Balance(span.Start.Previous, -1, with),
                "debitFen" => sources.Turnover(span.Start, span.End, LineMeasure.Debit, with),
                "creditFen" => sources.Turnover(span.Start, span.End, LineMeasure.Credit, with),
                "balanceFen" => sources.Balance(span.End, one.Closing.Credit > 0 ? -1 : 1, with),
                _ => null,
            };
        }
    }

    /// <summary>Every account and party with what happened between them up to the period's end.</summary>
    internal static async Task<IReadOnlyList<PartyAccount>> PartiesAsync(LedgerBook book, LedgerSpan span, AccountCode? account, CancellationToken cancellation)
    {
        bool IsWanted(AccountCode leaf) => account is { } above ? book.IsUnder(leaf, above) : Debts.IsOwed(book, leaf);
        var all = new Dictionary<(AccountCode, Holder?), PartyAccount>();
        if (span.KnowsOpening)
            foreach (var (leaf, line) in BlocksOf.OpeningOf(book, IsWanted, new())) Of(leaf, line.Party).Open(line, span);
        foreach (var line in await book.LinesAsync(span.First, span.End, IsWanted, cancellation).ConfigureAwait(false)) Of(line.Account, line.Line.Party).Add(line, span);
        if (account is not null) return [.. all.Values];
        var withParties = all.Values.Where(one => one.Party is not null || !book.IsNetted(one.Account)).Select(one => one.Account).ToHashSet();
        return [.. all.Values.Where(one => withParties.Contains(one.Account))];

        PartyAccount Of(AccountCode leaf, Holder? party)
        {
            if (!all.TryGetValue((leaf, party), out var of)) all.Add((leaf, party), of = new(leaf, party));
            return of;
        }
    }
}
