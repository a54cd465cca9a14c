using System.Net;
using Npgsql;
using VillageLedger.EventStore;
using VillageLedger.Support;

namespace VillageLedger.Web.Tests.Users;

/// <summary>Sessions: where one is signed in, how they end, several nodes.</summary>
public sealed class SessionTests(NodeFixture fixture) : IClassFixture<NodeFixture>
{
    private TestNode Node => fixture.Node;

    [Fact]
    public async Task A_revoked_session_stops_at_once()
    {
        using var here = await Node.AsAsync("kong");
        using var there = await Node.SignInAsync("kong");
        var others = (await here.SendAsync("GET", "/api/sessions")).Body.EnumerateArray().Where(one => !one.GetProperty("isThis").GetBoolean());
        (await here.SendAsync("DELETE", "/api/sessions/" + others.Single().GetProperty("id").GetString())).Status.ShouldBe(HttpStatusCode.NoContent);
        (await there.CodeAsync("GET", "/api/session")).ShouldBe("not-signed-in");
        (await here.CodeAsync("GET", "/api/session")).ShouldBe("done");
    }

    [Fact]
    public async Task Nobody_ends_or_sees_the_session_of_another_but_an_administrator()
    {
        using var victim = await Node.AsAsync("cao");
        var handle = (await victim.SendAsync("GET", "/api/sessions")).Body[0].GetProperty("id").GetString();
        using var other = await Node.AsAsync("yan");
        (await other.CodeAsync("DELETE", "/api/sessions/" + handle)).ShouldBe("session-unknown");
        (await other.SendAsync("GET", "/api/sessions?all=true")).Body.GetArrayLength().ShouldBe(1);
        using var administrator = await Node.AsAsync("guan-1", new Grant(Role.Administrator, ""));
        (await administrator.CodeAsync("DELETE", "/api/sessions/" + handle)).ShouldBe("done");
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions()
    {
        using var here = await Node.AsAsync("hua");
        using var there = await Node.SignInAsync("hua");
        (await here.CodeAsync("POST", "/api/session/password", new { old = TestNode.Password, @new = "Linping-2026-xi" })).ShouldBe("done");
        (await there.CodeAsync("GET", "/api/session")).ShouldBe("not-signed-in");
        (await here.CodeAsync("GET", "/api/session")).ShouldBe("done");
    }

    [Theory]
    [InlineData("last_seen", "61 minutes")]
    [InlineData("created", "13 hours")]
    public async Task A_session_ends_after_an_idle_hour_and_after_a_working_day(string column, string ago)
    {
        using var browser = await Node.AsAsync("jin-" + column);
        await PostgresServer.ExecuteAsync(Node.Ledger.Log.Connection, $"update web.session set {column} = clock_timestamp() - interval '{ago}' where user_id = 'jin-{column}'");
        Node.Of<Sessions>().Forget();
        (await browser.CodeAsync("GET", "/api/session")).ShouldBe("not-signed-in");
    }

    [Theory]
    [InlineData("/api/session", false)]
    [InlineData("/api/now", false)]
    [InlineData("/api/sessions", true)]
    public async Task What_a_page_asks_by_itself_keeps_no_session_from_ending(string path, bool keeps)
    {
        var user = "qi-" + path.Length;
        using var browser = await Node.AsAsync(user);
        await PostgresServer.ExecuteAsync(Node.Ledger.Log.Connection, $"update web.session set last_seen = clock_timestamp() - interval '30 minutes' where user_id = '{user}'");
        Node.Of<Sessions>().Forget();
        await browser.SendAsync("GET", path);
        await using var ledger = await TestLedger.OpenAsync(Node.Ledger.Log.Connection);
        (await ledger.QueryAsync<bool>($"select last_seen > clock_timestamp() - interval '1 minute' from web.session where user_id = '{user}'")).Single().ShouldBe(keeps);
    }

    [Fact]
    public async Task Two_nodes_share_sessions_and_keys()
    {
        using var browser = await Node.AsAsync("wei");
        var secret = Node.Of<Totp>().NewSecret("wei");
        await using var second = await TestNode.StartAsync(Node.Ledger.Log.Connection);
        using var there = second.With(browser.DefaultRequestHeaders.GetValues("Cookie").Single(), browser.DefaultRequestHeaders.GetValues("X-CSRF-Token").Single());
        (await there.CodeAsync("GET", "/api/session")).ShouldBe("done");
        second.Of<Totp>().Text("wei", secret).ShouldBe(Node.Of<Totp>().Text("wei", secret));
        (await there.CodeAsync("DELETE", "/api/session")).ShouldBe("done");
        await Task.Delay(1_100, TestContext.Current.CancellationToken);
        (await browser.CodeAsync("GET", "/api/session")).ShouldBe("not-signed-in");
    }

    [Theory]
    [InlineData(Roles.Reader, "web.account")]
    [InlineData(Roles.Projector, "web.account")]
    [InlineData(Roles.Reader, "web.session")]
    [InlineData(Roles.Reader, "web.key")]
    [InlineData(Roles.Reader, "web.operation")]
    public async Task Whoever_reads_the_log_has_no_right_to_the_webs_tables(string role, string table)
    {
        await using var source = Roles.Connect(Node.Ledger.Log.Connection, role);
        await using var command = source.CreateCommand($"select 1 from {table}");
        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Users_of_the_demonstration_are_let_in_by_no_other_node()
    {
        await Node.Of<UserAccounts>().AddAsync(new("demo-1", "demo", Node.Of<Passwords>().Hash(DemonstrationUsers.Password), null, null, false, false, IsDemonstration: true), TestContext.Current.CancellationToken);
        (await Node.Client.CodeAsync("POST", "/api/session", new { user = "demo-1", password = DemonstrationUsers.Password })).ShouldBe("sign-in-failed");
        (await Node.Client.CodeAsync("GET", "/api/session/demo")).ShouldBe("address-unknown");
    }

    [Theory]
    [InlineData(null, false, true)]
    [InlineData("demo:v1", false, true)]
    [InlineData("own-1", false, false)]
    [InlineData(null, true, false)]
    public async Task The_demonstration_is_loaded_into_no_ledger_that_holds_anything_else(string? registered, bool hasUser, bool may)
    {
        await using var node = await TestNode.StartAsync();
        if (registered is not null)
            (await node.Ledger.Requests.DoAsync(TestLedger.Read($$"""{"request":"register-village","id":"{{registered}}","by":"zhao","village":"330110112201","name":"甲村","township":"径山镇","county":"余杭区"}"""), TestContext.Current.CancellationToken)).Refusal.ShouldBeNull();
        if (hasUser) await node.AddUserAsync("tao");
        (await DemonstrationUsers.MayLoadAsync(node.Ledger, ["demo:"], TestContext.Current.CancellationToken)).ShouldBe(may);
        // What was loaded once may be used by everybody afterwards.
        await node.Of<UserAccounts>().AddAsync(new("demo-1", "demo", "", null, null, false, false, IsDemonstration: true), TestContext.Current.CancellationToken);
        (await DemonstrationUsers.MayLoadAsync(node.Ledger, ["demo:"], TestContext.Current.CancellationToken)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_ledger_with_users_of_its_own_gets_none_of_the_demonstration()
    {
        await Node.AddUserAsync("tao");
        (await DemonstrationUsers.MakeAsync(Node.Ledger, [new("baozhang-1", "x", [])], ["demo:"], TestContext.Current.CancellationToken)).ShouldBeFalse();
    }
}
