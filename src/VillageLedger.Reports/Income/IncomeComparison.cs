using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// Operating and total income (经营性收入, 总收入) of villages, townships or counties in a period and in the same months of the year before, each by the definitions of the chart that its vouchers
/// were posted by: so that growth goes across a change of chart. As known at a position.
/// </summary>
public static class IncomeComparison
{
    public const string Name = "income-comparison";

    private static readonly IReadOnlyList<ReportColumn> Figures =
    [
        new("operatingIncomeFen", CellKind.Fen), new("operatingIncomeBeforeFen", CellKind.Fen), new("operatingDifferenceFen", CellKind.Fen), new("operatingGrowthPpm", CellKind.Ppm),
        new("totalIncomeFen", CellKind.Fen), new("totalIncomeBeforeFen", CellKind.Fen), new("totalDifferenceFen", CellKind.Fen), new("totalGrowthPpm", CellKind.Ppm),
        new("villages", CellKind.Count), .. FigureStates.Columns, new("beforeState", CellKind.Word),
    ];

    /// <summary>The columns for a scope: its code, name, and the figures.</summary>
    public static IReadOnlyList<ReportColumn> Columns(IncomeScope scope) => [new(OperatingIncome.NameOf(scope), CellKind.Text), new("name", CellKind.Text), .. Figures];

    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Period period, IncomeScope scope, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(period);
        var before = new Period(period.From.Plus(-12), period.To.Plus(-12));
        var now = await OperatingIncome.PlacesAsync(models, at, period, scope, cancellation).ConfigureAwait(false);
        // Each place with the villages that it had then, known at the same position; one that was not there yet had nothing.
        var then = (await OperatingIncome.PlacesAsync(models, at, before, scope, cancellation).ConfigureAwait(false)).ToDictionary(place => place.Code, place => place.Villages, StringComparer.Ordinal);
        var books = await VillageBooks.ReadAsync(models, at.Position, cancellation).ConfigureAwait(false);
        var sources = await IncomeSources.ReadAsync(models, at.Position, books, cancellation).ConfigureAwait(false);
        var rows = now.Select(place => (IReadOnlyList<object?>)[place.Code, place.Name, .. Cells(place.Villages, then.GetValueOrDefault(place.Code, []))]).ToList();
        IReadOnlyList<object?>? totals = rows.Count > 1 ? ["", "", .. Cells([.. now.SelectMany(place => place.Villages)], [.. then.Values.SelectMany(villages => villages)])] : null;
        var columns = Columns(scope);
        return new(Name, at, columns, rows, totals)
        {
            Subject = $"{period} / {before}",
            Sources = (row, column) => IncomeSources.ClassesOf(columns[column].Name) is not { } classes ? null
                : columns[column].Name.EndsWith("BeforeFen", StringComparison.Ordinal) ? sources.Of(then.GetValueOrDefault(now[row].Code, []).Select(village => village.Code), classes, before)
                : sources.Of(now[row].Villages.Select(village => village.Code), classes, period),
        };

        IEnumerable<object?> Cells(IReadOnlyList<VillageIncome> villages, IReadOnlyList<VillageIncome> villagesBefore)
        {
            var (sums, sumsBefore) = (OperatingIncome.Sum(villages), OperatingIncome.Sum(villagesBefore));
            return
            [
                sums.OperatingIncome, sumsBefore.OperatingIncome, sums.OperatingIncome - sumsBefore.OperatingIncome, Growth.Of(sums.OperatingIncome, sumsBefore.OperatingIncome),
                sums.TotalIncome, sumsBefore.TotalIncome, sums.TotalIncome - sumsBefore.TotalIncome, Growth.Of(sums.TotalIncome, sumsBefore.TotalIncome), villages.LongCount(village => village.IsCounted),
                .. FigureStates.Of(books, villages, period).Cells, FigureStates.Of(books, villagesBefore, before).Word,
            ];
        }
    }
}
