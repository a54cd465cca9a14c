namespace VillageLedger.Reports;

/// <summary>How far a figure of a village can be relied on; the greater, the less. Of several villages the worst counts.</summary>
internal enum FigureState
{
    /// <summary>Posted and closed through the period.</summary>
    Complete,

    /// <summary>Not closed through the period.</summary>
    Open,

    /// <summary>With vouchers that are not posted.</summary>
    Pending,

    /// <summary>The book begins after the period does, and its opening does not hold the months before.</summary>
    Partial,

    /// <summary>No book, or one that begins after the period.</summary>
    NoBook,
}

/// <summary>The books of villages as known at a position: since when, by which standard in turn, and whether the opening brought the year's turnover along.</summary>
internal sealed class VillageBooks
{
    private readonly Dictionary<string, IReadOnlyList<BookEra>> eras;

    private VillageBooks(Dictionary<string, IReadOnlyList<BookEra>> eras) => this.eras = eras;

    public static async Task<VillageBooks> ReadAsync(ReadModels models, long position, CancellationToken cancellation)
    {
        await models.CatchUpAsync("books_2", position, cancellation).ConfigureAwait(false);
        var rows = await SqlRows.ReadAsync(
            models.Readers,
            """
            select b.owner, b.position, b.standard, b.month,
                   exists (select from books_2.opening o where o.book = b.position and o.position = (select max(position) from books_2.opened where book = b.position and position <= $1)
                           and (o.year_debit_fen <> 0 or o.year_credit_fen <> 0))
            from books_2.book b where b.position <= $1 and starts_with(b.owner, 'village/') order by b.owner, b.position
            """,
            reader => (Code: reader.GetString(0)["village/".Length..], Era: new BookEra(reader.GetInt64(1), reader.GetString(2), reader.Month(3), reader.GetBoolean(4))), cancellation, position).ConfigureAwait(false);
        return new(rows.GroupBy(row => row.Code, StringComparer.Ordinal).ToDictionary(book => book.Key, book => (IReadOnlyList<BookEra>)[.. book.Select(row => row.Era)], StringComparer.Ordinal));
    }

    /// <summary>A village's book in its eras, the first first; none without a book.</summary>
    public IReadOnlyList<BookEra> Of(string village) => eras.GetValueOrDefault(village, []);

    /// <summary>The year in which the first book begins; null without any.</summary>
    public int? FirstYear => eras.Count == 0 ? null : eras.Values.Min(book => book[0].Month.Year);

    /// <summary>The months in which some village went over to another standard.</summary>
    public IEnumerable<Month> Changes => eras.Values.SelectMany(book => book.Skip(1).Select(era => era.Month)).Distinct().Order();

    /// <summary>The standard of a month; the first one for what the opening holds of months before.</summary>
    public string? StandardOf(string village, Month month) => Of(village) is { Count: > 0 } book ? (book.LastOrDefault(era => era.Month <= month) ?? book[0]).Standard : null;

    /// <summary>The worst that is true of a village's figure.</summary>
    public FigureState StateOf(VillageIncome village, Period period) => AllOf(village, period).DefaultIfEmpty(FigureState.Complete).Max();

    /// <summary>Everything that keeps a village's figure from being complete.</summary>
    public IEnumerable<FigureState> AllOf(VillageIncome village, Period period)
    {
        if (Of(village.Code) is not [var first, ..] || first.Month > period.To)
        {
            yield return FigureState.NoBook;
            yield break;
        }

        if (first.Month > period.From && !(first.HoldsYearBefore && period.From == new Month(first.Month.Year, 1))) yield return FigureState.Partial;
        if (village.Sums.Unposted > 0) yield return FigureState.Pending;
        // One that is no more was closed when it ended.
        if (village.IsCounted && !(village.ClosedThrough >= period.To)) yield return FigureState.Open;
    }

    /// <summary>The word of a state: <c>complete</c>, <c>open</c>, <c>unposted</c>, <c>partial</c>, <c>no-book</c>.</summary>
    public static string WordOf(FigureState state) => state switch
    {
        FigureState.NoBook => "no-book",
        FigureState.Pending => "unposted",
        _ => state.ToString().ToLowerInvariant(),
    };
}

/// <summary>A book as kept by one standard.</summary>
/// <param name="Number">As in the rows of <c>books_2</c>.</param>
/// <param name="HoldsYearBefore">Whether its opening holds turnover of the year before its first month.</param>
internal sealed record BookEra(long Number, string Standard, Month Month, bool HoldsYearBefore);

/// <summary>How many of some villages are in which state, and the worst of them; no village at all is as none with a book.</summary>
internal sealed record FigureStates(FigureState Worst, IReadOnlyList<long> Counts)
{
    /// <summary>The columns that mark a figure, at the end of a comparison.</summary>
    public static readonly IReadOnlyList<ReportColumn> Columns =
        [new("state", CellKind.Word), new("openVillages", CellKind.Count), new("pendingVillages", CellKind.Count), new("partialVillages", CellKind.Count), new("noBookVillages", CellKind.Count)];

    public string Word => VillageBooks.WordOf(Worst);

    public IEnumerable<object?> Cells => [Word, .. Counts.Cast<object?>()];

    public static FigureStates Of(VillageBooks books, IEnumerable<VillageIncome> villages, Period period)
    {
        var states = villages.Select(village => books.AllOf(village, period).DefaultIfEmpty(FigureState.Complete).ToList()).ToList();
        return new(
            states.Count == 0 ? FigureState.NoBook : states.Max(of => of.Max()),
            [.. ((FigureState[])[FigureState.Open, FigureState.Pending, FigureState.Partial, FigureState.NoBook]).Select(state => states.LongCount(of => of.Contains(state)))]);
    }
}
