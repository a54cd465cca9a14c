using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// 资产负债表 of a book at a month's end, by the row map in force, beside the beginning of the year; as known at a position. Income and expense that are not transferred yet stand in
/// 未分配收益, and 内部往来 on both sides by account and party, so that it balances in every month.
/// </summary>
public static class BalanceSheet
{
    public const string Name = RowMap.BalanceSheet;

    public static IReadOnlyList<ReportColumn> Columns => StatementTable.Columns;

    public static IReadOnlyList<ReportColumn> HeadColumns => StatementTable.HeadColumns;

    /// <param name="period">Its end is meant; null: the latest month with a posting, or the first month.</param>
    /// <param name="rules">A version of the row map other than the one in force.</param>
    /// <exception cref="ReportRefusedException">There is no such book, not yet in that month, or no such version.</exception>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Period? period, Language language, string? rules = null, CancellationToken cancellation = default)
    {
        var (ledger, month) = await OpenAsync(models, at, owner, period, cancellation).ConfigureAwait(false);
        var book = ledger.Book;
        var standard = book.Chart.Standard;
        var maps = await RowMapsAt.ReadAsync(models, at.Position, cancellation).ConfigureAwait(false);
        var map = maps.Of(standard, Name, rules);
        var (end, beginning) = (BalanceMoment.EndOf(month), BeginningOf(month, book));
        var figures = await BalanceFigures.ReadAsync(models, ledger, map, [end, beginning], cancellation).ConfigureAwait(false);
        var notes = StatementForm.NotesOf(map, maps, standard, Name, language).ToList();
        if (beginning.IsLessBefore) notes.Add(Texts.Of("report.statement.begun-within", language, ("month", book.FirstMonth)));
        return StatementTable.Of(
            Name, at, owner, map, standard, new(ReportTime.Format(month.LastDay), figures.At(map, end)), new(ReportTime.Format(new DateOnly(month.Year - 1, 12, 31)), figures.At(map, beginning)), notes, language);
    }

    /// <summary>The book at the end of a period, and its last month.</summary>
    internal static async Task<(LedgerBook Ledger, Month Month)> OpenAsync(ReadModels models, LogMoment at, Owner owner, Period? period, CancellationToken cancellation)
    {
        var ledger = await LedgerBook.OpenAsync(models, at, owner, period is null ? null : new(period.To, period.To), cancellation).ConfigureAwait(false);
        var month = period?.To ?? ledger.Book.LastMonth ?? ledger.Book.FirstMonth;
        return month >= ledger.Book.FirstMonth
            ? (ledger, month)
            : throw new ReportRefusedException(Refusal.Of(RefusalCode.DateBeforeBook, ("date", month), ("month", ledger.Book.FirstMonth)));
    }

    /// <summary>年初: what December before closed with; of a book's first year what it opened with, less its turnover of the year before that.</summary>
    internal static BalanceMoment BeginningOf(Month month, BookAt book) => BalanceMoment.Before(new(new(month.Year, 1), month), book);
}
