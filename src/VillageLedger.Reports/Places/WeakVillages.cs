using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// Villages whose income of a year is below the threshold in force for them (相对薄弱村), or that were weak and have not reached since what they must to be so no more (退出), with the figure, what is missing and where
/// the threshold was set; one row for each figure that falls short. Villages that are no more at the year's end are not listed.
/// </summary>
public static class WeakVillages
{
    public const string Name = "weak-villages";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("village", CellKind.Text), new("name", CellKind.Text), new("township", CellKind.Text), new("metric", CellKind.Word), new("figureFen", CellKind.Fen), new("comparator", CellKind.Word), new("thresholdFen", CellKind.Fen),
        new("shortFen", CellKind.Fen), new("scope", CellKind.Text), new("from", CellKind.Count), new("exclusions", CellKind.Text, OnlyIfFilled: true), new("source", CellKind.Text),
        new("excludedFen", CellKind.Fen, OnlyIfFilled: true), new("since", CellKind.Count, OnlyIfFilled: true), new("state", CellKind.Word),
    ];

    /// <param name="place">Null: the whole ledger.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, int year, string? place, Language language, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var years = await WeakYears.ReadAsync(models, at, year, cancellation).ConfigureAwait(false);
        var weak = years.Of(year).Where(found => found.Village.IsCounted && VillagesOfPlace.IsWithin(found.Village.Code, found.Village.Township, place ?? "")).ToList();
        var rows = weak.ConvertAll(found => (IReadOnlyList<object?>)
        [
            found.Village.Code, found.Village.Name, found.Village.Township, found.Set.Metric, found.Fen, found.Set.Comparator, found.Set.AmountFen, found.Set.AmountFen - found.Fen, found.Set.Place, (long)found.Set.From,
            found.Set.Exclusions is null ? null : string.Join(", ", found.Set.Exclusions), found.Set.Source, found.ExcludedFen == 0 ? null : found.ExcludedFen, found.Since == year ? null : (long)found.Since,
            VillageBooks.WordOf(years.Books.StateOf(found.Village, Period.OfYear(year))),
        ]);
        var unknown = weak.SelectMany(found => found.Set.Exclusions ?? []).Where(word => word != Thresholds.EnclaveInvestment).Distinct().Order(StringComparer.Ordinal).ToList();
        return new(Name, at, Columns, rows)
        {
            Subject = place is null ? $"{year}" : $"{place} · {year}",
            Notes = unknown.Count == 0 ? [] : [Texts.Of("report.weak-villages.exclusions", language, ("exclusions", string.Join(", ", unknown)))],
            // What is left after an exclusion is no sum of whole accounts.
            Sources = (row, column) => Columns[column].Name == "figureFen" && weak[row].ExcludedFen == 0
                ? years.Sources.Of([weak[row].Village.Code], weak[row].Set.Metric == Thresholds.Metrics[0] ? IncomeSources.Operating : IncomeSources.Total, Period.OfYear(year)) : null,
        };
    }
}
