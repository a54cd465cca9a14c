using System.Diagnostics;
using System.Net;
using VillageLedger.Support;

namespace VillageLedger.Web.Tests.Users;

/// <summary>Signing in, and what somebody learns who tries.</summary>
public sealed class SignInTests(NodeFixture fixture) : IClassFixture<NodeFixture>
{
    private TestNode Node => fixture.Node;

    private static object Typed(string user, string password) => new { user, password };

    [Fact]
    public async Task Whoever_knows_his_password_is_in_and_is_told_what_he_may()
    {
        using var browser = await Node.AsAsync("kuaiji-1", new Grant(Role.Accountant, "330110012"));
        var (_, session) = await browser.SendAsync("GET", "/api/session");
        session.GetProperty("user").GetString().ShouldBe("kuaiji-1");
        session.GetProperty("roles")[0].GetProperty("role").GetString().ShouldBe("accountant");
        session.GetProperty("requests").EnumerateArray().Select(name => name.GetString()).ShouldContain("prepare-voucher");
    }

    [Fact]
    public async Task A_wrong_name_and_a_wrong_password_are_answered_alike()
    {
        await Node.AddUserAsync("wang");
        var known = await Node.Client.SendAsync("POST", "/api/session", Typed("wang", "nothing of his"));
        var unknown = await Node.Client.SendAsync("POST", "/api/session", Typed("nobody", "nothing of his"));
        (unknown.Status, unknown.Body.ToString()).ShouldBe((known.Status, known.Body.ToString()));
    }

    /// <summary>The work is the same: a hash is compared with in both cases. The shortest of some rounds, turn by turn, with enough work in each that the difference would show.</summary>
    [Fact]
    public void A_wrong_name_takes_as_long_as_a_wrong_password()
    {
        var passwords = new Passwords(new() { PasswordRounds = 20_000 });
        var account = new UserAccount("wang", "wang", passwords.Hash("something"), null, null, false, false, false);
        passwords.IsRight(null, "warm");
        double TimeOf(UserAccount? user)
        {
            var watch = Stopwatch.GetTimestamp();
            passwords.IsRight(user, "nothing of his");
            return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
        }

        var rounds = Enumerable.Range(0, 15).Select(_ => (Unknown: TimeOf(null), Known: TimeOf(account))).ToList();
        (rounds.Min(round => round.Unknown) / rounds.Min(round => round.Known)).ShouldBeInRange(0.4, 2.5);
    }

    [Theory]
    [InlineData("li-locked", true)]
    [InlineData("nobody-locked", false)]
    public async Task After_five_wrong_passwords_a_name_is_locked_whether_anybody_has_it_or_not(string user, bool isKnown)
    {
        if (isKnown) await Node.AddUserAsync(user);
        for (var i = 0; i < 5; i++) (await Node.Client.CodeAsync("POST", "/api/session", Typed(user, "wrong"))).ShouldBe("sign-in-failed");
        (await Node.Client.CodeAsync("POST", "/api/session", Typed(user, TestNode.Password))).ShouldBe("account-locked");
    }

