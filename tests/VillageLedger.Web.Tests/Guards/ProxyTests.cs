using System.Net;

namespace VillageLedger.Web.Tests.Guards;

/// <summary>Where a call came from, behind a reverse proxy and without one.</summary>
public sealed class ProxyTests(NodeFixture fixture) : IClassFixture<NodeFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="proxy">The proxy that is named; null: none.</param>
    /// <param name="forwarded">What the proxy makes of what the caller wrote: it adds at the end whom it heard.</param>
    [Theory]
    [InlineData("127.0.0.1", "203.0.113.7", "203.0.113.7", true)]
    [InlineData("127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7", true)]
    [InlineData("127.0.0.1", "127.0.0.1, 203.0.113.7", "203.0.113.7", true)]
    [InlineData(null, "203.0.113.7", "127.0.0.1", false)]
    [InlineData("10.0.0.9", "203.0.113.7", "127.0.0.1", false)]
    public async Task Only_a_named_proxy_says_where_a_call_came_from(string? proxy, string forwarded, string address, bool isHttps)
    {
        await using var node = await TestNode.StartAsync(fixture.Node.Ledger.Log.Connection, options => options with { BehindProxies = proxy is null ? [] : [IPAddress.Parse(proxy)] });
        var user = "fern-" + Guid.NewGuid().ToString("N")[..8];
        await node.AddUserAsync(user);
        using var answer = await node.SendAsync(HttpMethod.Post, "/api/session", System.Net.Http.Json.JsonContent.Create(new { user, password = TestNode.Password }), null, ("X-Forwarded-For", forwarded), ("X-Forwarded-Proto", "https"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Contains("Strict-Transport-Security").ShouldBe(isHttps);
        (await node.Of<WebDatabase>().Source.Of("select address from web.operation where user_id = $1", user).RowsAsync(reader => reader.GetString(0), Cancellation)).ShouldBe([address]);
        (await node.Of<Sessions>().ListAsync(user, Cancellation)).Select(session => session.Address).ShouldBe([address]);
    }

    [Theory]
    [InlineData("127.0.0.1", 0)]
    [InlineData(null, 3)]
    public async Task Attempts_are_counted_by_the_address_that_the_proxy_heard_and_by_no_made_up_one(string? proxy, int refused)
    {
        await using var node = await TestNode.StartAsync(fixture.Node.Ledger.Log.Connection, options => options with { Users = options.Users with { SignInsPerMinute = 3 }, BehindProxies = proxy is null ? [] : [IPAddress.Parse(proxy)] });
        var codes = new List<string>();
        for (var i = 0; i < 6; i++) codes.Add(await node.Client.CodeAsync("POST", "/api/session", new { user = $"nobody-{i}", password = "x" }, ("X-Forwarded-For", $"203.0.113.{i}")));
        codes.Count(code => code == "too-many-requests").ShouldBe(refused);
    }
}
