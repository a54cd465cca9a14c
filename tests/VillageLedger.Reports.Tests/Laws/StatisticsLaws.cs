using VillageLedger.EventStore;

namespace VillageLedger.Reports.Tests.Laws;

/// <summary>What statistics and consolidated figures of any ledger keep to.</summary>
internal static class StatisticsLaws
{
    private static readonly IReadOnlyList<Period> Periods = [Period.OfYear(2025), new(new(2023, 1), new(2026, 12)), new(new(2025, 11), new(2026, 2))];

    /// <summary>A group of every other village, from before the first month on.</summary>
    public static string Group(IEnumerable<string> owners) =>
        $$"""{"request":"define-village-group","id":"law-group","by":"zhao","group":"law","name":"片区","kind":"area","from":"2020-01","villages":[{{string.Join(',', owners.Distinct().Where((_, i) => i % 2 == 0).Select(owner => $"\"{owner[8..]}\""))}}],"source":"3号"}""";

    /// <summary>Every report of statistics as known at a moment; one that cannot be given is its refusal's code.</summary>
    public static async Task<IReadOnlyList<(string Asked, ReportTable? Table)>> AllAsync(ReadModels models, LogMoment at)
    {
        var all = new List<(string, ReportTable?)>();
        foreach (var period in Periods)
        {
            foreach (var scope in Enum.GetValues<StatisticsScope>())
            {
                all.Add(($"statistics {scope} {period}", await VillageStatistics.ReadAsync(models, at, period, new(scope), 2024, null, Language.Chinese)));
                all.Add(($"charts {scope} {period}", await IncomeByChart.ReadAsync(models, at, period, new(scope), Language.Chinese)));
            }

            all.Add(($"comparison {period}", await IncomeComparison.ReadAsync(models, at, period, IncomeScope.Township)));
            try
            {
                all.Add(($"consolidated {period}", await Consolidated.ReadAsync(models, at, period, new(StatisticsScope.Village, Place: "33"), companies: true, Language.Chinese)));
                all.Add(($"group {period}", await Consolidated.ReadAsync(models, at, period, new(StatisticsScope.Village, Group: "law"), companies: false, Language.Chinese)));
            }
            catch (ReportRefusedException refused)
            {
                all.Add(($"group {period}: {refused.Refusal.StableCode}", null));
            }
        }

        return all;
    }

    public static async Task HoldAsync(ReadModels models, LogMoment at, Period period, Random random)
    {
        foreach (var (_, table) in await AllAsync(models, at))
            if (table is not null) await SourceLaws.AddUpAsync(models, table, random);
        await PlacesAreTheSumsOfTheirVillagesAsync(models, at, period);
        await ChartsComeToTheWholeAsync(models, at, period);
        await WhatIsTakenOutAndWhatIsLeftIsTheSumAsync(models, at, period);
    }

    private static async Task PlacesAreTheSumsOfTheirVillagesAsync(ReadModels models, LogMoment at, Period period)
    {
        var sums = new List<string>();
        foreach (var scope in (StatisticsScope[])[StatisticsScope.Village, StatisticsScope.Township, StatisticsScope.County])
        {
            var table = await VillageStatistics.ReadAsync(models, at, period, new(scope), null, null, Language.Chinese);
            sums.Add(string.Join(' ', Enumerable.Range(2, 8).Select(column => table.Rows.Sum(row => (long)row[column]!))));
            if (table.Totals is { } totals) string.Join(' ', totals.Skip(2).Take(8)).ShouldBe(sums[^1]);
        }

        sums.Distinct().Count().ShouldBe(1, $"{period} at {at.Position}: {string.Join(" | ", sums)}");
    }

    private static async Task ChartsComeToTheWholeAsync(ReadModels models, LogMoment at, Period period)
    {
        var whole = await VillageStatistics.ReadAsync(models, at, period, new(StatisticsScope.Village), null, null, Language.Chinese);
        var parts = (await IncomeByChart.ReadAsync(models, at, period, new(StatisticsScope.Village), Language.Chinese)).Rows.ToLookup(row => row[0]);
        foreach (var row in whole.Rows)
            for (var column = 2; column < 9; column++) parts[row[0]].Sum(part => (long)part[column + 1]!).ShouldBe((long)row[column]!, $"{row[0]} {whole.Columns[column].Name} {period} at {at.Position}");
    }

    private static async Task WhatIsTakenOutAndWhatIsLeftIsTheSumAsync(ReadModels models, LogMoment at, Period period)
    {
        var table = await Consolidated.ReadAsync(models, at, period, new(StatisticsScope.Village, Place: "33"), companies: true, Language.Chinese);
        foreach (var row in table.Rows.Where(row => row[6] is not null)) ((long)row[7]! + (long)row[8]!).ShouldBe((long)row[6]!);
        var classes = table.Rows.Where(row => row[1] is 1L).ToDictionary(row => (string)row[0]!);
        foreach (var (item, of) in classes.Where(pair => pair.Key is not (ConsolidatedLines.Difference or ConsolidatedLines.Surplus)))
            for (var column = 6; column <= 8; column++) table.Rows.Where(row => row[1] is 2L && row[2] is string part && part == item).Sum(row => (long)row[column]!).ShouldBe((long)of[column]!, item);
        // Books balance, so what is out of balance is what pairs disagree on.
        var difference = table.Rows.Where(row => row[2] is "claim" or "investment").Sum(row => (long)row[15]!);
        (classes.TryGetValue(ConsolidatedLines.Difference, out var line) ? (long)line[8]! : 0).ShouldBe(-difference, $"{period} at {at.Position}");
        if (line is not null) line[6].ShouldBe(0L);
        var villages = await VillageStatistics.ReadAsync(models, at, period, new(StatisticsScope.Village), null, null, Language.Chinese);
        var alone = await Consolidated.ReadAsync(models, at, period, new(StatisticsScope.Village, Place: "33"), companies: false, Language.Chinese);
        var counted = villages.Rows.Where(row => row[9] is 1L).Sum(row => (long)row[8]!);
        alone.Rows.Single(row => row[0] is ConsolidatedLines.Income)[6].ShouldBe(counted, $"total income of {period} at {at.Position}");
    }
}
