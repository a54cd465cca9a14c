using VillageLedger.Reports;
using VillageLedger.Reports.Tests.Exports;

namespace VillageLedger.Cli.Tests;

/// <summary>A book kept to 2023 by the old chart, converted, and continued in 2024; its figures are worked by hand in the file's own numbers.</summary>
public sealed class ConvertedBookTests
{
    /// <summary>In yuan, debit positive.</summary>
    private static readonly Dictionary<string, long> Old = new()
    {
        ["101"] = 5_000, ["10201"] = 1_510_000, ["112"] = 30_000, ["131"] = 80_000, ["151"] = 1_000_000, ["152"] = -200_000, ["153"] = 10_000, ["154"] = 60_000, ["161"] = 20_000, ["171"] = 50_000,
        ["20201"] = -40_000, ["211"] = -15_000, ["212"] = -25_000, ["301"] = -1_000_000, ["311"] = -325_000, ["32202"] = -1_160_000,
    };

    private static readonly Dictionary<string, long> New = new()
    {
        ["101"] = 5_000, ["10201"] = 1_510_000, ["112"] = 30_000, ["113"] = 50_000, ["131"] = 50_000, ["13201"] = 30_000, ["151"] = 1_000_000, ["152"] = -200_000, ["153"] = 60_000, ["154"] = 10_000,
        ["161"] = 25_000, ["162"] = -5_000, ["21101"] = -40_000, ["212"] = -15_000, ["301"] = -1_000_000, ["311"] = -350_000, ["32202"] = -1_160_000,
    };

    [Fact]
    public async Task The_old_books_close_and_the_new_ones_open_with_the_same_total()
    {
        (await BalancesAsync("2023-12", "closing")).ShouldBe(Old, ignoreOrder: true);
        (await BalancesAsync("2024-01", "opening")).ShouldBe(New, ignoreOrder: true);
        (Old.Values.Sum(), New.Values.Sum()).ShouldBe((0, 0));
        var shown = (await ReportAsync("conversion", "--book", ConvertedBook.Village)).Json.GetProperty("rows").EnumerateArray().ToList();
        shown.Sum(row => row.GetProperty("debitFen").GetInt64()).ShouldBe(276_500_000);
        shown.Sum(row => row.GetProperty("creditFen").GetInt64()).ShouldBe(276_500_000);
        // 无形资产 was split in cost and what was written off of it: 5,000 yuan more on both sides.
        shown.Sum(row => row.GetProperty("toDebitFen").GetInt64()).ShouldBe(277_000_000);
        shown.Sum(row => row.GetProperty("toCreditFen").GetInt64()).ShouldBe(277_000_000);
    }

    /// <summary>2022: 68 + 35 + 5 of 180; 2023: 70 + 40 + 6 of 146, by 501, 511 and 561 of the old chart; 2024: 120 + 8 of 158, by 501 and 502 of the new one; in 10,000 yuan.</summary>
    [Fact]
    public async Task Income_of_each_year_is_by_its_own_definitions_and_growth_goes_across()
    {
        (await ReportAsync("operating-income", "--year", "2022")).Rows.ShouldBe(["330110112201 稻香村 68000000 35000000 5000000 30000000 42000000 108000000 180000000 11 0 2024-12 1"]);
        (await ReportAsync("operating-income", "--year", "2024")).Rows.ShouldBe(["330110112201 稻香村 120000000 0 8000000 25000000 5000000 128000000 158000000 10 0 2024-12 1"]);
        foreach (var (scope, code) in new[] { ("village", "330110112201 稻香村"), ("township", "330110112 径山镇"), ("county", "330110 余杭区") })
        {
            Figures(await ReportAsync("income-comparison", "--year", "2024", "--by", scope)).ShouldBe([code + " 128000000 116000000 12000000 103448 158000000 146000000 12000000 82191 1"]);
            Figures(await ReportAsync("income-comparison", "--year", "2023", "--by", scope)).ShouldBe([code + " 116000000 108000000 8000000 74074 146000000 180000000 -34000000 -188889 1"]);
        }

        // Nothing is known of the year before: there is no growth.
        Figures(await ReportAsync("income-comparison", "--year", "2022")).ShouldBe(["330110112201 稻香村 108000000 0 108000000  180000000 0 180000000  1"]);
        Figures(await ReportAsync("income-comparison", "--from", "2024-01", "--to", "2024-06")).ShouldBe(["330110112201 稻香村 128000000 116000000 12000000 103448 128000000 116000000 12000000 103448 1"]);
    }

