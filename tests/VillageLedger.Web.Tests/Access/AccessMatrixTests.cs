using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VillageLedger.Catalog;
using VillageLedger.Support;

namespace VillageLedger.Web.Tests;

/// <summary>Every role against every request, report, export and address, about its own village, its neighbour and another township: nothing of a village is told to whoever may not see it.</summary>
[Collection(nameof(AccessWorld))]
public sealed class AccessMatrixTests(AccessWorld world)
{
    /// <summary>Requests and reports as the interface's document names them.</summary>
    private static readonly List<string> Paths = [.. JsonNode.Parse(OpenApiDocument.Bytes)!["paths"]!.AsObject().Select(path => path.Key)];

    private static readonly List<string> RequestNames = [.. Paths.Where(path => path.StartsWith("/api/requests/", StringComparison.Ordinal)).Select(path => path["/api/requests/".Length..])];

    private static readonly List<ReportDefinition> Reports =
        [.. Paths.Where(path => path.StartsWith("/api/reports/", StringComparison.Ordinal) && path.Count(c => c == '/') == 3).Select(path => ReportEndpoints.OffersOf(Language.English).Find(path["/api/reports/".Length..])!)];

    /// <summary>One who sees a village, one who sees a township of two, one who sees a company.</summary>
    private static readonly string[] Few = ["cashier", "centre", "manager", "clerk"];

