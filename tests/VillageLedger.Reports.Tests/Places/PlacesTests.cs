using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Places;

/// <summary>Villages that move, merge and are renamed, in reports of periods before and after and as known before and after; weak villages.</summary>
public sealed class PlacesTests : IAsyncLifetime
{
    private const string Other = "village/330110112202";

    private TestLedger ledger = null!;
    private ReadModels models = null!;

    /// <summary>Two villages of one township, with 1,000.00 and 500.00 yuan of rent in January, closed there.</summary>
    public async ValueTask InitializeAsync()
    {
        ledger = await TestLedger.NewAsync();
        models = new(ledger.Log);
        await ledger.DoneAsync(
            Say.RegisterVillage(), Say.RegisterVillage("r8", "330110112202", "小村"), Say.OpenBook(), Say.OpenBook(owner: Other, id: "o8"), Say.Prepare("v1"), Say.Review("v1"), Say.Post("v1"),
            Say.Prepare("v2", lines: Say.Rent(50_000), book: Other), Say.Review("v2"), Say.Post("v2"),
            Say.Prepare("t2", date: "2025-01-31", lines: Say.Debit("501", 50_000) + "," + Say.Credit("321", 50_000), more: ",\"kind\":\"transfer\"", book: Other), Say.Review("t2"), Say.Post("t2"),
            Say.Close(), Say.Close(book: Other, by: "qian"));
    }

    public async ValueTask DisposeAsync()
    {
        await models.DisposeAsync();
        await ledger.DisposeAsync();
    }

    [Fact]
    public async Task A_village_counts_where_it_belongs_at_the_end_of_the_period()
    {
        var before = await ledger.NewestAsync();
        await ledger.DoneAsync(Move("2025-03"));
        (await ByTownshipAsync(1, 2)).ShouldBe(["330110112 径山镇 150000 2"]);
        (await ByTownshipAsync(1, 12)).ShouldBe(["330110112 径山镇 100000 1", "330110113 黄湖镇 50000 1"]);
        (await ByTownshipAsync(1, 12, before)).ShouldBe(["330110112 径山镇 150000 2"]);
    }

    [Fact]
    public async Task A_village_that_was_merged_counts_no_more_and_its_income_stays_where_it_was_earned()
    {
        var before = await ledger.NewestAsync();
        await ledger.DoneAsync(Merge);
        (await ByTownshipAsync(1, 1)).ShouldBe(["330110112 径山镇 150000 2"]);
        (await ByTownshipAsync(1, 12)).ShouldBe(["330110112 径山镇 150000 1"]);
        (await ByTownshipAsync(2, 12)).ShouldBe(["330110112 径山镇 0 1"]);
        (await ByTownshipAsync(1, 12, before)).ShouldBe(["330110112 径山镇 150000 2"]);
        (await RowsAsync(1, 12, IncomeScope.Village)).ShouldBe(["330110112201 稻香村 100000 1", "330110112202 小村 50000 0"]);
        (await RowsAsync(2, 12, IncomeScope.Village)).ShouldBe(["330110112201 稻香村 0 1"]);
    }

    [Fact]
    public async Task Names_are_those_of_the_periods_end()
    {
        await ledger.DoneAsync(
            """{"request":"rename-place","id":"rp","by":"zhao","place":"330110112","name":"新镇","from":"2025-03"}""", """{"request":"rename-village","id":"rv","by":"zhao","village":"330110112202","name":"大村","from":"2025-03"}""");
        (await ByTownshipAsync(1, 2)).ShouldBe(["330110112 径山镇 150000 2"]);
        (await ByTownshipAsync(1, 3)).ShouldBe(["330110112 新镇 150000 2"]);
        (await RowsAsync(1, 2, IncomeScope.Village))[1].ShouldBe("330110112202 小村 50000 1");
        (await RowsAsync(1, 3, IncomeScope.Village))[1].ShouldBe("330110112202 大村 50000 1");
    }

    [Fact]
    public async Task Villages_of_a_place_are_those_that_belong_there_in_the_month()
    {
        await ledger.DoneAsync(Move("2025-03"));
        (await OfPlaceAsync("330110112", 2)).ShouldBe([Say.Village, Other]);
        (await OfPlaceAsync("330110112", 3)).ShouldBe([Say.Village]);
        (await OfPlaceAsync("330110113", 3)).ShouldBe([Other]);
        (await OfPlaceAsync("330110", 3)).ShouldBe([Say.Village, Other]);
    }

