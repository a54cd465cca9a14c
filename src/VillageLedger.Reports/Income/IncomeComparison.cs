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
        new("villages", CellKind.Count),
    ];

    /// <summary>The columns for a scope: its code, name, and the figures.</summary>
    public static IReadOnlyList<ReportColumn> Columns(IncomeScope scope) => [new(OperatingIncome.NameOf(scope), CellKind.Text), new("name", CellKind.Text), .. Figures];

    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Period period, IncomeScope scope, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(period);
        var before = new Period(period.From.Plus(-12), period.To.Plus(-12));
        var now = await OperatingIncome.PlacesAsync(models, at, period, scope, cancellation).ConfigureAwait(false);
        // Each place with the villages that it had then, known at the same position; one that was not there yet had nothing.
        var then = (await OperatingIncome.PlacesAsync(models, at, before, scope, cancellation).ConfigureAwait(false)).ToDictionary(place => place.Code, place => place.Sums, StringComparer.Ordinal);
        var rows = now.Select(place => (IReadOnlyList<object?>)[place.Code, place.Name, .. Cells(place.Sums, then.GetValueOrDefault(place.Code, new()), place.Villages)]).ToList();
        IReadOnlyList<object?>? totals = rows.Count > 1
            ? ["", "", .. Cells(now.Aggregate(new IncomeSums(), (sum, place) => sum.Plus(place.Sums)), then.Values.Aggregate(new IncomeSums(), (sum, one) => sum.Plus(one)), now.Sum(place => place.Villages))]
            : null;
        return new(Name, at, Columns(scope), rows, totals) { Subject = $"{period} / {before}" };
    }

    private static IEnumerable<object?> Cells(IncomeSums now, IncomeSums before, int villages) =>
    [
        now.OperatingIncome, before.OperatingIncome, now.OperatingIncome - before.OperatingIncome, Growth(now.OperatingIncome, before.OperatingIncome),
        now.TotalIncome, before.TotalIncome, now.TotalIncome - before.TotalIncome, Growth(now.TotalIncome, before.TotalIncome), (long)villages,
    ];

    /// <summary>Of nothing, and of less than nothing, there is no growth.</summary>
    private static long? Growth(long now, long before) => before <= 0 ? null : FloorPpm((Int128)now - before, before);

    private static long FloorPpm(Int128 part, long whole)
    {
        var (quotient, rest) = Int128.DivRem(part * 1_000_000, whole);
        return (long)(rest < 0 ? quotient - 1 : quotient);
    }
}
