using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// What each holder of a venture got of the income of a period, what was paid of it, its part of the assets at the period's end, and how that differs from what was
/// expected; as known at a position. Confirmed allocations that are not reversed count.
/// </summary>
public static class AllocationReport
{
    public const string Name = "allocation";

    private static readonly IReadOnlyList<ReportColumn> Figures =
    [
        new("holder", CellKind.Text), new("name", CellKind.Text), new("weight", CellKind.Count), new("sharePpm", CellKind.Ppm),
        new("allocatedFen", CellKind.Fen), new("paidFen", CellKind.Fen), new("unpaidFen", CellKind.Fen), new("assetFen", CellKind.Fen), new("netAssetFen", CellKind.Fen),
        new("expectedFen", CellKind.Fen, OnlyIfFilled: true), new("deviationFen", CellKind.Fen, OnlyIfFilled: true), new("cumulativeFen", CellKind.Fen),
        new("expectedAssetFen", CellKind.Fen, OnlyIfFilled: true), new("assetDeviationFen", CellKind.Fen, OnlyIfFilled: true), new("weightsOf", CellKind.Text),
    ];

    /// <summary>The columns; <paramref name="byMonth"/> begins with the month.</summary>
    public static IReadOnlyList<ReportColumn> Columns(bool byMonth) => byMonth ? [new("month", CellKind.Text), .. Figures] : Figures;

    /// <param name="period">Null: from the founding to the last month with an allocation.</param>
    public static async Task<ReportTable> ReadAsync(
        ReadModels models, LogMoment at, string venture, Period? period, bool byMonth, Language language, PersonNaming? persons = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var rows = await VentureRows.FindAsync(models, at.Position, venture, cancellation).ConfigureAwait(false);
        var asked = period ?? await rows.WholeTimeAsync(cancellation).ConfigureAwait(false);
        var company = rows.Founded.Company is { } code ? await CompanyRows.FindAsync(models, at, code, cancellation).ConfigureAwait(false) : null;
        var known = await KnownAllocations.ReadAsync(rows, company, asked.To, cancellation).ConfigureAwait(false);
        var parts = (byMonth ? asked.From.To(asked.To).Where(month => month >= known.FirstMonth).Select(month => new Period(month, month)) : [asked])
            .Select(part => (Period: part, Figures: known.In(part))).ToList();
        var names = await rows.NamesAsync(parts.SelectMany(part => part.Figures).Select(one => one.Holder), persons, cancellation).ConfigureAwait(false);
        var cells = parts.SelectMany(part => part.Figures.Select(one => (IReadOnlyList<object?>)[.. byMonth ? [part.Period.To.ToString()] : Array.Empty<object?>(), .. one.Cells(names.GetValueOrDefault(one.Holder))])).ToList();
        return new(Name, at, Columns(byMonth), cells, cells.Count > 1 ? TotalsOf([.. parts.SelectMany(part => part.Figures)], byMonth) : null)
        {
            Subject = $"{rows.Subject} · {asked}",
            Notes =
            [
                .. company is null ? [] : await CompanyResult.NotesAsync(models, at, company, asked, language, cancellation).ConfigureAwait(false),
                .. NotesOf(known, asked, language),
            ],
        };
    }

    /// <summary>What stands at a month's end is not added up over months.</summary>
    private static IReadOnlyList<object?> TotalsOf(IReadOnlyList<HolderFigures> figures, bool byMonth)
    {
        long? Sum(Func<HolderFigures, long?> of) => figures.Any(one => of(one) is not null) ? figures.Sum(of) : null;
        long? Standing(Func<HolderFigures, long?> of) => byMonth ? null : Sum(of);
        IReadOnlyList<object?> totals =
        [
            "", "", Standing(one => one.Weight), Standing(one => one.Weight) > 0 ? 1_000_000L : null, Sum(one => one.AllocatedFen), Sum(one => one.PaidFen), Sum(one => one.UnpaidFen),
            Standing(one => one.AssetFen), Standing(one => one.NetAssetFen), Sum(one => one.ExpectedFen), Sum(one => one.DeviationFen), Standing(one => one.CumulativeFen),
            Standing(one => one.ExpectedAssetFen), Standing(one => one.AssetDeviationFen), "",
        ];
        return byMonth ? ["", .. totals] : totals;
    }

    private static IEnumerable<string> NotesOf(KnownAllocations known, Period asked, Language language) => known.Expectations.In(asked.To).Select(one => Texts.Of(
        one.Holder is null ? "report.allocation.expected" : "report.allocation.expected-of", language,
        ("holder", one.Holder), ("from", one.From), ("asset", new Money(one.AssetFen)), ("year", new Money(one.YearFen)), ("source", one.Source)));
}

/// <summary>A row of <see cref="AllocationReport"/>: one holder, one period.</summary>
/// <param name="WeightsOf"><c>shares 2</c>, <c>capital</c> or <c>allocation a7</c>: where the weight comes from.</param>
internal sealed record HolderFigures(
    Holder Holder, long? Weight, long? SharePpm, long AllocatedFen, long PaidFen, long? AssetFen, long? NetAssetFen, long? ExpectedFen, long CumulativeFen, long? ExpectedAssetFen, string? WeightsOf)
{
    public long UnpaidFen => AllocatedFen - PaidFen;

    public long? DeviationFen => AllocatedFen - ExpectedFen;

    public long? AssetDeviationFen => AssetFen - ExpectedAssetFen;

    public IReadOnlyList<object?> Cells(string? name) =>
    [
        Holder.Address, name, Weight, SharePpm, AllocatedFen, PaidFen, UnpaidFen, AssetFen, NetAssetFen, ExpectedFen, DeviationFen, CumulativeFen, ExpectedAssetFen, AssetDeviationFen, WeightsOf,
    ];
}
