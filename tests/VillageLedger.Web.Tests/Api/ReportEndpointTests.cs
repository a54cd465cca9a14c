namespace VillageLedger.Web.Tests;

/// <summary>Reports over HTTP: the list, the figures, what made them up and what changed them.</summary>
public sealed class ReportEndpointTests(VillagesNode villages) : IClassFixture<VillagesNode>
{
    private readonly TestNode node = villages.Node;

    [Fact]
    public async Task Reports_are_listed_with_their_options()
    {
        var (_, reports) = await node.GetAsync("/api/reports?lang=en");
        var list = reports.EnumerateArray().Single(one => one.GetProperty("name").GetString() == "voucher-list");
        var state = list.GetProperty("options").EnumerateArray().Single(one => one.GetProperty("name").GetString() == "state");
        var book = list.GetProperty("options").EnumerateArray().Single(one => one.GetProperty("name").GetString() == "book");
        state.GetProperty("values").EnumerateArray().Select(one => one.GetString()).ShouldBe(["all", "posted", "unposted", "discarded"], ignoreOrder: true);
        (book.GetProperty("required").GetBoolean(), book.GetProperty("kind").GetString(), book.TryGetProperty("values", out _)).ShouldBe((true, "text", false));
    }

    [Fact]
    public async Task A_figure_is_explained_by_the_facts_that_made_it()
    {
        var (_, table) = await node.GetAsync($"/api/reports/trial-balance/explain?book={VillagesNode.Village}&year=2026&row=501&column=creditFen&format=view");
        (table.GetProperty("report").GetString(), table.GetProperty("rows").GetArrayLength()).ShouldBe(("explain", 3));
    }

    [Fact]
    public async Task Two_moments_of_a_report_are_compared()
    {
        var (_, now) = await node.GetAsync("/api/now");
        var (_, table) = await node.GetAsync($"/api/reports/trial-balance/diff?book={VillagesNode.Village}&year=2026&from-position=0&to-position={now.GetProperty("position")}&format=view");
        table.GetProperty("report").GetString().ShouldBe("diff");
        (await node.GetAsync($"/api/reports/trial-balance/diff?book={VillagesNode.Village}&year=2026")).Status.ShouldBe(400);
        (await node.GetAsync($"/api/reports/trial-balance/diff?book={VillagesNode.Village}&year=2026&from-position=0&at=3")).Body.GetProperty("code").GetString().ShouldBe("wrong-usage");
    }

    [Theory]
    [InlineData("/api/reports/trial-balance?book=village/330110112201&year=2026")]
    [InlineData("/api/reports/voucher?voucher=v-1")]
    [InlineData("/api/reports/distributable?payer=village/330110112201&year=2026")]
    public async Task A_report_about_others_is_not_permitted(string path)
    {
        var (status, problem) = await node.GetAsync(path, VillagesNode.Neighbour);
        (status, problem.GetProperty("code").GetString()).ShouldBe((403, "not-permitted"));
    }

    [Fact]
    public async Task What_there_is_not_is_said_as_a_problem()
    {
        (await node.GetAsync("/api/reports/no-such")).Body.GetProperty("code").GetString().ShouldBe("report-unknown");
        (await node.GetAsync($"/api/reports/trial-balance?book={VillagesNode.Village}&format=doc")).Status.ShouldBe(400);
        (await node.GetAsync($"/api/reports/trial-balance?book={VillagesNode.Village}&colour=red")).Status.ShouldBe(400);
    }
}
