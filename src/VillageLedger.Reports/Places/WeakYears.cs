using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>A figure of a village that falls short in a year.</summary>
/// <param name="Fen">Without what the threshold leaves out, as far as the ledger can tell it.</param>
/// <param name="Since">The last year in which it was below what makes a village weak; an earlier one where it has not reached since what ends that.</param>
internal sealed record WeakFigure(VillageIncome Village, ThresholdSet Set, long Fen, long ExcludedFen, int Since);

/// <summary>Which villages are weak in a year: those that are below a threshold, and those that were in an earlier year and have met none that ends it since.</summary>
internal sealed class WeakYears
{
    /// <summary>A rotation is of three years; what lies further back than this is not looked for.</summary>
    private const int YearsBack = 10;

    private readonly Dictionary<int, IReadOnlyList<WeakFigure>> years = [];

    private WeakYears(VillageBooks books, IncomeSources sources) => (Books, Sources) = (books, sources);

    public VillageBooks Books { get; }

    public IncomeSources Sources { get; }

    public IReadOnlyList<WeakFigure> Of(int year) => years[year];

    public static async Task<WeakYears> ReadAsync(ReadModels models, LogMoment at, int year, CancellationToken cancellation)
    {
        var books = await VillageBooks.ReadAsync(models, at.Position, cancellation).ConfigureAwait(false);
        var all = new WeakYears(books, await IncomeSources.ReadAsync(models, at.Position, books, cancellation).ConfigureAwait(false));
        var changes = await PlaceChanges.ReadAsync(models, at.Position, cancellation).ConfigureAwait(false);
        var world = new WorldAt(models, at.Position);
        var asked = await all.FiguresAsync(models, at.Position, year, changes, world, cancellation).ConfigureAwait(false);
        // Earlier years count only where something is set that ends being weak.
        var first = asked.SelectMany(figure => figure.Leaving is { } leaving ? [leaving.From] : Array.Empty<int>()).DefaultIfEmpty(year).Min();
        for (var earlier = Math.Max(Math.Max(first, year - YearsBack), Math.Min(year, books.FirstYear ?? year)); earlier < year; earlier++)
            all.Add(earlier, await all.FiguresAsync(models, at.Position, earlier, changes, world, cancellation).ConfigureAwait(false));
        all.Add(year, asked);
        return all;
    }

    private void Add(int year, IReadOnlyList<Figure> figures)
    {
        var before = years.GetValueOrDefault(year - 1, []).ToDictionary(weak => (weak.Village.Code, weak.Set.Metric), weak => weak.Since);
        years[year] =
        [
            .. from figure in figures
               let below = figure.Weak is { } weak && Thresholds.Meets(weak, figure.Of(weak).Fen)
               let stays = !below && figure.Leaving is { } leaving && !Thresholds.Meets(leaving, figure.Of(leaving).Fen) && before.ContainsKey((figure.Village.Code, figure.Metric))
               where below || stays
               let set = below ? figure.Weak : figure.Leaving
               let fen = figure.Of(set)
               select new WeakFigure(figure.Village, set, fen.Fen, fen.ExcludedFen, below ? year : before[(figure.Village.Code, figure.Metric)]),
        ];
    }

    private async Task<IReadOnlyList<Figure>> FiguresAsync(ReadModels models, long position, int year, PlaceChanges changes, WorldAt world, CancellationToken cancellation)
    {
        var villages = await OperatingIncome.VillagesAsync(models, position, Period.OfYear(year), changes, cancellation).ConfigureAwait(false);
        var sets = await world.AskAsync(known => villages.Select(village => ThresholdsReport.Of(known, village.Code, village.Township, year)).ToList(), cancellation).ConfigureAwait(false);
        var excluding = villages.Zip(sets).Where(pair => pair.Second.Any(set => LeavesOut(set.Weak) || LeavesOut(set.Leaving))).Select(pair => pair.First.Code).ToList();
        var enclave = excluding.Count == 0 ? new Dictionary<string, long>() : await EnclaveIncome.ReadAsync(models, position, year, excluding, Books, Sources, cancellation).ConfigureAwait(false);
        return
        [
            .. villages.Zip(sets).SelectMany(pair => pair.Second.Select((set, i) => new Figure(pair.First, Thresholds.Metrics[i], set.Weak, set.Leaving, enclave.GetValueOrDefault(pair.First.Code)))),
        ];
    }

    private static bool LeavesOut(ThresholdSet? set) => set?.Exclusions?.Contains(Thresholds.EnclaveInvestment) == true;

    private sealed record Figure(VillageIncome Village, string Metric, ThresholdSet? Weak, ThresholdSet? Leaving, long EnclaveFen)
    {
        public (long Fen, long ExcludedFen) Of(ThresholdSet set)
        {
            var excluded = LeavesOut(set) ? EnclaveFen : 0;
            return ((Metric == Thresholds.Metrics[0] ? Village.Sums.OperatingIncome : Village.Sums.TotalIncome) - excluded, excluded);
        }
    }
}
