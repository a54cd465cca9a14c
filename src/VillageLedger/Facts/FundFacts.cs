namespace VillageLedger;

/// <summary>
/// An owner keeps earmarked money (专项应付款, 一事一议资金). Stream <c>funds/{owner}</c>, like all facts on funds. What was received and spent is told by the vouchers that the
/// later facts name: one that is discarded or taken back counts for nothing.
/// </summary>
/// <param name="Fund">Its id, unique among the owner's; lines on its account name it as their project.</param>
/// <param name="Kind"><c>special</c> (241) or <c>levy</c> (231).</param>
/// <param name="Donor">Who gives the money.</param>
/// <param name="Purposes">What it may be spent on.</param>
/// <param name="Account">The detail account under 241 or 231; the first one unless given.</param>
/// <param name="AmountFen">What was granted, in fen.</param>
/// <param name="Until">The last day on which it may be spent.</param>
/// <param name="OpeningFen">What was left of it when the register took it over, in fen: received earlier, and in the account's balance already.</param>
public sealed record FundOpened(
    Owner Owner, string Fund, string Kind, Holder Donor, IReadOnlyList<FundPurpose> Purposes, AccountCode? Account = null, string? Document = null, long? AmountFen = null,
    DateOnly? Until = null, long? OpeningFen = null) : Fact;

/// <summary>One thing that a fund may be spent on.</summary>
/// <param name="Purpose">Its id within the fund.</param>
public sealed record FundPurpose(string Purpose, string Name);

/// <summary>A voucher was prepared by which a fund grows.</summary>
/// <param name="Step"><c>received</c>: money came in; <c>approved</c>: a levy was resolved and is owed.</param>
/// <param name="From">Who pays, where it is another than the donor.</param>
public sealed record FundReceived(string Fund, VoucherId Voucher, DateOnly Date, long AmountFen, string Step, Holder? From = null) : Fact;

/// <summary>A voucher was prepared by which money of a fund is spent on one of its purposes.</summary>
/// <param name="Use"><c>asset</c>: what it bought stays, and the fund's part becomes 公积公益金; <c>expense</c>: it is gone, without passing through income.</param>
/// <param name="Party">Who was paid.</param>
public sealed record FundSpent(string Fund, VoucherId Voucher, DateOnly Date, long AmountFen, string Purpose, string Use, Holder? Party = null, string? Document = null) : Fact;

/// <summary>A voucher was prepared by which unspent money of a fund goes back to its donor.</summary>
public sealed record FundReturned(string Fund, VoucherId Voucher, DateOnly Date, long AmountFen, string? Document = null) : Fact;

/// <summary>A fund of which nothing is left takes no more vouchers.</summary>
public sealed record FundClosed(string Fund, DateOnly Date, string? Reason = null) : Fact;