    [Fact]
    public async Task Nothing_of_a_village_is_told_to_whoever_may_not_see_it()
    {
        (await TellTalesAsync(AccessWorld.Users.Select(user => user.User), everything: true, AccessWorld.CanariesOf)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_database_holds_where_the_program_filters_nothing()
    {
        Scopes.StateOf(world.Node.Ledger).IsProgramOff = true;
        try
        {
            // Names of villages are shown by every read model that gives names to addresses.
            (await TellTalesAsync(Few, everything: false, village => AccessWorld.CanariesOf(village).SkipLast(1))).ShouldBeEmpty();
        }
        finally
        {
            Scopes.StateOf(world.Node.Ledger).IsProgramOff = false;
        }
    }

    [Fact]
    public async Task The_program_holds_where_the_database_shows_everything()
    {
        Scopes.StateOf(world.Node.Ledger).IsDatabaseOff = true;
        try
        {
            (await TellTalesAsync(Few, everything: false, AccessWorld.CanariesOf)).ShouldBeEmpty();
        }
        finally
        {
            Scopes.StateOf(world.Node.Ledger).IsDatabaseOff = false;
        }
    }

    [Fact]
    public async Task With_neither_a_village_would_be_told_of()
    {
        var state = Scopes.StateOf(world.Node.Ledger);
        (state.IsProgramOff, state.IsDatabaseOff) = (true, true);
        try
        {
            (await TellTalesAsync(["cashier"], everything: false, AccessWorld.CanariesOf)).Count.ShouldBeGreaterThan(20);
        }
        finally
        {
            (state.IsProgramOff, state.IsDatabaseOff) = (false, false);
        }
    }

    [Fact]
    public async Task Who_may_see_a_village_is_told_of_it()
    {
        var missing = new List<string>();
        foreach (var (user, grant, sees) in AccessWorld.Users)
            foreach (var village in sees.Select(index => AccessWorld.Villages[index]))
                foreach (var report in (string[])["trial-balance", "voucher-list", "contracts", "claims", "voucher"])
                {
                    if (!AccessRules.Reports[report].Roles.Contains(grant.Role)) continue;
                    var answer = await AskAsync(HttpMethod.Get, $"/api/reports/{report}?{(report == "voucher" ? "voucher=" + village.Voucher : "book=" + village.Address)}", user);
                    if (answer.Status != HttpStatusCode.OK || !AccessWorld.CanariesOf(village).Any(answer.Text.Contains)) missing.Add($"{user} {report} {village.Name} {(int)answer.Status}");
                }

        missing.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_is_read_by_its_roles_about_what_they_see()
    {
        var wrong = new List<string>();
        foreach (var (user, grant, sees) in AccessWorld.Users)
            foreach (var definition in Reports)
                foreach (var (village, index) in AccessWorld.Villages.Select((village, index) => (village, index)))
                {
                    var rule = AccessRules.Reports[definition.Name];
                    var isAllowed = grant is not null && rule.Roles.Contains(grant.Role);
                    var isOfVillage = rule.Subjects.Any(subject => subject.Field is "book" or "voucher") && definition.Options.Any(option => option.Name is "--book" or "--voucher");
                    if (!isOfVillage && isAllowed) continue;
                    var status = (await AskAsync(HttpMethod.Get, Address(definition, village, "json"), user)).Status;
                    var expected = isAllowed && sees.Contains(index) ? "given" : "not given";
                    if ((status == HttpStatusCode.Forbidden ? "not given" : "given") != expected) wrong.Add($"{user} {definition.Name} {village.Name}: {(int)status}, expected {expected}");
                }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_is_asked_by_its_roles_about_what_they_see()
    {
        var wrong = new List<string>();
        foreach (var name in RequestNames)
            foreach (var (user, grant, sees) in AccessWorld.Users)
                foreach (var (village, index) in AccessWorld.Villages.Select((village, index) => (village, index)))
                {
                    var (body, isOfVillage) = BodyOf(name, village);
                    var isAllowed = grant is not null && AccessRules.Requests[name].Roles.Contains(grant.Role);
                    if (isAllowed && !isOfVillage) continue;
                    var answer = await AskAsync(HttpMethod.Post, $"/api/requests/{name}?dryRun=true", user, body);
                    var expected = isAllowed && sees.Contains(index) ? "given" : "not given";
                    if ((answer.Status == HttpStatusCode.Forbidden ? "not given" : "given") != expected || (int)answer.Status is 429 or >= 500) wrong.Add($"{user} {name} {village.Name}: {(int)answer.Status}, expected {expected}: {answer.Text[..Math.Min(200, answer.Text.Length)]}");
                    foreach (var other in AccessWorld.Unseen(sees).Where(other => !body.Contains(other.Name, StringComparison.Ordinal)))
                        if (AccessWorld.CanariesOf(other).FirstOrDefault(answer.Text.Contains) is { } canary) wrong.Add($"{user} {name} tells {canary}");
                }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("v2")]
    [InlineData("there-is-none")]
    public async Task What_is_anothers_is_answered_like_what_is_not_there(string voucher)
    {
        var answer = await AskAsync(HttpMethod.Post, "/api/requests/return-voucher", "reviewer", $$"""{"id":"probe","voucher":"{{voucher}}"}""");
        (answer.Status, JsonNode.Parse(answer.Text)!["code"]!.GetValue<string>()).ShouldBe((HttpStatusCode.Forbidden, "not-permitted"));
    }

    [Fact]
    public async Task An_id_that_somebody_else_used_says_nothing_of_what_for()
    {
        var body = $$"""{"id":"{{AccessWorld.Villages[1].Voucher}}","book":"{{AccessWorld.Villages[0].Address}}","date":"2026-01-10","summary":"x","lines":[{"account":"101","debitFen":1},{"account":"501","creditFen":1}]}""";
        var answer = JsonNode.Parse((await AskAsync(HttpMethod.Post, "/api/requests/prepare-voucher", "accountant", body)).Text)!.AsObject();
        (answer["code"]!.GetValue<string>(), answer.ContainsKey("position"), answer.ContainsKey("result")).ShouldBe(("id-reused", false, false));
    }

    [Fact]
    public async Task One_line_of_a_batch_that_is_not_permitted_undoes_all_of_them()
    {
        var requests = string.Join(',', AccessWorld.Villages.Take(2).Select((village, i) =>
            $$"""{"request":"prepare-voucher","id":"batch{{i}}","book":"{{village.Address}}","date":"2026-01-10","summary":"x","lines":[{"account":"101","debitFen":1},{"account":"501","creditFen":1}]}"""));
        var answer = await AskAsync(HttpMethod.Post, "/api/requests", "accountant", $$"""{"requests":[{{requests}}],"atomic":true}""");
        JsonNode.Parse(answer.Text)!["outcomes"]!.AsArray().Select(outcome => outcome!["code"]?.GetValue<string>()).ShouldBe(["atomic-not-done", "not-permitted"]);
    }

    /// <summary>Every answer that tells something of a village to somebody who may not see it.</summary>
    /// <param name="everything">Whether every format and every other address, too; else reports only.</param>
    private async Task<List<string>> TellTalesAsync(IEnumerable<string> users, bool everything, Func<AccessWorld.CanaryVillage, IEnumerable<string>> canariesOf)
    {
        var told = new ConcurrentBag<string>();
        var newest = (await world.Node.Ledger.Log.NewestAsync(TestContext.Current.CancellationToken)).Position;
        var figures = await FiguresAsync();
        var asked = from user in AccessWorld.Users
                    where users.Contains(user.User)
                    from address in AddressesOf(user.User, newest, everything, figures).Distinct(StringComparer.Ordinal)
                    select (user.User, Address: address, Canaries: AccessWorld.Unseen(user.Sees).SelectMany(canariesOf).ToList());
        await Parallel.ForEachAsync(asked.Where(one => one.Canaries.Count > 0), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken }, async (one, _) =>
        {
            var answer = await AskAsync(HttpMethod.Get, one.Address, one.User);
            if ((int)answer.Status is 429 or >= 500) told.Add($"{one.User} GET {one.Address}: {(int)answer.Status} {answer.Text}");
            // A question that holds a name may be answered with it; and whom a line of a voucher may name, or who holds a company, is known by name.
            foreach (var canary in one.Canaries.Where(canary => answer.Text.Contains(canary, StringComparison.Ordinal) && !Uri.UnescapeDataString(one.Address).Contains(canary, StringComparison.Ordinal)))
                if (!((one.Address.EndsWith("/parties", StringComparison.Ordinal) || one.Address.StartsWith("/api/streams/", StringComparison.Ordinal)) && AccessWorld.Villages.Any(village => village.Name == canary))) told.Add($"{one.User} GET {one.Address} tells {canary}");
        });
        return [.. told.Order(StringComparer.Ordinal)];
    }

    /// <summary>A row and a column with an amount of each report and village, as the regulator sees them: others ask for the same.</summary>
    private async Task<Dictionary<string, string>> FiguresAsync()
    {
        var figures = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var definition in Reports)
            foreach (var village in AccessWorld.Villages)
            {
                var address = Address(definition, village, "view");
                var answer = await AskAsync(HttpMethod.Get, address, "regulator");
                if (answer.Status != HttpStatusCode.OK || JsonNode.Parse(answer.Text) is not { } view || view["rows"]!.AsArray() is not { Count: > 0 } rows) continue;
                var columns = view["columns"]!.AsArray().Select((column, index) => (Name: column!["name"]!.GetValue<string>(), Kind: column["kind"]!.GetValue<string>(), IsKey: column["isKey"]!.GetValue<bool>(), Index: index)).ToList();
                if (columns.FirstOrDefault(column => column.Kind == "fen") is not { Name: { } amount }) continue;
                var key = string.Join('/', columns.Where(column => column.IsKey).Select(column => rows[^1]![column.Index]?.ToString() ?? ""));
                figures[address] = $"&row={Uri.EscapeDataString(key)}&column={amount}";
            }

        return figures;
    }

    private static IEnumerable<string> AddressesOf(string user, long newest, bool everything, Dictionary<string, string> figures)
    {
        var formats = everything && user is "accountant" or "auditor" ? (string[])["json", "csv", "view", "html", "xlsx"] : ["json"];
        foreach (var definition in Reports)
            foreach (var village in AccessWorld.Villages)
            {
                foreach (var format in formats) yield return Address(definition, village, format);
                foreach (var by in definition.Options.Where(option => option.Name == "--by").SelectMany(option => option.GetCompletions(System.CommandLine.Completions.CompletionContext.Empty))) yield return Address(definition, village, "json", ("by", by.Label));
                if (definition.Options.Any(option => option.Name == "--names")) yield return Address(definition, village, "json", ("names", "true"));
                if (definition.Options.Any(option => option.Name == "--place")) yield return Address(definition, village, "json", ("place", village.Code[..9]), ("book", ""), ("group", ""));
                if (definition.Options.Any(option => option.Name == "--holder")) yield return Address(definition, village, "json", ("holder", village.Address), ("payer", ""), ("venture", ""));
                if (definition.Options.Any(option => option.Name == "--holder")) yield return Address(definition, village, "json", ("holder", $"member/m-{village.Code[^1]}"), ("payer", ""), ("venture", ""));
                if (definition.CanRestate) yield return Address(definition, village, "json", ("restated", "true"));
                if (figures.TryGetValue(Address(definition, village, "view"), out var figure)) yield return Address(definition, village, "view").Replace("?", "/explain?", StringComparison.Ordinal) + figure;
                yield return Address(definition, village, "view").Replace("?", "/diff?", StringComparison.Ordinal) + $"&from-position=20&to-position={newest}";
            }

        if (!everything) yield break;
        for (var position = 1L; position <= newest; position++) yield return $"/api/facts/{position}";
    }

    /// <summary>A report about a village, with whatever it needs.</summary>
    internal static string Address(ReportDefinition definition, AccessWorld.CanaryVillage village, string format, params (string Name, string Value)[] with)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal) { ["format"] = format };
        foreach (var name in definition.Options.Select(option => option.Name[2..]))
            if (ValueOf(name, village, definition) is { } value) options[name] = value;
        options["year"] = "2026";
        foreach (var (name, value) in with) options[name] = value;
        if (definition.Name is "asset-cards" or "depreciation" or "month-check")
        {
            options.Remove("year");
            options["month"] = "2026-01";
        }

        return $"/api/reports/{definition.Name}?{string.Join('&', options.Where(option => option.Value.Length > 0).Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value)}"))}";
    }

    private static string? ValueOf(string option, AccessWorld.CanaryVillage village, ReportDefinition definition) => option switch
    {
        "book" or "payer" or "village" => village.Address,
        "venture" when definition.Options.All(one => one.Name != "--payer") => "lian",
        "company" => AccessWorld.Company,
        "voucher" when definition.Options.Single(one => one.Name == "--voucher").Required => village.Voucher,
        "contract" when definition.Options.Single(one => one.Name == "--contract").Required => "zl-" + village.Code[^1],
        "account" when definition.Options.Single(one => one.Name == "--account").Required => "501",
        "party" when definition.Options.Single(one => one.Name == "--party").Required => "party/p" + village.Code[^1],
        "place" when definition.Options.Single(one => one.Name == "--place").Required => village.Code,
        "group" => "g" + village.Code[^1],
        _ => null,
    };

    /// <summary>The example of docs/REQUESTS.md, about a village; and whether it is about one at all.</summary>
    private static (string Json, bool IsOfVillage) BodyOf(string name, AccessWorld.CanaryVillage village)
    {
        var body = Example(name);
        var isOfVillage = false;
        body.Remove("request");
        body.Remove("by");
        body["id"] = $"m-{name}-{village.Code}";
        foreach (var subject in AccessRules.Requests[name].Subjects)
        {
            if (!body.ContainsKey(subject.Field)) continue;
            var value = subject.Kind switch
            {
                "owner" or "holder" or "scope" => village.Address,
                "village" or "place" => village.Code,
                "request" => subject.Field switch { "claim" => "cl", "question" => "qu", _ => "v" } + village.Code[^1],
                _ => null,
            };
            if (subject.Kind == "held") body[subject.Field] = "lian";
            if (value is null || subject.Field == "county" || (name is "rename-place" or "set-threshold")) continue;
            isOfVillage = true;
            body[subject.Field] = body[subject.Field] is JsonArray ? new JsonArray(value) : value;
        }

        // An allocation is a venture's; there is none of a village.
        return (body.ToJsonString(), isOfVillage && !AccessRules.Requests[name].Subjects.Any(subject => subject.Field is "allocation" or "payment" or "entry"));
    }

    private static readonly Lazy<Dictionary<string, string>> Examples = new(() => Page.Sections("REQUESTS.md")
        .Select(section => (section.Heading, Match: Regex.Match(section.Text, "```json\n(\\{\"request\".*?)\n```", RegexOptions.Singleline))).Where(one => one.Match.Success)
        .ToDictionary(one => one.Heading, one => one.Match.Groups[1].Value.Split('\n')[0], StringComparer.Ordinal));

    private static JsonObject Example(string name) => JsonNode.Parse(Examples.Value[name])!.AsObject();

    private async Task<(HttpStatusCode Status, string Text)> AskAsync(HttpMethod method, string address, string user, string? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Test-User", user);
        using var answer = await world.Node.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, bytes is [(byte)'P', (byte)'K', ..] ? Unzipped(bytes) : Encoding.UTF8.GetString(bytes));
    }

    private static string Unzipped(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
