using System.Text.Json.Nodes;
using static VillageLedger.Cli.DemoRequests;

namespace VillageLedger.Cli;

/// <summary>
/// Case E, invented: two villages of an island and an operator share one ticket for half a year. The campsite's fixed 130,000 yuan go to the first village before
/// anything is shared; the rest goes by agreed weights. How the real ticket is split is not public.
/// </summary>
internal static class DemoTicket
{
    public const string Venture = "daopiao";

    private const string Book = "venture/" + Venture;
    private const string First = "330110902201";
    private const string Second = "330110902202";
    private const string Operator = "party/demo-operator";

    /// <summary>130,000 yuan a year.</summary>
    private const long FixedFen = 13_000_000;

    private static readonly string[] Villages = [First, Second];

    /// <summary>Ticket money of each month in fen, after VAT and the cost of selling.</summary>
    private static readonly long[] Tickets = [15_860_000, 18_430_005, 21_975_050, 38_640_020, 61_280_010, 42_315_015];

    public static IEnumerable<string> Founding()
    {
        foreach (var (code, name) in new[] { (First, "江洲村（虚构示例）"), (Second, "岛上第二村（虚构示例）") })
        {
            yield return Request("register-village", Id(code, "village"), Accountant, new() { ["village"] = code, ["name"] = name, ["township"] = "一票制示例乡", ["county"] = "余杭区" });
            yield return Request("open-book", Id(code, "open"), Accountant, new()
            {
                ["owner"] = "village/" + code, ["standard"] = Standards.Rural2023, ["month"] = "2024-01", ["opening"] = new JsonArray(Line("102", 30_000_000, 0), Line("311", 0, 30_000_000)),
            });
        }

        yield return Request("register-party", Id(Venture, "operator"), Accountant, new() { ["party"] = Operator, ["name"] = "示例营地运营公司", ["kind"] = "company" });
        yield return Request("found-venture", Id(Venture, "found"), Accountant, new()
        {
            ["venture"] = Venture, ["name"] = "岛游一票制（虚构示例，实际分成未公开）", ["kind"] = "shared-ticket", ["form"] = VentureForms.Contract, ["month"] = "2024-01",
        });
        yield return Request("agree-shares", Id(Venture, "shares"), Accountant, new()
        {
            ["venture"] = Venture, ["from"] = "2024-01-01", ["resolution"] = "一票制合作协议（示例）",
            ["shares"] = new JsonArray(Share("village/" + First, 40), Share("village/" + Second, 30), Share(Operator, 30)),
        });
        foreach (var code in Villages)
            yield return Request("authorise-allocations", Id(Venture, "authorise", code), Accountant, new() { ["venture"] = Venture, ["holder"] = "village/" + code, ["resolution"] = "村民代表会议决议（示例）" });
    }

    public static IEnumerable<string> OfMonth(Month month)
    {
        foreach (var request in Shared(month, Tickets[month.Number - 1])) yield return request;
        foreach (var code in Villages) yield return Close(Id(code, month.ToString(), "close"), "village/" + code, month);
        yield return Close(Id(Venture, month.ToString(), "close"), Book, month);
    }

    /// <summary>The months with tickets.</summary>
    public static IEnumerable<Month> Months => new Month(2024, 1).To(new Month(2024, Tickets.Length));

    private static IEnumerable<string> Shared(Month month, long totalFen)
    {
        var at = month.ToString();
        var allocation = Id(Venture, at, "allocate");
        foreach (var request in Posted(Id(Venture, at, "tickets"), Book, $"{at}-28", "收联票收入（不含税，已扣售票费用）", "ordinary", Line("1002", totalFen, 0), Line("2241", 0, totalFen))) yield return request;
        var terms = month.Number > 1 ? null : new JsonObject
        {
            ["steps"] = new JsonArray(
                new JsonObject { ["policy"] = AllocationPolicies.ByWeights, ["amountFen"] = FixedFen, ["terms"] = new JsonObject { ["basis"] = "given", ["weights"] = new JsonArray(Share("village/" + First, 1)) } },
                new JsonObject { ["policy"] = AllocationPolicies.ByShare, ["rest"] = true }),
        };
        yield return Request("allocate-income", allocation, Accountant, new()
        {
            ["venture"] = Venture, ["month"] = at, ["date"] = $"{at}-28", ["totalFen"] = totalFen, ["policy"] = terms is null ? AllocationPolicies.ByShare : AllocationPolicies.Sequence, ["terms"] = terms,
        });
        yield return Request("confirm-allocation", Id(Venture, at, "confirm"), Reviewer, new() { ["allocation"] = allocation });
    }

    private static JsonObject Share(string holder, long weight) => new() { ["holder"] = holder, ["weight"] = weight };
}
