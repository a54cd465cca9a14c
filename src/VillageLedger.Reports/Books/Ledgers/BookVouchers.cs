using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>A voucher of a book at any stage, with who did what.</summary>
/// <param name="Position">Of the fact that posted it; null before.</param>
internal sealed record VoucherHistory(
    VoucherId Voucher, Month Month, VoucherContent Content, VoucherStage Stage, UserId PreparedBy, UserId? AmendedBy = null, UserId? ReviewedBy = null, UserId? PostedBy = null,
    UserId? Cashier = null, int Number = 0, VoucherId? ReversedBy = null, string? Reason = null, long? Position = null, DateTimeOffset? RecordedAt = null)
{
    public bool IsUnposted => Stage is VoucherStage.Prepared or VoucherStage.Returned or VoucherStage.Reviewed;

    public string StageName => Stage switch
    {
        VoucherStage.Prepared => "prepared",
        VoucherStage.Returned => "returned",
        VoucherStage.Reviewed => "reviewed",
        VoucherStage.Posted => "posted",
        VoucherStage.Discarded => "discarded",
        _ => throw new InvalidOperationException($"No name is known for {Stage}."),
    };

    public string KindName => Content.Kind switch
    {
        VoucherKind.Ordinary => "ordinary",
        VoucherKind.Transfer => "transfer",
        VoucherKind.Reversal => "reversal",
        VoucherKind.Correction => "correction",
        VoucherKind.Allocation => "allocation",
        VoucherKind.Dividend => "dividend",
        _ => throw new InvalidOperationException($"No name is known for voucher kind {Content.Kind}."),
    };

    /// <summary>Sum of its debits in fen; equal to that of its credits.</summary>
    public long AmountFen => Content.Lines.Sum(line => line.Debit);
}

/// <summary>The vouchers of a book's months, posted and unposted, folded from their streams as known at a position.</summary>
internal static class BookVouchers
{
    /// <summary>In the order of dates; those of a day as posted, then the unposted.</summary>
    public static async Task<IReadOnlyList<VoucherHistory>> ReadAsync(FactsSeen facts, long position, Owner owner, IEnumerable<Month> months, CancellationToken cancellation)
    {
        var streams = months.ToDictionary(month => Streams.Book(owner, month));
        var found = new Dictionary<VoucherId, VoucherHistory>();
        if (streams.Count == 0) return [];
        foreach (var stored in await facts.ReadStreamsAsync([.. streams.Keys], cancellation).ConfigureAwait(false))
            if (stored.Position <= position) Fold(found, stored, streams[stored.Stream]);
        return [.. found.Values.OrderBy(voucher => voucher.Content.Date).ThenBy(voucher => voucher.Position ?? long.MaxValue).ThenBy(voucher => voucher.Voucher.Value, StringComparer.Ordinal)];
    }

    private static void Fold(Dictionary<VoucherId, VoucherHistory> found, StoredFact stored, Month month)
    {
        switch (FactTypes.Read(stored.Type, stored.Data.Span))
        {
            case VoucherPrepared prepared:
                found[prepared.Voucher] = new(prepared.Voucher, month, prepared.Content, VoucherStage.Prepared, prepared.PreparedBy);
                break;
            case VoucherAmended amended:
                var former = found[amended.Voucher];
                found[amended.Voucher] = former with { Content = amended.Content with { Cause = former.Content.Cause }, AmendedBy = amended.AmendedBy, ReviewedBy = null, Cashier = null, Stage = VoucherStage.Prepared, Reason = null };
                break;
            case VoucherReviewed reviewed:
                found[reviewed.Voucher] = found[reviewed.Voucher] with { ReviewedBy = reviewed.ReviewedBy, Stage = VoucherStage.Reviewed };
                break;
            case VoucherSigned signed:
                found[signed.Voucher] = found[signed.Voucher] with { Cashier = signed.SignedBy };
                break;
            case VoucherReturned returned:
                found[returned.Voucher] = found[returned.Voucher] with { ReviewedBy = null, Stage = VoucherStage.Returned, Reason = returned.Reason };
                break;
            case VoucherDiscarded discarded:
                found[discarded.Voucher] = found[discarded.Voucher] with { Stage = VoucherStage.Discarded, Reason = discarded.Reason };
                break;
            case VoucherReversed reversed:
                found[reversed.Voucher] = found[reversed.Voucher] with { ReversedBy = reversed.Reversal };
                break;
            case VoucherPosted posted:
                found[posted.Voucher] = OfPosted(posted, month, found.GetValueOrDefault(posted.Voucher)?.AmendedBy, stored);
                break;
        }
    }

    private static VoucherHistory OfPosted(VoucherPosted posted, Month month, UserId? amendedBy, StoredFact stored) => new(
        posted.Voucher, month,
        new(posted.Type, posted.Date, posted.Kind, posted.Summary, posted.Lines, posted.AttachmentCount, posted.Attachments, posted.Reverses, posted.Corrects, posted.ConcernsMonth, posted.SourceNumber, posted.Cause),
        VoucherStage.Posted, posted.PreparedBy, amendedBy, posted.ReviewedBy, posted.PostedBy, posted.Cashier, posted.Number, null, null, stored.Position, stored.RecordedAt);
}
