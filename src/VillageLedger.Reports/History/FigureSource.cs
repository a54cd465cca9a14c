namespace VillageLedger.Reports;

/// <summary>Which amounts of a line a figure takes.</summary>
public enum LineMeasure
{
    /// <summary>Debit less credit.</summary>
    Net,
    Debit,
    Credit,
}

/// <summary>
/// What a figure is made of: the lines of a book on some accounts in some months, or its opening. A figure is the sum of its sources, so whoever asks what makes it up is given the vouchers behind them.
/// </summary>
/// <param name="Book">The number of the book, or of its era, in <c>books_2</c>.</param>
/// <param name="Accounts">As they stand on the lines, details each by itself; null: all.</param>
/// <param name="Sign">1, or -1 where the figure shows it the other way round.</param>
public abstract record FigureSource(long Book, IReadOnlyList<AccountCode>? Accounts, LineMeasure Measure, int Sign)
{
    /// <summary>Posted lines of the months from <paramref name="From"/> to <paramref name="To"/>, both included.</summary>
    /// <param name="WithoutTransfers">Whether 结转 is left out.</param>
    /// <param name="Party">Only lines that name this one; null: all.</param>
    /// <param name="WithoutParty">Only lines that name none.</param>
    public sealed record Lines(
        long Book, IReadOnlyList<AccountCode>? Accounts, Month From, Month To, LineMeasure Measure, int Sign = 1, bool WithoutTransfers = false, Holder? Party = null, bool WithoutParty = false)
        : FigureSource(Book, Accounts, Measure, Sign);

    /// <summary>The balances that a book, or its era, began with.</summary>
    public sealed record Opening(long Book, IReadOnlyList<AccountCode>? Accounts, LineMeasure Measure, int Sign = 1, Holder? Party = null, bool WithoutParty = false) : FigureSource(Book, Accounts, Measure, Sign);

    /// <summary>What one posted voucher gives, in fen.</summary>
    public sealed record At(long Position, long Fen) : FigureSource(0, null, LineMeasure.Net, 1);

    /// <summary>The turnover of the year before a book that began within it.</summary>
    public sealed record YearBefore(long Book, IReadOnlyList<AccountCode>? Accounts, LineMeasure Measure, int Sign = 1, Holder? Party = null, bool WithoutParty = false)
        : FigureSource(Book, Accounts, Measure, Sign);
}
