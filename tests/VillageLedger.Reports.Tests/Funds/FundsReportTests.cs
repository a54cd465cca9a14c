using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Funds;

/// <summary>Earmarked money by fund and purpose, of a period and as known before.</summary>
public sealed class FundsReportTests : IAsyncLifetime
{
    private static readonly Owner Owner = Owner.Village("330110112201");

    private TestLedger ledger = null!;
    private ReadModels models = null!;

    public async ValueTask InitializeAsync()
    {
        ledger = await TestLedger.NewAsync();
        models = new(ledger.Log);
        await ledger.DoneAsync(
            Say.RegisterVillage(), Say.OpenBook(), Say.RegisterParty("nyj", "public-body", "农业农村局"),
            """{"request":"open-fund","id":"of","by":"zhao","owner":"village/330110112201","fund":"f1","kind":"special","donor":"nyj","purposes":[{"purpose":"road","name":"道路"}],"amountFen":1000}""",
            """{"request":"receive-fund","id":"in1","by":"wang","owner":"village/330110112201","fund":"f1","date":"2025-01-05","amountFen":900}""", Say.Review("in1"), Say.Post("in1"),
            """{"request":"spend-fund","id":"out1","by":"wang","owner":"village/330110112201","fund":"f1","date":"2025-02-10","amountFen":300,"purpose":"road","use":"asset"}""", Say.Review("out1"), Say.Post("out1"));
    }

    public async ValueTask DisposeAsync()
    {
        await models.DisposeAsync();
        await ledger.DisposeAsync();
    }

    [Fact]
    public async Task What_is_left_is_what_was_received_and_not_spent()
    {
        (await RowsAsync()).ShouldBe(["f1  1000 900 300 0 0 600 600 0", "f1 road   300 0    "]);
        (await RowsAsync(through: new(2025, 1))).ShouldBe(["f1  1000 900 0 0 0 900 900 0", "f1 road   0 0    "]);
    }

    [Fact]
    public async Task A_voucher_that_is_taken_back_counts_no_more_from_then_on()
    {
        var before = await ledger.NewestAsync();
        await ledger.DoneAsync(Say.Close(), Say.Reverse("out1", "2025-03-01"), Say.Review("red1"), Say.Post("red1"));
        (await RowsAsync())[0].ShouldBe("f1  1000 900 0 0 0 900 900 0");
        (await RowsAsync(through: new(2025, 2)))[0].ShouldBe("f1  1000 900 300 0 0 600 600 0");
        (await RowsAsync(before))[0].ShouldBe("f1  1000 900 300 0 0 600 600 0");
    }

    [Fact]
    public async Task What_was_entered_by_hand_is_a_difference()
    {
        await ledger.DoneAsync(Say.Prepare("v1", lines: Say.Debit("102", 7) + "," + Say.Credit("241", 7, ",\"project\":\"f1\"")), Say.Review("v1"), Say.Post("v1"));
        (await RowsAsync())[0].ShouldBe("f1  1000 900 300 0 0 600 607 7");
    }

    [Fact]
    public async Task A_place_has_the_funds_of_its_villages()
    {
        var table = await FundsReport.ReadOfPlaceAsync(models, await ledger.Log.NewestAsync(), "330110112", null);
        table.Rows.Count.ShouldBe(2);
        table.Totals![14].ShouldBe(600L);
        (await FundsReport.ReadOfPlaceAsync(models, await ledger.Log.NewestAsync(), "330111", null)).Rows.ShouldBeEmpty();
    }

    private async Task<List<string>> RowsAsync(long? position = null, Month? through = null)
    {
        var at = position is { } known ? (await ledger.Log.AtPositionAsync(known))! : await ledger.Log.NewestAsync();
        var table = await FundsReport.ReadAsync(models, at, Owner, through);
        return [.. table.Rows.Select(row => $"{row[1]} {row[4]} {row[7]} {row[9]} {row[11]} {row[12]} {row[13]} {row[14]} {row[15]} {row[16]}")];
    }
}
