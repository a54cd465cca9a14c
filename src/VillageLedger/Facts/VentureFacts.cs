namespace VillageLedger;

/// <summary>A joint venture (联合开发项目) begins. Stream <c>venture/{id}</c>, like all facts of ventures.</summary>
/// <param name="Kind"><c>joint-land</c>, <c>shared-ticket</c>, <c>trust</c>, <c>enclave</c>, <c>fund</c>, <c>unified-operation</c>.</param>
/// <param name="Form"><c>co-owned</c>, <c>contract</c> or <c>company</c>: decides the entries on both sides (<see cref="PostingMap"/>).</param>
/// <param name="Month">The first month of its book.</param>
/// <param name="Company">Credit code of the company that is the venture, for form <c>company</c>; its book is the venture's.</param>
public sealed record VentureFounded(string Venture, string Name, string Kind, string Form, Month Month, string? Company = null) : Fact;

/// <summary>A piece of land belongs to the venture's project (地块).</summary>
/// <param name="AreaSquareMetres">Whole square metres.</param>
/// <param name="Provider">Whose reserved land (留用地) it is.</param>
public sealed record ParcelRecorded(string Venture, string Parcel, long AreaSquareMetres, string Location, DateOnly Date, Holder? Provider = null, string? Document = null) : Fact;

/// <summary>Shares (份额) are agreed from a day on: whole-number weights, no percentages. Whoever has none any more has left.</summary>
/// <param name="Version">1, 2, 3 …: the number that allocations cite.</param>
public sealed record SharesAgreed(string Venture, int Version, DateOnly From, IReadOnlyList<HolderWeight> Shares, string Resolution) : Fact;

/// <summary>A holder hands part or all of its weight to another from a day on; the shares that follow are a version of their own.</summary>
/// <param name="Holder">Who gives.</param>
/// <param name="Taker">Who takes; a holder already or a new one.</param>
public sealed record ShareTransferred(string Venture, int Version, DateOnly From, Holder Holder, Holder Taker, long Weight, string Resolution) : Fact;

/// <summary>Shares were wrong from a day on that an allocation or a later version lies after: from now on the ledger knows these. Allocations made stay as they are.</summary>
/// <param name="Affected">Standing allocations of months that the correction reaches; reversed and made anew where the villages so decide.</param>
public sealed record SharesCorrected(
    string Venture, int Version, DateOnly From, IReadOnlyList<HolderWeight> Shares, string Resolution, string Reason, IReadOnlyList<string> Affected) : Fact;

/// <summary>A holder's standing consent that confirmed allocations and joint entries are posted in its book.</summary>
public sealed record AllocationsAuthorised(string Venture, Holder Holder, string Resolution) : Fact;

/// <summary>The standing consent ends; what was posted stays.</summary>
public sealed record AuthorisationWithdrawn(string Venture, Holder Holder, string Resolution) : Fact;

/// <summary>Holders are called on to pay in (缴款通知).</summary>
/// <param name="Call">The id of the request.</param>
/// <param name="DueOn">The last day for paying.</param>
/// <param name="Amounts">Fen by holder.</param>
public sealed record CapitalCalled(string Call, string Venture, DateOnly Date, DateOnly DueOn, IReadOnlyList<HolderAmount> Amounts, string Resolution) : Fact;

/// <summary>A holder contributes (出资): cash, land, or a guarantee.</summary>
/// <param name="Contribution">The id of the request.</param>
/// <param name="Kind"><c>cash</c>, <c>land</c> or <c>guarantee</c>; a guarantee is no money paid in.</param>
/// <param name="AmountFen">The agreed value, in fen.</param>
/// <param name="BookValueFen">What the holder's book held it at; the difference to the agreed value is equity, never income.</param>
/// <param name="Call">The capital call that it answers.</param>
/// <param name="PaidIn"><c>true</c> where the venture is a company and this counts as capital paid in; the same append says so in the company's stream.</param>
public sealed record ContributionMade(
    string Contribution,
    string Venture,
    Holder Holder,
    DateOnly Date,
    string Kind,
    long AmountFen,
    long? BookValueFen = null,
    long? AreaSquareMetres = null,
    Valuation? Valuation = null,
    string? Call = null,
    bool? PaidIn = null) : Fact;

/// <summary>A construction contract is let (工程合同).</summary>
/// <param name="AmountFen">The contract's sum in fen.</param>
public sealed record ConstructionContracted(string Venture, string Contract, Holder Contractor, DateOnly Date, string Works, long AmountFen, string? Document = null) : Fact;

/// <summary>A construction contract's sum changes to this, in fen, from a day on (变更).</summary>
public sealed record ConstructionContractChanged(string Venture, string Contract, DateOnly Date, long AmountFen, string Resolution) : Fact;

/// <summary>Construction cost arises under a contract (工程进度款).</summary>
/// <param name="Cost">The id of the request.</param>
/// <param name="ProgressPpm">How much of the works is done, in parts per million.</param>
public sealed record ConstructionCostRecorded(string Cost, string Venture, string Contract, DateOnly Date, long AmountFen, long ProgressPpm) : Fact;

/// <summary>The building, or a part of it, is placed in service (转固): from the next month it is depreciated in a straight line.</summary>
/// <param name="Placing">The id of the request.</param>
/// <param name="CostFen">Original cost in fen.</param>
/// <param name="UsefulLifeMonths">Whole months.</param>
/// <param name="ResidualFen">What is left at the end, in fen.</param>
/// <param name="Provisional">The cost is an estimate (暂估) until the final account.</param>
public sealed record PlacedInService(
    string Placing, string Venture, DateOnly Date, long CostFen, long AreaSquareMetres, int UsefulLifeMonths, long ResidualFen, bool? Provisional = null) : Fact;

/// <summary>The final account (竣工决算) replaces a provisional cost; depreciation of earlier months stays, the rest follows over the months left.</summary>
public sealed record CostSettled(string Venture, string Placing, DateOnly Date, long CostFen, string Document) : Fact;

/// <summary>A contribution, a construction cost or a placing in service was recorded wrongly and is withdrawn as a whole (撤回); its id is never used again.</summary>
/// <param name="Of">The contribution, cost or placing.</param>
public sealed record VentureRecordWithdrawn(string Venture, string Of, string Reason, UserId WithdrawnBy) : Fact;

/// <summary>What each holder was led to expect, and by whom: shown beside the figures, never part of them.</summary>
/// <param name="From">The first month of the yearly income.</param>
/// <param name="AssetFen">Value of a holder's part of the assets, in fen.</param>
/// <param name="YearFen">A holder's income a year, in fen.</param>
/// <param name="Holder">For one holder; for every holder when not given.</param>
public sealed record ExpectationStated(string Venture, Month From, long AssetFen, long YearFen, string Source, Holder? Holder = null) : Fact;
