namespace VillageLedger.Tests;

/// <summary>Row maps are whole: no account of a chart is forgotten or counted twice, and what they sum is what the form says.</summary>
public sealed class RowMapTests
{
    public static TheoryData<string, string> Maps => [.. RowMap.Versions.Carried.Select(map => (map.Name, map.Version))];

    private static Chart ChartOf(string standard) => Chart.OfVersion(Chart.Carried.Single(chart => chart.Standard == standard).Version);

    [Theory]
    [MemberData(nameof(Maps))]
    public void Every_account_of_the_chart_lies_in_exactly_one_row(string name, string version) => Faults(name, RowMap.Versions.OfVersion(version).Rows).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Maps))]
    public void An_account_that_no_row_takes_is_found(string name, string version)
    {
        var rows = RowMap.Versions.OfVersion(version).Rows;
        foreach (var left in rows.Where(row => row.Take == RowTake.Figure && row.Accounts.Count > 0))
            Faults(name, [.. rows.Select(row => row == left ? row with { Accounts = [] } : row)]).ShouldNotBeEmpty(left.Key);
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public void Rows_sum_rows_that_are_there_and_name_their_source(string name, string version)
    {
        var rows = RowMap.Versions.OfVersion(version).Rows;
        rows.Select(row => row.Key).ShouldBeUnique();
        rows.Where(row => row.Line is not null).Select(row => row.Line).ShouldBeInOrder(SortDirection.Ascending);
        rows.SelectMany(row => row.Terms).ShouldAllBe(term => rows.Any(row => row.Key == term.Row && row.Style != RowStyle.Heading), name);
        rows.ShouldAllBe(row => row.Source.Length > 0 && row.Name.Length > 0 && row.EnglishName.Length > 0 && (row.Certainty == "primary" || row.Certainty == "memory"));
    }

    [Fact]
    public void The_forms_of_2004_have_their_rows_and_numbers()
    {
        Numbered(Standards.Rural2004, RowMap.BalanceSheet).ShouldBe(
            "1 货币资金, 2 短期投资, 5 应收款项, 8 存货, 9 流动资产合计, 10 牲畜（禽）资产, 11 林木资产, 15 农业资产合计, 16 长期投资, 19 固定资产原价, 20 减：累计折旧, 21 固定资产净值, 22 固定资产清理, 23 在建工程, " +
            "26 固定资产合计, 32 资产总计, 35 短期借款, 36 应付款项, 37 应付工资, 38 应付福利费, 41 流动负债合计, 42 长期借款及应付款, 43 一事一议资金, 46 长期负债合计, 49 负债合计, 50 资本, 51 公积公益金, 52 未分配收益, " +
            "53 所有者权益合计, 56 负债及所有者权益总计");
        Numbered(Standards.Rural2004, RowMap.IncomeStatement).ShouldBe(
            "1 一、经营收入, 2 加：发包及上交收入, 3 投资收益, 6 减：经营支出, 7 管理费用, 10 二、经营收益, 11 加：农业税附加返还收入, 12 补助收入, 13 其他收入, 16 减：其他支出, 20 三、本年收益, 21 四、本年收益, " +
            "22 加：年初未分配收益, 23 其他转入, 26 五、可分配收益, 27 减：1．提取公积公益金, 28 2．提取应付福利费, 29 3．外来投资分利, 30 4．农户分配, 31 5．其他, 35 六、年末未分配收益");
    }

    [Fact]
    public void Where_grants_stand_in_2023_is_doubtful_and_each_way_is_carried()
    {
        var maps = RowMap.Versions.Carried.Where(map => map.Name == RowMap.NameOf(Standards.Rural2023, RowMap.IncomeStatement)).Select(map => RowMap.Versions.OfVersion(map.Version)).ToList();
        maps.ConvertAll(map => map.Rows.Single(row => row.Terms.Any(term => term.Row == "grants")).Key).ShouldBe(["total-result", "operating-result"], "the newest is the one in force in a new ledger");
        maps.SelectMany(map => map.Rows).ShouldAllBe(row => row.Certainty == "memory");
    }

    private static string Numbered(string standard, string statement)
    {
        var version = RowMap.Versions.Carried.Single(map => map.Name == RowMap.NameOf(standard, statement)).Version;
        var rows = RowMap.Versions.OfVersion(version).Rows;
        rows.Where(row => row.Line is not null).ShouldAllBe(row => row.Certainty == "primary");
        return string.Join(", ", rows.Where(row => row.Line is not null).Select(row => $"{row.Line} {row.Name}"));
    }

    /// <summary>
    /// The weight of each account in the statement's bottom line. In a balance sheet a balance, whichever side it stands on, must make assets less liabilities and equity greater by itself:
    /// then it balances whenever the books do. In an income statement a credit must make net income greater by itself.
    /// </summary>
    private static List<string> Faults(string name, IReadOnlyList<MapRow> rows)
    {
        var (chart, isSheet) = (ChartOf(name.Split('/')[0]), name.EndsWith(RowMap.BalanceSheet, StringComparison.Ordinal));
        var faults = new List<string>();
        foreach (var account in chart.Accounts.Where(account => account.Parent is null && (isSheet || account.Class is AccountClass.Income or AccountClass.Expense)))
        {
            foreach (var side in (Side[])[Side.Debit, Side.Credit])
            {
                var weight = isSheet ? Weight("assets", account.Code, side) - Weight("liabilities-and-equity", account.Code, side) : Weight("net-income", account.Code, side);
                if (weight != (isSheet ? 1 : -1)) faults.Add($"{account.Code} {side}: {weight}");
            }
        }

        return faults;

        int Weight(string key, AccountCode account, Side side)
        {
            var row = rows.Single(one => one.Key == key);
            var own = row.Take == RowTake.Figure ? row.Accounts.Count(accounts => Takes(accounts, account, side)) : 0;
            return row.Terms.Sum(term => term.Sign * Weight(term.Row, account, side)) + (row.Side == Side.Credit ? -own : own);
        }

        bool Takes(RowAccounts accounts, AccountCode account, Side side) => accounts.Has(chart, account) && accounts.Part switch
        {
            RowPart.Debit or RowPart.NetDebit => side == Side.Debit,
            RowPart.Credit or RowPart.NetCredit => side == Side.Credit,
            _ => true,
        };
    }
}
