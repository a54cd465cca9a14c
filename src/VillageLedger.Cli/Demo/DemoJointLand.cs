using System.Text.Json.Nodes;
using static VillageLedger.Cli.DemoRequests;

namespace VillageLedger.Cli;

/// <summary>
/// Case A, invented: nine villages build on reserved land and let the building for two years. How they really share is not public: here each has the same part,
/// and each month brings what makes the published 3,000,000 yuan a year for each village; the dates are moved so that two years lie behind.
/// </summary>
internal sealed class DemoJointLand(IReadOnlyList<string> villages)
{
    public const string Venture = "jiucun";

    /// <summary>900,000,000 yuan.</summary>
    private const long Cost = 90_000_000_000;

    /// <summary>Twenty years.</summary>
    private const int LifeMonths = 240;

    /// <summary>27,000,000 yuan a year.</summary>
    private const long MonthTotal = 225_000_000;

    private const int Villages = 9;

    /// <summary>A village's part of the cost, in fen.</summary>
    public const long PartOfCost = Cost / Villages;

    /// <summary>A village's part of a month's income, in fen.</summary>
    public const long PartOfMonth = MonthTotal / Villages;

    private const string Book = "venture/" + Venture;
    private const string Cashier = "chuna-1";

    /// <summary>A village's part of a month's depreciation: 375,000,000 fen over nine is no whole number, so the months differ by a fen between villages.</summary>
    public static long PartOfDepreciation(int village) => Cost / LifeMonths / Villages + (village < Cost / LifeMonths % Villages ? 1 : 0);

    /// <summary>From the bid to the first day in service.</summary>
    public IEnumerable<string> Founding()
    {
        yield return Request("found-venture", Id(Venture, "found"), Accountant, new()
        {
            ["venture"] = Venture, ["name"] = "九村联合综合体（虚构示例，实际分成未公开）", ["kind"] = "joint-land", ["form"] = VentureForms.CoOwned, ["month"] = "2024-01",
        });
        yield return Request("record-parcel", Id(Venture, "parcel"), Accountant, new()
        {
            ["venture"] = Venture, ["parcel"] = "示例留用地1号", ["areaSquareMetres"] = 40_000, ["location"] = "余杭街道（示例）", ["date"] = "2021-06-18", ["provider"] = villages[8], ["document"] = "成交确认书（示例）",
        });
        yield return Request("agree-shares", Id(Venture, "shares"), Accountant, new()
        {
            ["venture"] = Venture, ["from"] = "2021-07-01", ["resolution"] = "九村联席会议决议第1号（示例）",
            ["shares"] = new JsonArray([.. villages.Select(village => new JsonObject { ["holder"] = village, ["weight"] = 1 })]),
        });
        yield return Request("state-expectation", Id(Venture, "expectation"), Accountant, new()
        {
            ["venture"] = Venture, ["from"] = "2024-01", ["assetFen"] = PartOfCost, ["yearFen"] = PartOfMonth * 12, ["source"] = "公开报道：建成后每村预计资产1亿元、年收入300万元",
        });
        foreach (var (i, village) in villages.Index())
            yield return Request("authorise-allocations", Id(Venture, "authorise", $"{i}"), Accountant, new() { ["venture"] = Venture, ["holder"] = village, ["resolution"] = $"村民代表会议决议2021-{i + 1:D2}（示例）" });
        foreach (var request in Building()) yield return request;
    }

    /// <summary>Three calls of capital, each paid in by all; construction by progress; in service with the last day of 2023.</summary>
    private IEnumerable<string> Building()
    {
        yield return Request("register-party", Id(Venture, "builder"), Accountant, new() { ["party"] = "demo-builder", ["name"] = "示例建设集团", ["kind"] = "company" });
        yield return Request("let-construction", Id(Venture, "contract"), Accountant, new()
        {
            ["venture"] = Venture, ["contract"] = "GC-1", ["contractor"] = "party/demo-builder", ["date"] = "2021-10-08", ["works"] = "80000平方米综合体施工总承包", ["amountFen"] = Cost,
        });
        foreach (var (call, year) in new[] { (1, 2021), (2, 2022), (3, 2023) })
        {
            // 40, 30 and 30 million yuan from each village.
            var each = PartOfCost / 10 * (call == 1 ? 4 : 3);
            yield return Request("call-capital", Id(Venture, "call", $"{call}"), Accountant, new()
            {
                ["venture"] = Venture, ["date"] = $"{year}-10-15", ["dueOn"] = $"{year}-11-30", ["resolution"] = $"九村联席会议缴款决议第{call}号（示例）",
                ["amounts"] = new JsonArray([.. villages.Select(village => new JsonObject { ["holder"] = village, ["amountFen"] = each })]),
            });
            foreach (var (i, village) in villages.Index())
                yield return Request("contribute", Id(Venture, "cash", $"{call}", $"{i}"), Accountant, new()
                {
                    ["venture"] = Venture, ["holder"] = village, ["date"] = $"{year}-11-{20 + i:D2}", ["kind"] = "cash", ["amountFen"] = each, ["call"] = Id(Venture, "call", $"{call}"),
                });
            yield return Request("record-construction-cost", Id(Venture, "cost", $"{call}"), Accountant, new()
            {
                ["venture"] = Venture, ["contract"] = "GC-1", ["date"] = $"{year}-12-20", ["amountFen"] = each * Villages, ["progressPpm"] = call == 1 ? 400_000 : call == 2 ? 700_000 : 1_000_000,
            });
        }

        yield return Request("place-in-service", Id(Venture, "service"), Accountant, new()
        {
            ["venture"] = Venture, ["date"] = "2023-12-31", ["costFen"] = Cost, ["areaSquareMetres"] = 80_000, ["usefulLifeMonths"] = LifeMonths, ["residualFen"] = 0,
        });
    }

    /// <summary>A month: rent received, allocated, confirmed, paid to each village but, in the newest month, to the last; depreciation; closing.</summary>
    public IEnumerable<string> OfMonth(Month month, bool isNewest)
    {
        var at = month.ToString();
        var date = LastDay(month);
        foreach (var request in Posted(Id(Venture, at, "rent"), Book, $"{at}-10", "收综合体租金（不含税，已扣运营费用）", "ordinary", Line("1002", MonthTotal, 0), Line("2241", 0, MonthTotal))) yield return request;
        var allocation = Id(Venture, at, "allocate");
        yield return Request("allocate-income", allocation, Accountant, new()
        {
            ["venture"] = Venture, ["month"] = at, ["date"] = date, ["totalFen"] = MonthTotal, ["policy"] = AllocationPolicies.Equal,
        });
        yield return Request("confirm-allocation", Id(Venture, at, "confirm"), Reviewer, new() { ["allocation"] = allocation });
        foreach (var (i, village) in villages.Index().SkipLast(isNewest ? 1 : 0))
            yield return Request("pay-allocation", Id(Venture, at, "pay", $"{i}"), Cashier, new()
            {
                ["allocation"] = allocation, ["holder"] = village, ["date"] = date, ["amountFen"] = PartOfMonth, ["bankAccount"] = $"2010000000{i + 1:D4}", ["reference"] = $"SL{month.Key}{i + 1:D2}",
            });
        var depreciation = Id(Venture, at, "depreciate");
        yield return Request("prepare-joint-entry", depreciation, Accountant, new() { ["venture"] = Venture, ["month"] = at, ["date"] = date });
        yield return Request("confirm-joint-entry", depreciation + ":c", Reviewer, new() { ["entry"] = depreciation });
        yield return Close(Id(Venture, at, "close"), Book, month);
    }
}
