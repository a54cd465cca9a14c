using System.Text.Json;
using VillageLedger.Reports;
using VillageLedger.Reports.Tests.Exports;
using VillageLedger.Support;

namespace VillageLedger.Cli.Tests;

/// <summary>
/// Case A as a request file written by hand from the contract, <c>Files/nine-villages.jsonl</c>: nine villages, weights 1200 to 840, 2,700,000 yuan in January by share
/// and 2,700,000.01 yuan in February in equal parts. Every figure below was worked out by hand, in fen.
/// </summary>
public sealed class NineVillagesTests
{
    private static readonly Lazy<Task<(string Database, IReadOnlyList<JsonElement> Answers)>> Made = new(MakeAsync);

    // 270,000,000 × weight / 8,600, rounded down, sums to 269,999,995; the five largest remainders take one more:
    // 1200: 37,674,418.60 → …419    1100: 34,534,883.72 → …884    1000: 31,395,348.84 → …349    950: 29,825,581.40    900: 28,255,813.95 → …814
    //  880: 27,627,906.98 → …907     870: 27,313,953.49            860: 27,000,000               840: 26,372,093.02
    private static readonly long[] January = [37_674_419, 34_534_884, 31_395_349, 29_825_581, 28_255_814, 27_627_907, 27_313_953, 27_000_000, 26_372_093];

    // 270,000,001 / 9 = 30,000,000 and one fen more for the first.
    private static readonly long[] February = [30_000_001, 30_000_000, 30_000_000, 30_000_000, 30_000_000, 30_000_000, 30_000_000, 30_000_000, 30_000_000];

    /// <summary>The first village is paid in two parts, the ninth at once.</summary>
    private static readonly long[] Paid = [37_674_419, 0, 0, 0, 0, 0, 0, 0, 26_372_093];

    private static IEnumerable<string> Villages => Enumerable.Range(201, 9).Select(number => $"village/330110012{number}");

    [Fact]
    public async Task What_may_not_be_is_refused_and_all_else_is_done()
    {
        var answers = (await Made.Value).Answers;
        answers.Where(answer => answer.GetProperty("outcome").GetString() != "done").Select(answer => $"{answer.GetProperty("id")} {answer.GetProperty("code")}").ShouldBe(
        [
            "self confirm-by-allocator", "twice month-allocated", "hand control-account", "pay-again payment-twice", "pay-more payment-beyond-part",
        ]);
    }

    [Fact]
    public async Task The_allocation_is_shown_with_the_outcome_as_worked_out_by_hand()
    {
        var result = (await Made.Value).Answers.Single(answer => answer.GetProperty("id").GetString() == "own").GetProperty("result");
        result.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("partFen").GetInt64()).ShouldBe(January);
        result.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("holder").GetString()).ShouldBe(Villages);
    }

    [Fact]
    public async Task A_dry_run_shows_the_same_result_byte_for_byte()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        var dry = (await LedgerProgram.RunAsync(database, "do", "--dry-run", File)).Exits(1);
        var real = (await LedgerProgram.RunAsync(database, "do", File)).Exits(1);
        var again = (await LedgerProgram.RunAsync(database, "do", File)).Exits(1);
        foreach (var id in (string[])["own", "equal"]) Result(dry, id).ShouldBe(Result(real, id));
        foreach (var id in (string[])["own", "equal"]) Result(again, id).ShouldBe(Result(real, id));

        static string Result(Ran ran, string id) => ran.Lines.Single(line => line.GetProperty("id").GetString() == id).GetProperty("result").GetRawText();
    }

    [Fact]
    public async Task Nine_trial_balances_show_income_receivable_and_bank()
    {
        foreach (var (i, village) in Villages.Index())
        {
            var rows = (await ReportAsync("trial-balance", "--book", village, "--from", "2026-01", "--to", "2026-02")).Rows;
            var income = January[i] + February[i];
            // account name level leaf | opening dr cr | period dr cr | year dr cr | closing dr cr
            rows.ShouldBe(
            [
                $"102 银行存款 1 True 50000000 0 {Paid[i]} 0 {Paid[i]} 0 {50_000_000 + Paid[i]} 0",
                $"112 应收款 1 True 0 0 {income} {Paid[i]} {income} {Paid[i]} {income - Paid[i]} 0",
                "301 资本 1 True 0 50000000 0 0 0 0 0 50000000",
                $"501 经营收入 1 True 0 0 0 {income} 0 {income} 0 {income}",
            ]);
        }
    }

    [Fact]
    public async Task The_ventures_trial_balance_owes_what_the_villages_have_booked()
    {
        // Receipts were not booked before: they count as received with the allocation. 540,000,001 − 64,046,512 paid = 475,953,489.
        (await ReportAsync("trial-balance", "--book", "venture/jiucun", "--from", "2026-01", "--to", "2026-02")).Rows.ShouldBe(
        [
            "1002 银行存款 1 True 0 0 540000001 64046512 540000001 64046512 475953489 0",
            "2241 其他应付款 1 True 0 0 64046512 540000001 64046512 540000001 0 475953489",
        ]);
    }

    [Fact]
    public async Task Hledger_finds_the_same_in_the_export()
    {
        using var journal = new Journal(JournalFormat.Hledger, (await LedgerProgram.RunAsync((await Made.Value).Database, "export", "journal", "--format", "hledger")).Exits(0).Output);
        journal.ShouldPassHledger();
        var balances = journal.HledgerBalances();
        foreach (var (i, village) in Villages.Index())
        {
            var book = village.Replace('/', '-');
            balances[$"{book} 501"].ShouldBe(-(January[i] + February[i]));
            balances[$"{book} 112"].ShouldBe(January[i] + February[i] - Paid[i]);
        }

        balances["venture-jiucun 2241"].ShouldBe(-475_953_489);
    }

    private static string File => Path.Combine(AppContext.BaseDirectory, "Files", "nine-villages.jsonl");

    private static async Task<Ran> ReportAsync(params string[] words) => (await LedgerProgram.RunAsync((await Made.Value).Database, ["report", .. words, "--format", "json"])).Exits(0);

    private static async Task<(string, IReadOnlyList<JsonElement>)> MakeAsync()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        return (database, (await LedgerProgram.RunAsync(database, "do", File)).Exits(1).Lines);
    }
}
