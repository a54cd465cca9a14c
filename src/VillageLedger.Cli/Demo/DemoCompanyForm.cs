using System.Text.Json.Nodes;
using static VillageLedger.Cli.DemoRequests;

namespace VillageLedger.Cli;

/// <summary>
/// The joint land of case A once more, as if a company owned the building: 45,000,000 yuan of depreciation a year against 27,000,000 of rent leave nothing to
/// distribute, though the cash is there. Invented.
/// </summary>
internal sealed class DemoCompanyForm(IReadOnlyList<string> villages)
{
    public const string Venture = "jiucun-gongsi";

    public static readonly string Company = CreditCodeOf("91330110MA2JN0001");

    private const long Cost = DemoJointLand.PartOfCost * 9;
    private const long MonthRent = DemoJointLand.PartOfMonth * 9;
    private const int LifeMonths = 240;

    private static readonly string Book = $"company/{Company}";

    /// <summary>An invented code with its right check character.</summary>
    public static string CreditCodeOf(string first17) => first17 + CreditCode.CheckCharacter(first17);

    public IEnumerable<string> Founding()
    {
        yield return Request("register-company", Id(Venture, "company"), Accountant, new()
        {
            ["company"] = Company, ["name"] = "九村联合置业有限公司（虚构示例）", ["kind"] = "asset-operation", ["founded"] = "2021-07-01",
            ["shareholders"] = new JsonArray([.. villages.Select(village => new JsonObject { ["holder"] = village, ["subscribedFen"] = DemoJointLand.PartOfCost, ["paidInFen"] = DemoJointLand.PartOfCost })]),
        });
        yield return Request("open-book", Id(Venture, "open"), Accountant, new()
        {
            ["owner"] = Book, ["standard"] = Standards.SmallEnterprise2013, ["month"] = "2024-01", ["opening"] = new JsonArray(Line("1601", Cost, 0), Line("3001", 0, Cost)),
        });
        yield return Request("found-venture", Id(Venture, "found"), Accountant, new()
        {
            ["venture"] = Venture, ["name"] = "九村联合综合体·公司形式（虚构示例）", ["kind"] = "joint-land", ["form"] = VentureForms.Company, ["company"] = Company, ["month"] = "2024-01",
        });
        yield return Request("agree-shares", Id(Venture, "shares"), Accountant, new()
        {
            ["venture"] = Venture, ["from"] = "2021-07-01", ["resolution"] = "公司章程（示例）",
            ["shares"] = new JsonArray([.. villages.Select(village => new JsonObject { ["holder"] = village, ["weight"] = 1 })]),
        });
        yield return Request("state-expectation", Id(Venture, "expectation"), Accountant, new()
        {
            ["venture"] = Venture, ["from"] = "2024-01", ["assetFen"] = DemoJointLand.PartOfCost, ["yearFen"] = DemoJointLand.PartOfMonth * 12, ["source"] = "公开报道：建成后每村预计资产1亿元、年收入300万元",
        });
        yield return Request("place-in-service", Id(Venture, "service"), Accountant, new()
        {
            ["venture"] = Venture, ["date"] = "2023-12-31", ["costFen"] = Cost, ["areaSquareMetres"] = 80_000, ["usefulLifeMonths"] = LifeMonths, ["residualFen"] = 0,
        });
    }

    /// <summary>A month: rent, depreciation, closing; in December the year's end.</summary>
    public static IEnumerable<string> OfMonth(Month month)
    {
        var at = month.ToString();
        var date = LastDay(month);
        foreach (var request in Posted(Id(Venture, at, "rent"), Book, $"{at}-10", "收综合体租金（不含税）", "ordinary", Line("1002", MonthRent, 0), Line("5001", 0, MonthRent))) yield return request;
        var depreciation = Id(Venture, at, "depreciate");
        yield return Request("prepare-joint-entry", depreciation, Accountant, new() { ["venture"] = Venture, ["month"] = at, ["date"] = date });
        yield return Request("confirm-joint-entry", depreciation + ":c", Reviewer, new() { ["entry"] = depreciation });
        if (month.Number == 12)
        {
            const long Rent = MonthRent * 12;
            const long Depreciation = Cost / LifeMonths * 12;
            foreach (var request in Posted(Id(Venture, at, "income"), Book, date, "结转本年收入", "transfer", Line("5001", Rent, 0), Line("3103", 0, Rent))) yield return request;
            foreach (var request in Posted(Id(Venture, at, "cost"), Book, date, "结转本年成本", "transfer", Line("3103", Depreciation, 0), Line("5401", 0, Depreciation))) yield return request;
            foreach (var request in Posted(Id(Venture, at, "loss"), Book, date, "结转本年亏损", "transfer", Line("3104", Depreciation - Rent, 0), Line("3103", 0, Depreciation - Rent))) yield return request;
        }

        yield return Close(Id(Venture, at, "close"), Book, month);
    }
}
