using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using VillageLedger.Catalog;
using VillageLedger.Support;

namespace VillageLedger.Web.Tests;

/// <summary>A web node on a ledger of the test server, and a browser's connection to it.</summary>
internal sealed class TestNode : IAsyncDisposable
{
    /// <summary>What the users of <see cref="AddUserAsync"/> sign in with.</summary>
    public const string Password = "Shuiku-2025-dong";

    /// <summary>In <c>X-Test-User</c>: who is not signed in.</summary>
    public const string Nobody = "-";

    private readonly WebApplication app;

    private TestNode(LedgerSession ledger, WebApplication app) => (Ledger, this.app, Client) = (ledger, app, new() { BaseAddress = new(app.Urls.First()) });

    public LedgerSession Ledger { get; }

    /// <summary>Nobody is signed in.</summary>
    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    /// <param name="signedIn">Who asks, where that is not asked in turn; by the header <c>X-Test-User</c> where there are several.</param>
    public static Task<TestNode> StartAsync(string? connection = null, params IReadOnlyList<Viewer> signedIn) => StartAsync(connection, options => options, signedIn);

    public static async Task<TestNode> StartAsync(string? connection, Func<WebOptions, WebOptions> with, params IReadOnlyList<Viewer> signedIn)
    {
        var ledger = await LedgerSession.OpenAsync(connection ?? await TestLedger.NewDatabaseAsync(), null, null, CancellationToken.None);
        var app = WebNode.Build(ledger, with(new("http://127.0.0.1:0") { Users = new() { PasswordRounds = 1_000, SignInsPerMinute = 10_000 } }));
        if (signedIn.Count > 0)
            app.Use((context, next) =>
            {
                var asked = context.Request.Headers["X-Test-User"].ToString();
                if (asked != Nobody) context.Features.Set(signedIn.FirstOrDefault(one => one.User.Value == asked) ?? signedIn[0]);
                return next(context);
            });
        await app.StartAsync();
        return new(ledger, app);
    }

    public T Of<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Makes a user with <see cref="Password"/> and gives him roles.</summary>
    public async Task AddUserAsync(string user, params Grant[] grants)
    {
        var accounts = Of<UserAccounts>();
        await accounts.AddAsync(new(user, user, Of<Passwords>().Hash(Password), null, null, false, false, false), CancellationToken.None);
        foreach (var grant in grants) await accounts.GiveAsync(user, grant, "tests", CancellationToken.None);
    }

    /// <summary>A browser in which a user is signed in: with his cookie, and the token that goes with writes. (The framework's own jar keeps no secure cookie of an http address.)</summary>
    public async Task<HttpClient> SignInAsync(string user, string password = Password)
    {
        using var answer = await Client.PostAsJsonAsync(new Uri("/api/session", UriKind.Relative), new { user, password });
        answer.EnsureSuccessStatusCode();
        return With(CookieOf(answer)!, (await JsonOf(answer)).GetProperty("csrfToken").GetString()!);
    }

    /// <summary>A new user with roles, signed in.</summary>
    public async Task<HttpClient> AsAsync(string user, params Grant[] grants)
    {
        await AddUserAsync(user, grants);
        return await SignInAsync(user);
    }

    /// <summary>A browser with a cookie and a token.</summary>
    public HttpClient With(string cookie, string csrfToken)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        client.DefaultRequestHeaders.Add("X-CSRF-Token", csrfToken);
        return client;
    }

    /// <summary>The cookie that an answer sets, as a browser sends it back.</summary>
    public static string? CookieOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.First().Split(';')[0] : null;

    public static async Task<JsonElement> JsonOf(HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Ledger.DisposeAsync();
    }
}
