using System.Text.Json.Nodes;
using static VillageLedger.Cli.DemoRequests;

namespace VillageLedger.Cli;

/// <summary>
/// Case D, invented: a company of three villages with a manager; 2,000,000 yuan of revenue from a festival, a lotus-pond farm and three study-tour routes, and the dividend of the
/// year. What the real company earns beyond that, pays and distributes is not public.
/// </summary>
internal static class DemoVillageCompany
{
    public const int Year = 2024;

    public static readonly string Company = DemoCompanyForm.CreditCodeOf("91330110MA2HY0001");

    private const string Manager = "demo-manager";
    private const string District = "party/demo-district";
    private const string Dividend = "demo-shanyuan-2024";
    private const string Chair = "dongshizhang-1";

    private static readonly string Book = $"company/{Company}";

    /// <summary>Village, its name, what it paid in, in fen.</summary>
    private static readonly (string Code, string Name, long PaidIn)[] Villages =
        [("330110901201", "上山村（虚构示例）", 40_000_000), ("330110901202", "昌东村（虚构示例）", 30_000_000), ("330110901203", "上旺村（虚构示例）", 30_000_000)];

    /// <summary>Account, business line, and revenue by month in yuan; together 2,000,000.</summary>
    private static readonly (string Account, string Summary, int[] Yuan)[] Revenue =
    [
        ("500101", "收节庆活动收入", [0, 120_000, 0, 0, 180_000, 0, 0, 0, 0, 260_000, 0, 0]),
        ("500102", "收荷塘农场收入", [0, 0, 0, 20_000, 60_000, 140_000, 180_000, 120_000, 60_000, 20_000, 0, 0]),
        ("50010301", "收研学一号线收入", [0, 0, 40_000, 80_000, 60_000, 20_000, 60_000, 80_000, 20_000, 60_000, 40_000, 0]),
        ("50010302", "收研学二号线收入", [0, 0, 20_000, 40_000, 40_000, 0, 40_000, 40_000, 0, 20_000, 20_000, 0]),
        ("50010303", "收研学三号线收入", [0, 0, 0, 30_000, 30_000, 0, 40_000, 30_000, 0, 20_000, 10_000, 0]),
    ];

    public static IEnumerable<string> Founding()
    {
        foreach (var (code, name, paidIn) in Villages)
        {
            yield return Request("register-village", Id(code, "village"), Accountant, new() { ["village"] = code, ["name"] = name, ["township"] = "强村公司示例镇", ["county"] = "余杭区" });
            yield return Request("open-book", Id(code, "open"), Accountant, new()
            {
                ["owner"] = "village/" + code, ["standard"] = Standards.Rural2023, ["month"] = "2024-01",
                ["opening"] = new JsonArray(Line("102", 20_000_000, 0), Line("141", paidIn, 0), Line("311", 0, 20_000_000 + paidIn)),
            });
        }

        yield return Request("register-company", Id(Company, "company"), Accountant, new()
        {
            ["company"] = Company, ["name"] = "山源益禾农旅发展有限公司（虚构示例）", ["kind"] = "social-service", ["founded"] = "2023-07-01",
            ["shareholders"] = new JsonArray([.. Villages.Select(village => new JsonObject { ["holder"] = "village/" + village.Code, ["subscribedFen"] = village.PaidIn, ["paidInFen"] = village.PaidIn })]),
        });
        foreach (var (account, parent, name) in new[]
        {
            ("500101", "5001", "节庆活动"), ("500102", "5001", "荷塘农场"), ("500103", "5001", "研学"), ("50010301", "500103", "研学一号线"), ("50010302", "500103", "研学二号线"), ("50010303", "500103", "研学三号线"),
        }) yield return Request("add-account", Id(Company, "account", account), Accountant, new() { ["owner"] = Book, ["account"] = account, ["name"] = name, ["parent"] = parent });
        yield return Request("open-book", Id(Company, "open"), Accountant, new()
        {
            ["owner"] = Book, ["standard"] = Standards.SmallEnterprise2013, ["month"] = "2024-01",
            ["opening"] = new JsonArray(Line("1002", 64_000_000, 0), Line("1601", 30_000_000, 0), Line("3001", 0, 100_000_000), Line("3104", 6_000_000, 0)),
        });
        foreach (var (line, name, account) in new[] { ("jieqing", "节庆活动", "500101"), ("hetang", "荷塘农场", "500102"), ("yanxue", "研学", "500103") })
            yield return Request("add-business-line", Id(Company, "line", line), Accountant, new() { ["company"] = Company, ["line"] = line, ["name"] = name, ["accounts"] = new JsonArray(account) });
        yield return Request("register-party", Id(Company, "manager"), Accountant, new() { ["party"] = Manager, ["name"] = "虚构经理", ["kind"] = "person" });
        yield return Request("register-party", Id(Company, "district"), Accountant, new() { ["party"] = District, ["name"] = "示例区人民政府", ["kind"] = "public-body" });
        yield return Request("appoint-manager", Id(Company, "appoint"), Accountant, new()
        {
            ["company"] = Company, ["contract"] = "JL-1", ["manager"] = "party/" + Manager, ["from"] = "2023-07-01", ["baseFen"] = 18_000_000, ["basePaidBy"] = District,
            ["bonus"] = new JsonObject { ["figure"] = "profit", ["ratePpm"] = 50_000, ["thresholdFen"] = 30_000_000 },
        });
    }

