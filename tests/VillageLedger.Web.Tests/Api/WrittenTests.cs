using System.Text.Json.Nodes;

namespace VillageLedger.Web.Tests;

/// <summary>A voucher or claim word for word: what a form that amends it is filled from.</summary>
public sealed class WrittenTests(VillagesNode villages) : IClassFixture<VillagesNode>
{
    private static readonly byte[] Picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, 7, 7, 7];

    private readonly TestNode node = villages.Node;

    [Fact]
    public async Task A_voucher_that_is_amended_as_it_was_given_out_says_what_it_said()
    {
        var (_, put) = await node.PostAsync("/api/attachments?name=a.png", Picture);
        await villages.DoneAsync($$$"""
            {"request":"prepare-voucher","id":"wr-1","by":"zhao","book":"{{{VillagesNode.Village}}}","date":"2026-02-10","type":"付","summary":"付款","attachmentCount":3,"sourceNumber":"旧-7",
             "lines":[{"account":"501","creditFen":-5,"project":"p1","contract":"c1","quantity":{"thousandths":1500,"unit":"亩"}},
                      {"account":"101","debitFen":-5,"summary":"红字","settlement":{"kind":"cheque","number":"77","date":"2026-02-09","payee":"{{{VillagesNode.Village}}}"}}],
             "attachments":[{"name":"发票.png","sha256":"{{{put.GetProperty("sha256").GetString()}}}","invoice":{"issuer":"330110123456789","number":"26332000000123456789"}}]}
            """.ReplaceLineEndings(""));
        var before = await WrittenAsync("wr-1");
        before["lines"]![1]!["settlement"]!.ToJsonString().ShouldBe($$"""{"kind":"cheque","number":"77","date":"2026-02-09","payee":"{{VillagesNode.Village}}"}""");

        var amended = before.DeepClone().AsObject();
        foreach (var not in new[] { "month", "state", "kind" }) amended.Remove(not);
        (amended["request"], amended["id"], amended["by"]) = ("amend-voucher", "wr-2", "zhao");
        await villages.DoneAsync(amended.ToJsonString());
        JsonNode.DeepEquals(await WrittenAsync("wr-1"), before).ShouldBeTrue();
    }

    [Fact]
    public async Task A_claim_is_given_out_as_it_was_handed_in()
    {
        await villages.DoneAsync($$"""{"request":"hand-in-claim","id":"wr-c","by":"bao","book":"{{VillagesNode.Village}}","date":"2026-02-10","lines":[{"summary":"买茶","amountFen":1200,"account":"101","project":"p1"},{"summary":"车费","amountFen":300}],"payee":"{{VillagesNode.Village}}"}""");
        var (_, claim) = await node.GetAsync("/api/claims?claim=wr-c");
        claim.GetProperty("lines").GetRawText().ShouldBe("""[{"summary":"买茶","amountFen":1200,"account":"101","project":"p1"},{"summary":"车费","amountFen":300}]""");
    }

    [Theory]
    [InlineData("/api/vouchers?voucher=v-1")]
    [InlineData("/api/claims?claim=wr-n")]
    public async Task A_neighbour_does_not_learn_of_it(string path)
    {
        if (path.Contains("wr-n", StringComparison.Ordinal))
            await villages.DoneAsync($$"""{"request":"hand-in-claim","id":"wr-n","by":"bao","book":"{{VillagesNode.Village}}","date":"2026-02-10","lines":[{"summary":"买茶","amountFen":1200}],"payee":"{{VillagesNode.Village}}"}""");
        (await node.GetAsync(path)).Status.ShouldBe(200);
        (await node.GetAsync(path, VillagesNode.Neighbour)).Status.ShouldBeOneOf(403, 422);
    }

    [Fact]
    public async Task What_is_not_there_is_refused_by_its_name()
    {
        (await node.GetAsync("/api/claims?claim=none")).Body.GetProperty("code").GetString().ShouldBe("claim-unknown");
        (await node.GetAsync("/api/vouchers?voucher=none")).Status.ShouldBeOneOf(403, 422);
        (await node.GetAsync("/api/vouchers")).Status.ShouldBe(400);
    }

    private async Task<JsonObject> WrittenAsync(string voucher)
    {
        var (status, body) = await node.GetAsync("/api/vouchers?voucher=" + voucher);
        status.ShouldBe(200);
        return JsonNode.Parse(body.GetRawText())!.AsObject();
    }
}
