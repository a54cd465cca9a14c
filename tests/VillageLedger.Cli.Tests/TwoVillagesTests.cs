using System.Text.Json;

namespace VillageLedger.Cli.Tests;

/// <summary>
/// A request file written by hand from the contract: 稻香村 keeps its book by the system of 2023 from December 2025, 双溪村 by that of 2004 from December
/// 2023, both with balances and turnover of the year before. Every figure below was worked out by hand, in yuan where it says so, else in fen.
/// </summary>
public sealed class TwoVillagesTests
{
    // 稻香村, end of November 2025, in yuan. Debits: cash 5,000, bank 200,000, fixed assets 300,000, administration 100,000 = 605,000.
    // Credits: depreciation 60,000, capital 245,000, undistributed 50,000, rent 220,000, grants 30,000 = 605,000.
    // Of the year so far: rent and grants received in the bank 250,000, administration paid from it 100,000.
    //
    // December:
    //   a-01  bank 40,000 / rent 40,000                    a-05  group 1 owes 6,000 / rent 6,000
    //   a-02  administration 3,000 / bank 3,000            a-06  cash 2,000 / prepaid by h002 2,000
    //   a-03  red: -3,000 / -3,000                         a-07  bank 15,000 / investment income 15,000
    //   a-04  administration 300 / bank 300
    //   a-08  rent 220,000 + 40,000 + 6,000 = 266,000, investment 15,000, grants 30,000 / year's result 311,000
    //   a-09  year's result / administration 100,000 + 3,000 - 3,000 + 300 = 100,300
    //   a-10  year's result 311,000 - 100,300 = 210,700 / undistributed
    //   a-11  appropriations / reserve: 30 % of 210,700 = 63,210
    //   a-12  undistributed / appropriations 63,210

    // account name level leaf | opening dr cr | period dr cr | year dr cr | closing dr cr
    private static readonly string[] December2025 =
    [
        "101 库存现金 1 True 500000 0 200000 0 200000 0 700000 0",
        // Bank: 200,000 + (40,000 + 15,000) - (3,000 - 3,000 + 300) = 254,700; year 250,000 + 55,000 and 100,000 + 300.
        "102 银行存款 1 False 20000000 0 5500000 30000 30500000 10030000 25470000 0",
        "10201 基本户 2 True 20000000 0 5500000 30000 30500000 10030000 25470000 0",
        // Internal accounts are never netted: 6,000 owed to the village, 2,000 owed by it.
        "113 内部往来 1 False 0 0 600000 200000 600000 200000 600000 200000",
        "11301 承包款 2 True 0 0 600000 0 600000 0 600000 0",
        "11302 预收款 2 True 0 0 0 200000 0 200000 0 200000",
        "151 固定资产 1 True 30000000 0 0 0 0 0 30000000 0",
        "152 累计折旧 1 True 0 6000000 0 0 0 0 0 6000000",
        "301 资本 1 True 0 24500000 0 0 0 0 0 24500000",
        "311 公积公益金 1 True 0 0 0 6321000 0 6321000 0 6321000",
        "321 本年收益 1 True 0 0 31100000 31100000 31100000 31100000 0 0",
        // 50,000 - (63,210 + 63,210) + (210,700 + 63,210) = 197,490.
        "322 收益分配 1 False 0 5000000 12642000 27391000 12642000 27391000 0 19749000",
        "32201 各项分配 2 True 0 0 6321000 6321000 6321000 6321000 0 0",
        "32202 未分配收益 2 True 0 5000000 6321000 21070000 6321000 21070000 0 19749000",
        "501 经营收入 1 False 0 22000000 26600000 4600000 26600000 26600000 0 0",
        "50101 租金收入 2 True 0 22000000 26600000 4600000 26600000 26600000 0 0",
        "502 投资收益 1 True 0 0 1500000 1500000 1500000 1500000 0 0",
        "503 补助收入 1 True 0 3000000 3000000 0 3000000 3000000 0 0",
        // Debits 3,000 - 3,000 + 300: red amounts stay on their side.
        "513 管理费用 1 True 10000000 0 30000 10030000 10030000 10030000 0 0",
    ];

