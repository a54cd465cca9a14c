namespace VillageLedger;

/// <summary>An owner agreed a contract with somebody (合同登记). Stream <c>contracts/{owner}</c>, like all facts on its contracts.</summary>
/// <param name="Contract">The id that lines of vouchers name; unique among the owner's contracts.</param>
/// <param name="Kind"><c>lease</c>, <c>land-contracting</c>, <c>sale</c>, <c>service</c>, <c>construction</c>, <c>loan</c> or <c>other</c>.</param>
/// <param name="Direction"><c>receivable</c>: the party pays the owner; <c>payable</c>: the owner pays.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="DepositFen">Deposit agreed, in fen.</param>
/// <param name="Account">The income account; the posting map's unless given.</param>
/// <param name="Receivable">The account that the party's debt stands on; the posting map's unless given.</param>
/// <param name="Asset">Id of an asset card.</param>
/// <param name="Resource">Id of land, forest or water.</param>
public sealed record ContractSigned(
    Owner Owner,
    string Contract,
    string Kind,
    string Direction,
    Holder Party,
    string Subject,
    DateOnly SignedOn,
    DateOnly From,
    DateOnly To,
    ContractSchedule Schedule,
    long? DepositFen = null,
    string? Asset = null,
    string? Resource = null,
    AccountCode? Account = null,
    AccountCode? Receivable = null,
    string? Resolution = null,
    Attachment? Document = null) : Fact;

/// <summary>What a contract asks for: an amount for each period, or instalments as agreed, or both. How instalments follow from it stands at <see cref="VillageLedger.Schedule"/>.</summary>
/// <param name="Every"><c>month</c>, <c>quarter</c>, <c>half-year</c>, <c>year</c> or <c>once</c>; goes with <paramref name="AmountFen"/>.</param>
/// <param name="AmountFen">Of a whole period, in fen.</param>
/// <param name="Due"><c>advance</c> (unless given) or <c>arrears</c>.</param>
/// <param name="DueDay">Day of the month, 1 to 31; the month's last where it is shorter. Unless given the period's first day, in arrears its last.</param>
/// <param name="Periods"><c>contract</c> (unless given): counted from the first day; <c>calendar</c>: natural months, quarters, half-years, years.</param>
/// <param name="RentFreeMonths">How many months from the first day are free.</param>
/// <param name="Steps">The amount of a whole period from the first day of a month on.</param>
public sealed record ContractSchedule(
    string? Every = null,
    long? AmountFen = null,
    string? Due = null,
    int? DueDay = null,
    string? Periods = null,
    int? RentFreeMonths = null,
    IReadOnlyList<RentFree>? RentFree = null,
    IReadOnlyList<RentStep>? Steps = null,
    RentRaise? Raise = null,
    IReadOnlyList<AgreedInstalment>? Instalments = null);

/// <summary>Days for which nothing is asked, both included.</summary>
public sealed record RentFree(DateOnly From, DateOnly To);

/// <summary>The amount of a whole period, in fen, from the first day of a month on.</summary>
public sealed record RentStep(Month From, long AmountFen);

/// <summary>A rise by a rate every so many months from the first day of the terms, rounded down to the fen each time.</summary>
/// <param name="RatePpm">Parts per million of the amount before.</param>
public sealed record RentRaise(int EveryMonths, int RatePpm);

/// <summary>An instalment agreed by itself, in fen.</summary>
/// <param name="From">First day of the time that it is for.</param>
/// <param name="To">Last day of it.</param>
public sealed record AgreedInstalment(DateOnly Due, long AmountFen, DateOnly From, DateOnly To);

/// <summary>New terms from the first day of a month on; what was asked for before it stays.</summary>
/// <param name="To">The last day, where it changes.</param>
public sealed record ContractAmended(
    Owner Owner, string Contract, Month From, ContractSchedule Schedule, string Reason, DateOnly? To = null, string? Resolution = null, Attachment? Document = null) : Fact;

/// <summary>A contract goes on from the day after its last, by terms of its own (续签).</summary>
/// <param name="To">The new last day.</param>
public sealed record ContractRenewed(
    Owner Owner, string Contract, DateOnly SignedOn, DateOnly From, DateOnly To, ContractSchedule Schedule, string? Resolution = null, Attachment? Document = null) : Fact;

/// <summary>A contract ends on a day; that day still counts.</summary>
public sealed record ContractEnded(Owner Owner, string Contract, DateOnly Date, string Reason) : Fact;

/// <summary>A voucher was proposed that raises the receivables of a month; where it is discarded or taken back it raises nothing.</summary>
public sealed record ReceivablesProposed(Owner Owner, Month Month, VoucherId Voucher, IReadOnlyList<RaisedInstalment> Instalments) : Fact;

/// <summary>An instalment as it was raised, in fen.</summary>
/// <param name="Number">Of the instalment in its contract, from 1.</param>
public sealed record RaisedInstalment(string Contract, int Number, DateOnly Due, DateOnly From, DateOnly To, long AmountFen);

/// <summary>A voucher was proposed by which the deposit of a contract comes in.</summary>
public sealed record DepositReceived(Owner Owner, string Contract, VoucherId Voucher, DateOnly Date, long AmountFen) : Fact;

/// <summary>A voucher was proposed by which a deposit goes back.</summary>
/// <param name="AmountFen">What leaves the deposit, in fen.</param>
/// <param name="OffsetFen">The part of it that is set off against what the party owes.</param>
public sealed record DepositReturned(Owner Owner, string Contract, VoucherId Voucher, DateOnly Date, long AmountFen, long? OffsetFen = null) : Fact;
