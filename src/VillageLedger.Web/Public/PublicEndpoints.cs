using QRCoder;
using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>What everybody may read without signing in: the masked disclosure (公开) of a village's closed months.</summary>
internal static class PublicEndpoints
{
    private const string Report = "disclosure";

    public static void MapPublic(this WebApplication app)
    {
        app.MapGet("/api/public/villages", VillagesAsync);
        app.MapGet("/api/public/villages/{code}/disclosure", DisclosureAsync);
        app.MapGet("/api/public/villages/{code}/qr.svg", QrAsync);
    }

    /// <summary>Villages with a closed month.</summary>
    private static async Task VillagesAsync(HttpContext context, LedgerSession ledger) => await context.JsonAsync((await KnownAsync(context, ledger).ConfigureAwait(false)).Select(one => new
    {
        Village = one.Owner.Code, one.Name, Initials = Pinyin.InitialsOf(one.Name), one.TownshipName, one.CountyName, FirstMonth = one.FirstMonth.ToString(), ClosedThrough = one.ClosedThrough.ToString(),
    })).ConfigureAwait(false);

    private static async Task<IReadOnlyList<KnownOwner>> KnownAsync(HttpContext context, LedgerSession ledger)
    {
        var at = await ledger.Log.NewestAsync(context.RequestAborted).ConfigureAwait(false);
        var owners = await KnownOwners.ReadAsync(ledger.Models, at.Position, Month.Of(ReportTime.DayOf(at.RecordedAt ?? DateTimeOffset.UnixEpoch)), context.RequestAborted).ConfigureAwait(false);
        return [.. owners.Where(one => one.Owner.Kind == Owner.VillageKind && one.ClosedThrough is not null)];
    }

    private static async Task<KnownOwner?> FindAsync(HttpContext context, string code, LedgerSession ledger) =>
        (await KnownAsync(context, ledger).ConfigureAwait(false)).FirstOrDefault(one => one.Owner.Code == code);

    private static async Task DisclosureAsync(HttpContext context, string code, LedgerSession ledger)
    {
        var language = context.Language();
        var offers = ReportEndpoints.OffersOf(language);
        if (await FindAsync(context, code, ledger).ConfigureAwait(false) is not { } village)
        {
            await context.NotThereAsync("village-not-public").ConfigureAwait(false);
            return;
        }

        var (from, to) = PeriodOf(context, village, language);
        // A month that may still change is nobody's to read but those who work on it.
        if (to > village.ClosedThrough || from < village.FirstMonth || offers.Find(Report) is not { } definition)
        {
            await context.NotThereAsync("month-not-public").ConfigureAwait(false);
            return;
        }

        var options = new Dictionary<string, string> { ["book"] = village.Owner.Address };
        if (from == to) options["month"] = from.ToString();
        else (options["from"], options["to"]) = (from.ToString(), to.ToString());
        var call = await offers.CallAsync(definition, options, ledger, context.RequestAborted).ConfigureAwait(false);
        await ReportAnswer.WriteAsync(context, ledger, await offers.ReadAsync(definition, call).ConfigureAwait(false), context.Query("format") ?? "view", language).ConfigureAwait(false);
    }

    /// <summary><c>?month=2025-06</c> or <c>?quarter=2025-2</c>; the latest closed month unless given.</summary>
    private static (Month From, Month To) PeriodOf(HttpContext context, KnownOwner village, Language language)
    {
        if (context.Value<Month>("month") is { } month) return (month, month);
        if (context.Query("quarter") is not { } text) return (village.ClosedThrough!.Value, village.ClosedThrough.Value);
        if (text is [var a, var b, var c, var d, '-', >= '1' and <= '4'] && Month.TryParse($"{a}{b}{c}{d}-{(text[5] - '1') * 3 + 1:D2}", out var first)) return (first, first.Plus(2));
        throw new UsageException(Texts.Of("problem.query-invalid", language, ("name", "quarter"), ("value", text)));
    }

    /// <summary>The address of the village's page, to be hung up in the village: of the host that was asked.</summary>
    private static async Task QrAsync(HttpContext context, string code, LedgerSession ledger)
    {
        if (await FindAsync(context, code, ledger).ConfigureAwait(false) is null)
        {
            await context.NotThereAsync("village-not-public").ConfigureAwait(false);
            return;
        }

        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode($"{context.Request.Scheme}://{context.Request.Host}/public/{code}", QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        context.Response.ContentType = "image/svg+xml";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "public, max-age=3600";
        await context.Response.WriteAsync(svg.GetGraphic(8), context.RequestAborted).ConfigureAwait(false);
    }
}
