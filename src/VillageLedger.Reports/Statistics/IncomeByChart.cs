using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// Income of a period by class and by the standard that its vouchers were posted by: of a period across a change of chart each side by itself, with what both come to in <c>village-statistics</c>.
/// A village posts by one standard in a month, so each month's income is that of the standard then; what an opening holds of the year before it is that of the book's first.
/// </summary>
public static class IncomeByChart
{
    public const string Name = "income-by-chart";

    private static readonly IReadOnlyList<ReportColumn> Figures =
    [
        new("standard", CellKind.Text), new("operatingFen", CellKind.Fen), new("contractingFen", CellKind.Fen), new("investmentFen", CellKind.Fen), new("grantsFen", CellKind.Fen), new("otherFen", CellKind.Fen),
        new("operatingIncomeFen", CellKind.Fen), new("totalIncomeFen", CellKind.Fen), new("villages", CellKind.Count), .. FigureStates.Columns,
    ];

    public static IReadOnlyList<ReportColumn> Columns(StatisticsScope scope) => [new(VillageChoice.NameOf(scope), CellKind.Text), new("name", CellKind.Text), .. Figures];

    public static async Task<ReportTable> ReadAsync(ReadModels models, LogMoment at, Period period, VillageChoice choice, Language language, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(choice);
        var chosen = await ChosenVillages.ReadAsync(models, at, period, choice, cancellation).ConfigureAwait(false);
        var books = await VillageBooks.ReadAsync(models, at.Position, cancellation).ConfigureAwait(false);
        var villages = await chosen.OfAsync(models, at, period, cancellation).ConfigureAwait(false);
        var slices = await SlicesAsync(models, at, period, books, villages, cancellation).ConfigureAwait(false);
        var byRow = chosen.ByRow(villages);
        var rows = byRow.OrderBy(row => row.Key, StringComparer.Ordinal).SelectMany(row => RowsOf(row.Key, chosen.NameOf(row.Key, row), [.. row], slices, books, period)).ToList();
        var columns = Columns(choice.Scope);
        var sources = await IncomeSources.ReadAsync(models, at.Position, books, cancellation).ConfigureAwait(false);
        return new(Name, at, columns, rows, null)
        {
            Subject = choice.Subject(period),
            Keys = [columns[0].Name, "standard"],
            Notes = chosen.Notes(villages, language),
            Sources = (row, column) => IncomeSources.ClassesOf(columns[column].Name) is { } classes && rows[row][2] is string standard
                ? sources.Of(byRow[(string)rows[row][0]!].Select(village => village.Code), classes, period, standard) : null,
        };
    }

    /// <summary>The income of each village by the standard of its months: the period is cut where some village went over to another.</summary>
    private static async Task<Dictionary<(string Village, string Standard), IncomeSums>> SlicesAsync(
        ReadModels models, LogMoment at, Period period, VillageBooks books, IReadOnlyList<VillageIncome> villages, CancellationToken cancellation)
    {
        var sums = new Dictionary<(string, string), IncomeSums>();
        Month[] starts = [period.From, .. books.Changes.Where(month => month > period.From && month <= period.To)];
        // Where a village belongs is that of the whole period: only its sums are cut.
        foreach (var (i, start) in starts.Index())
        {
            var slice = new Period(start, i + 1 < starts.Length ? starts[i + 1].Previous : period.To);
            var parts = starts.Length == 1 ? villages : await OperatingIncome.VillagesAsync(models, at.Position, slice, PlaceChanges.None, cancellation).ConfigureAwait(false);
            foreach (var part in parts)
                if (books.StandardOf(part.Code, slice.To) is { } standard) sums[(part.Code, standard)] = sums.GetValueOrDefault((part.Code, standard), new()).Plus(part.Sums);
        }

        return sums;
    }

    private static IEnumerable<IReadOnlyList<object?>> RowsOf(
        string code, string name, IReadOnlyList<VillageIncome> villages, Dictionary<(string Village, string Standard), IncomeSums> slices, VillageBooks books, Period period)
    {
        var standards = villages.SelectMany(village => StandardsIn(books, village.Code, period).Select(standard => (Standard: standard, Village: village))).ToLookup(pair => pair.Standard, pair => pair.Village);
        foreach (var standard in standards.Select(of => of.Key).Order(StringComparer.Ordinal))
        {
            List<VillageIncome> those = [.. standards[standard]];
            yield return Row(code, name, standard, those.Aggregate(new IncomeSums(), (sum, village) => sum.Plus(slices.GetValueOrDefault((village.Code, standard)))), those, books, period);
        }

        var without = villages.Where(village => StandardsIn(books, village.Code, period).Count == 0).ToList();
        if (without.Count > 0) yield return Row(code, name, null, new(), without, books, period);
    }

    /// <summary>The standards that a village posted by in the period's months.</summary>
    private static IReadOnlyList<string> StandardsIn(VillageBooks books, string village, Period period) =>
        [.. books.Of(village).Where((era, i) => era.Month <= period.To && (i + 1 == books.Of(village).Count || books.Of(village)[i + 1].Month > period.From)).Select(era => era.Standard).Distinct()];

    private static IReadOnlyList<object?> Row(string code, string name, string? standard, IncomeSums sums, IReadOnlyList<VillageIncome> villages, VillageBooks books, Period period) =>
    [
        code, name, standard, sums.Operating, sums.Contracting, sums.Investment, sums.Grants, sums.Other, sums.OperatingIncome, sums.TotalIncome, villages.LongCount(village => village.IsCounted),
        .. FigureStates.Of(books, villages, period).Cells,
    ];
}
