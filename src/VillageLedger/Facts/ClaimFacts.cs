namespace VillageLedger;

/// <summary>One item of a claim: what was spent, in fen, more than 0.</summary>
/// <param name="Account">Where the clerk would book it; the centre decides.</param>
/// <param name="Party">Who is concerned, where it is another than the payee.</param>
/// <param name="Fund">The earmarked money that it is spent from.</param>
public sealed record ClaimLine(
    string Summary, long AmountFen, AccountCode? Account = null, Holder? Party = null, string? Project = null, string? Contract = null, string? Fund = null);

/// <summary>A village's clerk (报账员) handed in originals to be booked (报账). Stream <c>claims/{owner}</c>, like all facts on claims.</summary>
/// <param name="Claim">The id of the request.</param>
/// <param name="Book">Whose money was spent.</param>
/// <param name="Payee">Who gets the money: an address, never a name.</param>
public sealed record ClaimHandedIn(
    string Claim, Owner Book, DateOnly Date, IReadOnlyList<ClaimLine> Lines, Holder Payee, UserId HandedInBy, IReadOnlyList<Attachment>? Attachments = null) : Fact;

/// <summary>A returned claim says something else now and is approved from the beginning.</summary>
public sealed record ClaimAmended(
    string Claim, DateOnly Date, IReadOnlyList<ClaimLine> Lines, Holder Payee, UserId AmendedBy, IReadOnlyList<Attachment>? Attachments = null) : Fact;

/// <summary>Somebody who may approved a claim, at one of the levels that its amount needs.</summary>
/// <param name="Date">Of the signature.</param>
/// <param name="Scope">Whose levels were in force; none where there were none and anybody but the maker approves.</param>
/// <param name="Level">The level that this approval is of.</param>
/// <param name="Final"><c>true</c> where no further level is needed: it can be vouchered.</param>
public sealed record ClaimApproved(string Claim, DateOnly Date, UserId ApprovedBy, ApprovalScope? Scope = null, string? Level = null, bool? Final = null) : Fact;

/// <summary>A claim went back to the clerk; what was approved of it is void and its invoices are free.</summary>
public sealed record ClaimReturned(string Claim, UserId ReturnedBy, string Reason) : Fact;

/// <summary>A claim is void for good; its invoices are free.</summary>
public sealed record ClaimWithdrawn(string Claim, UserId WithdrawnBy, string? Reason = null) : Fact;

/// <summary>A voucher was made from an approved claim. While that voucher counts there is no second one.</summary>
/// <param name="Voucher">The id of the request.</param>
/// <param name="Month">Where it lies in the claim's book.</param>
public sealed record ClaimVouchered(string Claim, VoucherId Voucher, Month Month, UserId VoucheredBy) : Fact;

/// <summary>A level of approval and the amount that it decides on alone.</summary>
/// <param name="Level"><c>supervision-committee</c> 村务监督委员会, <c>head</c> 社长, <c>township</c> …</param>
/// <param name="UptoFen">The largest amount for which no further level is needed, in fen; none where there is no limit.</param>
public sealed record ApprovalLevel(string Level, long? UptoFen = null);

/// <summary>Who approves claims of which amount, from a day on. Stream <c>approvals/{scope}</c>, like all facts on approvers.</summary>
/// <param name="Scope">An owner's address, or a prefix of the division code.</param>
/// <param name="Levels">In the order in which they approve; none ends what was set before.</param>
public sealed record ApprovalLevelsSet(ApprovalScope Scope, DateOnly From, IReadOnlyList<ApprovalLevel> Levels, UserId SetBy) : Fact;

/// <summary>A user approves claims at a level.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
public sealed record ApproverNamed(ApprovalScope Scope, UserId User, string Level, DateOnly From, UserId NamedBy, DateOnly? Until = null) : Fact;

/// <summary>A user approves at a level no longer.</summary>
/// <param name="Until">Last day.</param>
public sealed record ApproverEnded(ApprovalScope Scope, UserId User, string Level, DateOnly Until, UserId EndedBy) : Fact;

/// <summary>
/// An e-invoice was used for a claim or a voucher and cannot be for another (财会〔2024〕12号 art. 21(2)). Stream <c>invoice/{key}</c>: each use stands twice, under
/// issuer and number and under the file's hash.
/// </summary>
/// <param name="Key"><c>{issuer}/{number}</c>, or the hash.</param>
/// <param name="Use"><c>claim:{id}</c> or <c>voucher:{id}</c>.</param>
/// <param name="Sha256">Of the file.</param>
public sealed record InvoiceUsed(string Key, string Use, Owner Book, Invoice Invoice, string Sha256, UserId UsedBy) : Fact;

/// <summary>What an e-invoice was used for was returned, withdrawn, discarded, amended or taken back: it may be used again.</summary>
public sealed record InvoiceReleased(string Key, string Use, UserId ReleasedBy) : Fact;
