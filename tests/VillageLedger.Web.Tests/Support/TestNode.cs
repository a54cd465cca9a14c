using Microsoft.AspNetCore.Builder;
using VillageLedger.Catalog;
using VillageLedger.Support;

namespace VillageLedger.Web.Tests;

/// <summary>A web node on a ledger of the test server, and a browser's connection to it.</summary>
internal sealed class TestNode : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestNode(LedgerSession ledger, WebApplication app) => (Ledger, this.app, Client) = (ledger, app, new() { BaseAddress = new(app.Urls.First()) });

    public LedgerSession Ledger { get; }

    public HttpClient Client { get; }

    public static async Task<TestNode> StartAsync(string? connection = null)
    {
        var ledger = await LedgerSession.OpenAsync(connection ?? await TestLedger.NewDatabaseAsync(), null, null, CancellationToken.None);
        var app = WebNode.Build(ledger, new("http://127.0.0.1:0"));
        await app.StartAsync();
        return new(ledger, app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Ledger.DisposeAsync();
    }
}