    [Fact]
    public async Task Every_line_is_done_and_done_once()
    {
        var answers = await TwoVillages.AnswersAsync();
        answers.Select(answer => answer.GetProperty("outcome").GetString()).Distinct().ShouldBe(["done"]);
        answers.Select(answer => answer.GetProperty("line").GetInt32()).ShouldBe(Enumerable.Range(1, File.ReadLines(TwoVillages.File).Count()));
        answers.Select(answer => answer.GetProperty("position").GetInt64()).ShouldBeInOrder();
        var again = (await LedgerProgram.RunAsync(await TwoVillages.DatabaseAsync(), "do", TwoVillages.File)).Exits(0).Lines;
        again.Select(Answer).ShouldBe(answers.Select(answer => Answer(answer) with { Outcome = "already-done" }));

        static (string? Id, string? Outcome, long Position) Answer(JsonElement answer) =>
            (answer.GetProperty("id").GetString(), answer.GetProperty("outcome").GetString(), answer.GetProperty("position").GetInt64());
    }

    [Fact]
    public async Task The_trial_balance_of_December_2025()
    {
        (await TwoVillages.ReportAsync("trial-balance", "--book", TwoVillages.A, "--month", "2025-12")).Rows.ShouldBe(December2025);
        // The latest month with a posting, where none is given.
        (await TwoVillages.ReportAsync("trial-balance", "--book", TwoVillages.A)).Rows.ShouldBe(December2025);
        (await TwoVillages.ReportAsync("trial-balance", "--book", TwoVillages.A, "--level", "1")).Rows.ShouldBe(December2025.Where(row => row.Split(' ')[2] == "1"));
    }

    /// <summary>After the business of December and before its transfers: red and blue are in, income stands open.</summary>
    [Fact]
    public async Task The_trial_balance_as_known_before_the_transfers()
    {
        string[] expected =
        [
            .. December2025[..9],
            "322 收益分配 1 False 0 5000000 0 0 0 0 0 5000000",
            "32202 未分配收益 2 True 0 5000000 0 0 0 0 0 5000000",
            "501 经营收入 1 False 0 22000000 0 4600000 0 26600000 0 26600000",
            "50101 租金收入 2 True 0 22000000 0 4600000 0 26600000 0 26600000",
            "502 投资收益 1 True 0 0 0 1500000 0 1500000 0 1500000",
            "503 补助收入 1 True 0 3000000 0 0 0 3000000 0 3000000",
            "513 管理费用 1 True 10000000 0 30000 0 10030000 0 10030000 0",
        ];
        (await TwoVillages.ReportAsync("trial-balance", "--book", TwoVillages.A, "--month", "2025-12", "--at", await TwoVillages.AfterAsync("a-post-2"))).Rows.ShouldBe(expected);
    }

    /// <summary>The whole year holds the turnover before the book, so its opening is what the balances were in January.</summary>
    [Fact]
    public async Task The_trial_balance_of_the_year_2025()
    {
        // Bank: 200,000 - (250,000 - 100,000) = 50,000 in January; 250,000 + 55,000 in, 100,000 + 300 out.
        var rows = (await TwoVillages.ReportAsync("trial-balance", "--book", TwoVillages.A, "--year", "2025")).Rows;
        rows.ShouldContain("10201 基本户 2 True 5000000 0 30500000 10030000 30500000 10030000 25470000 0");
        rows.ShouldContain("50101 租金收入 2 True 0 0 26600000 26600000 26600000 26600000 0 0");
        rows.ShouldContain("513 管理费用 1 True 0 0 10030000 10030000 10030000 10030000 0 0");
        // Opening in yuan: 5,000 + 50,000 + 300,000 = 60,000 + 245,000 + 50,000.
        Sums(rows).ShouldBe([35_500_000, 35_500_000, Sums(rows)[2], Sums(rows)[2], Sums(rows)[4], Sums(rows)[4], 56_770_000, 56_770_000]);
    }

