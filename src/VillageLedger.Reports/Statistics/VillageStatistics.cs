using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// Income of villages, townships, counties or groups in a period by class (经营, 发包, 投资, 补助, 其他), in sum and per village (村均), with its growth on the same months of the year before and of a base year, and its rank;
/// and how far each figure can be relied on. As known at a position.
/// </summary>
public static class VillageStatistics
{
    public const string Name = "village-statistics";

    /// <summary>What rows can be ranked by, and the column that holds it.</summary>
    private static readonly (string Measure, string Column)[] Ranked =
    [
        ("operating-income", "operatingIncomeFen"), ("total-income", "totalIncomeFen"), ("average-operating-income", "averageOperatingIncomeFen"), ("average-total-income", "averageTotalIncomeFen"),
        ("operating-growth", "operatingGrowthPpm"), ("total-growth", "totalGrowthPpm"), ("base-operating-growth", "baseOperatingGrowthPpm"), ("base-total-growth", "baseTotalGrowthPpm"),
    ];

    private static readonly IReadOnlyList<ReportColumn> Figures =
    [
        new("operatingFen", CellKind.Fen), new("contractingFen", CellKind.Fen), new("investmentFen", CellKind.Fen), new("grantsFen", CellKind.Fen), new("otherFen", CellKind.Fen),
        new("operatingIncomeFen", CellKind.Fen), new("totalIncomeFen", CellKind.Fen), new("villages", CellKind.Count), new("averageOperatingIncomeFen", CellKind.Fen), new("averageTotalIncomeFen", CellKind.Fen),
        new("operatingIncomeBeforeFen", CellKind.Fen), new("operatingGrowthPpm", CellKind.Ppm), new("totalIncomeBeforeFen", CellKind.Fen), new("totalGrowthPpm", CellKind.Ppm), new("beforeState", CellKind.Word),
        new("baseOperatingIncomeFen", CellKind.Fen, OnlyIfFilled: true), new("baseOperatingGrowthPpm", CellKind.Ppm, OnlyIfFilled: true), new("baseTotalIncomeFen", CellKind.Fen, OnlyIfFilled: true),
        new("baseTotalGrowthPpm", CellKind.Ppm, OnlyIfFilled: true), new("baseState", CellKind.Word, OnlyIfFilled: true), new("rank", CellKind.Count),
        .. FigureStates.Columns,
    ];

    /// <summary>What rows can be ranked by.</summary>
    public static IReadOnlyList<string> Measures { get; } = [.. Ranked.Select(ranked => ranked.Measure)];

    /// <summary>The columns for a scope: its code, name, and the figures.</summary>
    public static IReadOnlyList<ReportColumn> Columns(StatisticsScope scope) => [new(VillageChoice.NameOf(scope), CellKind.Text), new("name", CellKind.Text), .. Figures];

