using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// 收益及收益分配表, 利润表 of a book in a period, by the row map in force, beside the same period of the year before; as known at a position. Transfers (结转) never count. The last row is what
/// <see cref="BalanceSheet"/> shows as 未分配收益 at the period's end.
/// </summary>
public static class IncomeStatement
{
    public const string Name = RowMap.IncomeStatement;

    private const int MonthsOfYear = 12;

    public static IReadOnlyList<ReportColumn> Columns => StatementTable.Columns;

    public static IReadOnlyList<ReportColumn> HeadColumns => StatementTable.HeadColumns;

    /// <param name="period">Null: the latest month with a posting, or the first month.</param>
    /// <param name="rules">A version of the row map other than the one in force.</param>
    /// <exception cref="ReportRefusedException">There is no such book, not yet in that period, it was converted within it, or there is no such version.</exception>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Period? period, Language language, string? rules = null, CancellationToken cancellation = default)
    {
        var ledger = await LedgerBook.OpenAsync(models, at, owner, period, cancellation).ConfigureAwait(false);
        var book = ledger.Book;
        var asked = period ?? new(book.LastMonth ?? book.FirstMonth, book.LastMonth ?? book.FirstMonth);
        if (asked.To < book.FirstMonth) throw new ReportRefusedException(Refusal.Of(RefusalCode.DateBeforeBook, ("date", asked), ("month", book.FirstMonth)));
        var maps = await RowMapsAt.ReadAsync(models, at.Position, cancellation).ConfigureAwait(false);
        var map = maps.Of(book.Chart.Standard, Name, rules);
        var notes = StatementForm.NotesOf(map, maps, book.Chart.Standard, Name, language).ToList();
        if (BalanceMoment.HoldsBefore(asked, book)) notes.Add(Texts.Of("report.statement.begun-within", language, ("month", book.FirstMonth)));
        var before = new Period(asked.From.Plus(-MonthsOfYear), asked.To.Plus(-MonthsOfYear));
        var kept = before.From >= book.FirstMonth ? ledger : await KeptInAsync(models, ledger, before, cancellation).ConfigureAwait(false);
        var figures = await IncomeFigures.ReadAsync(models, ledger, map, kept == ledger ? [asked, before] : [asked], cancellation).ConfigureAwait(false);
        var comparative = kept == ledger ? figures.Of(before) : kept is null ? null : await OfEarlierBookAsync(models, kept, maps, before, cancellation).ConfigureAwait(false);
        notes.AddRange(ComparativeNotes(map, comparative, kept, book, before, language));
        return StatementTable.Of(Name, at, owner, map, book.Chart.Standard, new(asked.ToString(), figures.Of(asked)), new(before.ToString(), comparative), notes, language);
    }

    /// <summary>The books of a period before the year: these, those before a conversion, or null where nothing is known of it, or it lies on both sides.</summary>
    private static async Task<LedgerBook?> KeptInAsync(ReadModels models, LedgerBook ledger, Period period, CancellationToken cancellation)
    {
        try
        {
            var kept = await LedgerBook.OpenAsync(models, ledger.At, ledger.Owner, period, cancellation).ConfigureAwait(false);
            return !IncomeFigures.Knows(period, kept.Book) ? null : kept.Book.Number == ledger.Book.Number ? ledger : kept;
        }
        catch (ReportRefusedException refused) when (refused.Refusal.Code == RefusalCode.ReportPeriodAcrossConversion)
        {
            return null;
        }
    }

    private static async Task<RowFigures> OfEarlierBookAsync(ReadModels models, LedgerBook earlier, RowMapsAt maps, Period period, CancellationToken cancellation) =>
        (await IncomeFigures.ReadAsync(models, earlier, maps.Of(earlier.Book.Chart.Standard, Name), [period], cancellation).ConfigureAwait(false)).Of(period);

    private static IEnumerable<string> ComparativeNotes(RowMap map, RowFigures? comparative, LedgerBook? kept, BookAt book, Period before, Language language)
    {
        if (kept is null || comparative is null) return [Texts.Of("report.statement.no-comparative", language, ("period", before), ("month", book.FirstMonth))];
        if (comparative.Map.Name != map.Name)
            return [Texts.Of("report.statement.other-standard", language, ("period", before), ("standard", kept.Book.Chart.Standard)), .. Unmatched(map, comparative, before, language), .. Incomparable(map, comparative, before, language)];
        if (BalanceMoment.HoldsBefore(before, kept.Book)) return [Texts.Of("report.statement.begun-within", language, ("month", kept.Book.FirstMonth))];
        return before.From < kept.Book.FirstMonth ? [Texts.Of("report.statement.comparative-from", language, ("period", before), ("month", kept.Book.FirstMonth))] : [];
    }

    /// <summary>Sums that take in other rows here than in the earlier form: nothing stands beside them.</summary>
    private static IEnumerable<string> Incomparable(RowMap map, RowFigures comparative, Period period, Language language)
    {
        var rows = map.Rows.Where(row => row.Terms.Count > 0 && comparative.Find(row.Key) is not null && !map.Means(row.Key, comparative.Map)).ToList();
        return rows.Count == 0 ? [] : [Texts.Of("report.statement.incomparable", language, ("period", period), ("names", string.Join("、", rows.Select(row => row.NameIn(language)))))];
    }

    /// <summary>Amounts of the earlier form that this one has no rows for: they are in its sums.</summary>
    private static IEnumerable<string> Unmatched(RowMap map, RowFigures comparative, Period period, Language language)
    {
        var known = map.Rows.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        return comparative.Map.Rows.Where(row => row.Terms.Count == 0 && !known.Contains(row.Key) && comparative.Find(row.Key) is { Fen: not 0 })
            .Select(row => Texts.Of("report.statement.unmatched", language, ("period", period), ("name", row.NameIn(language)), ("amount", new Money(comparative.Find(row.Key)!.Fen))));
    }
}
