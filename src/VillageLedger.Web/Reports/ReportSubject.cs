namespace VillageLedger.Web;

/// <summary>Whose report is asked for, by its options.</summary>
internal static class ReportSubject
{
    /// <summary>Whether whoever asks sees everybody that the options name as the subject. What is no address at all is left to the report to refuse.</summary>
    public static async Task<bool> IsSeenAsync(Scope scope, LedgerSession ledger, IEnumerable<KeyValuePair<string, string>> options, CancellationToken cancellation)
    {
        foreach (var (name, value) in options)
        {
            switch (name)
            {
                case "book" or "payer" when Owner.TryParse(value, out var owner) && !scope.Sees(owner):
                case Owner.VentureKind or Owner.CompanyKind when Owner.TryParse(value.Contains('/', StringComparison.Ordinal) ? value : $"{name}/{value}", out var of) && !scope.Sees(of):
                    return false;
                case "voucher" when VoucherId.TryParse(value, out var voucher) && !await SeesVoucherAsync(scope, ledger, voucher, cancellation).ConfigureAwait(false):
                    return false;
            }
        }

        return true;
    }

    /// <summary>Whether a voucher stands in books that are seen; one that is not there is nobody's.</summary>
    public static async Task<bool> SeesVoucherAsync(Scope scope, LedgerSession ledger, VoucherId voucher, CancellationToken cancellation) =>
        await VillageLedger.Reports.VoucherReport.PlaceAsync(ledger.Log, long.MaxValue, voucher, cancellation).ConfigureAwait(false) is not var (owner, _) || scope.Sees(owner);
}
