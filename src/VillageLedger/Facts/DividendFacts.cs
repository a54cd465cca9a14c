namespace VillageLedger;

/// <summary>A step of a dividend, in the order in which the law has them.</summary>
/// <param name="Kind">A word of <see cref="DividendSteps"/>.</param>
/// <param name="AmountFen">In fen, 0 or more.</param>
/// <param name="BaseFen">What a rate is taken of, in fen.</param>
/// <param name="Statute">The law that the step stands in, from the rule's data.</param>
/// <param name="From">The day on which that article came into force.</param>
/// <param name="RatePpm">The rate that was asked for, or that the law asks at least where nobody asked; none where an amount was.</param>
/// <param name="Added"><c>true</c> when nobody asked for the step and the rule added it.</param>
public sealed record DividendStep(string Kind, long AmountFen, long BaseFen, string Statute, string Article, DateOnly From, int? RatePpm = null, bool? Added = null);

/// <summary>What the steps were computed from: the payer's books at the position of the decision, and its register. In fen.</summary>
/// <param name="ProfitFen">The result of the year (本年利润, 本年收益), transferred or not; negative is a loss.</param>
/// <param name="EarlierFen">What earlier years left undistributed; negative is a loss to be covered.</param>
/// <param name="AppropriatedFen">What other dividends of the same year, or vouchers for its reserve, took already.</param>
/// <param name="UndistributedFen">Profit + what earlier years left − what was taken: what stands undistributed for the year in the books.</param>
/// <param name="ReserveFen">The reserve (盈余公积) or fund (公积公益金) so far.</param>
/// <param name="DrawnFen">What went to the reserve or fund for this year already.</param>
/// <param name="RegisteredCapitalFen">Of a company, at the year's end.</param>
/// <param name="LaterLossFen">What was lost after the year, more than 0: so much less of what stood undistributed is still there.</param>
/// <param name="EarlierDueFen">What the law asked to be put aside of earlier years' profits and nobody drew, more than 0: it is owed with this year's.</param>
public sealed record DividendFigures(
    long ProfitFen, long EarlierFen, long AppropriatedFen, long UndistributedFen, long ReserveFen, long DrawnFen, long? RegisteredCapitalFen = null, long? LaterLossFen = null,
    long? EarlierDueFen = null);

/// <summary>A plan for distributing what a payer earned (分红方案, 收益分配方案). Stream <c>dividend/{id}</c>, like all facts on dividends.</summary>
/// <param name="Payer"><c>company/…</c> or <c>village/…</c> (its cooperative).</param>
/// <param name="Year">The accounting year whose result is distributed.</param>
/// <param name="Steps">In the rule's order; the last is what is distributed.</param>
/// <param name="DistributableFen">The most that could be distributed after the steps before, in fen.</param>
/// <param name="Rule"><c>company</c> or <c>village</c>.</param>
/// <param name="RuleVersion">SHA-256 of the rule's data.</param>
/// <param name="LastMonth">The last month of the payer's book that was looked through.</param>
/// <param name="Warnings">Words: <c>fund-below-floor</c> where a loss is covered first, so that the fund gets less than the floor of the whole net income.</param>
public sealed record DividendProposed(
    string Dividend,
    Owner Payer,
    int Year,
    IReadOnlyList<DividendStep> Steps,
    DividendFigures Figures,
    long DistributableFen,
    string Rule,
    string RuleVersion,
    Month LastMonth,
    UserId ProposedBy,
    IReadOnlyList<string>? Warnings = null) : Fact;

