namespace VillageLedger;

/// <summary>A voucher among those that one request makes in several books.</summary>
/// <param name="Book">Whose book.</param>
/// <param name="Month">Its month there.</param>
public sealed record JointVoucher(VoucherId Voucher, Owner Book, Month Month);

/// <summary>Income of a month is split between the holders, and the vouchers are prepared; another person confirms. Stream <c>venture/{id}</c>.</summary>
/// <param name="Allocation">The id of the request.</param>
/// <param name="Month">The month of the income.</param>
/// <param name="Date">The date of the vouchers.</param>
/// <param name="TotalFen">Net of VAT and after the costs that the terms name, in fen; negative takes back.</param>
/// <param name="PolicyVersion">The version of the policy's rule.</param>
/// <param name="Shares">The share versions that the month's weights came from, with the days on which each held.</param>
/// <param name="Parts">Weight and part of each holder; the parts and what is retained sum to the total and the guarantor's top-up.</param>
/// <param name="RemainderTo">Who got one of the remaining fen each.</param>
/// <param name="RetainedFen">Kept in the venture before splitting, in fen: its book owes it to nobody by name (2701).</param>
/// <param name="TopUpFen">What the guarantor owes for the shortfall, in fen.</param>
/// <param name="Steps">The splits that the parts are made of, where there are several.</param>
/// <param name="Supplements">The first allocation of the month, for further receipts.</param>
/// <param name="ReceivedFen">How much of the total was not booked as received before and so counts as received in the bank with the allocation, in fen; whoever confirms sees it.</param>
/// <param name="Replaces">A reversed allocation of the month that this one stands for.</param>
public sealed record IncomeAllocated(
    string Allocation,
    string Venture,
    Month Month,
    DateOnly Date,
    long TotalFen,
    string Policy,
    int PolicyVersion,
    string Remainder,
    IReadOnlyList<ShareSegment> Shares,
    IReadOnlyList<AllocatedPart> Parts,
    IReadOnlyList<Holder> RemainderTo,
    IReadOnlyList<JointVoucher> Vouchers,
    UserId AllocatedBy,
    AllocationTerms? Terms = null,
    long? RetainedFen = null,
    long? TopUpFen = null,
    Holder? Guarantor = null,
    IReadOnlyList<AllocationStep>? Steps = null,
    string? Supplements = null,
    string? Replaces = null,
    long? ReceivedFen = null) : Fact;

/// <summary>Another person confirmed the allocation; its vouchers are posted in the same append.</summary>
public sealed record AllocationConfirmed(string Allocation, UserId ConfirmedBy) : Fact;

/// <summary>The allocation is void. What it had posted is taken back in the same append, in red or, in a later year, in blue; what it had only prepared is discarded.</summary>
/// <param name="Vouchers">The vouchers that take back; none when it had not been confirmed.</param>
public sealed record AllocationReversed(string Allocation, UserId ReversedBy, IReadOnlyList<JointVoucher> Vouchers, DateOnly? Date = null, string? Reason = null) : Fact;

/// <summary>A holder was paid some or all of its part. The vouchers of both books are posted in the same append.</summary>
/// <param name="Payment">The id of the request.</param>
/// <param name="BankAccount">Where it went; of a natural person only the last four digits.</param>
/// <param name="Reference">The bank's reference.</param>
public sealed record AllocationPaid(
    string Payment, string Allocation, Holder Holder, DateOnly Date, long AmountFen, string BankAccount, string Reference, IReadOnlyList<JointVoucher> Vouchers) : Fact;

/// <summary>The bank sent a payment back; the part is unpaid again.</summary>
/// <param name="Vouchers">The vouchers that take back.</param>
public sealed record AllocationPaymentReturned(
    string Payment, string Allocation, Holder Holder, DateOnly Date, long AmountFen, string Reason, IReadOnlyList<JointVoucher> Vouchers) : Fact;

/// <summary>The entries that a fact of the venture, or a month's depreciation, makes in all books concerned are prepared; another person confirms.</summary>
/// <param name="Entry">The id of the request.</param>
/// <param name="Event"><c>contribute-cash</c>, <c>contribute-land</c>, <c>construct</c>, <c>place</c> or <c>depreciate</c>.</param>
/// <param name="Of">The contribution, cost or placing; none for depreciation.</param>
/// <param name="Month">The month of a depreciation.</param>
/// <param name="TotalFen">In fen; negative where a final account lies below what was entered.</param>
/// <param name="Parts">How the total is split between the holders by their weights; none where it is not.</param>
public sealed record JointEntryPrepared(
    string Entry,
    string Venture,
    string Event,
    DateOnly Date,
    long TotalFen,
    IReadOnlyList<AllocatedPart> Parts,
    IReadOnlyList<JointVoucher> Vouchers,
    UserId PreparedBy,
    string? Of = null,
    Month? Month = null) : Fact;

/// <summary>Another person confirmed the entry; its vouchers are posted in the same append.</summary>
public sealed record JointEntryConfirmed(string Entry, UserId ConfirmedBy) : Fact;

/// <summary>The entry is void; its vouchers are discarded, or taken back in red, in the same append.</summary>
public sealed record JointEntryReversed(string Entry, UserId ReversedBy, IReadOnlyList<JointVoucher> Vouchers, DateOnly? Date = null, string? Reason = null) : Fact;
