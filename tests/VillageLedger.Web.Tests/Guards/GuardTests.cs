using System.Net;
using System.Net.Http.Json;

namespace VillageLedger.Web.Tests.Guards;

/// <summary>Headers, limits, and errors of the frame around every call.</summary>
public sealed class GuardTests(NodeFixture fixture) : IClassFixture<NodeFixture>
{
    private TestNode Node => fixture.Node;

    [Theory]
    [InlineData("GET", "/api/session")]
    [InlineData("GET", "/api/nowhere")]
    [InlineData("GET", "/nowhere")]
    [InlineData("PATCH", "/api/session")]
    [InlineData("POST", "/api/session")]
    public async Task Every_answer_carries_the_headers(string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative));
        using var answer = await Node.Client.SendAsync(request, TestContext.Current.CancellationToken);
        string[] expected =
            ["Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Cross-Origin-Embedder-Policy", "Permissions-Policy"];
        expected.Where(name => !answer.Headers.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_names_a_new_nonce_each_time_and_allows_no_script_of_its_own()
    {
        var folder = Directory.CreateTempSubdirectory("pages");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "index.html"), "<meta name=\"csp-nonce\" content=\"__CSP_NONCE__\">", TestContext.Current.CancellationToken);
        await using var node = await TestNode.StartAsync(Node.Ledger.Log.Connection, options => options with { Pages = folder.FullName });
        async Task<(string Policy, string Html)> PageAsync()
        {
            using var answer = await node.Client.GetAsync(new Uri("/entry/vouchers", UriKind.Relative));
            return (answer.Headers.GetValues("Content-Security-Policy").Single(), await answer.Content.ReadAsStringAsync());
        }

        var (first, second) = (await PageAsync(), await PageAsync());
        first.Policy.ShouldMatch("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[A-Za-z0-9+/]{24}'");
        first.Policy.ShouldContain(first.Html.Split('"')[3]);
        second.Html.ShouldNotBe(first.Html);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("/api/requests/prepare-voucher", 1)]
    [InlineData("/api/attachments?name=a.jpg", 20)]
    [InlineData("/api/imports/vouchers?book=village/330110012201", 20)]
    public async Task A_body_beyond_its_limit_is_refused_before_it_is_read(string path, long mebibytes)
    {
        using var browser = await Node.AsAsync($"da-{path.Length}", new Grant(Role.Accountant, "330110012"));
        browser.DefaultRequestHeaders.ExpectContinue = true;
        using var content = new Endless((mebibytes * 1024 * 1024) + 1);
        using var answer = await browser.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await TestNode.JsonOf(answer)).GetProperty("code").GetString().ShouldBe("body-too-large");
    }

    [Fact]
    public async Task A_body_that_does_not_say_its_length_is_broken_off()
    {
        using var browser = await Node.AsAsync("da-chunked", new Grant(Role.Accountant, "330110012"));
        using var content = new StreamContent(new MemoryStream(new byte[2 * 1024 * 1024]));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/requests/prepare-voucher", UriKind.Relative)) { Content = content };
        request.Headers.TransferEncodingChunked = true;
        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("GET", "/api/nowhere", "address-unknown")]
    [InlineData("PUT", "/api/session", "method-not-taken")]
    [InlineData("DELETE", "/api/reports/trial-balance", "method-not-taken")]
    [InlineData("GET", "/api/session?lang=%00", "wrong-usage")]
    public async Task What_nothing_answers_is_a_problem(string method, string path, string code) => (await Node.Client.CodeAsync(method, path)).ShouldBe(code);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"user\":1,\"password\":\"x\"}")]
    [InlineData("{\"user\":\"\\ud800\",\"password\":\"x\"}")]
    [InlineData("{\"user\":\"\\u0000\",\"password\":\"x\"}")]
    [InlineData("{\"user\":{},\"password\":[]}")]
    public async Task A_body_of_another_form_is_no_fault_of_the_program(string body)
    {
        using var content = new StringContent(body);
        using var answer = await Node.Client.PostAsync(new Uri("/api/session", UriKind.Relative), content, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBeInRange(400, 499);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back()
    {
        await using var node = await TestNode.StartAsync(Node.Ledger.Log.Connection, options => options with { Guards = new() { PerSession = 2 } });
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => node.Client.GetAsync(new Uri("/api/session", UriKind.Relative))));
        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        refused.Count.ShouldBeInRange(1, 4);
        refused[0].Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeGreaterThanOrEqualTo(1);
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task Signing_in_is_counted_by_address()
    {
        await using var node = await TestNode.StartAsync(Node.Ledger.Log.Connection, options => options with { Users = options.Users with { SignInsPerMinute = 3 } });
        var codes = new List<string>();
        for (var i = 0; i < 4; i++) codes.Add(await node.Client.CodeAsync("POST", "/api/session/", new { user = $"name-{i}", password = "x" }));
        codes.ShouldBe(["sign-in-failed", "sign-in-failed", "sign-in-failed", "too-many-requests"]);
    }

    /// <summary>So many bytes, announced and never made.</summary>
    private sealed class Endless(long length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[1024 * 1024];
            for (var left = length; left > 0; left -= block.Length) await stream.WriteAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)));
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
