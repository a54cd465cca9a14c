using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Companies;

/// <summary>Revenue by line of business, and managers with their settled pay.</summary>
public sealed class CompanyReportsTests : IAsyncLifetime
{
    private const string Book = "company/" + Say.CompanyCode;

    private TestLedger ledger = null!;
    private ReadModels models = null!;

    public async ValueTask InitializeAsync()
    {
        ledger = await TestLedger.NewAsync();
        models = new(ledger.Log);
        await ledger.DoneAsync(
            Say.RegisterVillage(), Say.RegisterCompany(), Say.OpenBook("2025-11", standard: "small-enterprise-2013", owner: Book, id: "oc"), Say.AddAccount("500101", "5001", "荷塘收入", Book),
            Line("lotus", "荷塘", "500101"), Line("study", "研学", "5051"));
    }

    public async ValueTask DisposeAsync()
    {
        await models.DisposeAsync();
        await ledger.DisposeAsync();
    }

    [Fact]
    public async Task A_project_goes_before_an_account_and_what_no_line_claims_stands_last()
    {
        await PostAsync("v1", "2025-11-10", Say.Debit("1002", 600), Say.Credit("500101", 100), Say.Credit("5051", 200), Say.Credit("5051", 300, ",\"project\":\"lotus\""));
        await PostAsync("v2", "2025-12-10", Say.Debit("1002", 50), Say.Credit("5111", 50));
        await PostAsync("v3", "2025-12-11", Say.Debit("5602", 70), Say.Credit("1002", 70));
        (await RowsAsync(null)).ShouldBe(["lotus 荷塘 400 1 400 615384", "study 研学 200 1 200 307692", "unassigned Of no line 50 1 0 76923"]);
        (await RowsAsync(new(new(2025, 12), new(2025, 12)))).ShouldBe(["lotus 荷塘 0 0 0 0", "study 研学 0 0 0 0", "unassigned Of no line 50 1 0 1000000"]);
        (await RowsAsync(null, byMonth: true)).ShouldBe(["2025-11 lotus 荷塘 400 1 400 666666", "2025-11 study 研学 200 1 200 333333", "2025-12 unassigned Of no line 50 1 0 1000000"]);
    }

    [Fact]
    public async Task Transfers_never_count_and_red_vouchers_take_back()
    {
        await PostAsync("v1", "2025-11-10", Say.Debit("1002", 600), Say.Credit("500101", 600));
        var before = await ledger.NewestAsync();
        await ledger.DoneAsync(
            Say.Prepare("t1", date: "2025-12-31", lines: Say.Debit("500101", 600) + "," + Say.Credit("3103", 600), more: ",\"kind\":\"transfer\"", book: Book), Say.Review("t1"), Say.Post("t1"));
        (await RowsAsync(null))[0].ShouldBe("lotus 荷塘 600 1 600 1000000");
        await ledger.DoneAsync(Say.Reverse(date: "2025-12-20"), Say.Review("red1"), Say.Post("red1"));
        (await RowsAsync(null))[0].ShouldBe("lotus 荷塘 0 2 0 -");
        (await RowsAsync(null, position: before))[0].ShouldBe("lotus 荷塘 600 1 600 1000000");
    }

    [Fact]
    public async Task A_line_counts_from_the_position_on_at_which_it_was_added()
    {
        await PostAsync("v1", "2025-11-10", Say.Debit("1002", 60), Say.Credit("5111", 60));
        var before = await ledger.NewestAsync();
        await ledger.DoneAsync(Line("fund", "投资", "5111"));
        (await RowsAsync(null, position: before))[2].ShouldBe("unassigned Of no line 60 1 0 1000000");
        (await RowsAsync(null))[0].ShouldBe("fund 投资 60 1 0 1000000");
    }

    [Fact]
    public async Task A_manager_is_shown_with_each_settled_year_and_only_the_settlement_that_stands()
    {
        await PostAsync("v1", "2025-11-10", Say.Debit("1002", 30_000), Say.Credit("500101", 30_000));
        await ledger.DoneAsync(
            Say.RegisterParty("m001", "person", "赵经理", "rm"),
            $$"""{"request":"appoint-manager","id":"ap","by":"zhao","company":"{{Say.CompanyCode}}","contract":"c1","manager":"party/m001","from":"2025-01-01","baseFen":12000,"basePaidBy":"{{Book}}","bonus":{"figure":"revenue","ratePpm":100000,"thresholdFen":10000,"paidBy":"{{Book}}"} }""");
        (await ManagersAsync()).ShouldBe(["c1 party/m001 - 2025-01-01 - 12000 - - - -"]);
        await ledger.DoneAsync(Say.Close("2025-11", book: Book), Settle("s1"));
        (await ManagersAsync()).ShouldBe(["c1 party/m001 - 2025-01-01 - 12000 2025 2000 14000 s1"]);
        await PostAsync("v2", "2025-12-10", Say.Debit("1002", 10_000), Say.Credit("500101", 10_000));
        await ledger.DoneAsync(Settle("s2", ",\"replaces\":\"s1\""));
        (await ManagersAsync()).ShouldBe(["c1 party/m001 - 2025-01-01 - 12000 2025 3000 15000 s2"]);
    }

    private static string Line(string id, string name, string account) =>
        $$"""{"request":"add-business-line","id":"bl-{{id}}","by":"zhao","company":"{{Say.CompanyCode}}","line":"{{id}}","name":"{{name}}","accounts":["{{account}}"]}""";

    private static string Settle(string id, string more = "") => $$"""{"request":"settle-manager","id":"{{id}}","by":"zhao","company":"{{Say.CompanyCode}}","contract":"c1","year":2025{{more}}}""";

    private Task PostAsync(string id, string date, params string[] lines) =>
        ledger.DoneAsync(Say.Prepare(id, date: date, lines: string.Join(',', lines), book: Book), Say.Review(id), Say.Post(id));

    private async Task<IReadOnlyList<string>> RowsAsync(Period? period, bool byMonth = false, long? position = null)
    {
        var at = position is { } given ? (await ledger.Log.AtPositionAsync(given))! : await ledger.Log.NewestAsync();
        return [.. (await CompanyRevenue.ReadAsync(models, at, Say.CompanyCode, period, byMonth, Language.English)).Rows.Select(row => string.Join(' ', row.Select(cell => cell ?? "-")))];
    }

    /// <summary>Contract, manager, name, from, to, base of a year, year, bonus, total, settlement.</summary>
    private async Task<IReadOnlyList<string>> ManagersAsync() =>
        [.. (await ManagersReport.ReadAsync(models, await ledger.Log.NewestAsync(), Say.CompanyCode, null)).Rows.Select(row => string.Join(' ', new[] { 0, 1, 2, 3, 4, 5, 6, 14, 16, 17 }.Select(i => row[i] ?? "-")))];
}
