using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>Finds owners, vouchers and reports by what somebody types: a name, its initials, a code, an id; vouchers by what they say, too. What is found is a page of its own.</summary>
internal static class SearchEndpoint
{
    private const int MostOfAKind = 10;

    /// <summary>One letter is in every voucher.</summary>
    private const int LeastOfAWord = 2;

    /// <summary>Somebody types meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

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
        var owners = await OwnerEndpoints.SeenAsync(context, scope, ledger).ConfigureAwait(false);
        found.AddRange(owners.Where(one => Meets(text, one.Name, one.Initials, one.Owner)).Take(MostOfAKind)
            .Select(one => new FoundAnswer("owner", one.Name, $"/?owner={one.Owner}") { Owner = one.Owner }));
        if (await VoucherAsync(context, scope, ledger, text).ConfigureAwait(false) is { } voucher) found.Add(voucher);
        var language = context.Language();
        found.AddRange(ReportEndpoints.OffersOf(language).All.Where(one => Access.MayRead(scope.Viewer, one.Name)).Select(one => (one.Name, Title: Texts.Of("report." + one.Name, language)))
            .Where(one => Meets(text, one.Title, Pinyin.InitialsOf(one.Title), one.Name)).Take(MostOfAKind).Select(one => new FoundAnswer("report", one.Title, $"/reports/{one.Name}") { Report = one.Name }));
        found.AddRange(await HoldingAsync(context, scope, ledger, owners, text).ConfigureAwait(false));
        await context.JsonAsync(found.DistinctBy(one => one.Path)).ConfigureAwait(false);
    }

    private static bool Meets(string text, string name, string initials, string code) =>
        name.Contains(text, StringComparison.OrdinalIgnoreCase) || initials.StartsWith(text, StringComparison.OrdinalIgnoreCase) || code.Contains(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>The voucher of an id, where its books are seen.</summary>
    private static async Task<FoundAnswer?> VoucherAsync(HttpContext context, Scope scope, LedgerSession ledger, string text)
    {
        if (!VoucherId.TryParse(text, out var voucher) || !Access.MayRead(scope.Viewer, VoucherReport.Name)) return null;
        if (await VoucherReport.PlaceAsync(ledger.Log, long.MaxValue, voucher, context.RequestAborted).ConfigureAwait(false) is not var (owner, month) || !scope.SeesStream(Streams.Book(owner, month))) return null;
        return new("voucher", Texts.Of("search.voucher", context.Language(), ("voucher", voucher), ("month", month)), PathOf(voucher, owner)) { Owner = owner.Address, Voucher = text };
    }

    private static string PathOf(VoucherId voucher, Owner owner) => $"/vouchers/{Uri.EscapeDataString(voucher.Value)}?owner={owner}";

    /// <summary>Vouchers that hold the word, of the newest months first; where there may be more, where to look for all of them.</summary>
    private static async Task<IEnumerable<FoundAnswer>> HoldingAsync(HttpContext context, Scope scope, LedgerSession ledger, IReadOnlyList<OwnerAnswer> owners, string text)
    {
        var within = scope.Of(AccessRules.Reports[VoucherReport.Name].Roles);
        if (text.Length < LeastOfAWord || !within.IsAnywhere) return [];
        var names = owners.ToDictionary(one => one.Owner, one => one.Name, StringComparer.Ordinal);
        var position = (await ledger.Log.NewestAsync(context.RequestAborted).ConfigureAwait(false)).Position;
        var months = owners.SelectMany(MonthsOf).Where(one => within.Sees(one.Owner)).OrderByDescending(one => one.Month);
        var (vouchers, isMore) = await FoundVouchers.FindAsync(within.Models, position, months, text, MostOfAKind, Patience, context.RequestAborted).ConfigureAwait(false);
        var language = context.Language();
        return vouchers.Select(one => new FoundAnswer(
            "voucher",
            Texts.Of("search.voucher-holding", language, ("summary", one.Summary), ("owner", names[one.Owner.Address]), ("date", ReportTime.Format(one.Date)), ("amount", new Money(one.AmountFen))),
            PathOf(one.Voucher, one.Owner)) { Owner = one.Owner.Address, Voucher = one.Voucher.Value })
            .Concat(isMore ? [new FoundAnswer("page", Texts.Of("search.more", language, ("text", text)), "/vouchers?text=" + Uri.EscapeDataString(text))] : []);
    }

    /// <summary>The months of a book in which there may be vouchers: up to the second one that is not closed.</summary>
    private static IEnumerable<(Owner Owner, Month Month)> MonthsOf(OwnerAnswer one)
    {
        if (!Owner.TryParse(one.Owner, out var owner) || !Month.TryParse(one.FirstMonth, out var first)) return [];
        var open = Month.TryParse(one.ClosedThrough, out var closed) ? closed.Plus(2) : first.Next;
        return first.To(Month.TryParse(one.LastMonth, out var last) && last > open ? last : open).Select(month => (owner, month));
    }
}

internal sealed record FoundAnswer(string Kind, string Title, string Path)
{
    public string? Owner { get; init; }

    public string? Voucher { get; init; }

    public string? Report { get; init; }
}
