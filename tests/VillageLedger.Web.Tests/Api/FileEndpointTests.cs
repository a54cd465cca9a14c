using System.Text;
using System.Text.Json;

namespace VillageLedger.Web.Tests;

/// <summary>Attachments, printed forms, imports and search over HTTP.</summary>
public sealed class FileEndpointTests(VillagesNode villages) : IClassFixture<VillagesNode>
{
    private static readonly byte[] Picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3];

    private readonly TestNode node = villages.Node;

    [Fact]
    public async Task An_attachment_is_given_out_by_the_voucher_that_names_it_and_to_who_sees_that()
    {
        var (_, put) = await node.PostAsync("/api/attachments?name=" + Uri.EscapeDataString("../../etc/C:\\发票\u202e<.png"), Picture);
        var sha256 = put.GetProperty("sha256").GetString()!;
        (put.GetProperty("name").GetString(), put.GetProperty("type").GetString(), put.GetProperty("size").GetInt64()).ShouldBe(("发票.png", "png", Picture.Length));
        await villages.DoneAsync($$"""{"request":"prepare-voucher","id":"att-1","by":"zhao","book":"{{VillagesNode.Village}}","date":"2026-02-10","summary":"买","lines":[{"account":"101","debitFen":1},{"account":"501","creditFen":1}],"attachments":[{"name":"发票.png","sha256":"{{sha256}}"}]}""");
        using var seen = await node.SendAsync(HttpMethod.Get, $"/api/attachments/{sha256}?voucher=att-1");
        (await seen.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Picture);
        (seen.Headers.GetValues("X-Content-Type-Options").Single(), seen.Content.Headers.ContentType!.MediaType, seen.Headers.GetValues("Content-Security-Policy").Single().Contains("sandbox", StringComparison.Ordinal)).ShouldBe(("nosniff", "image/png", true));
        foreach (var (path, user) in new[] { ("?voucher=att-1", VillagesNode.Neighbour), ("?voucher=v-1", VillagesNode.County), ("", VillagesNode.County), ("?claim=att-1", VillagesNode.County) })
            (await node.GetAsync($"/api/attachments/{sha256}{path}", user)).Body.GetProperty("code").GetString().ShouldBe("file-unknown", path);
    }

    [Fact]
    public async Task What_a_file_is_says_its_content_and_not_its_name()
    {
        var (status, problem) = await node.PostAsync("/api/attachments?name=a.png", Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>"));
        (status, problem.GetProperty("code").GetString()).ShouldBe((422, "file-type-unknown"));
        (await node.PostAsync("/api/attachments", Picture)).Status.ShouldBe(400);
        (await node.PostAsync("/api/attachments?name=a.png", new byte[21 * 1024 * 1024])).Status.ShouldBe(413);
    }

    [Fact]
    public async Task Forms_are_printed_without_anything_that_runs()
    {
        using var printed = await node.SendAsync(HttpMethod.Get, "/api/print/voucher?voucher=v-2&format=html");
        printed.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        (await printed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("租金");
        (await node.GetAsync($"/api/print/cover?book={VillagesNode.Village}&month=2026-01&format=html")).Status.ShouldBe(200);
        (await node.GetAsync($"/api/print/vouchers?book={VillagesNode.Village}&month=2026-01&format=html&numbers=2-1")).Status.ShouldBe(400);
        (await node.GetAsync("/api/print/voucher?voucher=v-2&format=html", VillagesNode.Neighbour)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Faults_of_a_file_stand_at_their_cells_and_nothing_of_it_is_taken()
    {
        const string File = "日期,凭证号,摘要,科目编码,借方金额,贷方金额\n2026-02-10,1,租金,101,1.00,\n2026-02-10,1,租金,501,,abc\n2026-13-01,2,x,101,1.00,\n";
        var (_, answer) = await node.PostAsync($"/api/imports/vouchers?book={VillagesNode.Village}&name=a.csv", Encoding.UTF8.GetBytes(File));
        answer.GetProperty("outcome").GetString().ShouldBe("refused");
        answer.GetProperty("faults").EnumerateArray().Select(fault => (fault.GetProperty("cell").GetString(), fault.GetProperty("code").GetString())).ShouldBe([("F3", "import-amount-invalid"), ("A4", "import-date-invalid")]);
        answer.GetProperty("rows").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task A_decided_fault_stands_at_the_column_it_is_about()
    {
        const string File = "日期,凭证号,摘要,科目编码,借方金额,贷方金额\n2026-02-10,1,租金,101,1.00,\n2026-02-10,1,租金,999,,1.00\n";
        var (_, answer) = await node.PostAsync($"/api/imports/vouchers?book={VillagesNode.Village}&name=a.csv&dryRun=true", Encoding.UTF8.GetBytes(File));
        answer.GetProperty("faults")[0].GetProperty("cell").GetString().ShouldBe("D3");
    }

    [Fact]
    public async Task Columns_of_other_names_are_shown_and_taken_by_the_mapping_that_is_said()
    {
        var file = Encoding.UTF8.GetBytes("某村账\n天,流水,说明,代号,进,出\n2026-02-11,7,租金,101,2.00,\n2026-02-11,7,租金,501,,2.00\n");
        var mapping = Uri.EscapeDataString("""{"天":"date","流水":"number","说明":"summary","代号":"account","进":"debit","出":"credit"}""");
        var (_, unknown) = await node.PostAsync($"/api/imports/vouchers?book={VillagesNode.Village}&name=b.csv&dryRun=true", file);
        var (_, dry) = await node.PostAsync($"/api/imports/vouchers?book={VillagesNode.Village}&name=b.csv&dryRun=true&mapping={mapping}", file);
        var (_, done) = await node.PostAsync($"/api/imports/vouchers?book={VillagesNode.Village}&name=b.csv&mapping={mapping}", file);
        var (_, again) = await node.PostAsync($"/api/imports/vouchers?book={VillagesNode.Village}&name=b.csv&mapping={mapping}", file);
        unknown.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("heading").GetString()).ShouldBe(["天", "流水", "说明", "代号", "进", "出"]);
        (unknown.GetProperty("outcome").GetString(), dry.GetProperty("outcome").GetString(), dry.TryGetProperty("position", out _), done.GetProperty("outcome").GetString(), again.GetProperty("outcome").GetString())
            .ShouldBe(("refused", "done", false, "done", "already-done"));
        (await node.PostAsync($"/api/imports/vouchers?book={VillagesNode.Village}&mapping={Uri.EscapeDataString("""{"天":"day"}""")}", file)).Status.ShouldBe(400);
        (await node.PostAsync($"/api/imports/vouchers?book={VillagesNode.Village}", file, VillagesNode.Neighbour)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Opening_balances_and_statements_are_seen_before_they_are_taken()
    {
        var (_, opening) = await node.PostAsync("/api/imports/openings?book=village/330110112203&month=2026-01&name=c.csv&dryRun=true", Encoding.UTF8.GetBytes("科目编码,期初借方,期初贷方\n101,5.00,\n311,,5.00\n"));
        var (_, statement) = await node.PostAsync("/api/imports/bank-statements?book=village/330110112203&account=none&name=d.csv&dryRun=true", Encoding.UTF8.GetBytes("日期,收入,支出\n2026-01-05,1.00,\n"));
        opening.GetProperty("rowsInAll").GetInt32().ShouldBe(2);
        (statement.GetProperty("outcome").GetString(), statement.GetProperty("faults").GetArrayLength()).ShouldBe(("refused", 1));
    }

    [Fact]
    public async Task Where_more_is_found_than_shown_it_is_said_where_to_look()
    {
        for (var i = 0; i < 11; i++)
            await villages.DoneAsync($$"""{"request":"prepare-voucher","id":"many-{{i}}","by":"zhao","book":"{{VillagesNode.Village}}","date":"2026-02-10","summary":"卖竹笋100%","lines":[{"account":"101","debitFen":1},{"account":"501","creditFen":1}]}""");
        var (_, found) = await node.GetAsync("/api/search?q=" + Uri.EscapeDataString("竹笋100%"));
        found.EnumerateArray().Select(one => one.GetProperty("kind").GetString()).ShouldBe([.. Enumerable.Repeat("voucher", 10), "page"]);
        (await node.GetAsync("/api/search?q=" + Uri.EscapeDataString("竹_100%"))).Body.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Owners_vouchers_and_reports_are_found()
    {
        (await Kinds("c1")).ShouldContain("owner");
        (await Kinds("v-2")).ShouldBe(["voucher"]);
        (await Kinds("kmyeb")).ShouldBe(["report"]);
        (await Kinds("v-2", VillagesNode.Neighbour)).ShouldBeEmpty();
        (await Kinds("456.00")).ShouldBe(["voucher"]);
        (await Kinds("租金")).ShouldBe(["voucher"]);
        (await Kinds("租金", VillagesNode.Neighbour)).ShouldNotContain("voucher");
        (await node.GetAsync("/api/search?q=v-2")).Body[0].GetProperty("path").GetString().ShouldBe($"/vouchers/v-2?owner={VillagesNode.Village}");

        async Task<List<string?>> Kinds(string text, string? user = null) => [.. (await node.GetAsync("/api/search?q=" + text, user)).Body.EnumerateArray().Select(one => one.GetProperty("kind").GetString()).Distinct()];
    }
}
