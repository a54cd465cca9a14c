using Microsoft.AspNetCore.Hosting;
using VillageLedger.Requests;

namespace VillageLedger.Web;

/// <summary>A web node: requests, reports and pages over HTTP. It keeps nothing of its own; several may share a database.</summary>
internal static class WebNode
{
    /// <summary>The application, not yet listening.</summary>
    /// <param name="ledger">Stays the caller's to dispose of, after the application.</param>
    public static WebApplication Build(LedgerSession ledger, WebOptions options)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(options.Address);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(ledger);
        builder.Services.AddSingleton(options);
        builder.Services.AddHostedService<ReadModelWorker>();
        builder.Services.AddSingleton(_ => new AttachmentStore(ledger.Log));
        builder.Services.AddEvents();
        builder.Services.AddJobs();
        builder.Services.AddUsers();
        builder.Services.AddGuards(options);
        var app = builder.Build();
        app.UseProxies(options);
        app.UseProblems();
        app.UseGuards();
        app.UseTryingPage();
        app.UsePages(options);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseSessions();
        app.MapUsers();
        var api = app.MapSignedIn();
        api.MapRequests();
        api.MapReports();
        api.MapOwners();
        api.MapWaiting();
        api.MapMoments();
        api.MapAttachments();
        api.MapWritten();
        api.MapPrinting();
        api.MapImports();
        api.MapSearch();
        api.MapEvents();
        api.MapJobs();
        api.MapOversight();
        app.MapPublic();
        app.MapOpenApi();
        app.MapHealth();
        api.MapStreams();
        app.MapPages(options);
        return app;
    }
}
