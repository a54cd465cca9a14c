using Microsoft.AspNetCore.Builder;
using VillageLedger.Catalog;
using VillageLedger.Cli;
using VillageLedger.Support;
using VillageLedger.Web;

[assembly: AssemblyFixture(typeof(VillageLedger.Pages.Tests.Browser))]

namespace VillageLedger.Pages.Tests;

/// <summary>One Chromium for all journeys.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? playwright;

    public IBrowser Chromium { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        playwright?.Dispose();
    }
}

/// <summary>A web node on the demonstration's data, a copy of its own for every journey.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly LedgerSession ledger;
    private readonly WebApplication app;

    private Site(LedgerSession ledger, WebApplication app) => (this.ledger, this.app, Address) = (ledger, app, new Uri(app.Urls.First()));

    public Uri Address { get; }

    public LedgerSession Ledger => ledger;

    public static async Task<Site> OpenAsync()
    {
        var connection = await PostgresServer.NewDatabaseAsync("demonstration", LoadAsync);
        var ledger = await LedgerSession.OpenAsync(connection, null, null, CancellationToken.None);
        var app = WebNode.Build(ledger, new("http://127.0.0.1:0") { IsDemonstration = true });
        await app.StartAsync();
        return new(ledger, app);
    }

    private static async Task LoadAsync(string connection)
    {
        await using var ledger = await LedgerSession.OpenAsync(connection, DemoData.County, null, CancellationToken.None);
        await DemoData.LoadAsync(ledger, (_, _) => { }, CancellationToken.None);
        await DemonstrationUsers.MakeAsync(ledger, DemoUsers.All, DemoUsers.Requests, CancellationToken.None);
        await ledger.Models.CatchUpAsync((await ledger.Log.NewestAsync(CancellationToken.None)).Position, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await ledger.DisposeAsync();
    }
}
