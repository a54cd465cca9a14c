using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>What makes a figure of a report up, and what changed a report: see docs/HISTORY.md.</summary>
internal static class ReportHistory
{
    /// <param name="read">The report at any moment, with the options of the call.</param>
    /// <exception cref="ReportRefusedException">There is no such row or column.</exception>
    public static Task<ReportTable> ExplainAsync(ReportCall call, Func<LogMoment, Task<ReportTable>> read, string? row, string? column) =>
        Explain.OfAsync(call.Models, read, call.At, row ?? "", column ?? "", call.Cancellation);

    /// <param name="to">Null: the newest position.</param>
    /// <exception cref="UsageException">A moment was given beside the two positions.</exception>
    /// <exception cref="ReportRefusedException">A position lies beyond the log, or the second before the first.</exception>
    public static async Task<ReportTable> DiffAsync(Words words, ReportCall call, Func<LogMoment, Task<ReportTable>> read, long from, long? to)
    {
        if (call.HasClock) throw new UsageException(words["cli.diff.no-clock"]);
        var (first, last) = (await ClockOptions.MomentAsync(from, call.Session.Log, call.Cancellation).ConfigureAwait(false), call.At);
        if (to is { } given) last = await ClockOptions.MomentAsync(given, call.Session.Log, call.Cancellation).ConfigureAwait(false);
        return await ReportDiff.OfAsync(call.Models, read, first, last, call.Cancellation).ConfigureAwait(false);
    }
}
