using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Web;

/// <summary>A voucher or claim word for word, with the names that the requests' fields have: what a form is filled from when it is amended or copied. Reports show the same for reading.</summary>
internal static class WrittenEndpoints
{
    public static void MapWritten(this IEndpointRouteBuilder api)
    {
        api.MapGet("/api/vouchers", VoucherAsync);
        api.MapGet("/api/claims", ClaimAsync);
    }

    private static async Task VoucherAsync(HttpContext context, LedgerSession ledger)
    {
        context.Needed("voucher");
        var voucher = context.Value<VoucherId>("voucher")!.Value;
        var scope = await context.ScopeAsync(ledger).ConfigureAwait(false);
        if (await ScopedReport.FindAsync(scope, ledger, VoucherReport.Name, [new("voucher", voucher.Value)], context.RequestAborted).ConfigureAwait(false) is not { } report)
        {
            await context.NotPermittedAsync().ConfigureAwait(false);
            return;
        }

        var words = await VoucherReport.WordsAsync(report.Models, await AtAsync(context, ledger).ConfigureAwait(false), voucher, context.RequestAborted).ConfigureAwait(false);
        var content = words.Content;
        await context.JsonAsync(new
        {
            words.Voucher, words.Book, words.Month, words.State, content.Type, content.Date, content.Kind, content.Summary, content.Lines, content.AttachmentCount, Attachments = content.Attachments ?? [],
            content.Reverses, content.Corrects, content.ConcernsMonth, content.SourceNumber, content.Cause,
        }).ConfigureAwait(false);
    }

    private static async Task ClaimAsync(HttpContext context, LedgerSession ledger)
    {
        context.Needed("claim");
        var claim = context.Value<RequestId>("claim")!.Value.Value;
        var scope = await context.ScopeAsync(ledger).ConfigureAwait(false);
        var words = await ClaimsReport.WordsAsync(scope.Models, await AtAsync(context, ledger).ConfigureAwait(false), claim, context.RequestAborted).ConfigureAwait(false);
        if (await ScopedReport.FindAsync(scope, ledger, ClaimsReport.Name, [new("book", words.Book.Address)], context.RequestAborted).ConfigureAwait(false) is null)
        {
            await context.NotPermittedAsync().ConfigureAwait(false);
            return;
        }

        var content = words.Content;
        await context.JsonAsync(new { words.Claim, words.Book, content.Date, content.Lines, content.Payee, Attachments = content.Attachments ?? [] }).ConfigureAwait(false);
    }

    private static async Task<LogMoment> AtAsync(HttpContext context, LedgerSession ledger) => context.Whole("at", 0, long.MaxValue) is { } position
        ? await ClockOptions.MomentAsync(position, ledger.Log, context.RequestAborted).ConfigureAwait(false) : await ledger.Log.NewestAsync(context.RequestAborted).ConfigureAwait(false);
}
