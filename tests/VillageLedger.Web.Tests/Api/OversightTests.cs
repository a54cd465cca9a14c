using System.Net;

namespace VillageLedger.Web.Tests;

/// <summary>ETags, projections, rules, health, and what everybody may read.</summary>
public sealed class OversightTests(VillagesNode villages) : IClassFixture<VillagesNode>
{
    private readonly TestNode node = villages.Node;

    [Fact]
    public async Task A_report_is_sent_again_only_where_something_changed()
    {
        const string Path = $"/api/reports/trial-balance?book={VillagesNode.Village}&month=2026-01&format=view";
        using var first = await node.SendAsync(HttpMethod.Get, Path);
        var tag = first.Headers.ETag!.Tag;
        using var again = await node.SendAsync(HttpMethod.Get, Path, headers: ("If-None-Match", tag));
        using var english = await node.SendAsync(HttpMethod.Get, Path + "&lang=en", headers: ("If-None-Match", tag));
        await villages.DoneAsync($$"""{"request":"prepare-voucher","id":"etag-1","by":"zhao","book":"{{VillagesNode.Village}}","date":"2026-02-10","summary":"租金","lines":[{"account":"101","debitFen":1},{"account":"501","creditFen":1}]}""");
        using var later = await node.SendAsync(HttpMethod.Get, Path, headers: ("If-None-Match", tag));
        (first.Headers.ETag.IsWeak, again.StatusCode, english.StatusCode, later.StatusCode).ShouldBe((false, HttpStatusCode.NotModified, HttpStatusCode.OK, HttpStatusCode.OK));
    }

    [Fact]
    public async Task Projections_say_how_far_they_are()
    {
        var (_, projections) = await node.GetAsync("/api/projections");
        projections.EnumerateArray().Select(one => one.GetProperty("family").GetString()).ShouldContain("books");
        (await node.GetAsync("/api/projections", VillagesNode.Neighbour)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Rules_in_force_have_their_source_and_text()
    {
        var (_, rules) = await node.GetAsync("/api/rules");
        var chart = rules.EnumerateArray().Single(one => one.GetProperty("kind").GetString() == "chart" && one.GetProperty("name").GetString() == "rural-2023");
        var (_, text) = await node.GetAsync($"/api/rules/chart/rural-2023?version={chart.GetProperty("version").GetString()}");
        (chart.GetProperty("source").GetString()!.Contains("财会〔2023〕14号", StringComparison.Ordinal), text.GetProperty("text").GetString()!.Contains("code,parent", StringComparison.Ordinal)).ShouldBe((true, true));
        (await node.GetAsync("/api/rules/chart/none")).Body.GetProperty("code").GetString().ShouldBe("rule-not-there");
    }

    [Fact]
    public async Task A_rule_whose_name_holds_a_stroke_is_found_by_its_escaped_name() =>
        (await node.GetAsync("/api/rules/row-map/rural-2023%2Fincome-statement")).Body.GetProperty("rule").GetProperty("name").GetString().ShouldBe("rural-2023/income-statement");

    [Fact]
    public async Task A_node_says_whether_it_lives_and_can_serve()
    {
        await using var served = await TestNode.StartAsync(node.Ledger.Log.Connection);
        (await served.GetAsync("/health/live")).Body.GetProperty("state").GetString().ShouldBe("live");
        (await served.GetAsync("/health/ready")).Body.GetProperty("state").GetString().ShouldBe("ready");
    }

    [Fact]
    public async Task Everybody_reads_closed_months_only()
    {
        await using var served = await TestNode.StartAsync(node.Ledger.Log.Connection);
        var (_, known) = await served.GetAsync("/api/public/villages");
        known.EnumerateArray().Select(one => one.GetProperty("village").GetString()).ShouldContain("330110112201");
        foreach (var (path, status) in new[] { ("?month=2026-02", 404), ("?month=2099-01", 404), ("?quarter=2026-1", 404), ("?quarter=2026-9", 400), ("?month=%27", 400) })
            (await served.GetAsync("/api/public/villages/330110112201/disclosure" + path)).Status.ShouldBe(status, path);
        (await served.GetAsync("/api/public/villages/330110112299/disclosure")).Body.GetProperty("code").GetString().ShouldBe("village-not-public");
    }

    [Fact]
    public async Task A_villages_code_leads_to_its_page_at_the_host_that_was_asked()
    {
        using var code = await node.SendAsync(HttpMethod.Get, "/api/public/villages/330110112201/qr.svg");
        (code.Content.Headers.ContentType!.MediaType, (await code.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains("<svg", StringComparison.Ordinal)).ShouldBe(("image/svg+xml", true));
    }
}
