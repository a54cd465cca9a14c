using VillageLedger.Reports;
using VillageLedger.Requests;

namespace VillageLedger.Catalog;

/// <summary>Reports of claims (报账) and of the files that belong to claims and vouchers.</summary>
internal static class ClaimReports
{
    public static IEnumerable<ReportDefinition> All(Words words) => [OfClaims(words), OfAttachments(words)];

    private static ReportDefinition OfClaims(Words words)
    {
        var (book, names) = (ReportOptions.Book(words), ReportOptions.Names(words));
        return new(ClaimsReport.Name, [book, names], call =>
            ClaimsReport.ReadAsync(call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, call.Persons(names), call.Cancellation));
    }

    private static ReportDefinition OfAttachments(Words words)
    {
        var book = ReportOptions.Book(words);
        return new(AttachmentsReport.Name, [book], async call =>
        {
            await using var files = new AttachmentStore(call.Session.Log);
            return await AttachmentsReport.ReadAsync(call.Models, call.At, ReportOptions.OwnerOf(words, call.Parsed.GetValue(book)!), call.Period, StoredAsync, call.Cancellation).ConfigureAwait(false);

            async Task<IReadOnlyDictionary<string, (string Type, long Bytes)>> StoredAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellation) =>
                (await files.FindAsync(hashes, cancellation).ConfigureAwait(false)).ToDictionary(file => file.Key, file => (file.Value.Type, file.Value.Bytes));
        });
    }
}
