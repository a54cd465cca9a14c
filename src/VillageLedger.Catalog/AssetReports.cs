using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>Reports of an owner's assets and resources.</summary>
internal static class AssetReports
{
    public static IEnumerable<ReportDefinition> All(Words words, ClockOptions clocks) => [OfCards(words, clocks), OfDepreciation(words, clocks), OfCounts(words), OfResources(words)];

    private static ReportDefinition OfCards(Words words, ClockOptions clocks)
    {
        var book = ReportOptions.Book(words);
        return new(AssetCardsReport.Name, [book], call => AssetCardsReport.ReadAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), clocks.SingleMonth(call.Parsed), call.Language, call.Cancellation));
    }

    private static ReportDefinition OfDepreciation(Words words, ClockOptions clocks)
    {
        var book = ReportOptions.Book(words);
        return new(DepreciationReport.Name, [book], call => DepreciationReport.ReadAsync(
            call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), clocks.SingleMonth(call.Parsed), call.Cancellation));
    }

    private static ReportDefinition OfCounts(Words words)
    {
        var book = ReportOptions.Book(words);
        return new(AssetCountsReport.Name, [book], call => AssetCountsReport.ReadAsync(call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, call.Cancellation));
    }

    private static ReportDefinition OfResources(Words words)
    {
        var book = ReportOptions.Book(words);
        return new(ResourcesReport.Name, [book], call => ResourcesReport.ReadAsync(call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, call.Cancellation));
    }
}