    [Fact]
    public async Task Many_wrong_passwords_at_once_are_no_more_than_one_after_the_other()
    {
        await Node.AddUserAsync("zhao");
        var codes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Node.Client.CodeAsync("POST", "/api/session", Typed("zhao", "wrong"))));
        codes.Count(code => code == "sign-in-failed").ShouldBe(5);
    }

    [Fact]
    public async Task An_id_of_a_session_that_somebody_prepared_is_not_taken_over()
    {
        await Node.AddUserAsync("qian");
        using var prepared = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/session", UriKind.Relative)) { Content = System.Net.Http.Json.JsonContent.Create(Typed("qian", TestNode.Password)) };
        var planted = $"{SessionCookie.Name}={new string('A', 43)}";
        prepared.Headers.Add("Cookie", planted);
        using var answer = await Node.Client.SendAsync(prepared, TestContext.Current.CancellationToken);
        TestNode.CookieOf(answer).ShouldNotBe(planted);
        using var attacker = Node.With(planted, "");
        (await attacker.CodeAsync("GET", "/api/session")).ShouldBe("not-signed-in");
    }

    [Fact]
    public async Task Signing_in_anew_ends_the_session_that_the_browser_had()
    {
        using var first = await Node.AsAsync("sun");
        (await first.SendAsync("POST", "/api/session", Typed("sun", TestNode.Password))).Status.ShouldBe(HttpStatusCode.OK);
        (await first.CodeAsync("GET", "/api/session")).ShouldBe("not-signed-in");
    }

    [Fact]
    public async Task The_cookie_is_for_this_host_only_and_out_of_reach_of_scripts()
    {
        await Node.AddUserAsync("zhou");
        using var answer = await Node.Client.PostAsync(new Uri("/api/session", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(Typed("zhou", TestNode.Password)), TestContext.Current.CancellationToken);
        answer.Headers.GetValues("Set-Cookie").Single().ShouldMatch("^__Host-ledger=[^;]{43}; path=/; secure; samesite=strict; httponly$");
    }

    [Fact]
    public async Task A_write_without_the_token_is_refused()
    {
        using var browser = await Node.AsAsync("wu");
        browser.DefaultRequestHeaders.Remove("X-CSRF-Token");
        (await browser.CodeAsync("POST", "/api/requests/close-month", new { id = "x" })).ShouldBe("csrf-token-wrong");
    }

    /// <summary>Every write that the interface's document names, but the one that signs in.</summary>
    [Fact]
    public async Task No_write_of_the_interface_is_taken_without_the_token()
    {
        using var document = System.Text.Json.JsonDocument.Parse(OpenApiDocument.Bytes);
        using var browser = await Node.AsAsync("wu-all");
        browser.DefaultRequestHeaders.Remove("X-CSRF-Token");
        var writes = document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => (Method: method.Name.ToUpperInvariant(), Path: path.Name)))
            .Where(one => one.Method != "GET" && one != ("POST", "/api/session")).ToList();
        writes.Count.ShouldBeGreaterThan(100);
        var taken = new List<string>();
        foreach (var (method, path) in writes)
            if (await browser.CodeAsync(method, System.Text.RegularExpressions.Regex.Replace(path, @"\{\w+\}", "x"), new { }) is var code and not "csrf-token-wrong") taken.Add($"{method} {path}: {code}");
        taken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_write_from_another_site_is_refused_even_with_the_token(string header, string value)
    {
        using var browser = await Node.AsAsync("zheng-" + value.Length);
        (await browser.CodeAsync("DELETE", "/api/session", null, (header, value))).ShouldBe("origin-foreign");
    }

    [Fact]
    public async Task A_guessed_session_opens_nothing()
    {
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[32];
            random.NextBytes(bytes);
            using var guess = Node.With($"{SessionCookie.Name}={System.Buffers.Text.Base64Url.EncodeToString(bytes)}", "");
            (await guess.CodeAsync("GET", "/api/session")).ShouldBe("not-signed-in");
        }
    }

    [Fact]
    public async Task A_first_password_must_be_changed_before_anything_else()
    {
        await Node.Of<UserDesk>().AddAsync("feng", "冯", "Chulai-2025-xin", TestContext.Current.CancellationToken);
        (await Node.Client.CodeAsync("POST", "/api/session", Typed("feng", "Chulai-2025-xin"))).ShouldBe("password-must-change");
        (await Node.Client.CodeAsync("POST", "/api/session", new { user = "feng", password = "Chulai-2025-xin", @new = "short" })).ShouldBe("password-weak");
        (await Node.Client.CodeAsync("POST", "/api/session", new { user = "feng", password = "Chulai-2025-xin", @new = TestNode.Password })).ShouldBe("done");
        using var later = await Node.SignInAsync("feng");
    }

    [Fact]
    public async Task A_disabled_user_is_out_at_once()
    {
        using var browser = await Node.AsAsync("chen");
        var accounts = Node.Of<UserAccounts>();
        await Node.Of<UserDesk>().SetDisabledAsync((await accounts.FindAsync("chen", TestContext.Current.CancellationToken))!, true, "guanli", TestContext.Current.CancellationToken);
        (await browser.CodeAsync("GET", "/api/session")).ShouldBe("not-signed-in");
        (await Node.Client.CodeAsync("POST", "/api/session", Typed("chen", TestNode.Password))).ShouldBe("account-disabled");
    }

    [Fact]
    public async Task The_password_is_never_in_the_database()
    {
        await Node.AddUserAsync("chu");
        await using var ledger = await TestLedger.OpenAsync(Node.Ledger.Log.Connection);
        (await ledger.QueryAsync<long>($"select count(*) from web.account where to_jsonb(account)::text like '%{TestNode.Password}%'")).Single().ShouldBe(0);
    }
}
