using System.Text.Json;
using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>
/// Everything recorded of one venture, company or dividend, in its order: what its page is made of where no report has it (who confirms what, contracts for the building, the steps of a resolution).
/// Natural persons have no names here, as in the facts themselves.
/// </summary>
internal static class StreamEndpoints
{
    private static readonly HashSet<string> Kinds = [Owner.VentureKind, Owner.CompanyKind, VillageLedger.Streams.DividendKind];

    public static void MapStreams(this IEndpointRouteBuilder api) => api.MapGet("/api/streams/{kind}/{id}", OneAsync);

    /// <summary>A stream that may not be seen is answered like one that is not there.</summary>
    private static async Task OneAsync(HttpContext context, string kind, string id, LedgerSession ledger)
    {
        var scope = await context.ScopeAsync(ledger).ConfigureAwait(false);
        var stream = $"{kind}/{id}";
        var position = context.Whole("at", 0, long.MaxValue) ?? (await ledger.Log.NewestAsync(context.RequestAborted).ConfigureAwait(false)).Position;
        var facts = Kinds.Contains(kind) && scope.SeesStream(stream) ? [.. (await scope.Models.Facts.ReadStreamsAsync([stream], context.RequestAborted).ConfigureAwait(false)).Where(fact => fact.Position <= position)] : (IReadOnlyList<StoredFact>)[];
        if (facts.Count == 0)
        {
            await context.NotThereAsync().ConfigureAwait(false);
            return;
        }

        var documents = facts.Select(fact => JsonDocument.Parse(fact.Data)).ToList();
        try
        {
            var named = documents.SelectMany(document => HoldersIn(document.RootElement)).ToHashSet();
            await scope.Models.CatchUpAsync(VenturesProjection.Schema, position, context.RequestAborted).ConfigureAwait(false);
            var names = await HolderNames.ReadAsync(scope.Models.Readers, VenturesProjection.Schema, position, named, persons: null, context.RequestAborted).ConfigureAwait(false);
            await context.JsonAsync(new
            {
                Stream = stream,
                Facts = facts.Zip(documents, (fact, document) => new { fact.Position, fact.Version, fact.Type, RecordedAt = ReportTime.Format(fact.RecordedAt), Data = document.RootElement }),
                Names = names.ToDictionary(one => one.Key.Address, one => one.Value),
            }).ConfigureAwait(false);
        }
        finally
        {
            documents.ForEach(document => document.Dispose());
        }
    }

    private static IEnumerable<Holder> HoldersIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => HoldersIn(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(HoldersIn),
        JsonValueKind.String when value.GetString() is { } text && text.Contains('/', StringComparison.Ordinal) && Holder.TryParse(text, out var holder) => [holder],
        _ => [],
    };
}
