using System.CommandLine;
using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>Reports of books, and of places over many books.</summary>
internal static class BookReports
{
    public static IEnumerable<ReportDefinition> All(Words words, ClockOptions clocks) => [OfIncome(words), OfBalances(words), OfChecks(words, clocks)];

    private static ReportDefinition OfIncome(Words words)
    {
        var scopes = Enum.GetValues<IncomeScope>().ToDictionary(OperatingIncome.NameOf);
        var by = new Option<string>("--by") { Description = words["cli.report.by"], DefaultValueFactory = _ => OperatingIncome.NameOf(IncomeScope.Village), HelpName = "village|township|county" };
        by.AcceptOnlyFromAmong([.. scopes.Keys]);
        return new("operating-income", [by], call => OperatingIncome.ReadAsync(
            call.Models, call.At, call.Period ?? throw new UsageException(words["cli.report.period-needed"]), scopes[call.Parsed.GetValue(by)!], call.Language, call.Cancellation), CanRestate: true);
    }

    private static ReportDefinition OfBalances(Words words)
    {
        var book = ReportOptions.Book(words);
        var level = ReportOptions.Level(words);
        var columns = new Option<string>("--columns") { Description = words["cli.report.columns"], DefaultValueFactory = _ => "eight", HelpName = "six|eight" };
        columns.AcceptOnlyFromAmong("six", "eight");
        return new("trial-balance", [book, level, columns], async call =>
        {
            var table = await TrialBalance.ReadAsync(
                call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, call.Parsed.GetValue(level), call.Cancellation).ConfigureAwait(false);
            return call.Parsed.GetValue(columns) == "six" ? TrialBalanceColumns.Six(table) : table;
        }, CanRestate: true);
    }

    private static ReportDefinition OfChecks(Words words, ClockOptions clocks)
    {
        var book = ReportOptions.Book(words);
        return new("month-check", [book], call => MonthCheckReport.ReadAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), clocks.SingleMonth(call.Parsed), call.Language, call.Cancellation));
    }
}
