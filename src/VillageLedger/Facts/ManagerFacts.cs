namespace VillageLedger;

/// <summary>A person manages a company under a contract (职业经理人聘任). Stream <c>company/{code}</c>, like all facts on its manager.</summary>
/// <param name="Contract">Unique among the company's contracts.</param>
/// <param name="Manager">A person's or member's id as an address; never a name.</param>
/// <param name="From">First day.</param>
/// <param name="BaseFen">Base pay of a year, in fen.</param>
/// <param name="BasePaidBy">Who pays it. What somebody else than the company pays does not pass through the company's books.</param>
/// <param name="To">Last day; none until the contract is ended.</param>
public sealed record ManagerAppointed(
    string Company, string Contract, Holder Manager, DateOnly From, long BaseFen, Holder BasePaidBy, DateOnly? To = null, BonusRule? Bonus = null) : Fact;

/// <summary>A manager's bonus: a rate on what a figure of the company's books exceeds in a year. Amounts are for a whole year, in fen.</summary>
/// <param name="Figure"><c>revenue</c> or <c>profit</c>.</param>
/// <param name="RatePpm">Parts per million of the excess.</param>
/// <param name="ThresholdFen">What the figure must exceed; 0 unless given.</param>
/// <param name="CapFen">The most that a year's bonus comes to; none unless given.</param>
public sealed record BonusRule(string Figure, int RatePpm, Holder PaidBy, long? ThresholdFen = null, long? CapFen = null);

/// <summary>A manager's contract ends on a day other than agreed.</summary>
/// <param name="Date">Last day.</param>
public sealed record ManagerContractEnded(string Company, string Contract, DateOnly Date, string? Reason = null) : Fact;

/// <summary>A manager's pay of a year is settled, with its working.</summary>
/// <param name="Settlement">The id of the request.</param>
/// <param name="Served">The months of the year in which the contract was in force, with the days of each.</param>
/// <param name="BaseFen">The part of a year's base that falls on the days served, in fen.</param>
/// <param name="Replaces">The settlement of the same year that this one takes the place of.</param>
public sealed record ManagerSettled(
    string Company, VoucherId Settlement, string Contract, int Year, IReadOnlyList<MonthServed> Served, long BaseFen, Holder BasePaidBy,
    BonusWorking? Bonus = null, VoucherId? Replaces = null) : Fact;

/// <summary>On how many days of a month a contract was in force.</summary>
public sealed record MonthServed(Month Month, int Days);

/// <summary>How a bonus came about; amounts in fen, figures of the year without transfers (结转).</summary>
/// <param name="FigureFen">Revenue of main and other business; or profit, all income less all expense.</param>
/// <param name="YearBonusFen">Rate on what the figure exceeds the threshold by, at most the cap: for a whole year.</param>
/// <param name="BonusFen">The part of it that falls on the days served.</param>
/// <param name="IncomeFen">Of a profit: all income.</param>
/// <param name="ExpenseFen">Of a profit: all expense.</param>
public sealed record BonusWorking(
    string Figure, long FigureFen, long ThresholdFen, int RatePpm, long YearBonusFen, long BonusFen, Holder PaidBy,
    long? CapFen = null, long? IncomeFen = null, long? ExpenseFen = null);
