using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// 村级财务公开: what an owner makes public of a month, a quarter or a year (浙江省农村集体资产管理条例 art. 25; 村民委员会组织法 art. 30): income and expense by account, money, what is owed, what it has in all,
/// earmarked money, contracts signed, allocations and dividends. From posted vouchers and registers alone, as known at a position; natural persons are masked.
/// </summary>
public static class Disclosure
{
    public const string Name = "disclosure";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("section", CellKind.Word), new("item", CellKind.Text), new("name", CellKind.Text), new("level", CellKind.Count, OnlyIfFilled: true), new("partyKind", CellKind.Word, OnlyIfFilled: true),
        new("party", CellKind.Text, OnlyIfFilled: true), new("amountFen", CellKind.Fen, ShowsZero: true), new("yearFen", CellKind.Fen), new("openingFen", CellKind.Fen), new("receivedFen", CellKind.Fen),
        new("paidFen", CellKind.Fen), new("from", CellKind.Text, OnlyIfFilled: true), new("to", CellKind.Text, OnlyIfFilled: true),
    ];

    public static readonly IReadOnlyList<ReportColumn> HeadColumns = [new("owner", CellKind.Text), new("name", CellKind.Text), new("closed", CellKind.Flag), new("closedThrough", CellKind.Text)];

    /// <summary>Whether a period is one that is made public: a month, a quarter of the calendar, a year.</summary>
    public static bool IsPeriod(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        var months = period.To.Since(period.From) + 1;
        return months == 1 || (months == 3 && period.From.Number % 3 == 1) || (months == 12 && period.From.Number == 1);
    }

    /// <param name="period">Null: the latest closed month; where none is closed yet, the latest with a posting.</param>
    /// <exception cref="ReportRefusedException">There is no such book, or not yet in that month.</exception>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Owner owner, Period? period, Language language, CancellationToken cancellation = default)
    {
        var book = (await LedgerBook.OpenAsync(models, at, owner, period, cancellation).ConfigureAwait(false)).Book;
        var latest = book.ClosedThrough ?? book.LastMonth ?? book.FirstMonth;
        var asked = period ?? new(latest, latest);
        IReadOnlyList<DisclosedRow> rows =
        [
            .. await DisclosedBook.ReadAsync(models, at, owner, asked, book.FirstMonth, language, cancellation).ConfigureAwait(false),
            .. await DisclosedRegisters.ReadAsync(models, at, owner, asked, cancellation).ConfigureAwait(false),
            .. await DisclosedParts.ReadAsync(models, at, owner, asked, language, cancellation).ConfigureAwait(false),
        ];
        var names = await ContractsAt.NamesAsync(models, at, [Holder.Of(owner)], null, cancellation).ConfigureAwait(false);
        var closed = book.ClosedThrough >= asked.To;
        return new(Name, at, Columns, [.. rows.Select(row => row.Cells)])
        {
            Subject = $"{owner} · {asked}",
            Head = [.. HeadColumns.Zip((object?[])[owner.Address, names.GetValueOrDefault(Holder.Of(owner)), closed, book.ClosedThrough?.ToString()], (column, cell) => new ReportHead(column, cell))],
            Notes = NotesOf(book, asked, closed, language),
            Sources = (row, column) => rows[row].Sources(Columns[column].Name),
        };
    }

    private static IReadOnlyList<string> NotesOf(BookAt book, Period asked, bool closed, Language language) =>
    [
        .. closed ? [] : new[]
        {
            book.ClosedThrough is { } through && through >= asked.From ? Texts.Of("report.disclosure.partly-closed", language, ("month", through)) : Texts.Of("report.disclosure.not-closed", language, ("period", asked)),
        },
        Texts.Of("report.disclosure.masked", language),
    ];
}
