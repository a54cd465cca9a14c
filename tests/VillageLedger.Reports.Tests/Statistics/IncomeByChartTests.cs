using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Statistics;

/// <summary>Income by class and by the standard of its vouchers.</summary>
public sealed class IncomeByChartTests
{
    /// <summary>The statement of the old system in 万元: 68 + 35 + 5 + 30 + 42 = 180.</summary>
    [Fact]
    public async Task A_book_of_2004_has_the_five_classes_of_its_statement()
    {
        await using var ledger = await TestLedger.NewAsync();
        await using var models = new ReadModels(ledger.Log);
        await ledger.DoneAsync(Say.RegisterVillage(), Say.OpenBook("2023-01", standard: Standards.Rural2004));
        (string Account, long Wan)[] income = [("501", 68), ("511", 35), ("561", 5), ("522", 30), ("531", 42)];
        foreach (var (account, wan) in income)
            await ledger.DoneAsync(
                Say.Prepare($"v{account}", date: "2023-01-15", lines: Say.Debit("102", wan * 1_000_000) + "," + Say.Credit(account, wan * 1_000_000)), Say.Review($"v{account}"), Say.Post($"v{account}"));
        await ledger.DoneAsync(Say.Prepare("e1", date: "2023-01-16", lines: Say.Debit("502", 45_000_000) + "," + Say.Credit("102", 45_000_000)), Say.Review("e1"), Say.Post("e1"));
        var table = await IncomeByChart.ReadAsync(models, await ledger.Log.NewestAsync(), Period.OfYear(2023), new(StatisticsScope.County), Language.English);
        string.Join(' ', table.Rows.ShouldHaveSingleItem().Skip(2).Take(8)).ShouldBe("rural-2004 68000000 35000000 5000000 30000000 42000000 108000000 180000000");
    }

    [Fact]
    public async Task A_period_across_the_change_shows_both_sides_and_they_come_to_the_whole()
    {
        await using var ledger = await TestLedger.NewAsync();
        await using var models = new ReadModels(ledger.Log);
        await ledger.DoneAsync(
            Say.RegisterVillage(), Say.RegisterVillage("r8", "330110112202", "小村"), Say.OpenBook("2023-12", standard: Standards.Rural2004), Say.OpenBook("2023-12", standard: Standards.Rural2004, owner: "village/330110112202", id: "o8"),
            Say.Prepare("v1", date: "2023-12-15", lines: Say.Rent(700)), Say.Review("v1"), Say.Post("v1"),
            Say.Prepare("t1", date: "2023-12-31", lines: Say.Debit("501", 700) + "," + Say.Credit("321", 700), more: ",\"kind\":\"transfer\""), Say.Review("t1"), Say.Post("t1"),
            Say.Prepare("t2", date: "2023-12-31", lines: Say.Debit("321", 700) + "," + Say.Credit("32202", 700), more: ",\"kind\":\"transfer\""), Say.Review("t2"), Say.Post("t2"), Say.Close("2023-12"),
            """{"request":"convert-book","id":"cv","by":"zhao","book":"village/330110112201","standard":"rural-2023"}""",
            Say.Prepare("v2", date: "2024-01-15", lines: Say.Rent(900)), Say.Review("v2"), Say.Post("v2"));
        var table = await IncomeByChart.ReadAsync(models, await ledger.Log.NewestAsync(), new(new(2023, 12), new(2024, 1)), new(StatisticsScope.Township), Language.English);
        table.Rows.Select(row => $"{row[2]} {row[8]} {row[10]}").ShouldBe(["rural-2004 700 2", "rural-2023 900 1"]);
        table.Sources!(1, 8)!.Count.ShouldBe(1);
    }
}
