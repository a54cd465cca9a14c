using VillageLedger.EventStore;

namespace VillageLedger.Web;

/// <summary>The moment that an address asks for by <c>?at=POSITION</c>; the newest where it asks for none.</summary>
internal static class AskedMoment
{
    public static async Task<LogMoment> AtAsync(this HttpContext context, LedgerSession ledger) => context.Whole("at", 0, long.MaxValue) is { } position
        ? await ClockOptions.MomentAsync(position, ledger.Log, context.RequestAborted).ConfigureAwait(false) : await ledger.Log.NewestAsync(context.RequestAborted).ConfigureAwait(false);
}
