using System.Text.Json;
using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>Moments of the log: now, those worth going back to, and the facts themselves.</summary>
internal static class MomentEndpoints
{
    public static void MapMoments(this IEndpointRouteBuilder api)
    {
        api.MapGet("/api/now", NowAsync);
        api.MapGet("/api/moments", AllAsync);
        api.MapGet("/api/moments/at", AtAsync);
        api.MapGet("/api/facts/{position:long}", FactAsync);
    }

    private static async Task NowAsync(HttpContext context, LedgerSession ledger) => await context.JsonAsync(Of(await ledger.Log.NewestAsync(context.RequestAborted).ConfigureAwait(false))).ConfigureAwait(false);

    private static async Task AtAsync(HttpContext context, LedgerSession ledger) =>
        await context.JsonAsync(Of(await ledger.Log.AsOfAsync(InstantOf(context, "asOf", context.Needed("asOf")), context.RequestAborted).ConfigureAwait(false))).ConfigureAwait(false);

    private static async Task AllAsync(HttpContext context, LedgerSession ledger)
    {
        var scope = await context.ScopeAsync(ledger).ConfigureAwait(false);
        var owner = context.Value<Owner>("owner");
        if (owner is { } asked && !scope.Sees(asked))
        {
            await context.NotPermittedAsync().ConfigureAwait(false);
            return;
        }

        // The first instant is within: nothing is recorded in the same microsecond before it.
        var after = context.Query("from") is { } from ? (await ledger.Log.AsOfAsync(InstantOf(context, "from", from).AddTicks(-1), context.RequestAborted).ConfigureAwait(false)).Position : 0;
        var upTo = context.Query("to") is { } to ? await ledger.Log.AsOfAsync(InstantOf(context, "to", to), context.RequestAborted).ConfigureAwait(false) : await ledger.Log.NewestAsync(context.RequestAborted).ConfigureAwait(false);
        var language = context.Language();
        var found = await MarkedMoments.ReadAsync(scope.Models, owner, after, upTo.Position, context.RequestAborted).ConfigureAwait(false);
        await context.JsonAsync(found.Where(one => scope.Sees(one.Owner) || one.Owner != owner && owner is { } of && scope.Sees(of) && one.Kind == "allocation").Select(one => new
        {
            one.Position,
            RecordedAt = ReportTime.Format(one.RecordedAt),
            one.Kind,
            Owner = one.Owner.Address,
            Text = Texts.Of("moment." + one.Kind, language, ("about", one.About)),
        })).ConfigureAwait(false);
    }

    /// <summary>A fact as it is stored; one of a stream that may not be seen is answered like one that is not there.</summary>
    private static async Task FactAsync(HttpContext context, long position, LedgerSession ledger)
    {
        var scope = await context.ScopeAsync(ledger).ConfigureAwait(false);
        if ((await scope.Models.Facts.ReadAtAsync([position], withHeaders: true, context.RequestAborted).ConfigureAwait(false)) is not [var fact] || !scope.SeesStream(fact.Stream))
        {
            await context.NotThereAsync("fact-unknown").ConfigureAwait(false);
            return;
        }

        using var data = JsonDocument.Parse(fact.Data);
        using var headers = JsonDocument.Parse(fact.Headers.IsEmpty ? "{}"u8.ToArray() : fact.Headers);
        await context.JsonAsync(new { fact.Position, fact.Stream, fact.Version, fact.Type, RecordedAt = ReportTime.Format(fact.RecordedAt), Data = data.RootElement, Headers = headers.RootElement }).ConfigureAwait(false);
    }

    private static DateTimeOffset InstantOf(HttpContext context, string name, string text) =>
        ReportTime.TryParse(text, out var instant) ? instant : throw new UsageException(Texts.Of("problem.query-invalid", context.Language(), ("name", name), ("value", text)));

    private static object Of(LogMoment moment) => new { moment.Position, RecordedAt = moment.RecordedAt is { } at ? ReportTime.Format(at) : null };
}
