namespace VillageLedger;

/// <summary>
/// A posted voucher is corrected by another one that was posted now: the new one of a red pair, a difference, or a blue one of a later year. The mark lies with the original, in its own month's
/// stream; the correction names it by <c>corrects</c>. A closed month takes it as it takes <see cref="VoucherReversed"/>.
/// </summary>
/// <param name="Correction">The voucher that corrects it.</param>
/// <param name="Month">That voucher's month.</param>
public sealed record VoucherCorrected(VoucherId Voucher, VoucherId Correction, Month Month) : Fact;

/// <summary>Why 待处理财产损溢 stands over the year's end. Stream <c>book/{owner}/{year}-12</c>.</summary>
/// <param name="BalanceFen">What was explained, debit positive, never 0: another balance is explained anew.</param>
public sealed record SuspenseExplained(Owner Book, int Year, long BalanceFen, string Text, UserId ExplainedBy) : Fact;