    /// <param name="baseYear">The same months of it are compared with; null: none.</param>
    /// <param name="rank">One of <see cref="Measures"/>: rows come in its order; null: ranked by operating income, in the order of their codes.</param>
    public static async Task<ReportTable> ReadAsync(
        ReadModels models, LogMoment at, Period period, VillageChoice choice, int? baseYear, string? rank, Language language, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(choice);
        var chosen = await ChosenVillages.ReadAsync(models, at, period, choice, cancellation).ConfigureAwait(false);
        var books = await VillageBooks.ReadAsync(models, at.Position, cancellation).ConfigureAwait(false);
        var before = new Period(period.From.Plus(-12), period.To.Plus(-12));
        var ofBase = baseYear is { } year ? new Period(period.From.Plus(12 * (year - period.From.Year)), period.To.Plus(12 * (year - period.From.Year))) : null;
        Period?[] periods = [period, before, ofBase];
        var sides = new Side?[periods.Length];
        foreach (var (i, of) in periods.Index())
            if (of is not null) sides[i] = Side.Of(of, await chosen.OfAsync(models, at, of, cancellation).ConfigureAwait(false), chosen);
        var now = sides[0]!;
        var columns = Columns(choice.Scope);
        var rows = now.ByRow.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => Row(row.Key, chosen.NameOf(row.Key, row), [.. sides.Select(side => side?.Part(row.Key))], books)).ToList();
        Rank(rows, columns, rank ?? Measures[0]);
        if (rank is not null) rows = [.. rows.OrderBy(row => row[RankAt(columns)] as long? ?? long.MaxValue)];
        var sources = await IncomeSources.ReadAsync(models, at.Position, books, cancellation).ConfigureAwait(false);
        // Villages of several groups would count more than once.
        var totals = rows.Count > 1 && choice.Scope != StatisticsScope.Group ? Row("", "", sides, books) : null;
        return new(Name, at, columns, [.. rows], totals)
        {
            Subject = choice.Subject(ofBase is null ? $"{period} / {before}" : $"{period} / {before} / {ofBase}"),
            Notes = [.. chosen.Notes(now.Villages, language), Texts.Of("report.statistics.average", language)],
            Sources = (row, column) => SourcesOf(columns[column].Name, (string)rows[row][0]!, now, sides[1]!, sides[2], sources),
        };
    }

    private static int RankAt(IReadOnlyList<ReportColumn> columns) => columns.Index().First(column => column.Item.Name == "rank").Index;

    private static object?[] Row(string code, string name, IReadOnlyList<Side?> sides, VillageBooks books)
    {
        var (now, before, ofBase) = (sides[0]!, sides[1]!, sides[2]);
        var sums = now.Sums;
        return
        [
            code, name, sums.Operating, sums.Contracting, sums.Investment, sums.Grants, sums.Other, sums.OperatingIncome, sums.TotalIncome, now.Counted, Average(sums.OperatingIncome, now.Counted), Average(sums.TotalIncome, now.Counted),
            before.Sums.OperatingIncome, Growth.Of(sums.OperatingIncome, before.Sums.OperatingIncome), before.Sums.TotalIncome, Growth.Of(sums.TotalIncome, before.Sums.TotalIncome), before.StateWord(books),
            ofBase?.Sums.OperatingIncome, ofBase is null ? null : Growth.Of(sums.OperatingIncome, ofBase.Sums.OperatingIncome), ofBase?.Sums.TotalIncome, ofBase is null ? null : Growth.Of(sums.TotalIncome, ofBase.Sums.TotalIncome),
            ofBase?.StateWord(books), null, .. FigureStates.Of(books, now.Villages, now.Period).Cells,
        ];
    }

    /// <summary>村均: rounded down to the fen, so that as many times the average are never more than the sum; what is left is less than a fen for each village. Null without a village.</summary>
    internal static long? Average(long fen, long villages)
    {
        if (villages == 0) return null;
        var (quotient, rest) = Math.DivRem(fen, villages);
        return rest < 0 ? quotient - 1 : quotient;
    }

    /// <summary>1 is the most; equal figures share a rank and the next ones are left out (1, 2, 2, 4); what has no figure has no rank.</summary>
    private static void Rank(List<object?[]> rows, IReadOnlyList<ReportColumn> columns, string measure)
    {
        var name = Ranked.First(ranked => ranked.Measure == measure).Column;
        var figure = columns.Index().First(column => column.Item.Name == name).Index;
        var rankAt = RankAt(columns);
        var rank = 1L;
        foreach (var same in rows.Where(row => row[figure] is long).GroupBy(row => (long)row[figure]!).OrderByDescending(same => same.Key))
        {
            foreach (var row in same) row[rankAt] = rank;
            rank += same.LongCount();
        }
    }

    private static IReadOnlyList<FigureSource>? SourcesOf(string column, string row, Side now, Side before, Side? ofBase, IncomeSources sources)
    {
        if (IncomeSources.ClassesOf(column) is not { } classes) return null;
        var side = column.StartsWith("base", StringComparison.Ordinal) ? ofBase : column.EndsWith("BeforeFen", StringComparison.Ordinal) ? before : now;
        return side is null ? null : sources.Of(side.Part(row).Villages.Select(village => village.Code), classes, side.Period);
    }

    /// <summary>Villages in one of the periods.</summary>
    private sealed record Side(Period Period, IReadOnlyList<VillageIncome> Villages, ILookup<string, VillageIncome> ByRow)
    {
        public IncomeSums Sums { get; } = Villages.Aggregate(new IncomeSums(), (sum, village) => sum.Plus(village.Sums));

        public long Counted => Villages.LongCount(village => village.IsCounted);

        public static Side Of(Period period, IReadOnlyList<VillageIncome> villages, ChosenVillages chosen) => new(period, villages, chosen.ByRow(villages));

        public Side Part(string row) => new(Period, [.. ByRow[row]], ByRow);

        public string StateWord(VillageBooks books) => FigureStates.Of(books, Villages, Period).Word;
    }
}

/// <summary>Growth in parts per million.</summary>
internal static class Growth
{
    /// <summary>Rounded down; of nothing, and of less than nothing, there is none.</summary>
    public static long? Of(long now, long before)
    {
        if (before <= 0) return null;
        var (quotient, rest) = Int128.DivRem(((Int128)now - before) * 1_000_000, before);
        return (long)(rest < 0 ? quotient - 1 : quotient);
    }
}
