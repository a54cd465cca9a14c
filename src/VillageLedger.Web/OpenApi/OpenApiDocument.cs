using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using VillageLedger.Requests;

namespace VillageLedger.Web;

/// <summary>
/// The description of the interface (OpenAPI 3.0): every request with its fields and an example, every report with its options, every other endpoint; from the pages of <c>docs</c>, the definitions of the reports and the tables
/// beside this file.
/// </summary>
internal static class OpenApiDocument
{
    private static readonly JsonSerializerOptions Writing = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lazy<(byte[] Bytes, string ETag)> Made = new(() =>
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(Document().ToJsonString(Writing).ReplaceLineEndings("\n") + "\n");
        return (bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
    });

    public static byte[] Bytes => Made.Value.Bytes;

    public static string ETag => Made.Value.ETag;

    private static JsonObject Document()
    {
        var paths = new JsonObject();
        foreach (var row in Table("endpoints.csv")) PathOf(paths, row["path"])[row["method"].ToLowerInvariant()] = Endpoint(row);
        var schemas = new JsonObject();
        foreach (var row in Table("schemas.csv")) schemas[row["name"]] = Schemas.OfWords(row["fields"]);
        schemas["Problem"]!["description"] = "RFC 9457; the code is stable: docs/ERRORS.md lists those of refusals.";
        schemas["Problem"]!["properties"]!["code"]!["enum"] = new JsonArray([.. CodesOfProblems().Select(code => (JsonNode)code)]);
        AddRequests(paths, schemas);
        AddReports(paths, schemas);
        return new()
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject
            {
                ["title"] = "VillageLedger", ["version"] = "1",
                ["description"] = "村集体经济账 — the interface of an event-sourced ledger. Amounts are whole fen. Sign in with POST /api/session; writes carry the session's token in X-CSRF-Token; ?lang=zh|en chooses the language of texts.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["responses"] = new JsonObject { ["Problem"] = new JsonObject { ["description"] = "What went wrong, where, and what to do", ["content"] = new JsonObject { ["application/problem+json"] = Content(Schemas.OfWord("Problem")) } } },
                ["securitySchemes"] = new JsonObject
                {
                    ["session"] = new JsonObject { ["type"] = "apiKey", ["in"] = "cookie", ["name"] = SessionCookie.Name, ["description"] = "Set by POST /api/session" },
                    ["csrf"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "X-CSRF-Token", ["description"] = "The csrfToken of GET /api/session; needed by writes only" },
                },
            },
        };
    }

    /// <summary>Codes of refusals, and those of the web that are no refusals.</summary>
    private static IEnumerable<string> CodesOfProblems() => Enum.GetValues<RefusalCode>().Select(code => Refusal.Of(code).StableCode)
        .Concat(ProblemCodes.All.Keys).Distinct().Order(StringComparer.Ordinal);

    private static JsonObject Endpoint(IReadOnlyDictionary<string, string> row)
    {
        var operation = Operation(row["tag"], $"{row["method"].ToLowerInvariant()}{row["path"].Replace("/api", "", StringComparison.Ordinal)}", row["summary"], row["title"], row["signed"] == "yes", row["method"] != "GET");
        var parameters = new JsonArray();
        foreach (var part in row["path"].Split('/').Where(part => part.StartsWith('{')))
            parameters.Add(new JsonObject { ["name"] = part[1..^1], ["in"] = "path", ["required"] = true, ["schema"] = Schemas.OfWord(part == "{position}" ? "integer" : "string") });
        foreach (var (name, type, isOptional) in Schemas.Named(row["query"])) parameters.Add(Query(name, Schemas.OfWord(type), !isOptional, null));
        if (row["path"].StartsWith("/api/", StringComparison.Ordinal)) parameters.Add(Language());
        if (parameters.Count > 0) operation["parameters"] = parameters;
        if (row["body"].Length > 0)
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = new JsonObject { [row["body"] == "file" ? "application/octet-stream" : "application/json"] = Content(Schemas.OfWord(row["body"])) } };
        operation["responses"]!.AsObject().Insert(0, row["answer"] == "none" ? "204" : "200", Answer(row["answer"]));
        return operation;
    }

    private static JsonObject Answer(string type) => type switch
    {
        "none" => new() { ["description"] = "Done" },
        "file" => new() { ["description"] = "The file", ["content"] = new JsonObject { ["*/*"] = Content(Schemas.OfWord("file")) } },
        "events" => new() { ["description"] = "Server-sent events", ["content"] = new JsonObject { ["text/event-stream"] = Content(Schemas.OfWord("string")) } },
        _ => new() { ["description"] = "The answer", ["content"] = new JsonObject { ["application/json"] = Content(Schemas.OfWord(type)) } },
    };

    private static void AddRequests(JsonObject paths, JsonObject schemas)
    {
        var page = DescribedPage.Of("REQUESTS.md");
        foreach (var name in RequestTypes.Names.Order(StringComparer.Ordinal))
        {
            var schema = "Request-" + name;
            schemas[schema] = Schemas.OfRequest(page[name], name);
            var operation = Operation("requests", "request-" + name, page[name].Summary, "", isSigned: true, isWrite: true);
            operation["parameters"] = new JsonArray(Query("dryRun", Schemas.OfWord("boolean"), false, "Decides and writes nothing"), Language());
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = new JsonObject { ["application/json"] = Content(new() { ["$ref"] = "#/components/schemas/" + schema }) } };
            operation["responses"]!.AsObject().Insert(0, "200", Answer("Outcome"));
            PathOf(paths, "/api/requests/" + name)["post"] = operation;
        }
    }

    private static void AddReports(JsonObject paths, JsonObject schemas)
    {
        var page = DescribedPage.Of("REPORTS.md");
        var offers = ReportEndpoints.OffersOf(VillageLedger.Language.English);
        foreach (var report in offers.All)
        {
            var section = page.GetValueOrDefault(report.Name);
            var (summary, title) = (section?.Summary ?? "", Texts.Of("report." + report.Name, VillageLedger.Language.Chinese));
            var row = new JsonObject();
            foreach (var column in section?.Rows.Where(one => !one.Name.StartsWith("--", StringComparison.Ordinal)) ?? []) row[column.Name.TrimEnd('†')] = ColumnOf(column);
            schemas["Row-" + report.Name] = new JsonObject { ["type"] = "object", ["description"] = "A row in format=json; format=view gives the same cells as arrays", ["properties"] = row };
            schemas["Report-" + report.Name] = new JsonObject
            {
                ["type"] = "object", ["required"] = new JsonArray("report", "asOf", "rows"),
                ["properties"] = new JsonObject
                {
                    ["report"] = Schemas.OfWord("string"), ["asOf"] = Schemas.OfWord("Moment"), ["head"] = new JsonObject { ["type"] = "object" },
                    ["rows"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["$ref"] = "#/components/schemas/Row-" + report.Name } },
                },
            };
            PathOf(paths, "/api/reports/" + report.Name)["get"] = Report(report, offers, "", summary, title, [], new() { ["oneOf"] = new JsonArray(new JsonObject { ["$ref"] = "#/components/schemas/Report-" + report.Name }, Schemas.OfWord("ReportView")) });
            PathOf(paths, $"/api/reports/{report.Name}/explain")["get"] = Report(
                report, offers, "-explain", "The facts that make a figure up", title, [Query("row", Schemas.OfWord("string"), true, "The cells that tell rows apart, joined by /"), Query("column", Schemas.OfWord("string"), true, null)], Schemas.OfWord("ReportView"));
            PathOf(paths, $"/api/reports/{report.Name}/diff")["get"] = Report(
                report, offers, "-diff", "What changed between two positions of the log", title, [Query("from-position", Schemas.OfWord("integer"), true, null), Query("to-position", Schemas.OfWord("integer"), false, null)], Schemas.OfWord("ReportView"));
        }
    }

    private static JsonObject Report(Catalog.ReportDefinition report, ReportOffers offers, string of, string summary, string title, JsonObject[] more, JsonObject answer)
    {
        var operation = Operation("reports", "report-" + report.Name + of, summary, title, isSigned: true, isWrite: false);
        var parameters = new JsonArray();
        foreach (var option in report.Options.Concat(offers.Clocks)) parameters.Add(OptionOf(option));
        foreach (var one in more) parameters.Add(one);
        parameters.Add(Query("format", Schemas.OfWord("json|view|csv|xlsx|html|pdf"), false, "json unless given"));
        parameters.Add(Query("page", Schemas.OfWord("integer"), false, null));
        parameters.Add(Query("rows", Schemas.OfWord("integer"), false, "Rows on a page"));
        parameters.Add(Language());
        operation["parameters"] = parameters;
        operation["responses"]!.AsObject().Insert(0, "200", new JsonObject { ["description"] = "The report, with an ETag", ["content"] = new JsonObject { ["application/json"] = Content(answer) } });
        return operation;
    }

    private static JsonObject OptionOf(Option option)
    {
        var described = ReportEndpoints.OptionOf(option);
        var type = described.Kind switch { "flag" => "boolean", "whole" => "integer", _ => "string" };
        var schema = described.Values is { Count: > 0 } values ? new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) } : Schemas.OfWord(type);
        return Query(described.Name, schema, described.Required, described.Title);
    }

    private static JsonObject ColumnOf(DescribedRow column)
    {
        var kind = column.Value.Split('|')[0].Trim();
        var schema = Schemas.OfWord(kind switch { "amount" or "count" or "quantity" or "rate" => "integer", "flag" => "boolean", _ => "string" });
        schema["nullable"] = true;
        schema["description"] = column.Meaning.Replace("|", "·", StringComparison.Ordinal);
        return schema;
    }

    private static JsonObject Operation(string tag, string id, string summary, string title, bool isSigned, bool isWrite)
    {
        const int Longest = 120;
        var operation = new JsonObject
        {
            ["tags"] = new JsonArray(tag),
            ["operationId"] = string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-').Replace("--", "-", StringComparison.Ordinal),
            ["summary"] = title.Length > 0 ? title : summary.Length > Longest ? summary[..Longest] + "…" : summary,
            ["description"] = summary,
            ["responses"] = new JsonObject { ["default"] = new JsonObject { ["$ref"] = "#/components/responses/Problem" } },
        };
        if (isSigned) operation["security"] = new JsonArray(isWrite ? new JsonObject { ["session"] = new JsonArray(), ["csrf"] = new JsonArray() } : new JsonObject { ["session"] = new JsonArray() });
        return operation;
    }

    private static JsonObject Query(string name, JsonObject schema, bool isRequired, string? description)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = "query", ["schema"] = schema };
        if (isRequired) parameter["required"] = true;
        if (description is { Length: > 0 }) parameter["description"] = description;
        return parameter;
    }

    private static JsonObject Language() => Query("lang", Schemas.OfWord("zh|en"), false, "The language of texts");

    private static JsonObject Content(JsonObject schema) => new() { ["schema"] = schema };

    private static JsonObject PathOf(JsonObject paths, string path)
    {
        if (paths[path] is JsonObject known) return known;
        var made = new JsonObject();
        paths[path] = made;
        return made;
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Table(string name)
    {
        using var stream = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi/" + name) ?? throw new InvalidOperationException($"Resource '{name}' is missing.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(CellsOf).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }

    private static List<string> CellsOf(string line)
    {
        var cells = new List<string>();
        for (var at = 0; at <= line.Length;)
        {
            var isQuoted = at < line.Length && line[at] == '"';
            var end = isQuoted ? line.IndexOf('"', at + 1) : line.IndexOf(',', at);
            if (end < 0) end = line.Length;
            cells.Add(line[(isQuoted ? at + 1 : at)..end]);
            at = end + (isQuoted ? 2 : 1);
        }

        return cells;
    }
}
