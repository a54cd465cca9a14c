using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VillageLedger.Requests;

/// <summary>What became of a bank's file.</summary>
/// <param name="Paid">How many payments succeeded.</param>
/// <param name="Unpaid">Those that failed at the bank, which stay unpaid.</param>
/// <param name="Position">Where the append ends; null for a dry run, a refusal, or where nothing succeeded.</param>
public sealed record PaymentResult(string Sha256, OutcomeKind Kind, int Paid, IReadOnlyList<ReportedPayment> Unpaid, long? Position, IReadOnlyList<ImportFault> Faults);

/// <summary>
/// Records the payments that a bank's file reports as carried out, in one request or none. Its id comes from the dividend and the file's SHA-256, so the same
/// file adds nothing a second time.
/// </summary>
public sealed class PaymentImport(RequestRunner runner)
{
    public async Task<PaymentResult> RunAsync(PaymentFileContent file, string dividend, DateOnly date, UserId by, bool dryRun, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Faults.Count > 0) return new(file.Sha256, OutcomeKind.Refused, 0, [], null, [.. file.Faults.Select(fault => new ImportFault(RowOf(fault), fault))]);
        var (paid, unpaid) = (file.Payments.Where(payment => payment.Succeeded).ToList(), file.Payments.Where(payment => !payment.Succeeded).ToList());
        if (paid.Count == 0) return new(file.Sha256, OutcomeKind.Done, 0, unpaid, null, []);
        var id = IdOf(dividend, file.Sha256);
        var request = new PayDividends(id, by, dividend, date, paid.ConvertAll(payment => payment.Payment));
        var read = new ReadRequest(id, request, null, Encoding.UTF8.GetBytes(id));
        var outcome = dryRun ? (await runner.DryRunAsync([read], atomic: true, cancellation).ConfigureAwait(false))[0] : await runner.DoAsync(read, cancellation).ConfigureAwait(false);
        if (outcome.Refusal is not { } refusal) return new(file.Sha256, outcome.Kind, paid.Count, unpaid, dryRun ? null : outcome.Position, []);
        // The request counts its payments; the file's row is what its owner can find.
        var row = refusal.Values.TryGetValue("item", out var item) ? paid[int.Parse(item, CultureInfo.InvariantCulture) - 1].Row : 0;
        return new(file.Sha256, outcome.Kind, paid.Count, unpaid, null, [new(row, refusal)]);
    }

    private static string IdOf(string dividend, string sha256) => "pay-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{dividend}\n{sha256}")))[..32];

    private static int RowOf(Refusal fault) => fault.Values.TryGetValue("row", out var row) && int.TryParse(row, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
