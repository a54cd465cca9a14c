namespace VillageLedger;

/// <summary>A holder subscribed (more) capital of a company. Stream <c>company/{code}</c>, like all facts on companies.</summary>
/// <param name="AmountFen">By how much its subscription grew, in fen.</param>
/// <param name="Resolution">The shareholders' resolution (公司法 art. 66: two thirds of the voting rights).</param>
public sealed record CapitalSubscribed(string Company, Holder Holder, DateOnly Date, long AmountFen, string Resolution) : Fact;

/// <summary>A holder paid in a part of what it subscribed.</summary>
/// <param name="AmountFen">In fen; for land and things at the appraised value.</param>
/// <param name="Kind"><c>cash</c>, <c>land</c> or <c>in-kind</c>.</param>
/// <param name="Valuation">The appraisal, for everything but money (公司法 art. 48).</param>
/// <param name="Document">Bank receipt, certificate of contribution …</param>
public sealed record CapitalPaidIn(
    string Company, Holder Holder, DateOnly Date, long AmountFen, string Kind, Valuation? Valuation = null, string? Document = null) : Fact;

/// <summary>A holder's capital went over to another, subscribed and paid in (股权转让).</summary>
/// <param name="PriceFen">What was paid for it, in fen, where it is known.</param>
public sealed record CapitalTransferred(
    string Company, Holder From, Holder To, DateOnly Date, long SubscribedFen, long PaidInFen, string Resolution, long? PriceFen = null) : Fact;

/// <summary>A line of business of a company (业务板块), for showing revenue by line.</summary>
/// <param name="Line">Its id; a voucher line belongs to it by this id as its project, or by its account.</param>
/// <param name="Accounts">Income accounts whose postings, those of their details included, belong to it.</param>
public sealed record BusinessLineAdded(string Company, string Line, string Name, IReadOnlyList<AccountCode> Accounts) : Fact;
