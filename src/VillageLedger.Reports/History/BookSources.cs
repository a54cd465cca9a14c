namespace VillageLedger.Reports;

/// <summary>What figures of a book are sums of: its lines and its opening on some lowest accounts.</summary>
internal sealed class BookSources(BookAt book, IEnumerable<AccountCode> leaves)
{
    /// <summary>As they stand on lines: earlier postings of an account lie on its first detail now.</summary>
    private readonly IReadOnlyList<AccountCode> accounts = AccountsOf(book, [.. leaves]);

    public IReadOnlyList<FigureSource> Turnover(Month from, Month to, LineMeasure measure, Holder? party = null) =>
        from > to ? [] : [new FigureSource.Lines(book.Number, accounts, from, to, measure, Party: party)];

    /// <summary>Turnover with that of the year before the book, where the months hold it.</summary>
    public IReadOnlyList<FigureSource> TurnoverWithBefore(Month from, Month to, LineMeasure measure) =>
        [.. Turnover(from, to, measure), new FigureSource.YearBefore(book.Number, accounts, measure)];

    /// <summary>Income or expense of some months: their turnover without transfers (结转), debit positive with <paramref name="sign"/> 1; with that of the year before the book, where the months hold it.</summary>
    public IReadOnlyList<FigureSource> Flows(Month from, Month to, int sign, bool withBefore) =>
    [
        .. from > to ? [] : new FigureSource[] { new FigureSource.Lines(book.Number, accounts, from, to, LineMeasure.Net, sign, WithoutTransfers: true) },
        .. withBefore ? [new FigureSource.YearBefore(book.Number, accounts, LineMeasure.Net, sign)] : Array.Empty<FigureSource>(),
    ];

    /// <summary>What stands at the end of a month; debit positive with <paramref name="sign"/> 1.</summary>
    public IReadOnlyList<FigureSource> Balance(Month through, int sign, Holder? party = null) => through < book.FirstMonth.Previous ? [] :
    [
        new FigureSource.Opening(book.Number, accounts, LineMeasure.Net, sign, party),
        .. through < book.FirstMonth ? [] : new FigureSource[] { new FigureSource.Lines(book.Number, accounts, book.FirstMonth, through, LineMeasure.Net, sign, Party: party) },
    ];

    /// <summary>What stood before the turnover of the year that a book begun within it was opened with.</summary>
    public IReadOnlyList<FigureSource> BalanceBeforeYear(int sign) =>
        [new FigureSource.Opening(book.Number, accounts, LineMeasure.Net, sign), new FigureSource.YearBefore(book.Number, accounts, LineMeasure.Net, -sign)];

    private static IReadOnlyList<AccountCode> AccountsOf(BookAt book, HashSet<AccountCode> leaves) => [.. book.Touched.Where(account => leaves.Contains(book.Carrier(account)))];
}
