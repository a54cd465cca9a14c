using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>Reads a report as it was asked for: by the books, or restated beside them.</summary>
internal static class ReportRunner
{
    /// <exception cref="ReportRefusedException">Restated was asked for of a report that has no amounts by month.</exception>
    public static async Task<ReportTable> ReadAsync(ReportDefinition definition, ReportCall call, IEnumerable<ReportDefinition> all)
    {
        if (!call.IsRestated) return OfMoment(await definition.Read(call).ConfigureAwait(false), call);
        if (!definition.CanRestate)
            throw new ReportRefusedException(Refusal.Of(RefusalCode.ReportNotRestated, ("report", definition.Name), ("reports", string.Join(", ", all.Where(one => one.CanRestate).Select(one => one.Name)))));
        var booked = await definition.Read(call).ConfigureAwait(false);
        return OfMoment(RestatedReport.Beside(booked, await definition.Read(call with { Models = call.Models.AsRestated() }).ConfigureAwait(false), call.Language), call);
    }

    /// <summary>An instant before the first fact is a moment like any other, at which nothing was known: a reader is told so.</summary>
    private static ReportTable OfMoment(ReportTable table, ReportCall call) =>
        call.At.Position > 0 ? table : table with { Notes = [.. table.Notes, Texts.Of("report.before-first", call.Language)] };
}
