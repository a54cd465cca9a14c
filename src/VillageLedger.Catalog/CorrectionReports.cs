using System.CommandLine;
using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>Reports of corrections.</summary>
internal static class CorrectionReports
{
    public static IEnumerable<ReportDefinition> All(Words words) => [OfCorrections(words)];

    private static ReportDefinition OfCorrections(Words words)
    {
        var book = ReportOptions.Book(words);
        var voucher = new Option<string?>("--voucher") { Description = words["cli.report.corrections-voucher"], HelpName = "ID" };
        return new(CorrectionsReport.Name, [book, voucher], call => CorrectionsReport.ReadAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), ReportOptions.VoucherOf(words, call.Parsed.GetValue(voucher)), call.Period, call.Language, call.Cancellation));
    }
}
