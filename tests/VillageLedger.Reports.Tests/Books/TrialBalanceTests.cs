using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Books;

/// <summary>What an accountant looks for at the edges of a trial balance.</summary>
public sealed class TrialBalanceTests : IAsyncLifetime
{
    private TestLedger ledger = null!;
    private ReadModels models = null!;

    public async ValueTask InitializeAsync()
    {
        ledger = await TestLedger.NewAsync();
        models = new(ledger.Log);
        await ledger.DoneAsync(Say.RegisterVillage());
    }

    public async ValueTask DisposeAsync()
    {
        await models.DisposeAsync();
        await ledger.DisposeAsync();
    }

    [Fact]
    public async Task The_first_detail_carries_what_was_posted_before_it_and_only_from_then_on()
    {
        await ledger.DoneAsync(Say.OpenBook(opening: Say.Debit("102", 50) + "," + Say.Credit("301", 50)));
        await PostAsync("v1", Say.Debit("102", 7), Say.Credit("501", 7));
        var before = await ledger.NewestAsync();
        await ledger.DoneAsync(Say.AddAccount("10201", "102", "基本户"), Say.AddAccount("10202", "102", "专户"));
        (await RowsAsync(before)).ShouldContain("102 1 True 50 0 7 0 57 0");
        (await RowsAsync()).Where(row => row.StartsWith("102", StringComparison.Ordinal)).ShouldBe(["102 1 False 50 0 7 0 57 0", "10201 2 True 50 0 7 0 57 0"]);

        await PostAsync("v2", Say.Debit("10202", 3), Say.Credit("10201", 3));
        await ledger.DoneAsync(Say.AddAccount("1020101", "10201", "村分理处"));
        (await RowsAsync()).Where(row => row.StartsWith("102", StringComparison.Ordinal)).ShouldBe(
            ["102 1 False 50 0 10 3 57 0", "10201 2 False 50 0 7 3 54 0", "1020101 3 True 50 0 7 3 54 0", "10202 2 True 0 0 3 0 3 0"]);
        (await RowsAsync(before)).ShouldContain("102 1 True 50 0 7 0 57 0", "what was known then stays as it was");

        // The red voucher uses the account of its original, which has details by now.
        await ledger.DoneAsync(Say.Reverse(), Say.Review("red1"), Say.Post("red1"));
        (await RowsAsync()).ShouldContain("1020101 3 True 50 0 0 3 47 0");
    }

    [Fact]
    public async Task An_abnormal_balance_stands_on_the_side_where_it_is()
    {
        await ledger.DoneAsync(Say.OpenBook());
        await PostAsync("v1", Say.Debit("513", 9), Say.Credit("102", 9));
        await PostAsync("v2", Say.Debit("152", 4), Say.Credit("101", 4));
        (await RowsAsync()).ShouldBe(["101 1 True 0 0 0 4 0 4", "102 1 True 0 0 0 9 0 9", "152 1 True 0 0 4 0 4 0", "513 1 True 0 0 9 0 9 0"]);
        var checks = await MonthCheckReport.ReadAsync(models, await ledger.Log.NewestAsync(), Owner.Village("330110112201"), null, Language.English);
        checks.Rows.Where(row => row[1] is "stops").Select(row => row[0]).ShouldBe(["cash-side", "bank-side"]);
    }

    [Fact]
    public async Task A_red_voucher_of_a_later_month_is_negative_turnover_of_that_month()
    {
        await ledger.DoneAsync(Say.OpenBook());
        await PostAsync("v1", Say.Debit("102", 9), Say.Credit("501", 9));
        await ledger.DoneAsync(Say.Close(), Say.Reverse(date: "2025-02-10"), Say.Review("red1"), Say.Post("red1"));
        (await RowsAsync()).ShouldBe(["102 1 True 9 0 -9 0 0 0", "501 1 True 0 9 0 -9 0 0"]);
        (await RowsAsync(null, new(new(2025, 1), new(2025, 1)))).ShouldBe(["102 1 True 0 0 9 0 9 0", "501 1 True 0 0 0 9 0 9"]);
        var income = await OperatingIncome.ReadAsync(models, await ledger.Log.NewestAsync(), new(new(2025, 2), new(2025, 2)), IncomeScope.Village);
        income.Rows[0][2].ShouldBe(-9L);
    }

    [Fact]
    public async Task Debit_and_credit_details_of_internal_accounts_are_not_netted_at_any_level()
    {
        await ledger.DoneAsync(
            Say.AddAccount("11301", "113", "一组"), Say.AddAccount("1130101", "11301", "甲"), Say.AddAccount("1130102", "11301", "乙"), Say.AddAccount("11302", "113", "二组"),
            Say.OpenBook(opening: Say.Debit("1130101", 8) + "," + Say.Credit("1130102", 5) + "," + Say.Credit("11302", 3)));
        (await RowsAsync()).ShouldBe(["113 1 False 8 8 0 0 8 8", "11301 2 False 8 5 0 0 8 5", "1130101 3 True 8 0 0 0 8 0", "1130102 3 True 0 5 0 0 0 5", "11302 2 True 0 3 0 0 0 3"]);
    }

    private async Task PostAsync(string id, params string[] lines) =>
        await ledger.DoneAsync(Say.Prepare(id, lines: string.Join(',', lines)), Say.Review(id), Say.Post(id));

    /// <summary>Code, level, leaf, and the opening, turnover and closing of both sides.</summary>
    private async Task<IReadOnlyList<string>> RowsAsync(long? position = null, Period? period = null)
    {
        var at = position is { } given ? (await ledger.Log.AtPositionAsync(given))! : await ledger.Log.NewestAsync();
        var report = await TrialBalance.ReadAsync(models, at, Owner.Village("330110112201"), period);
        return [.. report.Rows.Select(row => string.Join(' ', row[0], row[2], row[3], row[4], row[5], row[6], row[7], row[10], row[11]))];
    }
}
