using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>What the figures rest on: the projections and how far they are, the rules in force and the facts that adopted them.</summary>
internal static class OversightEndpoints
{
    private static readonly HashSet<Role> Watching = [Role.Auditor, Role.Regulator];

    public static void MapOversight(this IEndpointRouteBuilder api)
    {
        api.MapGet("/api/projections", ProjectionsAsync);
        api.MapGet("/api/rules", RulesAsync);
        api.MapGet("/api/rules/{kind}/{name}", RuleAsync);
    }

    private static async Task ProjectionsAsync(HttpContext context, LedgerSession ledger)
    {
        if (!context.Viewer()!.Grants.Any(grant => Watching.Contains(grant.Role)))
        {
            await context.NotPermittedAsync().ConfigureAwait(false);
            return;
        }

        var newest = (await ledger.Log.NewestAsync(context.RequestAborted).ConfigureAwait(false)).Position;
        await context.JsonAsync((await ledger.Models.ProgressesAsync(context.RequestAborted).ConfigureAwait(false)).Select(one => new
        {
            one.Name, Family = one.Name[..one.Name.LastIndexOf('_')], Version = one.Name[(one.Name.LastIndexOf('_') + 1)..], one.Position, Lag = one.Position is { } at ? Math.Max(0, newest - at) : (long?)null,
            UpdatedAt = one.At is { } when ? ReportTime.Format(when) : null, one.IsRead,
        })).ConfigureAwait(false);
    }

    /// <summary>Every adoption in its order; of a name the last one is in force.</summary>
    private static async Task<List<Adoption>> AdoptionsAsync(HttpContext context, LedgerSession ledger) =>
    [
        .. (await ledger.Log.ReadStreamAsync(Streams.Rules, cancellation: context.RequestAborted).ConfigureAwait(false))
            .Select(fact => (Fact: fact, Adopted: FactTypes.Read(fact.Type, fact.Data.Span) as RulesAdopted)).Where(one => one.Adopted is not null)
            .Select(one => new Adoption(one.Adopted!.Kind, one.Adopted.Name, one.Adopted.Version, one.Fact.Position, one.Fact.RecordedAt)),
    ];

    private static async Task RulesAsync(HttpContext context, LedgerSession ledger) =>
        await context.JsonAsync((await AdoptionsAsync(context, ledger).ConfigureAwait(false)).GroupBy(one => (one.Kind, one.Name)).Select(versions => versions.Last())
            .OrderBy(one => one.Kind, StringComparer.Ordinal).ThenBy(one => one.Name, StringComparer.Ordinal).Select(Of)).ConfigureAwait(false);

    private static async Task RuleAsync(HttpContext context, string kind, string name, LedgerSession ledger)
    {
        // A stroke within a name (rural-2023/income-statement) stays escaped in the address.
        var asSaid = Uri.UnescapeDataString(name);
        var adopted = (await AdoptionsAsync(context, ledger).ConfigureAwait(false)).Where(one => one.Kind == kind && one.Name == asSaid).ToList();
        var asked = context.Query("version");
        if ((asked is null ? adopted.LastOrDefault() : adopted.LastOrDefault(one => one.Version == asked)) is not { } found || CarriedRules.TextOf(found.Version) is not { } text)
        {
            await context.NotThereAsync("rule-not-there").ConfigureAwait(false);
            return;
        }

        await context.JsonAsync(new { Rule = Of(found), text, Versions = adopted.Select(Of) }).ConfigureAwait(false);
    }

    private static object Of(Adoption one) => new { one.Kind, one.Name, one.Version, Source = SourceOf(one.Version), AdoptedAt = ReportTime.Format(one.At), one.Position };

    /// <summary>Where its data come from, as their first lines say.</summary>
    private static string? SourceOf(string version) =>
        CarriedRules.TextOf(version) is { } text ? string.Join(' ', text.Split('\n').TakeWhile(line => line.StartsWith('#')).Select(line => line.TrimStart('#', ' '))) is { Length: > 0 } said ? said : null : null;

    private sealed record Adoption(string Kind, string Name, string Version, long Position, DateTimeOffset At);
}
