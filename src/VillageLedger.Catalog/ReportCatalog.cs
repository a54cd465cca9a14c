namespace VillageLedger.Catalog;

/// <summary>Every report there is.</summary>
internal static class ReportCatalog
{
    public static IEnumerable<ReportDefinition> All(Words words, ClockOptions clocks) =>
    [
        .. BookReports.All(words, clocks),
        .. StatementReports.All(words),
        .. StatisticsReports.All(words),
        .. LedgerReports.All(words),
        .. CorrectionReports.All(words),
        .. ConversionReports.All(words),
        .. CashReports.All(words, clocks),
        .. ClaimReports.All(words),
        .. QuestionReports.All(words),
        .. ContractReports.All(words),
        .. AssetReports.All(words, clocks),
        .. DisclosureReports.All(words),
        .. PlaceReports.All(words),
        .. VentureReports.All(words),
        .. HolderReports.All(words),
        .. CompanyReports.All(words),
    ];
}
