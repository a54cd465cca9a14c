using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>The thresholds for weak villages that hold in a place in a year: its own, and those of every larger place around it.</summary>
public static class ThresholdsReport
{
    public const string Name = "thresholds";

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("scope", CellKind.Text), new("metric", CellKind.Word), new("comparator", CellKind.Word), new("amountFen", CellKind.Fen), new("from", CellKind.Count), new("exclusions", CellKind.Text, OnlyIfFilled: true),
        new("source", CellKind.Text),
    ];

    private static readonly int[] Lengths = [2, 4, RegisterVillage.CountyLength, RegisterVillage.TownshipLength, RegisterVillage.CodeLength];

    /// <param name="year">Null: of each figure what was set for the latest year.</param>
    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, string place, int? year, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(place);
        var scopes = Lengths.Where(length => length <= place.Length).Select(length => place[..length]).ToList();
        var world = new WorldAt(models, at.Position);
        var sets = await world.AskAsync(known => scopes.SelectMany(scope => Thresholds.Metrics.Select(metric => new[] { known.Thresholds(scope).InForce(metric, year ?? int.MaxValue), known.Thresholds(scope).LeavingInForce(metric, year ?? int.MaxValue) }))
            .SelectMany(sets => sets).OfType<ThresholdSet>().ToList(), cancellation)
            .ConfigureAwait(false);
        var rows = sets.ConvertAll(set => (IReadOnlyList<object?>)
            [set.Place, set.Metric, set.Comparator, set.AmountFen, (long)set.From, set.Exclusions is null ? null : string.Join(", ", set.Exclusions), set.Source]);
        return new(Name, at, Columns, rows)  { Subject = year is null ? place : $"{place} · {year}" };
    }

    /// <summary>What holds for a village in a year, by figure: below what it is weak, and what it must reach to be so no more; each set by the smallest place that set one.</summary>
    internal static IReadOnlyList<(ThresholdSet? Weak, ThresholdSet? Leaving)> Of(World world, string village, string township, int year)
    {
        string[] scopes = [village, township, .. new[] { RegisterVillage.CountyLength, 4, 2 }.Select(length => township[..length])];
        // All are asked for before the first is judged.
        foreach (var scope in scopes) world.Thresholds(scope);
        return [.. Thresholds.Metrics.Select(metric => (First(set => set.InForce(metric, year)), First(set => set.LeavingInForce(metric, year))))];

        ThresholdSet? First(Func<Thresholds, ThresholdSet?> find) => scopes.Select(scope => find(world.Thresholds(scope))).FirstOrDefault(set => set is not null);
    }
}
