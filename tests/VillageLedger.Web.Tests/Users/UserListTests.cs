namespace VillageLedger.Web.Tests.Users;

/// <summary>What an administrator does with users.</summary>
public sealed class UserListTests(NodeFixture fixture) : IClassFixture<NodeFixture>
{
    private static readonly Grant Whole = new(Role.Administrator, "");

    private TestNode Node => fixture.Node;

    [Fact]
    public async Task An_administrator_adds_a_user_gives_a_role_and_takes_it()
    {
        using var administrator = await Node.AsAsync("guan-1", Whole);
        var (_, added) = await administrator.SendAsync("POST", "/api/users", new { user = "xin-1", name = "新人" });
        added.GetProperty("password").GetString()!.Length.ShouldBe(19);
        (await administrator.CodeAsync("POST", "/api/users/xin-1/grants", new { role = "accountant", at = "330110012" })).ShouldBe("done");
        var (_, user) = await administrator.SendAsync("GET", "/api/users/xin-1");
        user.GetProperty("roles")[0].GetProperty("givenBy").GetString().ShouldBe("guan-1");
        var (_, taken) = await administrator.SendAsync("DELETE", "/api/users/xin-1/grants?role=accountant&at=330110012");
        taken.GetProperty("roles").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("accountant", "33011001x", "grant-invalid")]
    [InlineData("owner", "330110012", "grant-invalid")]
    [InlineData("accountant", "", "grant-invalid")]
    [InlineData("cashier", "330110012201", "grants-incompatible")]
    [InlineData("regulator", "330110", "grants-incompatible")]
    [InlineData("administrator", "", "grants-incompatible")]
    [InlineData("accountant", "330110012", "grant-held")]
    public async Task A_role_that_cannot_stand_beside_his_is_not_given(string role, string at, string code)
    {
        var user = "duo-" + Guid.NewGuid().ToString("N")[..8];
        await Node.AddUserAsync(user, new Grant(Role.Accountant, "330110012"));
        using var administrator = await Node.AsAsync("guan-" + user, Whole);
        (await administrator.CodeAsync("POST", $"/api/users/{user}/grants", new { role, at })).ShouldBe(code);
    }

    [Theory]
    [InlineData("330110", "330110012201", "done")]
    [InlineData("330110", "village/330110012201", "done")]
    [InlineData("330110", "440100", "grant-beyond-own")]
    [InlineData("330110012", "330110", "grant-beyond-own")]
    [InlineData("330110012", "village/330110013201", "grant-beyond-own")]
    [InlineData("330110", "venture/lian", "done")]
    [InlineData("", "440100", "done")]
    public async Task A_role_is_given_and_taken_where_one_administers(string own, string at, string code)
    {
        var user = "wei-" + Guid.NewGuid().ToString("N")[..8];
        await Node.AddUserAsync(user);
        using var administrator = await Node.AsAsync("guan-" + user, new Grant(Role.Administrator, own));
        (await administrator.CodeAsync("POST", $"/api/users/{user}/grants", new { role = "regulator", at })).ShouldBe(code);
        (await administrator.CodeAsync("DELETE", $"/api/users/{user}/grants?role=regulator&at={at}")).ShouldBe(code);
    }

    [Fact]
    public async Task An_administrator_changes_nothing_of_himself()
    {
        using var administrator = await Node.AsAsync("guan-3", Whole);
        (await administrator.CodeAsync("POST", "/api/users/guan-3/grants", new { role = "accountant", at = "330110012" })).ShouldBe("not-to-oneself");
        (await administrator.CodeAsync("POST", "/api/users/GUAN-3/grants", new { role = "accountant", at = "330110012" })).ShouldBe("not-to-oneself");
        (await administrator.CodeAsync("PUT", "/api/users/guan-3", new { isDisabled = true })).ShouldBe("not-to-oneself");
    }

    [Theory]
    [InlineData("GET", "/api/users")]
    [InlineData("POST", "/api/users")]
    [InlineData("GET", "/api/users/guan-1")]
    [InlineData("PUT", "/api/users/guan-1")]
    [InlineData("POST", "/api/users/guan-1/password")]
    [InlineData("POST", "/api/users/guan-1/grants")]
    [InlineData("DELETE", "/api/users/guan-1/totp")]
    [InlineData("DELETE", "/api/users/guan-1/grants?role=administrator&at=")]
    public async Task Nobody_else_manages_users(string method, string path)
    {
        using var browser = await Node.AsAsync("kuai-" + Guid.NewGuid().ToString("N")[..8], new Grant(Role.Regulator, "330110"));
        (await browser.CodeAsync(method, path, method is "POST" or "PUT" ? new { name = "x" } : null)).ShouldBe("not-permitted");
    }

    [Fact]
    public async Task An_id_is_never_used_again_not_even_in_another_case()
    {
        await Node.AddUserAsync("Old-1");
        (await Node.Of<UserDesk>().AddAsync("old-1", "x", TestNode.Password, TestContext.Current.CancellationToken)).ShouldBe("user-exists");
    }

    [Fact]
    public async Task A_role_that_was_taken_is_gone_at_once()
    {
        using var browser = await Node.AsAsync("guan-4", Whole);
        (await browser.CodeAsync("GET", "/api/users")).ShouldBe("done");
        var cancellation = TestContext.Current.CancellationToken;
        await Node.Of<UserDesk>().TakeAsync((await Node.Of<UserAccounts>().FindAsync("guan-4", cancellation))!, "administrator", "", UserDesk.CommandLine, cancellation);
        (await browser.CodeAsync("GET", "/api/users")).ShouldBe("not-permitted");
    }
}
