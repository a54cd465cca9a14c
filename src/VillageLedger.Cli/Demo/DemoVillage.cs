using System.Globalization;
using System.Text.Json.Nodes;
using static VillageLedger.Cli.DemoRequests;

namespace VillageLedger.Cli;

/// <summary>The invented year of one village, as requests. Amounts follow from the village's number alone, so that every load gives the same books.</summary>
internal sealed class DemoVillage(string code, string name, int number)
{
    /// <summary>Ordinary business: summary, debit, credit, smallest and largest amount in yuan.</summary>
    private static readonly (string Summary, string Debit, string Credit, int From, int To)[] Business =
    [
        ("收标准厂房租金", "10201", "50101", 8_000, 60_000),
        ("收沿街商铺租金", "10201", "50101", 2_000, 12_000),
        ("收仓库租金", "10201", "50101", 3_000, 15_000),
        ("收鱼塘发包款", "10201", "50102", 1_500, 9_000),
        ("收农田发包款", "10201", "50102", 1_000, 6_000),
        ("收文化礼堂场地服务费", "101", "50103", 200, 1_500),
        ("收农产品展销摊位费", "101", "50103", 100, 900),
        ("收垃圾分类以奖代补", "10201", "503", 2_000, 20_000),
        ("收银行存款利息", "10201", "504", 50, 600),
        ("付村办公室电费", "51301", "10201", 300, 1_800),
        ("付办公用品", "51301", "101", 80, 600),
        ("付差旅费", "51301", "101", 60, 400),
        ("付厂房维修费", "51101", "10201", 1_000, 9_000),
        ("付物业保洁劳务费", "51101", "10201", 800, 4_000),
        ("付绿化养护费", "51401", "10201", 500, 5_000),
        ("付老年食堂补贴", "51401", "10201", 600, 4_500),
        ("提现备用", "101", "10201", 3_000, 5_000),
        ("付报刊费", "51301", "10201", 100, 500),
    ];

    private uint state = unchecked((uint)(number + 1) * 2_654_435_761);

    private string Book => $"village/{code}";

    /// <summary>The ninth village still has vouchers to review in December.</summary>
    public bool IsOpenAtYearEnd => number == 8;

    public IEnumerable<string> Opening()
    {
        yield return Request("register-village", Id("village"), Accountant, new() { ["village"] = code, ["name"] = name, ["township"] = "余杭街道", ["county"] = "余杭区", ["organisation"] = new JsonObject { ["name"] = name.Replace("村（", "村股份经济合作社（", StringComparison.Ordinal) } });
        foreach (var (account, parent, title) in new[]
        {
            ("10201", "102", "基本户"), ("10202", "102", "土地补偿费专户"), ("50101", "501", "租金收入"), ("50102", "501", "发包收入"), ("50103", "501", "服务收入"),
            ("51101", "511", "物业及折旧支出"), ("51301", "513", "办公费"), ("51302", "513", "人员报酬"), ("51303", "513", "折旧费"), ("51401", "514", "公益事业支出"),
        }) yield return Request("add-account", Id("account", account), Accountant, new() { ["owner"] = Book, ["account"] = account, ["name"] = title, ["parent"] = parent });
        var bank = (400_000 + number * 90_000) * 100L;
        var fixedAssets = (3_000_000 + number * 700_000) * 100L;
        yield return Request("open-book", Id("open"), Accountant, new()
        {
            ["owner"] = Book, ["standard"] = Standards.Rural2023, ["month"] = "2024-01",
            ["opening"] = new JsonArray(
                Line("101", 850_000, 0), Line("10201", bank, 0), Line("10202", 120_000_000, 0), Line("112", 5_000_000, 0), Line("141", 100_000_000, 0), Line("151", fixedAssets + DemoJointLand.PartOfCost, 0), Line("152", 0, fixedAssets / 5), Line("221", 0, DemoJointLand.PartOfCost / 2),
                Line("211", 0, 3_200_000), Line("301", 0, fixedAssets / 2), Line("311", 0, DemoJointLand.PartOfCost / 2 + 850_000 + bank + 120_000_000 + 5_000_000 + 100_000_000 + fixedAssets - fixedAssets / 5 - 3_200_000 - fixedAssets / 2 - 6_000_000), Line("32202", 0, 6_000_000)),
        });
    }

    /// <summary>A month of the first year: nothing but the village's part of the joint land, and the year's end.</summary>
    public IEnumerable<string> OfQuietMonth(Month month)
    {
        NoteJointLand();
        if (month.Number == 12)
            foreach (var request in YearEnd(month)) yield return request;
        yield return Request("close-month", Id(month.ToString(), "close"), Reviewer, new() { ["book"] = Book, ["month"] = month.ToString() });
    }

