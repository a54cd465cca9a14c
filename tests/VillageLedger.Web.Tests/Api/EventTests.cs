using System.Net;

namespace VillageLedger.Web.Tests;

/// <summary>What is recorded is told to those who may see it, as long as they are signed in.</summary>
public sealed class EventTests(VillagesNode villages) : IClassFixture<VillagesNode>
{
    private readonly TestNode node = villages.Node;

    private static string Prepared(string id, string village) =>
        $$"""{"request":"prepare-voucher","id":"{{id}}","by":"zhao","book":"{{village}}","date":"2026-02-10","summary":"租金","lines":[{"account":"101","debitFen":1},{"account":"501","creditFen":1}]}""";

    [Fact]
    public async Task New_facts_are_told_by_scope_and_a_lost_stream_goes_on_where_it_was()
    {
        var after = (await node.Ledger.Log.NewestAsync(TestContext.Current.CancellationToken)).Position;
        using var neighbours = await node.SendAsync(HttpMethod.Get, $"/api/events?after={after}", user: VillagesNode.Neighbour);
        neighbours.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        await using var lines = await neighbours.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(lines);
        await villages.DoneAsync(Prepared("ev-1", VillagesNode.Village));
        await villages.DoneAsync(Prepared("ev-2", "village/330110112202"));
        var told = await NextAsync(reader);
        told.ShouldContain("\"owner\":\"village/330110112202\"");
        using var again = await node.SendAsync(HttpMethod.Get, "/api/events?after=0", user: VillagesNode.County, headers: ("Last-Event-ID", $"{after}"));
        using var rest = new StreamReader(await again.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        (await NextAsync(rest)).ShouldContain($"\"position\":{after + 1},");
    }

    [Fact]
    public async Task A_stream_ends_when_its_user_signs_out()
    {
        await node.AddUserAsync("listener", new Grant(Role.Accountant, "330110"));
        await using var served = await TestNode.StartAsync(node.Ledger.Log.Connection);
        using var signedIn = await served.SignInAsync("listener");
        using var stream = await signedIn.GetAsync(new Uri("/api/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        stream.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await signedIn.DeleteAsync(new Uri("/api/session", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var rest = await reader.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        rest.ShouldNotContain("event: fact");
    }

    /// <summary>Well before the beat at which it would be found out.</summary>
    [Theory]
    [InlineData("revoked")]
    [InlineData("given")]
    [InlineData("taken")]
    [InlineData("disabled")]
    public async Task A_stream_ends_at_once_when_its_session_is_ended_or_a_role_changes(string how)
    {
        await using var served = await TestNode.StartAsync(node.Ledger.Log.Connection);
        var grant = new Grant(Role.Accountant, "330110112202");
        using var signedIn = await served.AsAsync("watcher-" + how, grant);
        using var stream = await signedIn.GetAsync(new Uri("/api/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        (await reader.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("retry: 2000");
        var (desk, accounts) = (served.Of<UserDesk>(), served.Of<UserAccounts>());
        var user = (await accounts.FindAsync("watcher-" + how, TestContext.Current.CancellationToken))!;
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        switch (how)
        {
            case "revoked": await served.Of<Sessions>().RevokeAllAsync(user.Id, null, TestContext.Current.CancellationToken); break;
            case "given": (await desk.GiveAsync(user, "accountant", "330110112201", UserDesk.CommandLine, TestContext.Current.CancellationToken)).ShouldBeNull(); break;
            case "taken": (await desk.TakeAsync(user, "accountant", grant.At, UserDesk.CommandLine, TestContext.Current.CancellationToken)).ShouldBeNull(); break;
            default: (await desk.SetDisabledAsync(user, true, "guanli", TestContext.Current.CancellationToken)).ShouldBeNull(); break;
        }

        await reader.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        System.Diagnostics.Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(4));
    }

    private static async Task<string> NextAsync(StreamReader reader)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await reader.ReadLineAsync(patience.Token) is { } line)
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return line;
        throw new InvalidOperationException("The stream ended.");
    }
}
