using System.CommandLine;
using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>Reports of cash and banks.</summary>
internal static class CashReports
{
    public static IEnumerable<ReportDefinition> All(Words words, ClockOptions clocks) => [OfReconciliation(words, clocks), OfStatement(words), OfCounts(words), OfForms(words)];

    private static ReportDefinition OfReconciliation(Words words, ClockOptions clocks)
    {
        var (book, account) = (ReportOptions.Book(words), Account(words));
        return new(BankReconciliationReport.Name, [book, account], call => BankReconciliationReport.ReadAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Parsed.GetValue(account), clocks.SingleMonth(call.Parsed), call.Cancellation));
    }

    private static ReportDefinition OfStatement(Words words)
    {
        var (book, account) = (ReportOptions.Book(words), Account(words));
        return new(BankStatementReport.Name, [book, account], call => BankStatementReport.ReadAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Parsed.GetValue(account), call.Period, call.Cancellation));
    }

    private static ReportDefinition OfCounts(Words words)
    {
        var book = ReportOptions.Book(words);
        return new(CashCountsReport.Name, [book], call =>
            CashCountsReport.ReadAsync(call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, call.Cancellation));
    }

    private static ReportDefinition OfForms(Words words)
    {
        var book = ReportOptions.Book(words);
        return new(FormsReport.Name, [book], call => FormsReport.ReadAsync(call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Cancellation));
    }

    private static Option<string?> Account(Words words) => new("--account") { Description = words["cli.report.bank-account"], HelpName = "ID" };
}
