using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>Finds owners, vouchers and reports by what somebody types: a name, its initials, a code, an id.</summary>
internal static class SearchEndpoint
{
    private const int MostOfAKind = 10;

    public static void MapSearch(this IEndpointRouteBuilder api) => api.MapGet("/api/search", FindAsync);

    private static async Task FindAsync(HttpContext context, LedgerSession ledger)
    {
        var text = (context.Query("q") ?? "").Trim();
        if (text.Length is 0 or > 100)
        {
            await context.JsonAsync(Array.Empty<FoundAnswer>()).ConfigureAwait(false);
            return;
        }

        var scope = await context.ScopeAsync(ledger).ConfigureAwait(false);
        var found = new List<FoundAnswer>();
        found.AddRange((await OwnerEndpoints.SeenAsync(context, scope, ledger).ConfigureAwait(false)).Where(one => Meets(text, one.Name, one.Initials, one.Owner)).Take(MostOfAKind)
            .Select(one => new FoundAnswer("owner", one.Name, $"/?owner={one.Owner}") { Owner = one.Owner }));
        if (await VoucherAsync(context, scope, ledger, text).ConfigureAwait(false) is { } voucher) found.Add(voucher);
        var language = context.Language();
        found.AddRange(ReportEndpoints.OffersOf(language).All.Where(one => Access.MayRead(scope.Viewer, one.Name)).Select(one => (one.Name, Title: Texts.Of("report." + one.Name, language)))
            .Where(one => Meets(text, one.Title, Pinyin.InitialsOf(one.Title), one.Name)).Take(MostOfAKind).Select(one => new FoundAnswer("report", one.Title, $"/reports/{one.Name}") { Report = one.Name }));
        await context.JsonAsync(found).ConfigureAwait(false);
    }

    private static bool Meets(string text, string name, string initials, string code) =>
        name.Contains(text, StringComparison.OrdinalIgnoreCase) || initials.StartsWith(text, StringComparison.OrdinalIgnoreCase) || code.Contains(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>The voucher of an id, where its books are seen.</summary>
    private static async Task<FoundAnswer?> VoucherAsync(HttpContext context, Scope scope, LedgerSession ledger, string text)
    {
        if (!VoucherId.TryParse(text, out var voucher) || !Access.MayRead(scope.Viewer, VoucherReport.Name)) return null;
        if (await VoucherReport.PlaceAsync(ledger.Log, long.MaxValue, voucher, context.RequestAborted).ConfigureAwait(false) is not var (owner, month) || !scope.Sees(owner)) return null;
        return new("voucher", Texts.Of("search.voucher", context.Language(), ("voucher", voucher), ("month", month)), $"/books/voucher?owner={owner}&month={month}&voucher={Uri.EscapeDataString(text)}") { Owner = owner.Address, Voucher = text };
    }
}

internal sealed record FoundAnswer(string Kind, string Title, string Path)
{
    public string? Owner { get; init; }

    public string? Voucher { get; init; }

    public string? Report { get; init; }
}
