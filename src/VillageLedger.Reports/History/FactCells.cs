using System.Text.Json;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>What a fact says of itself beside a figure: when it was recorded, what it is, whose, and who did it. No more than an address: what it holds is shown by its own report.</summary>
internal static class FactCells
{
    /// <summary>recordedAt, fact, book, month, date, voucherNumber, voucher, summary, by.</summary>
    public static IEnumerable<object?> Of(StoredFact? fact)
    {
        if (fact is null) return Enumerable.Repeat<object?>(null, 9);
        var posted = fact.Type.StartsWith("voucher-posted.", StringComparison.Ordinal) ? (VoucherPosted)FactTypes.Read(fact.Type, fact.Data.Span) : null;
        var (book, month) = Streams.TryBook(fact.Stream, out var owner, out var of) ? (owner.Address, of.ToString()) : (fact.Stream, null);
        return
        [
            ReportTime.Format(fact.RecordedAt), fact.Type, book, month, posted is null ? null : ReportTime.Format(posted.Date), posted is null ? null : PostedVoucher.NumberOf(posted.Type, posted.Number), posted?.Voucher.Value,
            posted?.Summary, ByOf(fact.Headers),
        ];
    }

    private static string? ByOf(ReadOnlyMemory<byte> headers)
    {
        if (headers.IsEmpty) return null;
        using var parsed = JsonDocument.Parse(headers);
        return parsed.RootElement.TryGetProperty("by", out var by) ? by.GetString() : null;
    }
}
