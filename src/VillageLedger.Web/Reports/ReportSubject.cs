namespace VillageLedger.Web;

/// <summary>Whose a voucher is.</summary>
internal static class ReportSubject
{
    /// <summary>Whether a voucher stands in books that are seen; one that is not there is nobody's.</summary>
    public static async Task<bool> SeesVoucherAsync(Scope scope, LedgerSession ledger, VoucherId voucher, CancellationToken cancellation) =>
        await VillageLedger.Reports.VoucherReport.PlaceAsync(ledger.Log, long.MaxValue, voucher, cancellation).ConfigureAwait(false) is not var (owner, _) || scope.Sees(owner);
}
