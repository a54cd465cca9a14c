using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using VillageLedger.Requests;
using VillageLedger.Support;

namespace VillageLedger.Web.Tests;

/// <summary>Every path and method of the interface's document against every role, about its own village, its neighbour, another township: given to whom its entry says and to nobody else. Requests and reports are walked through in <see cref="AccessMatrixTests"/>.</summary>
[Collection(nameof(AccessWorld))]
public sealed class AccessDocumentTests(AccessWorld world)
{
    /// <summary>What somebody is told of what is not his, as of what is not there.</summary>
    private static readonly HashSet<string> Refusing = ["not-signed-in", "not-permitted", "not-there", "fact-unknown", "job-unknown", "session-unknown", "user-unknown", "file-unknown", "claim-unknown"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_path_and_method_of_the_document_has_an_entry() => Without(Document()).ShouldBeEmpty();

    [Fact]
    public void A_path_or_a_method_without_an_entry_is_found()
    {
        var document = Document();
        document["paths"]!["/api/planted"] = new JsonObject { ["get"] = new JsonObject() };
        document["paths"]!["/api/now"]!["delete"] = new JsonObject();
        document["paths"]!["/api/requests/planted"] = new JsonObject { ["post"] = new JsonObject() };
        document["paths"]!["/api/reports/planted/explain"] = new JsonObject { ["get"] = new JsonObject() };
        Without(document).ShouldBe(["delete /api/now", "get /api/planted", "get /api/reports/planted/explain", "post /api/requests/planted"], ignoreOrder: true);
    }

    [Fact]
    public void Every_entry_is_of_the_document()
    {
        var known = OperationsOf(Document()).ToHashSet(StringComparer.Ordinal);
        MatrixEntry.All.Select(entry => $"{entry.Method.ToLowerInvariant()} {entry.Path}").Where(one => !known.Contains(one)).ShouldBeEmpty();
        AccessRules.Requests.Keys.Select(name => "post /api/requests/" + name).Concat(AccessRules.Reports.Keys.Select(name => "get /api/reports/" + name)).Where(one => !known.Contains(one)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_address_is_given_to_whom_its_entry_says_and_tells_nothing_of_others()
    {
        var wrong = new ConcurrentBag<string>();
        var asked = from entry in MatrixEntry.All
                    from user in AccessWorld.Users.Append((User: TestNode.Nobody, Grant: null!, Sees: []))
                    from village in AccessWorld.Villages.Select((village, index) => (village, index)).DistinctBy(one => Filled(entry.Address + entry.Body, one.village, 0))
                    select (entry, user, village.village, village.index);
        await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancellation }, async (one, _) =>
        {
            var (entry, (user, grant, sees), village, index) = one;
            var fact = (await world.Node.Ledger.Log.FindRequestAsync("po" + village.Code[^1], Cancellation))!.LastPosition;
            var expected = entry.IsFor(grant?.Role, user != TestNode.Nobody) && entry.About switch
            {
                "village" => sees.Contains(index),
                "venture" => AccessWorld.SeesVenture.Contains(user),
                "company" => AccessWorld.SeesCompany.Contains(user),
                "own" => user == "accountant",
                _ => true,
            };
            var (address, body) = (Filled(entry.Address, village, fact), Filled(entry.Body, village, fact));
            // Jobs are not begun here: whether one would be says the same judgement.
            if (entry is { Path: "/api/jobs", Method: "POST" } && expected)
            {
                if (!await WouldBeginAsync(user, body)) wrong.Add($"{user} {entry.Method} {address} {body}: not begun");
                return;
            }

            var answer = await AskAsync(entry, address, body, user);
            var isGiven = !Refusing.Contains(CodeOf(answer.Text));
            if (isGiven != expected || (int)answer.Status is 429 or >= 500) wrong.Add($"{user} {entry.Method} {address} {body}: {(int)answer.Status}, expected {(expected ? "given" : "not given")}: {answer.Text[..Math.Min(answer.Text.Length, 160)]}");
            foreach (var canary in AccessWorld.Unseen(sees).SelectMany(AccessWorld.CanariesOf))
                if (answer.Text.Contains(canary, StringComparison.Ordinal) && !Uri.UnescapeDataString(address).Contains(canary, StringComparison.Ordinal) && !IsOpenName(entry, canary)) wrong.Add($"{user} {entry.Method} {address} tells {canary}");
        });
        wrong.Order(StringComparer.Ordinal).ShouldBeEmpty();
    }

    /// <summary>Whom a line of a voucher may name, and who holds a company or venture, is known by name.</summary>
    private static bool IsOpenName(MatrixEntry entry, string canary) =>
        (entry.Path.EndsWith("/parties", StringComparison.Ordinal) || entry.Path.StartsWith("/api/streams/", StringComparison.Ordinal)) && AccessWorld.Villages.Any(village => village.Name == canary);

    /// <summary>会计法 art. 35: what a cashier may not read in a report he does not read as a fact either; and a role counts only where it holds.</summary>
    [Fact]
    public async Task Facts_are_shown_to_the_roles_that_read_the_same_in_a_report()
    {
        var cashier = await ScopeOfAsync(new Grant(Role.Cashier, "330110112"));
        var both = await ScopeOfAsync(new Grant(Role.Cashier, "330110112201"), new Grant(Role.Accountant, "330110112202"));
        string[] streams = ["book/village/330110112201/2026-01", "cash/village/330110112201", "questions/village/330110112201", "assets/village/330110112201", "assets/village/330110112202", "venture/lian", "company/" + AccessWorld.Company, "party/p1", "member/m-1"];
        streams.Where(cashier.SeesStream).ShouldBe(["book/village/330110112201/2026-01", "cash/village/330110112201", "party/p1"]);
        streams.Where(both.SeesStream).ShouldBe(["book/village/330110112201/2026-01", "cash/village/330110112201", "assets/village/330110112202", "party/p1"]);
    }

    private Task<Scope> ScopeOfAsync(params Grant[] grants) => Scopes.ScopeAsync(new(new("somebody"), "", grants), world.Node.Ledger, Cancellation);

    private static JsonObject Document() => JsonNode.Parse(OpenApiDocument.Bytes)!.AsObject();

    private static IEnumerable<string> OperationsOf(JsonObject document) => document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key} {path.Key}"));

