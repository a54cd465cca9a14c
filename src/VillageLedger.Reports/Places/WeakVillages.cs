using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// Villages whose income of a year is below the threshold in force for them (相对薄弱村), with the figure, what is missing and where the threshold was set; one row for each figure that falls short. Villages that
/// are no more at the year's end are not listed.
/// </summary>
public static class WeakVillages
{
    public const string Name = "weak-villages";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("village", CellKind.Text), new("name", CellKind.Text), new("township", CellKind.Text), new("metric", CellKind.Word), new("figureFen", CellKind.Fen), new("comparator", CellKind.Word), new("thresholdFen", CellKind.Fen),
        new("shortFen", CellKind.Fen), new("scope", CellKind.Text), new("from", CellKind.Count), new("exclusions", CellKind.Text, OnlyIfFilled: true), new("source", CellKind.Text),
    ];

    /// <param name="place">Null: the whole ledger.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, int year, string? place, Language language, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        var changes = await PlaceChanges.ReadAsync(models, at.Position, cancellation).ConfigureAwait(false);
        var villages = (await OperatingIncome.VillagesAsync(models, at.Position, Period.OfYear(year), changes, cancellation).ConfigureAwait(false))
            .Where(village => village.IsCounted && VillagesOfPlace.IsWithin(village.Code, village.Township, place ?? "")).ToList();
        var sets = await new WorldAt(models, at.Position).AskAsync(
            known => villages.Select(village => ThresholdsReport.Of(known, village.Code, village.Township, year)).ToList(), cancellation).ConfigureAwait(false);
        var weak = villages.Zip(sets).SelectMany(pair => pair.Second.Select(set => (Village: pair.First, Set: set, Fen: set.Metric == Thresholds.Metrics[0] ? pair.First.Sums.OperatingIncome : pair.First.Sums.TotalIncome)))
            .Where(found => found.Set.Comparator == "below" ? found.Fen < found.Set.AmountFen : found.Fen <= found.Set.AmountFen).ToList();
        var rows = weak.ConvertAll(found => (IReadOnlyList<object?>)
        [
            found.Village.Code, found.Village.Name, found.Village.Township, found.Set.Metric, found.Fen, found.Set.Comparator, found.Set.AmountFen, found.Set.AmountFen - found.Fen, found.Set.Place, (long)found.Set.From,
            found.Set.Exclusions is null ? null : string.Join(", ", found.Set.Exclusions), found.Set.Source,
        ]);
        IReadOnlyList<string> notes = weak.Exists(found => found.Set.Exclusions is not null) ? [Texts.Of("report.weak-villages.exclusions", language)] : [];
        return new(Name, at, Columns, rows) { Subject = place is null ? $"{year}" : $"{place} · {year}", Notes = notes };
    }
}
