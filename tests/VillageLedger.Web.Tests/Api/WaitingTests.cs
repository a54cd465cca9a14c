using System.Text.Json;

namespace VillageLedger.Web.Tests;

/// <summary>What waits for somebody, over all books he works with.</summary>
public sealed class WaitingTests(VillagesNode villages) : IClassFixture<VillagesNode>
{
    private readonly TestNode node = villages.Node;

    [Fact]
    public async Task A_voucher_waits_for_review_by_another_then_for_posting_and_comes_back_to_its_maker()
    {
        const string Second = "village/330110112202";
        await villages.DoneAsync($$"""{"request":"prepare-voucher","id":"w-1","by":"zhao","book":"{{Second}}","date":"2026-01-10","summary":"租金","lines":[{"account":"101","debitFen":12300},{"account":"501","creditFen":12300}]}""");
        await villages.DoneAsync($$"""{"request":"prepare-voucher","id":"w-2","by":"{{VillagesNode.County}}","book":"{{Second}}","date":"2026-01-11","summary":"租金","lines":[{"account":"101","debitFen":100},{"account":"501","creditFen":100}]}""");
        (await KindsAsync(VillagesNode.County)).ShouldBe([("review", Second, "2026-01", 1)]);
        await villages.DoneAsync("""{"request":"review-voucher","id":"w-3","by":"li","voucher":"w-1"}""");
        await villages.DoneAsync("""{"request":"return-voucher","id":"w-4","by":"li","voucher":"w-2","reason":"附件不全"}""");
        (await KindsAsync(VillagesNode.County)).ShouldBe([("returned", Second, "2026-01", 1), ("post", Second, "2026-01", 1)]);
        // An accountant reviews nothing, and what came back is for its maker.
        (await KindsAsync(VillagesNode.Neighbour)).ShouldBe([("post", Second, "2026-01", 1)]);
    }

    [Fact]
    public async Task Colleagues_are_those_who_work_with_the_same_owners()
    {
        var (status, colleagues) = await node.GetAsync("/api/colleagues", VillagesNode.Neighbour);
        status.ShouldBe(200);
        colleagues.EnumerateArray().Select(one => one.GetProperty("user").GetString()).ShouldBeSubsetOf([VillagesNode.County, VillagesNode.Neighbour]);
    }

    private async Task<List<(string?, string?, string?, int)>> KindsAsync(string user) => [.. (await node.GetAsync("/api/waiting", user)).Body.EnumerateArray()
        .Select(one => (one.GetProperty("kind").GetString(), one.GetProperty("owner").GetString(), one.TryGetProperty("month", out var month) ? month.GetString() : null, one.GetProperty("count").GetInt32()))];
}
