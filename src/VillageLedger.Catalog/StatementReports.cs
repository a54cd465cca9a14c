using System.CommandLine;
using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>Statements: balance sheet, income statement, notes.</summary>
internal static class StatementReports
{
    public static IEnumerable<ReportDefinition> All(Words words) => [OfBalances(words), OfIncome(words), OfNotes(words)];

    private static ReportDefinition OfBalances(Words words)
    {
        var (book, rules) = (ReportOptions.Book(words), Rules(words));
        return new(BalanceSheet.Name, [book, rules], call => BalanceSheet.ReadAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, call.Language, call.Parsed.GetValue(rules), call.Cancellation), CanRestate: true);
    }

    private static ReportDefinition OfIncome(Words words)
    {
        var (book, rules) = (ReportOptions.Book(words), Rules(words));
        return new(IncomeStatement.Name, [book, rules], call => IncomeStatement.ReadAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, call.Language, call.Parsed.GetValue(rules), call.Cancellation), CanRestate: true);
    }

    private static ReportDefinition OfNotes(Words words)
    {
        var book = ReportOptions.Book(words);
        return new(StatementNotes.Name, [book], call => StatementNotes.ReadAsync(call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, call.Language, call.Cancellation));
    }

    private static Option<string?> Rules(Words words) => new("--rules") { Description = words["cli.report.rules"], HelpName = "VERSION" };
}
