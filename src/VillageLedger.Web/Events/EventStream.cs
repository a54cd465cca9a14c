using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;

namespace VillageLedger.Web;

/// <summary>
/// <c>GET /api/events?after=POSITION</c>: server-sent events of the facts that somebody may see, from a position on. It ends when he signs out or is signed out, or his roles change: at once at the node where that happens, within <see cref="Beat"/> at others; a browser that lost it goes on where it was by <c>Last-Event-ID</c>.
/// </summary>
internal sealed class EventStream(FactFeed feed, Sessions sessions, IHostApplicationLifetime lifetime)
{
    /// <summary>Streams of one user at one node: one for each open page.</summary>
    private const int MostOfAUser = 12;

    /// <summary>More is not told one by one: who was away so long reads everything anew.</summary>
    private const int MostMissed = 5_000;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, int> open = new(StringComparer.OrdinalIgnoreCase);

    public async Task AnswerAsync(HttpContext context, LedgerSession ledger)
    {
        var user = context.Viewer()!.User.Value;
        if (open.AddOrUpdate(user, 1, (_, count) => count + 1) > MostOfAUser)
        {
            open.AddOrUpdate(user, 0, (_, count) => count - 1);
            await Problems.WriteAsync(context, StatusCodes.Status429TooManyRequests, "too-many-streams").ConfigureAwait(false);
            return;
        }

        var listener = new object();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await SendAsync(context, ledger, feed.Listen(listener), stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Who listened is gone, or the node stops.
        }
        finally
        {
            feed.Leave(listener);
            open.AddOrUpdate(user, 0, (_, count) => count - 1);
        }
    }

    private async Task SendAsync(HttpContext context, LedgerSession ledger, ChannelReader<FactNews> news, CancellationToken stop)
    {
        var newest = (await ledger.Log.NewestAsync(stop).ConfigureAwait(false)).Position;
        var sent = Math.Clamp(AfterOf(context) ?? newest, 0, newest);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var scope = await context.ScopeAsync(ledger).ConfigureAwait(false);
        await context.Response.WriteAsync("retry: 2000\n\n", stop).ConfigureAwait(false);
        if (newest - sent > MostMissed) await WriteAsync(context, "missed", sent = newest, "{}", stop).ConfigureAwait(false);
        await foreach (var fact in ledger.Log.ReadAllAsync(sent, newest, stop).ConfigureAwait(false)) await TellAsync(new(fact.Position, fact.Stream, fact.Type)).ConfigureAwait(false);
        sent = newest;
        await context.Response.Body.FlushAsync(stop).ConfigureAwait(false);
        while (true)
        {
            // Taken before it is asked who is signed in: what changes meanwhile is asked for again.
            var changed = sessions.Changed;
            if (!await IsStillAsync(context, scope.Viewer, stop).ConfigureAwait(false)) return;
            // What may be seen changes when places, companies or ventures do, too.
            scope = await Scopes.ScopeAsync(scope.Viewer, ledger, stop).ConfigureAwait(false);
            using var beat = CancellationTokenSource.CreateLinkedTokenSource(stop, changed);
            beat.CancelAfter(Beat);
            try
            {
                while (await news.WaitToReadAsync(beat.Token).ConfigureAwait(false))
                {
                    while (news.TryRead(out var one))
                        if (one.Position > sent) await TellAsync(one).ConfigureAwait(false);
                    await context.Response.Body.FlushAsync(stop).ConfigureAwait(false);
                }

                // It fell behind: the browser asks again from where it was.
                return;
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                await context.Response.WriteAsync(": \n\n", stop).ConfigureAwait(false);
                await context.Response.Body.FlushAsync(stop).ConfigureAwait(false);
            }
        }

        Task TellAsync(FactNews one)
        {
            sent = one.Position;
            return scope.SeesStream(one.Stream)
                ? WriteAsync(context, "fact", one.Position, JsonSerializer.Serialize(new { one.Position, one.Stream, one.Type, Owner = scope.OwnerOf(one.Stream)?.Address }, JsonAnswer.Options), stop) : Task.CompletedTask;
        }
    }

    /// <summary>Whether who listens is signed in still, with the roles that he began with; with others his browser begins anew. Nobody is asked who came without a session of ours.</summary>
    private async Task<bool> IsStillAsync(HttpContext context, Viewer viewer, CancellationToken stop) =>
        context.Session() is null || (context.Request.Cookies.TryGetValue(SessionCookie.Name, out var token) && await sessions.FindAsync(token, stop, isUse: false).ConfigureAwait(false) is { } now
            && now.Viewer.Grants.SequenceEqual(viewer.Grants));

    private static long? AfterOf(HttpContext context) =>
        long.TryParse(context.Request.Headers["Last-Event-ID"].FirstOrDefault(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var last) ? last : context.Whole("after", 0, long.MaxValue);

    private static Task WriteAsync(HttpContext context, string name, long position, string data, CancellationToken stop) =>
        context.Response.WriteAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"id: {position}\nevent: {name}\ndata: {data}\n\n"), stop);
}

internal static class EventEndpoints
{
    public static void AddEvents(this IServiceCollection services) =>
        services.AddSingleton<FactFeed>().AddHostedService(provider => provider.GetRequiredService<FactFeed>()).AddSingleton<EventStream>();

    public static void MapEvents(this IEndpointRouteBuilder api) => api.MapGet("/api/events", (HttpContext context, EventStream events, LedgerSession ledger) => events.AnswerAsync(context, ledger));
}
