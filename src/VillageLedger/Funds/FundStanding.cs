namespace VillageLedger;

/// <summary>
/// Where a fund stands by its vouchers, in fen. Only posted ones count, until they are taken back; what is prepared to be spent is kept apart, so that money is not spent twice while
/// vouchers wait.
/// </summary>
/// <param name="OpeningFen">What the register took over.</param>
/// <param name="WaitingInFen">To come in by vouchers that are not posted yet.</param>
/// <param name="WaitingOutFen">To be spent or returned by vouchers that are not posted yet.</param>
public sealed record FundStanding(
    bool IsLevy, long OpeningFen, long ApprovedFen, long ReceivedFen, long AssetsFen, long ExpensesFen, long ReturnedFen, long WaitingApprovedFen, long WaitingInFen, long WaitingOutFen)
{
    /// <summary>What stands on the fund's account: for a levy what was approved, paid in or not.</summary>
    public long LeftFen => OpeningFen + (IsLevy ? ApprovedFen : ReceivedFen) - AssetsFen - ExpensesFen - ReturnedFen;

    /// <summary>The money that can still be spent.</summary>
    public long MoneyFen => OpeningFen + ReceivedFen - AssetsFen - ExpensesFen - ReturnedFen - WaitingOutFen;

    /// <summary>What of a levy is approved and not yet paid in.</summary>
    public long OwedFen => ApprovedFen - ReceivedFen - WaitingInFen;

    /// <param name="through">Only vouchers of months up to this, taken back by then or not; null: all there are.</param>
    /// <param name="purpose">Only what was spent on it.</param>
    public static FundStanding Of(World world, Fund fund, Month? through = null, string? purpose = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(fund);
        var (posted, waiting) = (new long[5], new long[5]);
        foreach (var entry in fund.Entries.Where(entry => purpose is null || entry.Purpose == purpose))
        {
            var sums = Fate(world, entry.Voucher, through) switch { true => posted, false => waiting, null => null };
            if (sums is not null) sums[(int)entry.Step] += entry.AmountFen;
        }

        return new(
            fund.IsLevy, purpose is null ? fund.Opened.OpeningFen ?? 0 : 0, posted[(int)FundStep.Approved], posted[(int)FundStep.Received], posted[(int)FundStep.SpentOnAsset], posted[(int)FundStep.SpentOnExpense],
            posted[(int)FundStep.Returned], waiting[(int)FundStep.Approved], waiting[(int)FundStep.Received],
            waiting[(int)FundStep.SpentOnAsset] + waiting[(int)FundStep.SpentOnExpense] + waiting[(int)FundStep.Returned]);
    }

    /// <summary>A decision that was taken on where a fund stands holds while the months of its vouchers stay as they were read.</summary>
    internal static Decision Guard(World world, Fund fund, Decision decision) => fund.Entries
        .Select(entry => world.PlaceOf(entry.Voucher)).OfType<(Owner Owner, Month Month)>().Select(place => Streams.Book(place.Owner, place.Month)).Distinct()
        .Aggregate(decision, (guarded, stream) => guarded.While(stream));

    /// <summary>True when a voucher counts, false while it waits, null when it is void or of a later month.</summary>
    private static bool? Fate(World world, VoucherId id, Month? through)
    {
        if (world.PlaceOf(id) is not { } place || world.Book(place.Owner, place.Month).Find(id) is not { } voucher) return null;
        if (voucher.Stage == VoucherStage.Discarded || place.Month > through) return null;
        if (voucher.Stage != VoucherStage.Posted) return false;
        return voucher.ReversedBy is { } red && (through is null || world.PlaceOf(red)?.Month <= through) ? null : true;
    }
}
