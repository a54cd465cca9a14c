namespace VillageLedger;

/// <summary>A village belongs to another township from a month on; its code stays, and names it still. Stream <c>village/{code}</c>.</summary>
/// <param name="Place">The first 9 digits that the township's own villages have.</param>
public sealed record VillageMoved(string Village, string Place, Month From) : Fact;

/// <summary>A village has another name from a month on. Stream <c>village/{code}</c>.</summary>
public sealed record VillageRenamed(string Village, string Name, Month From) : Fact;

/// <summary>A village is no more from a month on. Stream <c>village/{code}</c>.</summary>
/// <param name="Successor">The village that it was merged into, and that carries its balances on.</param>
public sealed record VillageRetired(string Village, Month From, string Reason, string? Successor = null) : Fact;

/// <summary>Villages were merged into this one. Stream <c>village/{code}</c> of the one that stays.</summary>
/// <param name="Voucher">Takes their balances over; none where they had none.</param>
public sealed record VillagesMerged(string Into, IReadOnlyList<string> Villages, Month From, string Reason, VoucherId? Voucher = null) : Fact;

/// <summary>A county or township has another name from a month on. Stream <c>place/{prefix}</c>.</summary>
public sealed record PlaceRenamed(string Place, string Name, Month From) : Fact;

/// <summary>A book takes no vouchers from a month on: its owner is no more. Stream <c>accounts/{owner}</c>.</summary>
public sealed record BookEnded(Owner Owner, Month From) : Fact;

/// <summary>A place has set below what income a village counts as weak (相对薄弱村), or from what income on one that was weak is so no more. Stream <c>thresholds/{place}</c>.</summary>
/// <param name="Place">2, 4, 6, 9 or 12 digits: the prefix of the division codes that it holds for.</param>
/// <param name="Metric"><c>operating-income</c> or <c>total-income</c> of a year.</param>
/// <param name="Comparator"><c>below</c>: weak when the figure is less; <c>at-most</c>: when it is no more. <c>above</c> and <c>at-least</c>: what a village that was weak must
/// reach to be so no more (退出).</param>
/// <param name="AmountFen">In fen; 0 with <c>below</c> ends an earlier one.</param>
/// <param name="From">The first year that it holds for.</param>
/// <param name="Exclusions">What is to be left out of the figure; <c>enclave-investment</c> is computed, other words are shown.</param>
/// <param name="Source">The document.</param>
public sealed record ThresholdSet(
    string Place, string Metric, string Comparator, long AmountFen, int From, string Source, IReadOnlyList<string>? Exclusions = null) : Fact;

/// <summary>A group has these villages from a month on, and no others; with none it ends. Stream <c>village-group/{group}</c>.</summary>
/// <param name="Kind"><c>area</c> 片区, <c>joint</c> 联合, <c>pairing</c> 结对, <c>other</c>.</param>
/// <param name="Villages">12 digits each, in their order; a village may be in several groups.</param>
/// <param name="Source">The document.</param>
public sealed record VillageGroupDefined(string Group, string Name, string Kind, Month From, IReadOnlyList<string> Villages, string Source) : Fact;

/// <summary>Several vouchers were found right at once; each follows as a <see cref="VoucherReviewed"/> in the same append. Stream <c>book/{owner}/{month}</c> of the first of them.</summary>
/// <param name="Vouchers">How many.</param>
/// <param name="LeftOut">What of the month was not reviewed, and why.</param>
public sealed record VouchersReviewed(int Vouchers, UserId ReviewedBy, IReadOnlyList<VoucherLeftOut>? LeftOut = null) : Fact;

/// <summary>A voucher that a review of a month left out.</summary>
/// <param name="Reason"><c>own</c>: the reviewer made it; <c>returned</c>: it waits for its preparer; <c>joint</c>: it goes together with others.</param>
public sealed record VoucherLeftOut(VoucherId Voucher, string Reason);