    [Fact]
    public async Task A_village_is_weak_by_the_threshold_of_the_smallest_place()
    {
        await ledger.DoneAsync(Threshold("33", 60_000, "s33"), Threshold("330110", 80_000, "s6"), Threshold("330110113", 40_000, "s9"));
        var before = await ledger.NewestAsync();
        (await WeakAsync()).ShouldBe(["330110112202 50000 80000 30000 330110 s6"]);
        await ledger.DoneAsync(Move("2025-03"));
        (await WeakAsync()).ShouldBeEmpty();
        (await WeakAsync(before)).ShouldBe(["330110112202 50000 80000 30000 330110 s6"]);
        var table = await ThresholdsReport.ReadAsync(models, await MomentAsync(null), "330110113", 2025);
        table.Rows.Select(row => $"{row[0]} {row[3]}").ShouldBe(["33 60000", "330110 80000", "330110113 40000"]);
    }

    [Fact]
    public async Task A_village_that_is_no_more_is_not_weak()
    {
        await ledger.DoneAsync(Threshold("330110", 80_000, "s6"), Merge);
        (await WeakAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_village_that_was_weak_stays_so_until_it_reaches_what_ends_that()
    {
        await ledger.DoneAsync(Threshold("330110", 80_000, "s6", from: 2025), Threshold("3301", 90_000, "l1", "above", 2025), Threshold("330110112", 0, "s7", from: 2026));
        (await FiguresAsync(2026)).ShouldBe(["330110112202 0 above 90000 2025 open"]);
        await ledger.DoneAsync(Threshold("330110112202", 0, "l2", "at-least", 2026));
        (await FiguresAsync(2026)).ShouldBeEmpty();
        (await FiguresAsync(2025)).ShouldBe(["330110112202 50000 below 80000  open"]);
    }

    [Fact]
    public async Task What_an_enclave_paid_is_left_out_of_the_figure()
    {
        await ledger.DoneAsync(
            Say.RegisterCompany(), Say.OpenBook(owner: "company/" + Say.CompanyCode, id: "o9", standard: Standards.SmallEnterprise2013),
            $$"""{"request":"found-venture","id":"f1","by":"zhao","venture":"feidi","name":"飞地","kind":"enclave","form":"company","company":"{{Say.CompanyCode}}","month":"2025-01"}""",
            Say.Prepare("d1", date: "2025-02-10", lines: Say.Debit("102", 9_000) + "," + Say.Credit("502", 9_000, $",\"party\":\"company/{Say.CompanyCode}\""), book: Other), Say.Review("d1"), Say.Post("d1"),
            Threshold("330110", 55_000, "s6", more: ",\"exclusions\":[\"enclave-investment\",\"gifts\"]"));
        var table = await WeakVillages.ReadAsync(models, await MomentAsync(null), 2025, null, Language.English);
        table.Rows.Select(row => $"{row[0]} {row[4]} {row[12]}").ShouldBe(["330110112202 50000 9000"]);
        table.Notes.ShouldHaveSingleItem().ShouldContain("(gifts)");
    }

    private async Task<List<string>> FiguresAsync(int year) =>
        [.. (await WeakVillages.ReadAsync(models, await MomentAsync(null), year, null, Language.English)).Rows.Select(row => $"{row[0]} {row[4]} {row[5]} {row[6]} {row[13]} {row[14]}")];

    private const string Merge = """{"request":"merge-villages","id":"mv1","by":"wang","into":"330110112201","villages":["330110112202"],"from":"2025-02","reason":"8号"}""";

    private static string Move(string from) => $$"""{"request":"move-village","id":"mo1","by":"zhao","village":"330110112202","from":"{{from}}","place":"330110113","township":"黄湖镇"}""";

    private static string Threshold(string scope, long fen, string source, string comparator = "below", int from = 2023, string more = "") =>
        $$"""{"request":"set-threshold","id":"st-{{scope}}","by":"zhao","scope":"{{scope}}","metric":"operating-income","comparator":"{{comparator}}","amountFen":{{fen}},"from":{{from}},"source":"{{source}}"{{more}}}""";

    private Task<List<string>> ByTownshipAsync(int from, int to, long? position = null) => RowsAsync(from, to, IncomeScope.Township, position);

    private async Task<List<string>> RowsAsync(int from, int to, IncomeScope scope, long? position = null)
    {
        var table = await OperatingIncome.ReadAsync(models, await MomentAsync(position), new(new(2025, from), new(2025, to)), scope);
        return [.. table.Rows.Select(row => $"{row[0]} {row[1]} {row[7]} {row[12]}")];
    }

    private async Task<List<string>> WeakAsync(long? position = null) =>
        [.. (await WeakVillages.ReadAsync(models, await MomentAsync(position), 2025, "330110", Language.English)).Rows.Select(row => $"{row[0]} {row[4]} {row[6]} {row[7]} {row[8]} {row[11]}")];

    private async Task<List<string>> OfPlaceAsync(string place, int month) =>
        [.. (await VillagesOfPlace.ReadAsync(models, await ledger.NewestAsync(), new(2025, month), place)).Select(owner => owner.Address)];

    private async Task<EventStore.LogMoment> MomentAsync(long? position) => position is { } at ? (await ledger.Log.AtPositionAsync(at))! : await ledger.Log.NewestAsync();
}
