using System.CommandLine;
using VillageLedger.Reports;

namespace VillageLedger.Cli;

/// <summary>Reports of joint ventures.</summary>
internal static class VentureReports
{
    public static IEnumerable<ReportDefinition> All(Words words) => [OfAllocation(words)];

    private static ReportDefinition OfAllocation(Words words)
    {
        var venture = ReportOptions.Venture(words);
        var by = new Option<string?>("--by") { Description = words["cli.report.by-month"], HelpName = "month" };
        by.AcceptOnlyFromAmong("month");
        return new(AllocationReport.Name, [venture, by], call => AllocationReport.ReadAsync(
            call.Models, call.At, ReportOptions.VentureId(words, call.Parsed.GetValue(venture)!), call.Period, call.Parsed.GetValue(by) is not null, call.Language, null, call.Cancellation));
    }
}
