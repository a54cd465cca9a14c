namespace VillageLedger.Web.Tests;

/// <summary>Requests over HTTP: one, several, all or none, by whoever is signed in.</summary>
public sealed class RequestEndpointTests(VillagesNode villages) : IClassFixture<VillagesNode>
{
    private readonly TestNode node = villages.Node;

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
