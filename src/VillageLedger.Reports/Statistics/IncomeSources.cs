namespace VillageLedger.Reports;

/// <summary>What figures of villages' income are the sums of, as known at a position: the lines of each era of a book on accounts of a class, and what the opening holds of the year before.</summary>
internal sealed class IncomeSources
{
    public static readonly IReadOnlyList<IncomeClass> Operating = [IncomeClass.Operating, IncomeClass.Contracting, IncomeClass.Investment];

    public static readonly IReadOnlyList<IncomeClass> Total = [.. Operating, IncomeClass.Grants, IncomeClass.Other];

    /// <summary>Which classes a column of income sums up, by its name.</summary>
    private static readonly Dictionary<string, IReadOnlyList<IncomeClass>> Classes = new(StringComparer.Ordinal)
    {
        ["operatingFen"] = [IncomeClass.Operating],
        ["contractingFen"] = [IncomeClass.Contracting],
        ["investmentFen"] = [IncomeClass.Investment],
        ["grantsFen"] = [IncomeClass.Grants],
        ["otherFen"] = [IncomeClass.Other],
        ["operatingIncomeFen"] = Operating,
        ["operatingIncomeBeforeFen"] = Operating,
        ["baseOperatingIncomeFen"] = Operating,
        ["totalIncomeFen"] = Total,
        ["totalIncomeBeforeFen"] = Total,
        ["baseTotalIncomeFen"] = Total,
    };

    private readonly VillageBooks books;
    private readonly ILookup<(long Book, IncomeClass Income), AccountCode> accounts;

    private IncomeSources(VillageBooks books, ILookup<(long Book, IncomeClass Income), AccountCode> accounts) => (this.books, this.accounts) = (books, accounts);

    public static IReadOnlyList<IncomeClass>? ClassesOf(string column) => Classes.GetValueOrDefault(column);

    public static async Task<IncomeSources> ReadAsync(ReadModels models, long position, VillageBooks books, CancellationToken cancellation)
    {
        var charts = await ChartsAt.ReadAsync(models, position, cancellation).ConfigureAwait(false);
        var touched = await SqlRows.ReadAsync(
            models.Readers,
            """
            select b.position, b.standard, t.account from books_2.book b join books_2.touched t on t.book = b.position and t.account >= '5' and t.position <= $1
            where b.position <= $1 and starts_with(b.owner, 'village/') order by b.position, t.account
            """,
            reader => (Book: reader.GetInt64(0), Standard: reader.GetString(1), Account: new AccountCode(reader.GetString(2))), cancellation, position).ConfigureAwait(false);
        return new(books, touched.ToLookup(row => (row.Book, charts[row.Standard].RootOf(row.Account)?.Income ?? IncomeClass.None), row => row.Account));
    }

    /// <summary>The accounts of a class that an era of a book has used.</summary>
    public IEnumerable<AccountCode> AccountsOf(BookEra era, IncomeClass income) => accounts[(era.Number, income)];

    /// <param name="standard">Only what was posted by it; null: by any.</param>
    public IReadOnlyList<FigureSource> Of(IEnumerable<string> villages, IReadOnlyList<IncomeClass> classes, Period period, string? standard = null) =>
        [.. villages.SelectMany(village => books.Of(village).Where(era => standard is null || era.Standard == standard).SelectMany(era => Of(era, classes, period)))];

    private IEnumerable<FigureSource> Of(BookEra era, IReadOnlyList<IncomeClass> classes, Period period)
    {
        AccountCode[] codes = [.. classes.SelectMany(income => accounts[(era.Number, income)])];
        if (codes.Length == 0) yield break;
        yield return new FigureSource.Lines(era.Number, codes, period.From, period.To, LineMeasure.Net, Sign: -1, WithoutTransfers: true);
        // Known in sum only, and counted in the month before the first.
        if (era.HoldsYearBefore && era.Month.Previous >= period.From && era.Month.Previous <= period.To) yield return new FigureSource.YearBefore(era.Number, codes, LineMeasure.Net, Sign: -1);
    }
}

/// <summary>The charts in force at a position.</summary>
internal static class ChartsAt
{
    public static async Task<IReadOnlyDictionary<string, Chart>> ReadAsync(ReadModels models, long position, CancellationToken cancellation) =>
        (await SqlRows.ReadAsync(
            models.Readers, "select distinct on (name) name, version from books_2.rule where kind = 'chart' and position <= $1 order by name, position desc",
            reader => (Name: reader.GetString(0), Version: reader.GetString(1)), cancellation, position).ConfigureAwait(false)).ToDictionary(row => row.Name, row => Chart.OfVersion(row.Version), StringComparer.Ordinal);
}
