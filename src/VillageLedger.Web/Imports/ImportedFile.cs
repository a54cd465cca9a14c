using VillageLedger.Requests;

namespace VillageLedger.Web;

/// <summary>A file that somebody brings for a book.</summary>
internal sealed record BroughtFile(FileKind Kind, Owner Owner, UserId By, string Name, ReadOnlyMemory<byte> Bytes, IReadOnlyDictionary<string, string>? Columns);

/// <summary>What became of a file, whatever it is.</summary>
internal sealed record TakenFile(string Sha256, OutcomeKind Kind, IReadOnlyList<ImportFault> Faults, long? Position)
{
    public int? Vouchers { get; init; }

    public int? Lines { get; init; }

    public int? Known { get; init; }

    public long? GapFen { get; init; }

    public int? Accounts { get; init; }
}

/// <summary>Takes a file into the ledger.</summary>
internal static class ImportedFile
{
    public static Task<TakenFile> TakeAsync(HttpContext context, LedgerSession ledger, BroughtFile file, bool dryRun) => file.Kind switch
    {
        FileKind.Vouchers => VouchersAsync(context, ledger, file, dryRun),
        FileKind.Openings => OpeningsAsync(context, ledger, file, dryRun),
        _ => StatementAsync(context, ledger, file, dryRun),
    };

    private static async Task<TakenFile> VouchersAsync(HttpContext context, LedgerSession ledger, BroughtFile file, bool dryRun)
    {
        var content = VoucherFile.Read(file.Name, file.Bytes, columns: file.Columns);
        var result = await new VoucherImport(ledger.Log, ledger.Requests).RunAsync(content, file.Owner, file.By, reviewer: null, dryRun, cancellation: Stop(context, dryRun)).ConfigureAwait(false);
        return new(result.Sha256, result.Kind, result.Faults, result.Position) { Vouchers = content.Vouchers.Count };
    }

    private static async Task<TakenFile> OpeningsAsync(HttpContext context, LedgerSession ledger, BroughtFile file, bool dryRun)
    {
        context.Needed("month");
        var month = context.Value<Month>("month")!.Value;
        var standard = context.Query("standard") ?? OpeningImport.StandardOf(file.Owner, month);
        if (!Standards.All.Contains(standard)) throw new UsageException(Texts.Of("problem.query-invalid", context.Language(), ("name", "standard"), ("value", standard)));
        var content = OpeningFile.Read(file.Name, file.Bytes, file.Columns);
        var result = await new OpeningImport(ledger.Log, ledger.Requests).RunAsync(content, file.Owner, month, standard, context.Flag("addAccounts"), file.By, dryRun, Stop(context, dryRun)).ConfigureAwait(false);
        return new(result.Sha256, result.Kind, result.Faults, result.Position) { Lines = result.Lines, Accounts = result.Accounts };
    }

    private static async Task<TakenFile> StatementAsync(HttpContext context, LedgerSession ledger, BroughtFile file, bool dryRun)
    {
        var account = context.Needed("account");
        // Such an id is chosen by the caller where he wants to ask again after he lost the answer; that a file was recorded before is found by its content in any case.
        var id = context.Query("id") is { } given ? RequestId.TryParse(given, out _) ? given : throw new UsageException(Texts.Of("problem.query-invalid", context.Language(), ("name", "id"), ("value", given)))
            : "bank-" + Guid.CreateVersion7().ToString("N");
        var opening = context.Query("openingFen") is null ? null : context.Whole("openingFen", 0, Money.MaxFen);
        var content = StatementFile.Read(file.Name, file.Bytes, file.Columns);
        var result = await new StatementImport(ledger.Requests).RunAsync(content, id, file.Owner, account, file.By, opening, dryRun, Stop(context, dryRun)).ConfigureAwait(false);
        return new(result.Sha256, result.Kind, result.Faults, result.Position) { Lines = result.Lines, Known = result.Known, GapFen = result.GapFen };
    }

    /// <summary>What is to be written is not given up with the connection.</summary>
    private static CancellationToken Stop(HttpContext context, bool dryRun) => dryRun ? context.RequestAborted : CancellationToken.None;
}
