using VillageLedger.Reports;

namespace VillageLedger.Catalog;

/// <summary>What an owner makes public (村级财务公开).</summary>
internal static class DisclosureReports
{
    public static IEnumerable<ReportDefinition> All(Words words) => [OfDisclosure(words)];

    private static ReportDefinition OfDisclosure(Words words)
    {
        var book = ReportOptions.Book(words);
        return new(Disclosure.Name, [book], call => call.Period is null || Disclosure.IsPeriod(call.Period)
            ? Disclosure.ReadAsync(call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, call.Language, call.Cancellation)
            : throw new UsageException(words["cli.report.disclosure-period"]));
    }
}
