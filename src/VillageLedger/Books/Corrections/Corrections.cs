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

    /// <summary>Whether a voucher was prepared as the right one of a red and a right one.</summary>
    public static bool IsRight(VoucherId voucher) => voucher == VoucherId.Proposed(voucher.Request.Value, CorrectVoucher.NumberOfNew);

    /// <summary>A posted correction that rests on its original and would be left over without it; null where there is none. The right one of a pair stands by itself.</summary>
    public static VoucherId? Resting(Voucher original, Func<Month, BookMonth> at) => original.Corrections
        .Select(mark => (mark.Voucher, State: at(mark.Month).Find(mark.Voucher))).ToList()
        .Where(mark => !IsRight(mark.Voucher) && mark.State is { ReversedBy: null }).Select(mark => (VoucherId?)mark.Voucher).FirstOrDefault();

    /// <summary>The right voucher that stands, or waits, in place of one that a red voucher takes back; null where there is none.</summary>
    public static (VoucherId Id, Voucher Voucher)? Successor(VoucherId id, Voucher original, VoucherId red, DateOnly date, Func<Month, BookMonth> at) => Near(date)
        .Concat(original.Corrections.Select(mark => mark.Month)).Distinct().Select(at).ToList().SelectMany(month => month.Vouchers)
        .Where(pair => IsRight(pair.Key) && (pair.Value.Content.Corrects == id || pair.Key.Request == red.Request && pair.Key != red) && pair.Value is { ReversedBy: null, Stage: not VoucherStage.Discarded })
        .OrderBy(pair => pair.Key.Value, StringComparer.Ordinal).Select(pair => ((VoucherId, Voucher)?)(pair.Key, pair.Value)).FirstOrDefault();

    /// <summary>A posted correction of a voucher that stands; null where there is none.</summary>
    public static VoucherId? Standing(World world, Owner owner, Voucher original) => original.Corrections
        .Select(mark => (mark.Voucher, State: world.Book(owner, mark.Month).Find(mark.Voucher))).ToList()
        .Where(mark => mark.State is { ReversedBy: null }).Select(mark => (VoucherId?)mark.Voucher).FirstOrDefault();
}
