using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VillageLedger.Cli;

/// <summary>Requests of the demonstration as JSON, and who makes them.</summary>
internal static class DemoRequests
{
    public const string Accountant = "daili-kuaiji-1";
    public const string Reviewer = "zhuban-kuaiji-1";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Id(params string[] parts) => string.Join(':', ["demo", .. parts]);

    public static string Request(string name, string id, string by, JsonObject fields)
    {
        var request = new JsonObject { ["request"] = name, ["id"] = id, ["by"] = by };
        foreach (var (key, value) in fields.ToList())
        {
            fields.Remove(key);
            request[key] = value;
        }

        return request.ToJsonString(Plain);
    }

    public static JsonObject Line(string account, long debit, long credit, string? project = null)
    {
        var line = new JsonObject { ["account"] = account };
        if (debit != 0) line["debitFen"] = debit;
        if (credit != 0) line["creditFen"] = credit;
        if (project is not null) line["project"] = project;
        return line;
    }

    /// <summary>A voucher from its preparing to its posting.</summary>
    public static IEnumerable<string> Posted(string id, string book, string date, string summary, string kind, params JsonObject[] lines) =>
    [
        Request("prepare-voucher", id, Accountant, new()
        {
            ["book"] = book, ["date"] = date, ["kind"] = kind, ["summary"] = summary, ["attachmentCount"] = kind == "transfer" ? 0 : 1, ["lines"] = new JsonArray([.. lines]),
        }),
        Request("review-voucher", id + ":r", Reviewer, new() { ["voucher"] = id }),
        Request("post-voucher", id + ":p", Reviewer, new() { ["voucher"] = id }),
    ];

    public static string Close(string id, string book, Month month) => Request("close-month", id, Reviewer, new() { ["book"] = book, ["month"] = month.ToString() });

    public static string LastDay(Month month) => $"{month}-{month.LastDay.Day:D2}";
}
