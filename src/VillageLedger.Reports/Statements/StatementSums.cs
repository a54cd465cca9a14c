namespace VillageLedger.Reports;

/// <summary>When a balance is asked for: what the book began with and everything up to a month's end.</summary>
/// <param name="Through">Before the book's first month: the opening only.</param>
/// <param name="IsLessBefore">Whether the turnover of the year before the book is taken off, so that it is what stood at the year's beginning.</param>
internal sealed record BalanceMoment(Month Through, bool IsLessBefore)
{
    public static BalanceMoment EndOf(Month month) => new(month, false);

    /// <summary>What a period begins with: as in the trial balance, the beginning of the year for one that begins then, where the book begins within it.</summary>
    public static BalanceMoment Before(Period period, BookAt book) => new(period.From.Previous, HoldsBefore(period, book));

    /// <summary>Whether the turnover of the year before a book that begins within it belongs to a period.</summary>
    public static bool HoldsBefore(Period period, BookAt book) =>
        book.FirstMonth.Number > 1 && period.From <= new Month(book.FirstMonth.Year, 1) && period.To >= book.FirstMonth.Previous;
}

/// <summary>Net balances and turnover of the accounts of a book, debit positive, read by two statements for all the moments and periods of a statement.</summary>
internal sealed class StatementSums
{
    private readonly Dictionary<AccountCode, (long Opening, long Before)> opened = [];
    private Dictionary<(AccountCode Account, int Period), Movement> sums = [];

    private StatementSums(BookAt book) => Book = book;

    public BookAt Book { get; }

    public static async Task<StatementSums> ReadAsync(BookAt book, IEnumerable<BalanceMoment> moments, IEnumerable<Period> periods, CancellationToken cancellation)
    {
        var read = new StatementSums(book);
        foreach (var line in book.Opening)
        {
            var (opening, before) = read.opened.GetValueOrDefault(line.Account);
            read.opened[line.Account] = (opening + NetOf(line), before + BeforeOf(line));
        }

        var asked = moments.Select(read.UpTo).OfType<Period>().Concat(periods).ToList();
        var years = await book.ByYearAsync(asked.SelectMany(period => period.Years).Distinct(), cancellation).ConfigureAwait(false);
        var months = await book.ByMonthAsync(asked.SelectMany(period => period.SingleMonths).Distinct(), cancellation).ConfigureAwait(false);
        foreach (var (key, sum) in months) years.Add(key, sum);
        read.sums = years;
        return read;
    }

    public static long NetOf(OpeningLine line) => (line.DebitFen ?? 0) - (line.CreditFen ?? 0);

    public static long BeforeOf(OpeningLine line) => (line.YearDebitFen ?? 0) - (line.YearCreditFen ?? 0);

    /// <summary>Accounts, as they stand on lines, with a balance or turnover and a condition met.</summary>
    public IReadOnlyList<AccountCode> Accounts(Func<AccountCode, bool> wanted) => [.. Book.Touched.Where(wanted).Order()];

    public long Balance(AccountCode account, BalanceMoment moment)
    {
        var (opening, before) = opened.GetValueOrDefault(account);
        return opening - (moment.IsLessBefore ? before : 0) + (UpTo(moment) is { } period ? Turnover(account, period) : 0);
    }

    /// <summary>Posted in a period; without the turnover of the year before the book.</summary>
    public long Turnover(AccountCode account, Period period) =>
        period.Years.Concat(period.SingleMonths.Select(month => month.Key)).Sum(key => sums.TryGetValue((account, key), out var sum) ? sum.Debit - sum.Credit : 0);

    public long Before(AccountCode account) => opened.GetValueOrDefault(account).Before;

    /// <summary>The balance of accounts on a side, with what it is the sum of.</summary>
    public Figure BalanceOf(IReadOnlyList<AccountCode> accounts, BalanceMoment moment, Side side)
    {
        var sign = SignOf(side);
        return accounts.Count == 0 ? Figure.Zero : new(sign * accounts.Sum(account => Balance(account, moment)), SourcesOf(accounts, moment, sign, null, false));
    }

    /// <param name="party">Only this one's; null: all, or those of none.</param>
    public IReadOnlyList<FigureSource> SourcesOf(IReadOnlyList<AccountCode> accounts, BalanceMoment moment, int sign, Holder? party, bool withoutParty)
    {
        var sources = new List<FigureSource> { new FigureSource.Opening(Book.Number, accounts, LineMeasure.Net, sign, party, withoutParty) };
        if (moment.IsLessBefore) sources.Add(new FigureSource.YearBefore(Book.Number, accounts, LineMeasure.Net, -sign, party, withoutParty));
        if (moment.Through >= Book.FirstMonth)
            sources.Add(new FigureSource.Lines(Book.Number, accounts, Book.FirstMonth, moment.Through, LineMeasure.Net, sign, Party: party, WithoutParty: withoutParty));
        return sources;
    }

    public static int SignOf(Side side) => side == Side.Credit ? -1 : 1;

    /// <summary>From the year of the book's first month, so that whole years are read as such; null where nothing was posted by then.</summary>
    private Period? UpTo(BalanceMoment moment) => moment.Through >= Book.FirstMonth ? new(new(Book.FirstMonth.Year, 1), moment.Through) : null;
}
