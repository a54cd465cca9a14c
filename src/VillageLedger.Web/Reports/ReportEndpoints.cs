using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary><c>GET /api/reports/{name}</c>: every report, with both clocks, in every format.</summary>
internal static class ReportEndpoints
{
    /// <summary>What an address says beside the report's own options.</summary>
    private static readonly HashSet<string> OfTheAnswer = ["format", "lang", "page", "rows"];

    private static readonly Dictionary<Language, Lazy<ReportOffers>> Offers = Enum.GetValues<Language>().ToDictionary(language => language, language => new Lazy<ReportOffers>(() => new(language)));

    public static ReportOffers OffersOf(Language language) => Offers[language].Value;

    public static void MapReports(this WebApplication app) => app.MapGet("/api/reports/{name}", OneAsync);

    private static async Task OneAsync(HttpContext context, string name, LedgerSession ledger)
    {
        if (context.Viewer() is null)
        {
            await Problems.WriteAsync(context, StatusCodes.Status401Unauthorized, "not-signed-in").ConfigureAwait(false);
            return;
        }

        var language = context.Language();
        var offers = OffersOf(language);
        if (offers.Find(name) is not { } definition)
        {
            await Problems.WriteAsync(context, StatusCodes.Status404NotFound, "report-unknown").ConfigureAwait(false);
            return;
        }

        var options = context.Request.Query.Where(one => !OfTheAnswer.Contains(one.Key)).SelectMany(one => one.Value.Select(value => KeyValuePair.Create(one.Key, value ?? "")));
        var call = await offers.CallAsync(definition, options, ledger, context.RequestAborted).ConfigureAwait(false);
        var table = await offers.ReadAsync(definition, call).ConfigureAwait(false);
        table = table with { Fingerprint = await ReportFingerprint.OfAsync(table, ledger.Log, context.RequestAborted).ConfigureAwait(false) };
        await ReportAnswer.WriteAsync(context, ledger, table, context.Request.Query["format"].FirstOrDefault() ?? "json", language).ConfigureAwait(false);
    }
}
