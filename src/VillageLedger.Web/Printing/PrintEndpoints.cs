using VillageLedger.Reports;
using VillageLedger.Requests;

namespace VillageLedger.Web;

/// <summary>Vouchers on paper forms.</summary>
internal static class PrintEndpoints
{
    public static void MapPrinting(this IEndpointRouteBuilder api)
    {
        api.MapGet("/api/print/voucher", (HttpContext context, LedgerSession ledger) => PrintAsync(context, ledger, "voucher"));
        api.MapGet("/api/print/vouchers", (HttpContext context, LedgerSession ledger) => PrintAsync(context, ledger, "vouchers"));
        api.MapGet("/api/print/cover", (HttpContext context, LedgerSession ledger) => PrintAsync(context, ledger, "cover"));
    }

    private static async Task PrintAsync(HttpContext context, LedgerSession ledger, string form)
    {
        var scope = await context.ScopeAsync(ledger).ConfigureAwait(false);
        var words = new Words(context.Language());
        var format = context.Query("format") ?? "pdf";
        if (!PrintedOutput.Formats.Contains(format)) throw new UsageException(words["problem.format-unknown", ("formats", string.Join(", ", PrintedOutput.Formats))]);
        if (await ReportOfAsync(context, scope, ledger, form).ConfigureAwait(false) is not { } report)
        {
            await context.NotPermittedAsync().ConfigureAwait(false);
            return;
        }

        var at = await context.AtAsync(ledger).ConfigureAwait(false);
        await using var fields = new PersonFields(ledger.Log);
        PersonNaming? names = context.Flag("names")
            ? async (persons, cancellation) => (await fields.FindManyAsync(persons, cancellation).ConfigureAwait(false)).ToDictionary(person => person.Key, person => person.Value.Name)
            : null;
        var forms = new PrintedVouchers(words, report.Models, at, context.RequestAborted);
        var html = form switch
        {
            "voucher" => await forms.OneAsync(VoucherOf(context), names).ConfigureAwait(false),
            "vouchers" => await forms.MonthAsync(BookOf(context), MonthOf(context), context.Query("numbers"), context.Query("type"), names).ConfigureAwait(false),
            _ => await forms.CoverAsync(BookOf(context), MonthOf(context)).ConfigureAwait(false),
        };
        var bytes = await PrintedOutput.BytesAsync(html, format, context.RequestAborted).ConfigureAwait(false);
        await Documents.WriteAsync(context, bytes, format == "pdf" ? "application/pdf" : "text/html; charset=utf-8", $"{form}.{format}", isShown: true).ConfigureAwait(false);
    }

    /// <summary>A form is printed by whoever may read the report that it is made of, and as he may read it; null: not at all.</summary>
    private static async Task<ScopedReport?> ReportOfAsync(HttpContext context, Scope scope, LedgerSession ledger, string form)
    {
        var (report, option, value) = form switch
        {
            "voucher" => (VoucherReport.Name, "voucher", VoucherOf(context).Value),
            "vouchers" => (VoucherList.Name, "book", BookOf(context).Address),
            _ => (VoucherSummary.Name, "book", BookOf(context).Address),
        };
        return await ScopedReport.FindAsync(scope, ledger, report, [new(option, value), new("names", context.Flag("names") ? "true" : "false")], context.RequestAborted).ConfigureAwait(false);
    }

    private static VoucherId VoucherOf(HttpContext context)
    {
        context.Needed("voucher");
        return context.Value<VoucherId>("voucher")!.Value;
    }

    private static Owner BookOf(HttpContext context)
    {
        context.Needed("book");
        return context.Value<Owner>("book")!.Value;
    }

    private static Month MonthOf(HttpContext context)
    {
        context.Needed("month");
        return context.Value<Month>("month")!.Value;
    }
}
