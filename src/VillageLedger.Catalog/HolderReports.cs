using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>Reports of what holders have and get: holdings, dividends, and what can be distributed.</summary>
internal static class HolderReports
{
    public static IEnumerable<ReportDefinition> All(Words words) => [OfHoldings(words), OfDividends(words), OfDistributable(words)];

    private static ReportDefinition OfHoldings(Words words)
    {
        var (payer, venture, holder) = (ReportOptions.Payer(words), ReportOptions.Venture(words, required: false), ReportOptions.Holder(words));
        var (date, names) = (ReportOptions.Date(words), ReportOptions.Names(words));
        return new(HoldingsReport.Name, [payer, venture, holder, date, names], call =>
        {
            var on = ReportOptions.DateOf(words, call.Parsed.GetValue(date)) ?? call.Period?.To.LastDay ?? DateOnly.MaxValue;
            return (call.Parsed.GetValue(payer), call.Parsed.GetValue(venture), call.Parsed.GetValue(holder)) switch
            {
                ({ } of, null, null) => HoldingsReport.ReadAsync(call.Models, call.At, ReportOptions.OwnerOf(words, of), on, call.Persons(names), call.Cancellation),
                (null, { } of, null) => HoldingsReport.ReadAsync(call.Models, call.At, Owner.Venture(ReportOptions.VentureOf(words, of)), on, call.Persons(names), call.Cancellation),
                (null, null, { } of) => HoldingsReport.ReadOfHolderAsync(call.Models, call.At, ReportOptions.HolderOf(words, of), on, call.Persons(names), call.Cancellation),
                _ => throw new UsageException(words["cli.report.one-of", ("options", "--payer, --venture, --holder")]),
            };
        });
    }

    private static ReportDefinition OfDividends(Words words)
    {
        var (payer, holder, names) = (ReportOptions.Payer(words), ReportOptions.Holder(words), ReportOptions.Names(words));
        return new(DividendsReport.Name, [payer, holder, names], call =>
        {
            var (of, to) = (call.Parsed.GetValue(payer), call.Parsed.GetValue(holder));
            if (of is null && to is null) throw new UsageException(words["cli.report.payer-or-holder"]);
            return DividendsReport.ReadAsync(
                call.Models, call.At, of is null ? null : ReportOptions.OwnerOf(words, of), to is null ? null : ReportOptions.HolderOf(words, to), call.Period, call.Persons(names), call.Cancellation);
        });
    }

    private static ReportDefinition OfDistributable(Words words)
    {
        var payer = ReportOptions.Payer(words);
        payer.Required = true;
        return new(DistributableReport.Name, [payer], call => call.Period is { From: { Number: 1 } from, To: { Number: 12 } to } && from.Year == to.Year
            ? DistributableReport.ReadAsync(call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(payer)!), from.Year, call.Language, call.Cancellation)
            : throw new UsageException(words["cli.report.year-needed"]));
    }
}
