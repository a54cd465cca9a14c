using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VillageLedger.EventStore;

namespace VillageLedger.Requests;

/// <summary>A fault of a file, at its row; row 0 for what concerns the file as a whole.</summary>
public sealed record ImportFault(int Row, Refusal Refusal);

/// <summary>What became of a file.</summary>
/// <param name="Vouchers">How many vouchers it holds.</param>
/// <param name="Position">Where the file's append ends; null for a dry run or a refusal.</param>
public sealed record ImportResult(string Sha256, OutcomeKind Kind, int Vouchers, long? Position, IReadOnlyList<ImportFault> Faults);

/// <summary>
/// Takes the vouchers of a file into a book, all in one append or none. Their ids come from the owner and the file's SHA-256, so the same file adds nothing a second time.
/// </summary>
public sealed class VoucherImport(EventLog log, RequestRunner runner)
{
    /// <summary>Vouchers of one file: each is a fact, and each of its months one more.</summary>
    public const int MaxVouchers = Limits.AppendFacts - 600;

    /// <summary>What a voucher lacks may stand in a row that cannot be read.</summary>
    private static readonly RefusalCode[] Incomplete = [RefusalCode.VoucherUnbalanced, RefusalCode.VoucherOneLine, RefusalCode.TransferWithoutResult];

