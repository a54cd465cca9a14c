namespace VillageLedger;

/// <summary>An owner has a bank account, kept on a ledger account of its own. Stream <c>cash/{owner}</c>.</summary>
/// <param name="BankAccount">Its id, unique with the owner.</param>
/// <param name="Account">The lowest ledger account under 银行存款 that shows it and nothing else.</param>
/// <param name="Kind"><c>basic</c>, <c>general</c>, <c>land-compensation</c>, <c>special</c>.</param>
/// <param name="Holder">In whose name it is held; never a natural person.</param>
public sealed record BankAccountRegistered(
    Owner Owner, string BankAccount, AccountCode Account, string Bank, string Number, string Kind, Holder Holder, DateOnly? OpenedOn = null) : Fact;

/// <summary>A bank account is closed. Stream <c>cash/{owner}</c>.</summary>
public sealed record BankAccountClosed(Owner Owner, string BankAccount, DateOnly Date) : Fact;

/// <summary>A user is a cashier of an owner (出纳), from a day on, both days included. Stream <c>cash/{owner}</c>.</summary>
public sealed record CashierNamed(Owner Owner, UserId User, DateOnly From, DateOnly? Until = null) : Fact;

/// <summary>A user is a cashier no longer. Stream <c>cash/{owner}</c>.</summary>
/// <param name="Until">The last day.</param>
public sealed record CashierEnded(Owner Owner, UserId User, DateOnly Until) : Fact;

/// <summary>A cashier signed a voucher that moves money (出纳签字). Stream <c>book/{owner}/{month}</c>.</summary>
public sealed record VoucherSigned(VoucherId Voucher, UserId SignedBy) : Fact;

/// <summary>Cash was counted (现金盘点). Stream <c>cash/{owner}</c>.</summary>
/// <param name="CountedFen">What was there.</param>
/// <param name="BookedFen">What the posted vouchers said at the end of the day: what the count was compared with.</param>
/// <param name="Voucher">What brings the book to the count, prepared in the same append; none where they agreed.</param>
public sealed record CashCounted(
    Owner Owner, AccountCode Account, DateOnly Date, long CountedFen, long BookedFen, UserId CountedBy, IReadOnlyList<UserId> Witnesses, VoucherId? Voucher = null) : Fact;
