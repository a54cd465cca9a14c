namespace VillageLedger;

/// <summary>A line of a bank's statement. Whom it was from or for, and what the bank wrote beside it, stays out: it is personal.</summary>
/// <param name="AmountFen">In fen, never 0: positive came in, negative went out.</param>
/// <param name="BalanceFen">What the account held after it, as the bank says.</param>
/// <param name="Reference">The bank's number of it (流水号), or that of a cheque.</param>
public sealed record StatementLine(DateOnly Date, long AmountFen, long? BalanceFen = null, string? Reference = null);

/// <summary>Lines of a bank's statement are known. Stream <c>bank/{owner}/{bankAccount}</c>; lines are numbered through from 1 in the order in which they came.</summary>
/// <param name="From">First day that the statement speaks of.</param>
/// <param name="Until">Last day that it speaks of.</param>
/// <param name="Lines">Those that were not known before.</param>
/// <param name="Known">How many lines of the statement were known already.</param>
/// <param name="OpeningFen">What the account held before, where the statement says so.</param>
/// <param name="GapFen">By how much what the account held before differs from the end of the earlier statement; absent where they meet or nobody can tell.</param>
/// <param name="File">SHA-256 of the file, 64 hex digits.</param>
public sealed record StatementRecorded(
    Owner Owner, string BankAccount, DateOnly From, DateOnly Until, IReadOnlyList<StatementLine> Lines, int Known, UserId RecordedBy,
    long? OpeningFen = null, long? GapFen = null, string? File = null) : Fact;

/// <summary>A line of a posted voucher.</summary>
/// <param name="Line">From 1.</param>
public sealed record VoucherLinePlace(VoucherId Voucher, int Line);

/// <summary>
/// Lines of a statement and lines of vouchers are the same movement of money. A posted line and the red one that takes it back are matched without a line of the statement.
/// Stream <c>bank/{owner}/{bankAccount}</c>.
/// </summary>
/// <param name="Match">The request's id; of several that one request found, numbered after a tilde.</param>
/// <param name="Lines">Numbers of the statement's lines.</param>
/// <param name="Rule">The rule that found it, where no person did: <c>rule:match-statement.1</c>.</param>
public sealed record StatementMatched(
    Owner Owner, string BankAccount, VoucherId Match, IReadOnlyList<int> Lines, IReadOnlyList<VoucherLinePlace> VoucherLines, UserId MatchedBy, string? Rule = null) : Fact;

/// <summary>A match was taken back. Stream <c>bank/{owner}/{bankAccount}</c>.</summary>
public sealed record StatementUnmatched(Owner Owner, string BankAccount, VoucherId Match, UserId UndoneBy, string? Reason = null) : Fact;
