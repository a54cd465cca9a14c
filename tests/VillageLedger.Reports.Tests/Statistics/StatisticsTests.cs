using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Statistics;

/// <summary>Income of villages by class, in sum and per village, with growth, rank and how far it can be relied on; groups of villages by date.</summary>
public sealed class StatisticsTests : IAsyncLifetime
{
    private const string Other = "village/330110112202";

    private TestLedger ledger = null!;
    private ReadModels models = null!;

    /// <summary>Three villages: one with a book from January 2024, closed in January 2025; one with a book from January 2025; one without a book.</summary>
    public async ValueTask InitializeAsync()
    {
        ledger = await TestLedger.NewAsync();
        models = new(ledger.Log);
        await ledger.DoneAsync(
            Say.RegisterVillage(), Say.RegisterVillage("r8", "330110112202", "小村"), Say.RegisterVillage("r9", "330110112203", "新村"), Say.OpenBook("2024-01"), Say.OpenBook(owner: Other, id: "o8"));
        await PostedAsync("v1", "2024-01-15", 100_000, Say.Village);
        for (var month = 1; month <= 12; month++)
        {
            if (month == 12) await PostedAsync("t1", "2024-12-31", -100_000, Say.Village, "321", ",\"kind\":\"transfer\"");
            if (month == 12) await PostedAsync("t2", "2024-12-31", 100_000, Say.Village, "32202", ",\"kind\":\"transfer\"", debit: "321");
            await ledger.DoneAsync(Say.Close($"2024-{month:D2}"));
        }

        await PostedAsync("v2", "2025-01-15", 130_000, Say.Village);
        await ledger.DoneAsync(Say.Close("2025-01", "qian"));
        await PostedAsync("v3", "2025-01-15", 50_001, Other);
        await ledger.DoneAsync(Say.Prepare("v4", lines: Say.Rent(7), book: Other));
    }

    public async ValueTask DisposeAsync()
    {
        await models.DisposeAsync();
        await ledger.DisposeAsync();
    }

    [Fact]
    public void Yuhang_2023_comes_to_7_573_426_yuan_a_village() => VillageStatistics.Average(108_300_000_000, 143).ShouldBe(757_342_657);

    [Theory]
    [InlineData(10, 3, 3L)]
    [InlineData(-10, 3, -4L)]
    [InlineData(10, 0, null)]
    public void An_average_is_rounded_down(long fen, long villages, long? average) => VillageStatistics.Average(fen, villages).ShouldBe(average);

    [Fact]
    public async Task A_village_has_its_growth_rank_and_state() => (await RowsAsync(new(StatisticsScope.Village), January, "operatingIncomeFen", "operatingIncomeBeforeFen", "operatingGrowthPpm", "beforeState", "rank", "state"))
        .ShouldBe(["330110112201 130000 100000 300000 complete 1 complete", "330110112202 50001 0  no-book 2 unposted", "330110112203 0 0  no-book 3 no-book"]);

    [Fact]
    public async Task A_place_has_the_sum_the_average_over_all_its_villages_and_the_worst_state() =>
        (await RowsAsync(new(StatisticsScope.County), January, "operatingIncomeFen", "villages", "averageOperatingIncomeFen", "state", "openVillages", "pendingVillages", "partialVillages", "noBookVillages"))
        .ShouldBe(["330110 180001 3 60000 no-book 1 1 0 1"]);

    [Fact]
    public async Task A_year_with_a_book_for_a_part_is_marked() =>
        (await RowsAsync(new(StatisticsScope.Village), new(new(2024, 6), new(2025, 1)), "operatingIncomeFen", "state")).ShouldBe(["330110112201 130000 complete", "330110112202 50001 partial", "330110112203 0 no-book"]);

    [Fact]
    public async Task A_base_year_before_any_book_has_no_growth() =>
        (await ComparedAsync(new(StatisticsScope.Township), January, 2019, null, "baseOperatingIncomeFen", "baseOperatingGrowthPpm", "baseState")).ShouldBe(["330110112 0  no-book"]);

    [Fact]
    public async Task A_base_year_is_compared_month_by_month() =>
        (await ComparedAsync(new(StatisticsScope.Township), January, 2024, null, "baseOperatingIncomeFen", "baseOperatingGrowthPpm", "baseTotalIncomeFen")).ShouldBe(["330110112 100000 800010 100000"]);

    [Fact]
    public async Task Equal_figures_share_a_rank_and_what_has_none_comes_last()
    {
        (await ComparedAsync(new(StatisticsScope.Village), new(new(2025, 2), new(2025, 2)), null, "total-income", "rank")).ShouldBe(["330110112201 1", "330110112202 1", "330110112203 1"]);
        (await ComparedAsync(new(StatisticsScope.Village), January, null, "operating-growth", "rank")).ShouldBe(["330110112201 1", "330110112202 ", "330110112203 "]);
        (await ComparedAsync(new(StatisticsScope.Village, Place: "330110112"), January, null, "total-income", "rank")).ShouldBe(["330110112201 1", "330110112202 2", "330110112203 3"]);
    }

