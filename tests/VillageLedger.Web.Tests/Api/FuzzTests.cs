using System.Net;
using System.Text;
using System.Text.Json;

namespace VillageLedger.Web.Tests;

/// <summary>Whatever is asked: no fault of the program, nothing of its inside in the answer, no text that a browser would run.</summary>
public sealed class FuzzTests(VillagesNode villages) : IClassFixture<VillagesNode>
{
    private const int Requests = 10_000;

    private static readonly string[] Nasty =
    [
        "", " ", "'", "\"", "\0", "../../etc/passwd", "..%2f..%2f", "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "@SUM(1)", "9223372036854775807", "-1", "1e308", "NaN", "null", "true", "\ud83c\udf3e", "ÿ", "%00", "{}", "[]", "{\"a\":",
        "2025-13", "9999-12", "@/etc/passwd", "--names", "2025-02-30", "0000-00", "village/", "village/330110112201", "village/330110112202", "v-1", "v-1/1", "v-1~99999", "venture/sancun", "member/x", new('9', 400), new('稻', 3000), "\u202e", "a;drop table web.job--", "${jndi:ldap://x}", "%s%n", "\r\nSet-Cookie: a=b",
    ];

    private static readonly JsonElement Document = JsonDocument.Parse(OpenApiDocument.Bytes).RootElement;

    private readonly TestNode node = villages.Node;

    [Fact]
    public async Task Ten_thousand_odd_requests_meet_no_fault_of_the_program()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var operations = Document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => (path.Name, Method: new HttpMethod(method.Name.ToUpperInvariant()), Operation: method.Value))).Where(one => !IsLeftOut(one.Name)).ToList();
        var faults = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Requests), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, async (number, cancellation) =>
        {
            // One generator for each request: what went wrong is asked again by its seed and number.
            var random = new Random(HashCode.Combine(seed, number));
            var (path, method, operation) = operations[random.Next(operations.Count)];
            using var request = new HttpRequestMessage(method, new Uri(AddressOf(random, path, operation), UriKind.Relative)) { Content = method == HttpMethod.Get ? null : BodyOf(random, operation) };
            if (random.Next(4) == 0) request.Headers.Add("X-Test-User", VillagesNode.Neighbour);
            using var answer = await node.Client.SendAsync(request, cancellation);
            var text = await answer.Content.ReadAsStringAsync(cancellation);
            var type = answer.Content.Headers.ContentType?.MediaType ?? "";
            if (answer.StatusCode >= HttpStatusCode.InternalServerError || text.Contains("   at VillageLedger", StringComparison.Ordinal) || text.Contains("Npgsql", StringComparison.Ordinal) || answer.Headers.Contains("Set-Cookie")
                || (type == "text/html" && text.Contains("<script>alert", StringComparison.Ordinal)) || (!answer.IsSuccessStatusCode && answer.StatusCode != HttpStatusCode.NotModified && type != "application/problem+json"))
                faults.Add($"{seed}/{number} {method} {request.RequestUri}: {(int)answer.StatusCode} {type} {text[..Math.Min(text.Length, 300)]}");
        });
        faults.Take(5).ShouldBeEmpty($"{faults.Count} of {Requests}, seed {seed}");
    }

    /// <summary>What never ends, runs for long or prints a page; and what sets the cookie.</summary>
    private static bool IsLeftOut(string path) => path is "/api/events" or "/api/jobs" or "/api/session" || path.StartsWith("/api/print", StringComparison.Ordinal);

    private static string AddressOf(Random random, string path, JsonElement operation)
    {
        var address = new StringBuilder();
        foreach (var part in path.Split('/').Skip(1)) address.Append('/').Append(part.StartsWith('{') ? Escaped(Short(random).Trim('.', '/', ' ', '\0') is { Length: > 0 } text ? text : "x") : part);
        var parameters = operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray().Where(one => one.GetProperty("in").GetString() == "query").ToList() : [];
        var separator = '?';
        foreach (var parameter in parameters.Where(one => random.Next(3) == 0 || (one.TryGetProperty("required", out _) && random.Next(5) > 0)))
        {
            var name = parameter.GetProperty("name").GetString()!;
            // A page in a browser for a PDF takes a second each.
            var value = name == "format" ? (random.Next(2) == 0 ? "view" : Short(random)) : random.Next(2) == 0 ? Usual(name) : Short(random);
            address.Append(separator).Append(name).Append('=').Append(Escaped(value));
            separator = '&';
        }

        return address.ToString();
    }

    private static string Usual(string name) => name switch
    {
        "book" or "payer" or "owner" => VillagesNode.Village, "month" => "2026-01", "year" => "2026", "from" => "2026-01", "to" => "2026-03", "venture" => "sancun", "voucher" => "v-1", "place" => "330110", "account" => "501", "at" => "3", _ => "1",
    };

    private static HttpContent BodyOf(Random random, JsonElement operation)
    {
        if (operation.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var json) && json.GetProperty("schema").TryGetProperty("$ref", out var reference)
            && Document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]) is var schema && schema.TryGetProperty("example", out var example) && random.Next(5) > 0)
        {
            var text = example.GetRawText();
            for (var i = random.Next(3); i > 0; i--) text = Spoilt(random, text);
            return new StringContent(text, Encoding.UTF8, "application/json");
        }

        var bytes = random.Next(2) == 0 ? Encoding.UTF8.GetBytes(One(random)) : new byte[random.Next(200)];
        if (bytes.Length > 0 && random.Next(2) == 0) random.NextBytes(bytes);
        return new ByteArrayContent(bytes);
    }

    /// <summary>One value of a JSON text replaced, or the text cut off.</summary>
    private static string Spoilt(Random random, string json)
    {
        if (random.Next(6) == 0) return json[..random.Next(json.Length + 1)];
        var quotes = json.Index().Where(c => c.Item == ':').Select(c => c.Index).ToList();
        if (quotes.Count == 0) return json;
        var colon = quotes[random.Next(quotes.Count)];
        var end = json.AsSpan(colon).IndexOfAny(",}") is >= 0 and var found ? colon + found : json.Length;
        return json[..(colon + 1)] + (random.Next(2) == 0 ? JsonSerializer.Serialize(One(random)) : One(random)) + json[end..];
    }

    private static string One(Random random) => Nasty[random.Next(Nasty.Length)];

    /// <summary>What the server itself lets into an address.</summary>
    private static string Short(Random random) => One(random) is { Length: <= 400 } text && !(text == "\0" && random.Next(2) == 0) ? text : "x";

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    [Fact]
    public async Task A_text_with_a_script_comes_back_as_JSON_and_escaped_in_print_and_harmless_in_CSV()
    {
        const string Script = "<script>alert(1)</script>";
        await villages.DoneAsync($$"""{"request":"prepare-voucher","id":"xss-1","by":"zhao","book":"{{VillagesNode.Village}}","date":"2026-02-10","summary":"{{Script}}","lines":[{"account":"101","debitFen":1,"summary":"=HYPERLINK(1)"},{"account":"501","creditFen":1,"summary":"@x"}]}""");
        foreach (var format in new[] { "json", "view", "html", "csv" })
        {
            using var answer = await node.SendAsync(HttpMethod.Get, $"/api/reports/voucher?voucher=xss-1&format={format}");
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
            if (format == "html") text.ShouldNotContain(Script);
            if (format == "csv") (text.Contains("\"=HYPER", StringComparison.Ordinal) || text.Contains(",=HYPER", StringComparison.Ordinal) || text.Contains(",@x", StringComparison.Ordinal)).ShouldBeFalse();
        }

        using var printed = await node.SendAsync(HttpMethod.Get, "/api/print/voucher?voucher=xss-1&format=html");
        (await printed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain(Script);
    }
}
