using System.CommandLine;
using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>Reports across a change of chart.</summary>
internal static class ConversionReports
{
    public static IEnumerable<ReportDefinition> All(Words words) => [OfConversion(words), OfComparison(words)];

    private static ReportDefinition OfConversion(Words words)
    {
        var book = ReportOptions.Book(words);
        return new(ConversionReport.Name, [book], call => ConversionReport.ReadAsync(call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Language, call.Cancellation));
    }

    private static ReportDefinition OfComparison(Words words)
    {
        var scopes = Enum.GetValues<IncomeScope>().ToDictionary(OperatingIncome.NameOf);
        var by = new Option<string>("--by") { Description = words["cli.report.by"], DefaultValueFactory = _ => OperatingIncome.NameOf(IncomeScope.Village), HelpName = "village|township|county" };
        by.AcceptOnlyFromAmong([.. scopes.Keys]);
        return new(IncomeComparison.Name, [by], call => IncomeComparison.ReadAsync(
            call.Models, call.At, call.Period ?? throw new UsageException(words["cli.report.period-needed"]), scopes[call.Parsed.GetValue(by)!], call.Cancellation), CanRestate: true);
    }
}