    [Fact]
    public async Task The_trial_balance_across_the_years_end()
    {
        var rows = (await TwoVillages.ReportAsync("trial-balance", "--book", TwoVillages.A, "--from", "2025-12", "--to", "2026-01")).Rows;
        // As December, but the year is that of the last month: nothing in January 2026.
        rows.ShouldBe(December2025.Select(row => row.Split(' ')).Select(cells => string.Join(' ', [.. cells[..8], "0", "0", .. cells[10..]])));
        (await TwoVillages.ReportAsync("trial-balance", "--book", TwoVillages.A, "--month", "2026-02")).Rows
            .ShouldContain("10201 基本户 2 True 25470000 0 0 0 0 0 25470000 0");
    }

    [Fact]
    public async Task The_trial_balance_of_the_book_of_2004()
    {
        // Opening in yuan: 1,000 + 80,000 + 50,000 + 5,000 = 91,000 + 10,000 + 35,000. Bank: 80,000 + 12,000 + 8,000 + 4,000 - 2,000 = 102,000.
        // Result: 12,000 + 35,000 + 4,000 + 8,000 - 2,500 - 5,000 = 51,500; undistributed 10,000 + 51,500 = 61,500.
        (await TwoVillages.ReportAsync("trial-balance", "--book", TwoVillages.B, "--month", "2023-12")).Rows.ShouldBe(
        [
            "101 现金 1 True 100000 0 0 50000 0 50000 50000 0",
            "102 银行存款 1 True 8000000 0 2400000 200000 5900000 700000 10200000 0",
            "151 固定资产 1 True 5000000 0 0 0 0 0 5000000 0",
            "301 资本 1 True 0 9100000 0 0 0 0 0 9100000",
            "321 本年收益 1 True 0 0 5900000 5900000 5900000 5900000 0 0",
            "322 收益分配 1 False 0 1000000 0 5150000 0 5150000 0 6150000",
            "32202 未分配收益 2 True 0 1000000 0 5150000 0 5150000 0 6150000",
            "501 经营收入 1 True 0 0 1200000 1200000 1200000 1200000 0 0",
            "502 经营支出 1 True 0 0 250000 250000 250000 250000 0 0",
            "511 发包及上交收入 1 True 0 3500000 3500000 0 3500000 3500000 0 0",
            "522 补助收入 1 True 0 0 400000 400000 400000 400000 0 0",
            "541 管理费用 1 True 500000 0 0 500000 500000 500000 0 0",
            "561 投资收益 1 True 0 0 800000 800000 800000 800000 0 0",
        ]);
    }

    /// <summary>The balances at the end of November are known as the opening; of June nothing is.</summary>
    [Fact]
    public async Task A_period_before_the_book_shows_what_is_known_of_it()
    {
        (await TwoVillages.ReportAsync("trial-balance", "--book", TwoVillages.A, "--month", "2025-06")).Rows.ShouldBeEmpty();
        var november = (await TwoVillages.ReportAsync("trial-balance", "--book", TwoVillages.A, "--month", "2025-11")).Rows;
        november.ShouldContain("10201 基本户 2 True 20000000 0 0 0 25000000 10000000 20000000 0");
        Sums(november).ShouldBe([60_500_000, 60_500_000, 0, 0, 35_000_000, 35_000_000, 60_500_000, 60_500_000]);
    }

    // Columns: code name operating contracting investment grants other | operating income, total | vouchers pending closedThrough villages
    private const string IncomeOfA = "330110112201 稻香村 26600000 0 1500000 3000000 0 28100000 31100000";
    private const string IncomeOfB = "330110113201 双溪村 1200000 3500000 800000 400000 0 5500000 5900000";