    [Fact]
    public async Task A_report_does_not_go_across_the_change_and_says_so()
    {
        var across = await LedgerProgram.RunAsync(await ConvertedBook.DatabaseAsync(), "report", "trial-balance", "--book", ConvertedBook.Village, "--from", "2023-12", "--to", "2024-01", "--lang", "en");
        across.Exits(1).Trouble.ShouldStartWith("report-period-across-conversion");
        (await LedgerProgram.RunAsync(await TwoVillages.DatabaseAsync(), "report", "conversion", "--book", TwoVillages.A, "--lang", "en")).Exits(1).Trouble.ShouldStartWith("report-nothing-converted");
        (await LedgerProgram.RunAsync(await TwoVillages.DatabaseAsync(), "report", "income-comparison")).Exits(2);
    }

    [Fact]
    public async Task Programs_of_plain_text_accounting_find_the_same_balances_on_both_sides()
    {
        var database = await ConvertedBook.DatabaseAsync();
        using (var journal = new Journal(JournalFormat.Hledger, (await LedgerProgram.RunAsync(database, "export", "journal", "--format", "hledger")).Exits(0).Output))
        {
            journal.ShouldPassHledger();
            journal.HledgerBalances("2024-01-01").ShouldBe(Named(Old), ignoreOrder: true);
            journal.HledgerBalances("2024-02-01").ShouldBe(Named(New), ignoreOrder: true);
            var ours = await BalancesAsync("2024-12", "closing");
            journal.HledgerBalances().ShouldBe(Named(ours), ignoreOrder: true);
            journal.LedgerBalances().ShouldBe(Named(ours), ignoreOrder: true);
        }

        using var beans = new Journal(JournalFormat.Beancount, (await LedgerProgram.RunAsync(database, "export", "journal", "--format", "beancount")).Exits(0).Output);
        beans.ShouldPassBeanCheck();
        beans.BeancountBalances().ShouldBe(Named(await BalancesAsync("2024-12", "closing")), ignoreOrder: true);
    }

    [Fact]
    public async Task All_of_it_follows_from_the_facts() => (await LedgerProgram.RunAsync(await ConvertedBook.DatabaseAsync(), "replay", "--compare")).Exits(0);

    private static IEnumerable<KeyValuePair<string, long>> Named(Dictionary<string, long> yuan) => yuan.ToDictionary(balance => $"village-330110112201 {balance.Key}", balance => balance.Value * 100);

    /// <summary>Without the six last columns, on what is open or missing.</summary>
    private static IEnumerable<string> Figures(Ran ran) => ran.Rows.Select(row => string.Join(' ', row.Split(' ').SkipLast(6)));

    private static async Task<Ran> ReportAsync(params string[] words) => (await LedgerProgram.RunAsync(await ConvertedBook.DatabaseAsync(), ["report", .. words, "--json"])).Exits(0);

    /// <summary>Balances of the lowest accounts in yuan, debit positive, zeros left out.</summary>
    private static async Task<Dictionary<string, long>> BalancesAsync(string month, string side) =>
        (await ReportAsync("trial-balance", "--book", ConvertedBook.Village, "--month", month)).Json.GetProperty("rows").EnumerateArray().Where(row => row.GetProperty("leaf").GetBoolean())
            .Select(row => (Account: row.GetProperty("account").GetString()!, Fen: row.GetProperty(side + "DebitFen").GetInt64() - row.GetProperty(side + "CreditFen").GetInt64()))
            .Where(row => row.Fen != 0).ToDictionary(row => row.Account, row => row.Fen / 100);
}
