namespace VillageLedger.Cli;

/// <summary>Village statistics: income by class, growth, ranking, groups of villages, sums and consolidated figures.</summary>
internal static class StatisticsReports
{
    public static IEnumerable<ReportDefinition> All(Words words) => [];
}
