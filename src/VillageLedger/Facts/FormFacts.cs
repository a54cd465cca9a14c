namespace VillageLedger;

/// <summary>An owner has numbered forms (收据、支票). Stream <c>forms/{owner}</c>, like all facts on them.</summary>
/// <param name="Series">What the numbers of a kind of form are printed under; numbers of a series are never there twice.</param>
/// <param name="Kind"><c>receipt</c> or <c>cheque</c>.</param>
/// <param name="First">First number of the range.</param>
/// <param name="Last">Last number, included.</param>
/// <param name="BankAccount">Of cheques: drawn on which account.</param>
public sealed record FormsRegistered(Owner Owner, string Series, string Kind, long First, long Last, string? BankAccount = null) : Fact;

/// <summary>A range of forms was handed to a user (领用).</summary>
public sealed record FormsIssued(Owner Owner, string Series, long First, long Last, UserId User, DateOnly Date) : Fact;

/// <summary>A form was filled in.</summary>
public sealed record FormUsed(Owner Owner, string Series, long Number, DateOnly Date, long AmountFen, VoucherId? Voucher = null) : Fact;

/// <summary>A form was spoilt or lost (作废).</summary>
public sealed record FormVoided(Owner Owner, string Series, long Number, DateOnly Date, string? Reason = null) : Fact;

/// <summary>A range of forms was handed back and checked, each used or void (核销).</summary>
public sealed record FormsSettled(Owner Owner, string Series, long First, long Last, DateOnly Date, UserId SettledBy) : Fact;