    /// <param name="reviewer">Posts them as reviewed by this user; null leaves them prepared.</param>
    /// <param name="closeMonths">
    /// The reviewer closes each month before the file's last one as soon as its vouchers are in, as months are closed by themselves: a file of a whole past year goes in at once. The last month stays open.
    /// </param>
    public async Task<ImportResult> RunAsync(
        VoucherFileContent file, Owner book, UserId preparer, UserId? reviewer, bool dryRun, bool closeMonths = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Faults.Count > 0) return Refused(file, [.. file.Faults.Select(fault => new ImportFault(RowOf(fault), fault)).Concat(await FaultsOfReadableAsync(file, book, preparer, reviewer, cancellation).ConfigureAwait(false)).OrderBy(fault => fault.Row)]);
        if (file.Vouchers.Count > MaxVouchers)
            return Refused(file, [new(0, Refusal.Of(RefusalCode.ImportTooManyVouchers, ("count", file.Vouchers.Count), ("limit", MaxVouchers)))]);
        var prefix = PrefixOf(book, file.Sha256);
        if (await log.FindRequestAsync(IdOf(prefix, 1), cancellation).ConfigureAwait(false) is { } known) return new(file.Sha256, OutcomeKind.AlreadyDone, file.Vouchers.Count, known.AppendEnd, []);
        // Numbers are given in the order of dates; within a day in the order of the file.
        var vouchers = file.Vouchers.OrderBy(voucher => voucher.Date).ToList();
        List<(ImportedVoucher? Voucher, ReadRequest? Closing)> steps = closeMonths && reviewer is { } closer ? WithClosings(vouchers, month => Closing(prefix, closer, book, month)) : vouchers.ConvertAll(voucher => ((ImportedVoucher?)voucher, (ReadRequest?)null));
        var imports = new Queue<ReadRequest>(RequestsOf(vouchers, book, preparer, reviewer, file.Sha256, prefix));
        var requests = steps.ConvertAll(step => step.Closing ?? imports.Dequeue());
        var outcomes = dryRun ? await runner.DryRunAsync(requests, atomic: true, cancellation).ConfigureAwait(false) : await runner.DoAtomicAsync(requests, cancellation).ConfigureAwait(false);
        var faults = steps.Zip(outcomes).Where(pair => pair.Second.Refusal is { Code: not RefusalCode.AtomicNotDone })
            .Select(pair => pair.First.Voucher is { } voucher ? FaultOf(voucher, pair.Second.Refusal!) : new(0, pair.Second.Refusal!)).ToList();
        if (faults.Count > 0) return Refused(file, faults);
        return new(file.Sha256, outcomes[0].Kind, vouchers.Count, dryRun ? null : outcomes.Max(outcome => outcome.Position), []);
    }

    /// <summary>What the book says against vouchers that can be read in a file that cannot be read whole: one reading of the file tells all.</summary>
    private async Task<IEnumerable<ImportFault>> FaultsOfReadableAsync(VoucherFileContent file, Owner book, UserId preparer, UserId? reviewer, CancellationToken cancellation)
    {
        if (file.Readable.Count is 0 or > MaxVouchers) return [];
        var vouchers = file.Readable.OrderBy(voucher => voucher.Date).ToList();
        var outcomes = await runner.DryRunAsync(RequestsOf(vouchers, book, preparer, reviewer, file.Sha256, PrefixOf(book, file.Sha256)), cancellation: cancellation).ConfigureAwait(false);
        return vouchers.Zip(outcomes).Where(pair => pair.Second.Refusal is { } refusal && !Incomplete.Contains(refusal.Code)).Select(pair => FaultOf(pair.First, pair.Second.Refusal!));
    }

    /// <summary>The vouchers in their order; before the first of a later month the months before it are closed.</summary>
    private static List<(ImportedVoucher? Voucher, ReadRequest? Closing)> WithClosings(List<ImportedVoucher> vouchers, Func<Month, ReadRequest> closing)
    {
        var steps = new List<(ImportedVoucher?, ReadRequest?)>();
        var open = vouchers.Count == 0 ? default : Month.Of(vouchers[0].Date);
        foreach (var voucher in vouchers)
        {
            for (; open < Month.Of(voucher.Date); open = open.Next) steps.Add((null, closing(open)));
            steps.Add((voucher, null));
        }

        return steps;
    }

    private static ReadRequest Closing(string prefix, UserId by, Owner book, Month month)
    {
        var id = $"import-{prefix}-{month}";
        return new(id, new CloseMonth(id, by, book, month), null, Encoding.UTF8.GetBytes(id));
    }

    private static ImportResult Refused(VoucherFileContent file, IReadOnlyList<ImportFault> faults) => new(file.Sha256, OutcomeKind.Refused, file.Vouchers.Count, null, faults);

    private static List<ReadRequest> RequestsOf(List<ImportedVoucher> vouchers, Owner book, UserId preparer, UserId? reviewer, string sha256, string prefix)
    {
        var perMonth = vouchers.CountBy(voucher => Month.Of(voucher.Date)).ToDictionary();
        var announced = new HashSet<Month>();
        return [.. vouchers.Select((voucher, i) =>
        {
            var month = Month.Of(voucher.Date);
            var content = new VoucherContent(voucher.Type, voucher.Date, VoucherKind.Ordinary, voucher.Summary, voucher.Lines, voucher.AttachmentCount, SourceNumber: voucher.SourceNumber);
            var id = IdOf(prefix, i + 1);
            var request = new ImportVoucher(id, preparer, book, content, sha256, reviewer, reviewer is not null && announced.Add(month) ? perMonth[month] : 0);
            return new ReadRequest(id, request, null, Encoding.UTF8.GetBytes(id));
        })];
    }

    private static string PrefixOf(Owner book, string sha256) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{book}\n{sha256}")))[..32];

    private static string IdOf(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"import-{prefix}-{number}");

    /// <summary>A refusal speaks of a voucher's line; the file's row is what its owner can find.</summary>
    private static ImportFault FaultOf(ImportedVoucher voucher, Refusal refusal)
    {
        var row = refusal.Values.TryGetValue("line", out var line) && int.TryParse(line, CultureInfo.InvariantCulture, out var number) ? voucher.RowOf(number) : voucher.FirstRow;
        var values = new Dictionary<string, string>(refusal.Values);
        if (values.ContainsKey("line")) values["line"] = row.ToString(CultureInfo.InvariantCulture);
        return new(row, refusal with { Values = values });
    }

    private static int RowOf(Refusal fault) => fault.Values.TryGetValue("row", out var row) && int.TryParse(row, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