    [Fact]
    public async Task Operating_income_of_2025_by_village_township_and_county()
    {
        (await TwoVillages.ReportAsync("operating-income", "--year", "2025")).Rows.ShouldBe([$"{IncomeOfA} 12 0 2025-12 1", "330110113201 双溪村 0 0 0 0 0 0 0 0 0 2023-12 1"]);
        (await TwoVillages.ReportAsync("operating-income", "--year", "2025", "--by", "township")).Rows.ShouldBe(
            ["330110112 径山镇 26600000 0 1500000 3000000 0 28100000 31100000 12 0 2025-12 1", "330110113 瓶窑镇 0 0 0 0 0 0 0 0 0 2023-12 1"]);
        // A county is closed through a month when all of its villages are.
        (await TwoVillages.ReportAsync("operating-income", "--from", "2023-01", "--to", "2025-12", "--by", "county")).Rows.ShouldBe(
            ["330110 余杭区 27800000 3500000 2300000 3400000 0 33600000 37000000 19 0 2023-12 2"]);
    }

    [Fact]
    public async Task Operating_income_of_2023_by_the_chart_of_2004() =>
        (await TwoVillages.ReportAsync("operating-income", "--year", "2023")).Rows[1].ShouldBe($"{IncomeOfB} 7 0 2023-12 1");

    [Fact]
    public async Task Transferring_and_closing_December_leaves_the_years_operating_income_as_it_was()
    {
        foreach (var (before, year, row, income) in new[] { ("a-post-2", "2025", 0, IncomeOfA), ("b-post-1", "2023", 1, IncomeOfB) })
        {
            var known = (await TwoVillages.ReportAsync("operating-income", "--year", year, "--at", await TwoVillages.AfterAsync(before))).Rows[row];
            known.ShouldStartWith(income);
            (await TwoVillages.ReportAsync("operating-income", "--year", year)).Rows[row].ShouldStartWith(income);
        }
    }

    [Fact]
    public async Task Operating_income_of_one_month_leaves_out_the_year_before_it()
    {
        // Rent of December 40,000 + 6,000; investment income 15,000; no grants.
        (await TwoVillages.ReportAsync("operating-income", "--month", "2025-12")).Rows[0].ShouldStartWith("330110112201 稻香村 4600000 0 1500000 0 0 6100000 6100000 12 0");
        // Between reversing and correcting: two of December's vouchers and the red one are posted.
        (await TwoVillages.ReportAsync("operating-income", "--month", "2025-12", "--at", await TwoVillages.AfterAsync("a-04"))).Rows[0]
            .ShouldBe("330110112201 稻香村 4000000 0 0 0 0 4000000 4000000 3 1  1");
    }

    [Fact]
    public async Task The_checks_before_closing_name_what_stops_it()
    {
        var before = await TwoVillages.ReportAsync("month-check", "--book", TwoVillages.A, "--at", await TwoVillages.AfterAsync("a-08"));
        States(before).ShouldBe(
        [
            "unposted-vouchers stops", "previous-month ok", "cash-side ok", "bank-side ok", "suspense ok",
            "income-expense stops", "year-result ok", "appropriations ok", "public-fund warning", "standard ok", "year-to-date ok",
        ]);
        Detail(before, "unposted-vouchers").ShouldContain("a-08");
        Detail(before, "income-expense").ShouldContain("50101 租金收入 -266,000.00");
        States(await TwoVillages.ReportAsync("month-check", "--book", TwoVillages.A, "--month", "2025-12")).ShouldAllBe(state => state.EndsWith(" ok"));
        // The earliest open month, where none is given; a book of 2004 is warned about after 2023.
        States(await TwoVillages.ReportAsync("month-check", "--book", TwoVillages.B)).ShouldContain("standard warning");

        static IEnumerable<string> States(Ran ran) => ran.Json.GetProperty("rows").EnumerateArray().Select(row => $"{row.GetProperty("check")} {row.GetProperty("state")}");
        static string Detail(Ran ran, string check) =>
            ran.Json.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("check").GetString() == check).GetProperty("detail").GetString()!;
    }

    /// <summary>Sums of the eight amounts over the lowest accounts.</summary>
    private static long[] Sums(IEnumerable<string> rows) =>
        [.. rows.Select(row => row.Split(' ')).Where(cells => cells[3] == "True").Aggregate(new long[8], (sum, cells) => [.. sum.Zip(cells[4..], (one, cell) => one + long.Parse(cell, null))])];
}
