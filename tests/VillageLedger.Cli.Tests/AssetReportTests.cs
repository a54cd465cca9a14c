using System.Text.Json;

namespace VillageLedger.Cli.Tests;

/// <summary>Reports of assets as the program prints them, against figures worked by hand.</summary>
public sealed class AssetReportTests
{
    [Fact]
    public async Task Cards_show_what_is_left_at_a_months_end()
    {
        // (36,000,000 − 1,800,000) / 240 = 142,500 a month; 66 months to 2024-12 are 9,405,000.
        var row = (await RowsAsync("asset-cards", "--month", "2025-01")).First(card => Text(card, "asset") == "gd-001");
        Fen(row, "accumulatedFen").ShouldBe(9_547_500);
        Fen(row, "netFen").ShouldBe(26_452_500);
        Fen(row, "monthsLeft").ShouldBe(173);
    }

    [Fact]
    public async Task Cards_are_compared_with_the_book()
    {
        var notes = (await OwnersAssetsLedger.ReportAsync("asset-cards", "--month", "2025-01")).Json.GetProperty("notes").EnumerateArray().Select(note => note.GetString()).ToList();
        notes.ShouldBe(
        [
            "131 消耗性生物资产: cards 50,000.00 yuan, book 45,000.00 yuan, difference 5,000.00 yuan.",
            "151 固定资产: cards 366,000.00 yuan, book 366,000.00 yuan, difference 0.00 yuan.",
            "152 累计折旧: cards 95,475.00 yuan, book 95,475.00 yuan, difference 0.00 yuan.",
        ]);
    }

    [Fact]
    public async Task The_working_of_a_month_is_shown_by_card()
    {
        var rows = await RowsAsync("depreciation", "--month", "2025-02");
        rows.Select(row => Fen(row, "scheduledFen")).ShouldBe([142_500, 16_666]);
        rows.Select(row => Fen(row, "proposedFen")).ShouldBe([142_500, 16_666]);
        rows.Select(row => Fen(row, "missingFen")).ShouldBe([0, 0]);
    }

    [Fact]
    public async Task What_is_missing_has_left_the_cards() =>
        (await RowsAsync("asset-cards", "--month", "2025-02")).Where(card => Text(card, "asset") == "gd-002").Select(card => $"{Text(card, "state")} {Fen(card, "costFen")}").ShouldBe(["missing 0"]);

    [Fact]
    public async Task A_count_lists_what_was_found_missing_surplus_and_not_looked_for() =>
        (await RowsAsync("asset-counts")).Select(row => Text(row, "result")).ShouldBe(["found", "missing", "surplus", "not-counted"]);

    [Fact]
    public async Task Land_is_shown_as_of_a_month() => Fen((await RowsAsync("resources", "--month", "2025-01"))[0], "areaSquareMetres").ShouldBe(66_667);

    private static async Task<List<JsonElement>> RowsAsync(params string[] words) => [.. (await OwnersAssetsLedger.ReportAsync(words)).Json.GetProperty("rows").EnumerateArray()];

    private static string? Text(JsonElement row, string column) => row.GetProperty(column).GetString();

    private static long Fen(JsonElement row, string column) => row.GetProperty(column).GetInt64();
}
