namespace VillageLedger;

/// <summary>What a policy may look at beside its terms.</summary>
/// <param name="Month">The month of the income.</param>
/// <param name="Shares">The shares of the month's days, each day in one segment at most; none for days before the first shares.</param>
/// <param name="PaidIn">What each holder has paid in up to the month's end, in fen.</param>
public sealed record AllocationBasis(Month Month, IReadOnlyList<ShareSegment> Shares, IReadOnlyList<HolderAmount> PaidIn);

/// <summary>Days of one month in which one version of the shares held.</summary>
/// <param name="Version">Which version of the venture's shares.</param>
/// <param name="From">The first of the days.</param>
/// <param name="To">The last of the days, included.</param>
public sealed record ShareSegment(int Version, DateOnly From, DateOnly To, IReadOnlyList<HolderWeight> Weights)
{
    internal int Days => To.DayNumber - From.DayNumber + 1;
}