    /// <summary>What the document has and no table of access says anything of.</summary>
    private static IEnumerable<string> Without(JsonObject document)
    {
        var known = MatrixEntry.All.Select(entry => $"{entry.Method.ToLowerInvariant()} {entry.Path}")
            .Concat(AccessRules.Requests.Keys.Select(name => "post /api/requests/" + name))
            .Concat(AccessRules.Reports.Keys.SelectMany(name => (string[])["", "/explain", "/diff"], (name, part) => $"get /api/reports/{name}{part}")).ToHashSet(StringComparer.Ordinal);
        return OperationsOf(document).Where(one => !known.Contains(one));
    }

    private string Filled(string text, AccessWorld.CanaryVillage village, long fact) => text
        .Replace("{code}", village.Code, StringComparison.Ordinal).Replace("{n}", village.Code[^1..], StringComparison.Ordinal).Replace("{name}", village.Name, StringComparison.Ordinal)
        .Replace("{yuan}", (village.Fen[0] / 100m).ToString("F2", CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{fact}", fact.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{sha256}", AccessWorld.FileHash, StringComparison.Ordinal).Replace("{job}", world.Others.Job, StringComparison.Ordinal).Replace("{session}", world.Others.Session, StringComparison.Ordinal);

    private static string CodeOf(string text) => text.StartsWith("{\"type\":\"/errors/", StringComparison.Ordinal) ? JsonNode.Parse(text)!["code"]!.GetValue<string>() : "";

    private async Task<bool> WouldBeginAsync(string user, string body)
    {
        var viewer = AccessWorld.ViewerOf(AccessWorld.Users.Single(one => one.User == user));
        using var json = System.Text.Json.JsonDocument.Parse(body);
        var scope = await Scopes.ScopeAsync(viewer, world.Node.Ledger, Cancellation);
        return await JobKinds.WorkAsync(new(json.RootElement.GetProperty("kind").GetString()!, json.RootElement, scope, world.Node.Ledger, world.Node.Of<JobStore>(), world.Node.Of<AttachmentStore>(), Language.English), Cancellation) is not null;
    }

    private async Task<(HttpStatusCode Status, string Text)> AskAsync(MatrixEntry entry, string address, string body, string user)
    {
        using var content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, body[0] == '{' ? "application/json" : "application/octet-stream");
        using var answer = await world.Node.SendAsync(new(entry.Method), address, content, user);
        if (entry.Path != "/api/events" || answer.StatusCode != HttpStatusCode.OK) return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        // A stream has no end; what it tells of the past comes at once.
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancellation));
        var text = new StringBuilder();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        try
        {
            while (await reader.ReadLineAsync(patience.Token) is { } line) text.AppendLine(line);
        }
        catch (OperationCanceledException)
        {
            // What stands in it until now is enough.
        }

        var told = text.ToString();
        var sees = AccessWorld.Users.FirstOrDefault(one => one.User == user).Sees ?? [];
        foreach (var village in AccessWorld.Unseen(sees)) told.ShouldNotContain($"\"owner\":\"{village.Address}\"", Case.Sensitive, user);
        if (sees.Length > 0) told.ShouldContain("\"owner\":\"village/");
        return (answer.StatusCode, told);
    }
}
