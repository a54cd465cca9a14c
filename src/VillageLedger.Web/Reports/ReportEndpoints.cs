using System.CommandLine;
using System.CommandLine.Completions;
using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary><c>GET /api/reports/{name}</c>: every report, with both clocks, in every format; what makes its figures up, and what changed them.</summary>
internal static class ReportEndpoints
{
    /// <summary>What an address says beside the report's own options.</summary>
    private static readonly HashSet<string> OfTheAnswer = ["format", "lang", "page", "rows"];

    private static readonly HashSet<string> OfExplain = [.. OfTheAnswer, "row", "column"];

    private static readonly HashSet<string> OfDiff = [.. OfTheAnswer, "from-position", "to-position"];

    private static readonly Dictionary<Language, Lazy<ReportOffers>> Offers = Enum.GetValues<Language>().ToDictionary(language => language, language => new Lazy<ReportOffers>(() => new(language)));

    public static ReportOffers OffersOf(Language language) => Offers[language].Value;

    public static void MapReports(this IEndpointRouteBuilder api)
    {
        api.MapGet("/api/reports", AllAsync);
        api.MapGet("/api/reports/{name}", (HttpContext context, string name, LedgerSession ledger) => OfAsync(context, name, ledger, OfTheAnswer, async (call, read) => await read(call.At).ConfigureAwait(false)));
        api.MapGet("/api/reports/{name}/explain", (HttpContext context, string name, LedgerSession ledger) =>
            OfAsync(context, name, ledger, OfExplain, (call, read) => ReportHistory.ExplainAsync(call, read, context.Query("row"), context.Query("column"))));
        api.MapGet("/api/reports/{name}/diff", (HttpContext context, string name, LedgerSession ledger) => OfAsync(context, name, ledger, OfDiff, (call, read) =>
        {
            context.Needed("from-position");
            return ReportHistory.DiffAsync(new(call.Language), call, read, context.Whole("from-position", 0, long.MaxValue)!.Value, context.Whole("to-position", 0, long.MaxValue));
        }));
    }

    private static async Task AllAsync(HttpContext context)
    {
        var language = context.Language();
        await context.JsonAsync(OffersOf(language).All.Where(one => Access.MayRead(context.Viewer()!, one.Name)).Select(one => new
        {
            one.Name,
            Title = Texts.Of("report." + one.Name, language),
            one.CanRestate,
            Options = one.Options.Select(OptionOf),
        })).ConfigureAwait(false);
    }

    internal static ReportOptionAnswer OptionOf(Option option)
    {
        var values = option.GetCompletions(CompletionContext.Empty).Select(one => one.Label).ToList();
        return new(option.Name[2..], option.Description ?? "", option.Required, KindOf(option), option.ValueType == typeof(bool) || values.Count == 0 ? null : values);
    }

    private static string KindOf(Option option) => option.ValueType switch
    {
        var type when type == typeof(bool) => "flag",
        var type when type == typeof(int?) || type == typeof(long?) => "whole",
        _ => "text",
    };

    /// <param name="ofTheAnswer">Names in the address that are no options of the report.</param>
    /// <param name="make">What is answered, given the report at any moment.</param>
    private static async Task OfAsync(
        HttpContext context, string name, LedgerSession ledger, HashSet<string> ofTheAnswer, Func<ReportCall, Func<LogMoment, Task<ReportTable>>, Task<ReportTable>> make)
    {
        var language = context.Language();
        var offers = OffersOf(language);
        if (offers.Find(name) is not { } definition)
        {
            await context.NotThereAsync("report-unknown").ConfigureAwait(false);
            return;
        }

        var scope = await context.ScopeAsync(ledger).ConfigureAwait(false);
        var options = context.Request.Query.Where(one => !ofTheAnswer.Contains(one.Key)).SelectMany(one => one.Value.Select(value => KeyValuePair.Create(one.Key, value ?? ""))).ToList();
        if (await ScopedReport.FindAsync(scope, ledger, name, options, context.RequestAborted).ConfigureAwait(false) is not { } report)
        {
            await context.NotPermittedAsync().ConfigureAwait(false);
            return;
        }

        var call = await offers.CallAsync(definition, options, ledger, context.RequestAborted).ConfigureAwait(false) with { Models = report.Models };
        context.Response.Headers.CacheControl = "private, no-cache";
        if (ReportTag.Of(context, name, call.At.Position, scope, language) is { } tag)
        {
            context.Response.Headers.ETag = tag;
            if (EntityTags.IsKnown(context, tag))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        var table = await make(call, moment => report.ReadAsync(one => offers.ReadAsync(definition, one), call with { At = moment })).ConfigureAwait(false);
        table = table with { Fingerprint = await ReportFingerprint.OfAsync(table, ledger.Log, context.RequestAborted).ConfigureAwait(false) };
        await ReportAnswer.WriteAsync(context, ledger, table, context.Query("format") ?? "json", language).ConfigureAwait(false);
    }
}

/// <summary>An option of a report.</summary>
/// <param name="Kind"><c>text</c>, <c>flag</c> or <c>whole</c>.</param>
/// <param name="Values">The only ones that it takes.</param>
internal sealed record ReportOptionAnswer(string Name, string Title, bool Required, string Kind, IReadOnlyList<string>? Values);