    /// <summary>A month: revenue by line, cost at 55 % of it, salaries; in December the manager's bonus and the year's end.</summary>
    public static IEnumerable<string> OfMonth(Month month)
    {
        var at = month.ToString();
        long revenue = 0;
        foreach (var (account, summary, yuan) in Revenue)
        {
            var fen = yuan[month.Number - 1] * 100L;
            revenue += fen;
            if (fen == 0) continue;
            foreach (var request in Posted(Id(Company, at, account), Book, $"{at}-20", summary, "ordinary", Line("1002", fen, 0), Line(account, 0, fen))) yield return request;
        }

        if (CostOf(revenue) is > 0 and var cost)
            foreach (var request in Posted(Id(Company, at, "cost"), Book, $"{at}-25", "付活动和农场成本", "ordinary", Line("5401", cost, 0), Line("1002", 0, cost))) yield return request;
        foreach (var request in Posted(Id(Company, at, "wages"), Book, $"{at}-26", "付员工工资", "ordinary", Line("5602", Wages, 0), Line("1002", 0, Wages))) yield return request;
        if (month.Number == 12)
            foreach (var request in YearEnd(month)) yield return request;
        yield return Close(Id(Company, at, "close"), Book, month);
        foreach (var (code, _, _) in Villages) yield return Close(Id(code, at, "close"), "village/" + code, month);
    }

    /// <summary>The dividend of the year: proposed, resolved by the shareholders, paid to two villages and in part to the third.</summary>
    public static IEnumerable<string> Distribution()
    {
        yield return Request("propose-dividend", Id(Company, "propose"), Accountant, new() { ["dividend"] = Dividend, ["payer"] = Book, ["year"] = Year, ["steps"] = new JsonArray(new JsonObject { ["kind"] = DividendSteps.Distribute, ["amountFen"] = 30_000_000 }) });
        yield return Request("resolve-dividend", Id(Company, "resolve"), Chair, new()
        {
            ["dividend"] = Dividend, ["body"] = "股东会", ["basis"] = "votingRights", ["votesFor"] = 100, ["votesEntitled"] = 100, ["noticeOn"] = "2025-01-03", ["resolvedOn"] = "2025-01-20",
            ["recordDate"] = "2024-12-31", ["resolution"] = "股东会决议2025-1（示例）",
        });
        foreach (var (i, (code, _, _)) in Villages.Index())
            yield return Request("pay-dividend", Id(Company, "pay", code), "chuna-2", new()
            {
                ["dividend"] = Dividend, ["holder"] = "village/" + code, ["date"] = "2025-01-27", ["amountFen"] = i == 2 ? 5_000_000 : i == 0 ? 12_000_000 : 9_000_000,
                ["bankAccount"] = $"2010000001{i + 1:D4}", ["reference"] = $"FH2025{i + 1:D2}",
            });
    }

    private const long Wages = 1_500_000;

    private static long CostOf(long revenue) => revenue * 55 / 100;

    private static IEnumerable<string> YearEnd(Month month)
    {
        var at = month.ToString();
        var date = LastDay(month);
        var income = Revenue.ToDictionary(line => line.Account, line => line.Yuan.Sum() * 100L);
        var total = income.Values.Sum();
        var cost = Enumerable.Range(0, 12).Sum(i => CostOf(Revenue.Sum(line => line.Yuan[i]) * 100L));
        var profit = total - cost - Wages * 12;
        var requests = new List<string>();
        requests.AddRange(Posted(Id(Company, at, "income"), Book, date, "结转本年收入", "transfer", [.. income.Select(line => Line(line.Key, line.Value, 0)), Line("3103", 0, total)]));
        requests.AddRange(Posted(Id(Company, at, "expense"), Book, date, "结转本年成本费用", "transfer", Line("3103", total - profit, 0), Line("5401", 0, cost), Line("5602", 0, Wages * 12)));
        requests.AddRange(Posted(Id(Company, at, "profit"), Book, date, "结转本年利润", "transfer", Line("3103", profit, 0), Line("3104", 0, profit)));
        requests.Add(Request("settle-manager", Id(Company, "settle"), Accountant, new() { ["company"] = Company, ["contract"] = "JL-1", ["year"] = Year }));
        return requests;
    }
}