    /// <summary>A month: business, wages, depreciation; review, posting and closing; in December the year's end in its order.</summary>
    public IEnumerable<string> OfMonth(Month month)
    {
        var totals = new Dictionary<string, long>();
        var count = 0;
        var requests = new List<string>();
        for (; count < 57; count++)
        {
            var (summary, debit, credit, from, to) = Business[count % Business.Length];
            Prepare(summary, debit, credit, Amount(from, to), 1 + count * 27 / 57);
        }

        Prepare("计提村干部报酬", "51302", "212", Amount(15_000, 22_000), 28);
        Prepare("发放村干部报酬", "212", "10201", totals["212"], 28);
        Prepare("计提固定资产折旧", "51303", "152", (3_000_000 + number * 700_000) * 100L / 240, 28);
        if (month.Number is 6 or 12) Prepare("收联营企业分红", "10201", "502", Amount(20_000, 80_000), 25);
        requests.Add(Request("post-vouchers", Id(month.ToString(), "post"), Reviewer, new() { ["book"] = Book, ["month"] = month.ToString() }));
        foreach (var (account, fen) in totals) year[account] = year.GetValueOrDefault(account) + fen;
        NoteJointLand();
        if (month.Number == 12) requests.AddRange(IsOpenAtYearEnd ? Unreviewed(month) : YearEnd(month));
        if (month.Number < 12 || !IsOpenAtYearEnd) requests.Add(Request("close-month", Id(month.ToString(), "close"), Reviewer, new() { ["book"] = Book, ["month"] = month.ToString() }));
        return requests;

        void Prepare(string summary, string debit, string credit, long fen, int day)
        {
            totals[debit] = totals.GetValueOrDefault(debit) + fen;
            totals[credit] = credit == "212" ? fen : totals.GetValueOrDefault(credit) + fen;
            var id = Id(month.ToString(), count.ToString(CultureInfo.InvariantCulture) + summary.Length + debit);
            requests.Add(Voucher(id, $"{month}-{day:D2}", "ordinary", summary, [Line(debit, fen, 0), Line(credit, 0, fen)]));
            requests.Add(Request("review-voucher", id + ":r", Reviewer, new() { ["voucher"] = id }));
        }
    }

    /// <summary>What the joint land's allocation and depreciation post in this book.</summary>
    private void NoteJointLand()
    {
        year["50101"] = year.GetValueOrDefault("50101") + DemoJointLand.PartOfMonth;
        year["51101"] = year.GetValueOrDefault("51101") + DemoJointLand.PartOfDepreciation(number);
    }

    private readonly Dictionary<string, long> year = [];

    private static readonly string[] Income = ["50101", "50102", "50103", "502", "503", "504"];
    private static readonly string[] Expense = ["51101", "51301", "51302", "51303", "51401"];

    /// <summary>农村集体经济组织会计制度, year's end: income and expense to 321, 321 to undistributed, 30 % to the reserve (浙江省农村集体资产管理条例 art. 32), appropriations cleared.</summary>
    private List<string> YearEnd(Month month)
    {
        var income = Income.Sum(account => year.GetValueOrDefault(account));
        var expense = Expense.Sum(account => year.GetValueOrDefault(account));
        var net = income - expense;
        var requests = new List<string>();
        Post("结转本年收入", "transfer", [.. Income.Where(year.ContainsKey).Select(account => Line(account, year[account], 0)), Line("321", 0, income)]);
        Post("结转本年支出", "transfer", [Line("321", expense, 0), .. Expense.Where(year.ContainsKey).Select(account => Line(account, 0, year[account]))]);
        Post("结转本年收益", "transfer", net > 0 ? [Line("321", net, 0), Line("32202", 0, net)] : [Line("32202", -net, 0), Line("321", 0, -net)]);
        if (net > 0)
        {
            var reserve = net / 10 * 3;
            Post("提取公积公益金", "ordinary", [Line("32201", reserve, 0), Line("311", 0, reserve)]);
            Post("结转各项分配", "transfer", [Line("32202", reserve, 0), Line("32201", 0, reserve)]);
        }

        year.Clear();
        return requests;

        void Post(string summary, string kind, JsonObject[] lines)
        {
            var id = Id(month.ToString(), "end" + requests.Count);
            requests.Add(Voucher(id, $"{month}-31", kind, summary, lines));
            requests.Add(Request("review-voucher", id + ":r", Reviewer, new() { ["voucher"] = id }));
            requests.Add(Request("post-voucher", id + ":p", Reviewer, new() { ["voucher"] = id }));
        }
    }

    private IEnumerable<string> Unreviewed(Month month)
    {
        yield return Voucher(Id(month.ToString(), "late1"), "2025-12-30", "ordinary", "收标准厂房租金", [Line("10201", 4_800_000, 0), Line("50101", 0, 4_800_000)]);
        yield return Voucher(Id(month.ToString(), "late2"), "2025-12-31", "ordinary", "付厂房维修费", [Line("51101", 361_250, 0), Line("10201", 0, 361_250)]);
        yield return Voucher(Id(month.ToString(), "last"), "2025-12-31", "ordinary", "付办公用品", [Line("51301", 28_640, 0), Line("101", 0, 28_640)]);
    }

    private string Voucher(string id, string date, string kind, string summary, JsonObject[] lines)
    {
        var fields = new JsonObject
        {
            ["book"] = Book, ["date"] = date, ["kind"] = kind, ["summary"] = summary, ["attachmentCount"] = kind == "transfer" ? 0 : 1, ["lines"] = new JsonArray([.. lines]),
        };
        if (summary == "收仓库租金") fields["attachments"] = DemoFiles.Receipt;
        return Request("prepare-voucher", id, Accountant, fields);
    }

    /// <summary>A whole number of jiao within yuan bounds, from a linear congruential sequence.</summary>
    private long Amount(int fromYuan, int toYuan)
    {
        state = unchecked(state * 1_664_525 + 1_013_904_223);
        return (fromYuan * 10L + (state >> 8) % ((toYuan - fromYuan) * 10L)) * 10;
    }

    private string Id(params string[] parts) => DemoRequests.Id([code, .. parts]);
}
