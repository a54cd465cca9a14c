using VillageLedger.Requests;

namespace VillageLedger.Web;

/// <summary>Files of other programs: seen first, with every fault at its cell, then taken whole or not at all. Vouchers come in as prepared by whoever brings them.</summary>
internal static class ImportEndpoints
{
    /// <summary>So many rows are shown of a file.</summary>
    private const int MostRows = 200;

    private static readonly Dictionary<FileKind, string> Requests = new() { [FileKind.Vouchers] = "prepare-voucher", [FileKind.Openings] = "open-book", [FileKind.BankStatements] = "record-statement" };

    public static void MapImports(this IEndpointRouteBuilder api)
    {
        foreach (var (kind, path) in new[] { (FileKind.Vouchers, "vouchers"), (FileKind.Openings, "openings"), (FileKind.BankStatements, "bank-statements") })
        {
            api.MapPost("/api/imports/" + path, (HttpContext context, LedgerSession ledger) => TakeAsync(context, ledger, kind));
            api.MapGet($"/api/imports/{path}/fields", (HttpContext context) => context.JsonAsync(FileKinds.FieldsOf(kind).Select(field => new { field, title = TitleOf(field, context.Language()) })));
        }
    }

    private static async Task TakeAsync(HttpContext context, LedgerSession ledger, FileKind kind)
    {
        var scope = await context.ScopeAsync(ledger).ConfigureAwait(false);
        context.Needed("book");
        var owner = context.Value<Owner>("book")!.Value;
        if (!scope.Of(AccessRules.Requests[Requests[kind]].Roles).Sees(owner))
        {
            await context.NotPermittedAsync().ConfigureAwait(false);
            return;
        }

        var mapping = ColumnMapping.Read(context.Query("mapping"), kind, context.Language());
        var name = Documents.NameOf(context.Query("name"));
        var bytes = await RequestBody.BytesAsync(context).ConfigureAwait(false);
        var taken = await ImportedFile.TakeAsync(context, ledger, new(kind, owner, scope.Viewer.User, name, bytes, mapping), context.Flag("dryRun")).ConfigureAwait(false);
        var preview = FilePreview.Read(kind, name, bytes, mapping, MostRows);
        var language = context.Language();
        await context.JsonAsync(new
        {
            Outcome = new RequestOutcome("", taken.Kind).Name,
            taken.Sha256,
            Faults = taken.Faults.Select(fault => FaultAnswer.Of(fault, preview, language)),
            HeadingRow = preview?.HeadingRow,
            Columns = preview?.Columns.Select(column => new { column.Letter, column.Heading, column.Field, Title = column.Field is { } field ? TitleOf(field, language) : null }),
            Rows = preview?.Rows ?? [],
            RowsInAll = preview?.RowsInAll ?? 0,
            taken.Vouchers,
            taken.Lines,
            taken.Known,
            taken.GapFen,
            taken.Accounts,
            taken.Position,
        }).ConfigureAwait(false);
    }

    private static string TitleOf(string field, Language language) => Texts.Of("import.field." + field, language);
}