    [Fact]
    public async Task A_group_has_the_villages_of_the_periods_end_also_in_the_year_before()
    {
        var before = await ledger.NewestAsync();
        await ledger.DoneAsync(Define("vg1", "2025-01", "330110112201", "330110112203"), Define("vg2", "2025-02", "330110112202"));
        (await RowsAsync(new(StatisticsScope.Group), January, "operatingIncomeFen", "operatingIncomeBeforeFen", "villages")).ShouldBe(["pq 130000 100000 2"]);
        (await RowsAsync(new(StatisticsScope.Village, Group: "pq"), new(new(2025, 1), new(2025, 2)), "operatingIncomeFen")).ShouldBe(["330110112202 50001"]);
        (await TableAsync(new(StatisticsScope.Group), January, position: before)).Rows.ShouldBeEmpty();
        (await Should.ThrowAsync<ReportRefusedException>(() => TableAsync(new(StatisticsScope.Village, Group: "pq"), January, position: before))).Refusal.Code.ShouldBe(RefusalCode.ReportGroupUnknown);
        (await Should.ThrowAsync<ReportRefusedException>(() => TableAsync(new(StatisticsScope.Village, Group: "pq"), new(new(2024, 1), new(2024, 12))))).Refusal.Code.ShouldBe(RefusalCode.ReportGroupEmpty);
    }

    [Fact]
    public async Task A_place_that_nobody_belongs_to_says_so() => (await TableAsync(new(StatisticsScope.Village, Place: "99"), January)).Notes[0].ShouldContain("99");

    [Fact]
    public async Task Operating_income_names_villages_without_a_book() =>
        (await OperatingIncome.ReadAsync(models, await ledger.Log.NewestAsync(), January, IncomeScope.County, Language.English)).Notes.ShouldHaveSingleItem().ShouldContain("330110112203 新村");

    [Fact]
    public async Task A_comparison_marks_its_figures() =>
        (await IncomeComparison.ReadAsync(models, await ledger.Log.NewestAsync(), January, IncomeScope.County)).Rows[0].TakeLast(6).ShouldBe(["no-book", 1L, 1L, 0L, 1L, "no-book"]);

    [Fact]
    public async Task Sources_are_the_lines_of_each_book()
    {
        var table = await TableAsync(new(StatisticsScope.County), January);
        var at = table.Columns.Index().First(column => column.Item.Name == "operatingIncomeFen").Index;
        table.Sources!(0, at)!.OfType<FigureSource.Lines>().Select(source => (source.WithoutTransfers, source.Sign)).ShouldBe([(true, -1), (true, -1)]);
        table.Sources!(0, at)!.Count.ShouldBe(2);
        table.Sources!(0, at + 2).ShouldBeNull();
    }

    private static readonly Period January = new(new(2025, 1), new(2025, 1));

    private static string Define(string id, string from, params string[] villages) =>
        $$"""{"request":"define-village-group","id":"{{id}}","by":"zhao","group":"pq","name":"东片","kind":"area","from":"{{from}}","villages":[{{string.Join(',', villages.Select(village => $"\"{village}\""))}}],"source":"3号"}""";

    private Task PostedAsync(string id, string date, long fen, string book, string credit = "501", string more = "", string debit = "102") => fen < 0
        ? ledger.DoneAsync(Say.Prepare(id, date: date, lines: Say.Debit("501", -fen) + "," + Say.Credit(credit, -fen), more: more, book: book), Say.Review(id), Say.Post(id))
        : ledger.DoneAsync(Say.Prepare(id, date: date, lines: Say.Debit(debit, fen) + "," + Say.Credit(credit, fen), more: more, book: book), Say.Review(id), Say.Post(id));

    private Task<IReadOnlyList<string>> RowsAsync(VillageChoice choice, Period period, params string[] columns) => ComparedAsync(choice, period, null, null, columns);

    private async Task<IReadOnlyList<string>> ComparedAsync(VillageChoice choice, Period period, int? baseYear, string? rank, params string[] columns)
    {
        var table = await TableAsync(choice, period, baseYear, rank);
        var at = columns.Select(name => table.Columns.Index().First(column => column.Item.Name == name).Index).ToList();
        return [.. table.Rows.Select(row => $"{row[0]} {string.Join(' ', at.Select(i => row[i]))}")];
    }

    private async Task<ReportTable> TableAsync(VillageChoice choice, Period period, int? baseYear = null, string? rank = null, long? position = null) =>
        await VillageStatistics.ReadAsync(models, position is { } at ? (await ledger.Log.AtPositionAsync(at))! : await ledger.Log.NewestAsync(), period, choice, baseYear, rank, Language.English);
}
