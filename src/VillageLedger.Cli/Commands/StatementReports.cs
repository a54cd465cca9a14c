namespace VillageLedger.Cli;

/// <summary>Statements: balance sheet, income statement, notes.</summary>
internal static class StatementReports
{
    public static IEnumerable<ReportDefinition> All(Words words) => [];
}