/// <summary>
/// The proposal was resolved, split between those who held on the record date, and booked: all vouchers are posted in the same append, and what each
/// holder of books has to receive in its own book.
/// </summary>
/// <param name="Body">Who resolved: 股东会, 成员（代表）大会 …</param>
/// <param name="Basis">What votes are counted by: <c>heads</c> or <c>votingRights</c>.</param>
/// <param name="Statute">The law by which the vote was enough, from the rule's data.</param>
/// <param name="From">The day on which that article came into force.</param>
/// <param name="RecordDate">Whoever held at the end of this day has a part.</param>
/// <param name="Resolution">Its number or title.</param>
/// <param name="SplitBy"><c>paid-in</c>, <c>agreed</c> (by all shareholders) or <c>units</c>.</param>
/// <param name="Parts">Weight and part of each holder; the parts sum to the amount of the step <c>distribute</c>. A cooperative's own collective shares (集体股) have a part that is not paid.</param>
/// <param name="Remainder">The rule for the remaining fen.</param>
/// <param name="RemainderTo">Who got one of the remaining fen each.</param>
/// <param name="DeclaredFen">What is owed to the holders: the parts without what is retained, in fen.</param>
/// <param name="PayBy">The last day of the time that the law gives for paying; none where it gives none.</param>
/// <param name="PublishedOn">When the plan was published for comment.</param>
/// <param name="NoticeOn">When the meeting was called.</param>
/// <param name="RetainedFen">The part of collective shares, which stays undistributed in the cooperative, in fen.</param>
/// <param name="Warnings">Words: <c>member-beyond-limit</c> where a member holds more of all shares than the law allows.</param>
/// <param name="Date">Of the vouchers, where it is another than that of the resolution.</param>
public sealed record DividendResolved(
    string Dividend,
    string Body,
    string Basis,
    long VotesFor,
    long VotesEntitled,
    string Statute,
    string Article,
    DateOnly From,
    string RuleVersion,
    DateOnly ResolvedOn,
    DateOnly RecordDate,
    string Resolution,
    string SplitBy,
    IReadOnlyList<AllocatedPart> Parts,
    string Remainder,
    IReadOnlyList<Holder> RemainderTo,
    long DeclaredFen,
    IReadOnlyList<JointVoucher> Vouchers,
    UserId ResolvedBy,
    DateOnly? PayBy = null,
    DateOnly? PublishedOn = null,
    DateOnly? NoticeOn = null,
    long? RetainedFen = null,
    IReadOnlyList<string>? Warnings = null,
    DateOnly? Date = null) : Fact
{
    /// <summary>The date of the vouchers.</summary>
    public DateOnly BookedOn() => Date ?? ResolvedOn;
}

/// <summary>A holder was paid some or all of its part. The vouchers of both books are posted in the same append.</summary>
/// <param name="Payment">The id of the request; of one among several that a request pays, <c>{request}/{n}</c>.</param>
/// <param name="AmountFen">In fen, more than 0.</param>
/// <param name="BankAccount">Where it went; of a natural person only the last four digits.</param>
/// <param name="Reference">The bank's reference; a holder has each once.</param>
/// <param name="Vouchers">The payer's first. Payments of one request share them.</param>
public sealed record DividendPaid(
    string Payment, string Dividend, Holder Holder, DateOnly Date, long AmountFen, string BankAccount, string Reference, IReadOnlyList<JointVoucher> Vouchers) : Fact;

/// <summary>The bank sent a payment back; the part is unpaid again. The red vouchers are posted in the same append.</summary>
public sealed record DividendPaymentReturned(
    string Payment, string Dividend, Holder Holder, DateOnly Date, long AmountFen, string Reason, IReadOnlyList<JointVoucher> Vouchers) : Fact;

/// <summary>Nobody came for a holder's part (无人领取). It stays owed, and a later payment ends the mark.</summary>
/// <param name="AmountFen">What was unpaid then, in fen.</param>
public sealed record DividendUnclaimed(string Dividend, Holder Holder, DateOnly Date, long AmountFen, string Reason, UserId MarkedBy) : Fact;

/// <summary>The dividend is void, before anything was paid. What its resolution had booked is taken back in red in the same append.</summary>
/// <param name="Date">Of the red vouchers; none where nothing had been booked.</param>
public sealed record DividendWithdrawn(string Dividend, string Reason, UserId WithdrawnBy, IReadOnlyList<JointVoucher> Vouchers, DateOnly? Date = null) : Fact;
