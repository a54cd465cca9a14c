using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>Reports of joint ventures.</summary>
internal static class VentureReports
{
    public static IEnumerable<ReportDefinition> All(Words words) => [OfAllocation(words), OfContributions(words), OfBalances(words), OfOperation(words), OfShares(words)];

    private static ReportDefinition OfAllocation(Words words)
    {
        var (venture, by, names) = (ReportOptions.Venture(words, required: true), ReportOptions.ByMonth(words), ReportOptions.Names(words));
        return new(AllocationReport.Name, [venture, by, names], call => AllocationReport.ReadAsync(
            call.Models, call.At, ReportOptions.VentureOf(words, call.Parsed.GetValue(venture)!), call.Period, call.Parsed.GetValue(by) is not null, call.Language, call.Persons(names), call.Cancellation));
    }

    private static ReportDefinition OfContributions(Words words)
    {
        var (venture, by, names) = (ReportOptions.Venture(words, required: true), ReportOptions.By(words["cli.report.by-holder"], "holder"), ReportOptions.Names(words));
        return new(ContributionsReport.Name, [venture, by, names], call =>
        {
            var id = ReportOptions.VentureOf(words, call.Parsed.GetValue(venture)!);
            return call.Parsed.GetValue(by) is null
                ? ContributionsReport.ReadAsync(call.Models, call.At, id, call.Period, call.Persons(names), call.Cancellation)
                : ContributionsReport.ReadByHolderAsync(call.Models, call.At, id, call.Period, call.Persons(names), call.Cancellation);
        });
    }

    private static ReportDefinition OfBalances(Words words)
    {
        var (venture, names) = (ReportOptions.Venture(words, required: false), ReportOptions.Names(words));
        return new(VentureBalances.Name, [venture, names], call => VentureBalances.ReadAsync(
            call.Models, call.At, call.Parsed.GetValue(venture) is { } given ? ReportOptions.VentureOf(words, given) : null, call.Period, call.Persons(names), call.Cancellation));
    }

    private static ReportDefinition OfOperation(Words words)
    {
        var venture = ReportOptions.Venture(words, required: true);
        return new(VentureOperation.Name, [venture], call =>
            VentureOperation.ReadAsync(call.Models, call.At, ReportOptions.VentureOf(words, call.Parsed.GetValue(venture)!), call.Period, call.Cancellation));
    }

    private static ReportDefinition OfShares(Words words)
    {
        var (venture, names) = (ReportOptions.Venture(words, required: true), ReportOptions.Names(words));
        return new(VentureShares.Name, [venture, names], call =>
            VentureShares.ReadAsync(call.Models, call.At, ReportOptions.VentureOf(words, call.Parsed.GetValue(venture)!), call.Period, call.Persons(names), call.Cancellation));
    }
}
