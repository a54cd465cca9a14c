namespace VillageLedger;

/// <summary>Linking a correction and its original both ways.</summary>
internal static class Corrections
{
    /// <summary>Posting a voucher that corrects another marks that one in its own month, in the same append.</summary>
    public static Decision Mark(World world, Owner owner, VoucherId id, VoucherContent content, Decision decision) =>
        content.Corrects is { IsJoint: false } corrected && world.PlaceOf(corrected) is { } place && place.Owner == owner && world.Book(owner, place.Month).Find(corrected) is not null
            ? decision.And(Streams.Book(owner, place.Month), new VoucherCorrected(corrected, id, Month.Of(content.Date)))
            : decision;

    /// <summary>Months in which a red voucher or a correction of one may wait: at most two are open at a time.</summary>
    public static Month[] Near(DateOnly date) => [Month.Of(date).Previous, Month.Of(date), Month.Of(date).Next];

    /// <summary>What takes back or corrects a voucher and is not posted yet.</summary>
    public static VoucherId? Waiting(World world, Owner owner, VoucherId voucher, DateOnly date) => Near(date)
        .Select(month => world.Book(owner, month)).ToList()
        .SelectMany(month => month.Vouchers).Where(pair => pair.Value.IsUnposted && (pair.Value.Content.Reverses == voucher || pair.Value.Content.Corrects == voucher))
        .OrderBy(pair => pair.Key.Value, StringComparer.Ordinal).Select(pair => (VoucherId?)pair.Key).FirstOrDefault();

    /// <summary>A posted correction of a voucher that stands; null where there is none.</summary>
    public static VoucherId? Standing(World world, Owner owner, Voucher original) => original.Corrections
        .Select(mark => (mark.Voucher, State: world.Book(owner, mark.Month).Find(mark.Voucher))).ToList()
        .Where(mark => mark.State is { ReversedBy: null }).Select(mark => (VoucherId?)mark.Voucher).FirstOrDefault();
}
