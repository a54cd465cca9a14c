using VillageLedger.Support;

namespace VillageLedger.Web.Tests;

/// <summary>Requests over HTTP: one, several, all or none, by whoever is signed in.</summary>
public sealed class RequestEndpointTests(VillagesNode villages) : IClassFixture<VillagesNode>
{
    private readonly TestNode node = villages.Node;

    [Fact]
    public async Task An_id_that_somebody_else_used_is_neither_used_again_nor_read_back()
    {
        static string Voucher(string village, string summary) =>
            $$"""{"id":"mine-1","book":"{{village}}","date":"2026-02-10","summary":"{{summary}}","lines":[{"account":"101","debitFen":1},{"account":"501","creditFen":1}]}""";
        var (own, neighbours) = (Voucher(VillagesNode.Village, "租金"), Voucher("village/330110112202", "租金"));
        (await node.PostAsync("/api/requests/prepare-voucher", own)).Body.GetProperty("outcome").GetString().ShouldBe("done");
        (await node.PostAsync("/api/requests/prepare-voucher", own)).Body.GetProperty("outcome").GetString().ShouldBe("already-done");
        foreach (var (body, code) in new[] { (own, "not-permitted"), (neighbours, "id-reused") })
        {
            var (_, answer) = await node.PostAsync("/api/requests/prepare-voucher", body, VillagesNode.Neighbour);
            (answer.GetProperty("code").GetString(), answer.TryGetProperty("position", out _), answer.TryGetProperty("result", out _), answer.GetRawText().Contains(VillagesNode.Village, StringComparison.Ordinal)).ShouldBe((code, false, false, false));
        }

        // Not his, though he asks about the same book with the same words.
        (await node.PostAsync("/api/requests/prepare-voucher", own.Replace("{\"id\"", $"{{\"by\":\"{VillagesNode.County}\",\"id\"", StringComparison.Ordinal), VillagesNode.Neighbour)).Status.ShouldBeInRange(400, 499);
    }

    [Fact]
    public async Task Whose_invoice_it_is_is_told_to_who_sees_him_only()
    {
        var hash = new string('a', 64);
        string Claim(string id, string village) =>
            $$$"""{"request":"hand-in-claim","id":"{{{id}}}","by":"chen","book":"{{{village}}}","date":"2026-02-05","lines":[{"summary":"x","amountFen":1}],"payee":"village/330110112203","attachments":[{"name":"a.pdf","sha256":"{{{hash}}}","invoice":{"issuer":"91330110MA2AAAAA1X","number":"2533200000001"}}]}""";
        await villages.DoneAsync(Claim("inv-1", VillagesNode.Village));
        var outcome = await node.Ledger.Requests.DryRunAsync([TestLedger.Read(Claim("inv-2", "village/330110112202"))], atomic: false, cancellation: TestContext.Current.CancellationToken);
        outcome[0].Refusal!.Code.ShouldBe(RefusalCode.InvoiceInUse);
        foreach (var (user, tells) in new[] { ("330110112202", false), ("330110112", true) })
        {
            var scope = await Scopes.ScopeAsync(new(new("x"), "", [new(Role.Accountant, user)]), node.Ledger, TestContext.Current.CancellationToken);
            var shown = new RequestGuard(scope, node.Ledger, TestContext.Current.CancellationToken).Shown(outcome[0], Language.English).Refusal!.Message(Language.English);
            (shown.Contains("inv-1", StringComparison.Ordinal), shown.Contains(VillagesNode.Village, StringComparison.Ordinal)).ShouldBe((tells, tells), shown);
        }
    }

    private static string Voucher(string id, string account = "501", string more = "") =>
        $$"""{"id":"{{id}}","book":"{{VillagesNode.Village}}","date":"2026-02-10","summary":"租金","lines":[{"account":"101","debitFen":100},{"account":"{{account}}","creditFen":100}]{{more}}}""";

    [Fact]
    public async Task A_request_is_carried_out_once()
    {
        var (_, first) = await node.PostAsync("/api/requests/prepare-voucher", Voucher("once"));
        var (_, again) = await node.PostAsync("/api/requests/prepare-voucher", Voucher("once"));
        (first.GetProperty("outcome").GetString(), again.GetProperty("outcome").GetString(), again.GetProperty("position").GetInt64()).ShouldBe(("done", "already-done", first.GetProperty("position").GetInt64()));
    }

    [Fact]
    public async Task The_id_of_anothers_request_tells_nothing_of_it()
    {
        await node.PostAsync("/api/requests/prepare-voucher", Voucher("mine"));
        var (status, problem) = await node.PostAsync("/api/requests/prepare-voucher", Voucher("mine"), VillagesNode.Neighbour);
        (status is 403 or 422, problem.GetRawText().Contains("租金", StringComparison.Ordinal), problem.TryGetProperty("position", out _)).ShouldBe((true, false, false));
    }

    [Fact]
    public async Task Nobody_asks_in_anothers_name()
    {
        var (status, problem) = await node.PostAsync("/api/requests/prepare-voucher", Voucher("as-zhao", more: ",\"by\":\"zhao\""));
        (status, problem.GetProperty("code").GetString()).ShouldBe((422, "json-duplicate-key"));
    }

    [Fact]
    public async Task A_batch_is_done_whole_or_not_at_all_where_that_is_asked()
    {
        var two = $$"""[{"request":"prepare-voucher",{{Voucher("b-1")[1..]}},{"request":"prepare-voucher",{{Voucher("b-2", "999")[1..]}}]""";
        var (_, atomic) = await node.PostAsync("/api/requests", $$"""{"requests":{{two}},"atomic":true}""");
        var (_, dry) = await node.PostAsync("/api/requests", $$"""{"requests":{{two}},"dryRun":true}""");
        var (_, each) = await node.PostAsync("/api/requests", $$"""{"requests":{{two}}}""");
        Outcomes(atomic).ShouldBe(["refused", "refused"]);
        Outcomes(dry).ShouldBe(["done", "refused"]);
        Outcomes(each).ShouldBe(["done", "refused"]);
        atomic.GetProperty("outcomes")[0].GetProperty("code").GetString().ShouldBe("atomic-not-done");

        static IEnumerable<string?> Outcomes(System.Text.Json.JsonElement answer) => answer.GetProperty("outcomes").EnumerateArray().Select(one => one.GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"requests\":[]}")]
    [InlineData("{\"requests\":[1]}")]
    [InlineData("{\"requests\":[{\"request\":\"\\ud800\"}]}")]
    public async Task A_batch_of_another_form_is_wrong_usage(string body) => (await node.PostAsync("/api/requests", body)).Status.ShouldBe(400);
}
