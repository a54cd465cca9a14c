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

        var written = await VoucherReport.WrittenAsync(report.Models, await context.AtAsync(ledger).ConfigureAwait(false), voucher, context.RequestAborted).ConfigureAwait(false);
        var content = written.Content;
        await context.JsonAsync(new
        {
            written.Voucher, written.Book, written.Month, written.State, content.Type, content.Date, content.Kind, content.Summary, content.Lines, content.AttachmentCount, Attachments = content.Attachments ?? [],
            content.Reverses, content.Corrects, content.ConcernsMonth, content.SourceNumber, content.Cause,
        }).ConfigureAwait(false);
    }

    private static async Task ClaimAsync(HttpContext context, LedgerSession ledger)
    {
        context.Needed("claim");
        var claim = context.Value<RequestId>("claim")!.Value.Value;
        var scope = await context.ScopeAsync(ledger).ConfigureAwait(false);
        var written = await ClaimsReport.WrittenAsync(scope.Models, await context.AtAsync(ledger).ConfigureAwait(false), claim, context.RequestAborted).ConfigureAwait(false);
        if (await ScopedReport.FindAsync(scope, ledger, ClaimsReport.Name, [new("book", written.Book.Address)], context.RequestAborted).ConfigureAwait(false) is null)
        {
            await context.NotPermittedAsync().ConfigureAwait(false);
            return;
        }

        var content = written.Content;
        await context.JsonAsync(new { written.Claim, written.Book, content.Date, content.Lines, content.Payee, Attachments = content.Attachments ?? [] }).ConfigureAwait(false);
    }
}
