using VillageLedger.Reports;

namespace VillageLedger.Cli;

/// <summary>Reads a report as it was asked for: by the books, or restated beside them.</summary>
internal static class ReportRunner
{
    /// <exception cref="ReportRefusedException">Restated was asked for of a report that has no amounts by month.</exception>
    public static async Task<ReportTable> ReadAsync(ReportDefinition definition, ReportCall call, IEnumerable<ReportDefinition> all)
    {
        if (!call.IsRestated) return await definition.Read(call).ConfigureAwait(false);
        if (!definition.CanRestate)
            throw new ReportRefusedException(Refusal.Of(RefusalCode.ReportNotRestated, ("report", definition.Name), ("reports", string.Join(", ", all.Where(one => one.CanRestate).Select(one => one.Name)))));
        var booked = await definition.Read(call).ConfigureAwait(false);
        return RestatedReport.Beside(booked, await definition.Read(call with { Models = call.Models.AsRestated() }).ConfigureAwait(false), call.Language);
    }
}
