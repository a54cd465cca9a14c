using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>A bank account of an owner.</summary>
public sealed record BankAccountState(BankAccountRegistered Registered, DateOnly? ClosedOn = null)
{
    public bool IsOpen => ClosedOn is null;
}

/// <summary>A user's time as cashier, both days included.</summary>
public sealed record CashierTime(UserId User, DateOnly From, DateOnly? Until)
{
    public bool Holds(DateOnly date) => From <= date && (Until is null || date <= Until);
}

/// <summary>An owner's bank accounts, cashiers and cash counts. Folded from <c>cash/…</c>.</summary>
public sealed record CashDesk(ImmutableSortedDictionary<string, BankAccountState> BankAccounts, ImmutableList<CashierTime> Cashiers, ImmutableList<CashCounted> Counts)
{
    public static readonly CashDesk Empty = new(
        ImmutableSortedDictionary<string, BankAccountState>.Empty.WithComparers(StringComparer.Ordinal), ImmutableList<CashierTime>.Empty, ImmutableList<CashCounted>.Empty);

    public IEnumerable<BankAccountState> Open => BankAccounts.Values.Where(account => account.IsOpen);

    public BankAccountState? Find(string bankAccount) => BankAccounts.GetValueOrDefault(bankAccount);

    /// <summary>Whether vouchers of a day need a cashier's signature.</summary>
    public bool HasCashierOn(DateOnly date) => Cashiers.Exists(time => time.Holds(date));

    public bool IsCashier(UserId user, DateOnly date) => Cashiers.Exists(time => time.User == user && time.Holds(date));

    public CashDesk Evolve(Fact fact) => fact switch
    {
        BankAccountRegistered registered => this with { BankAccounts = BankAccounts.SetItem(registered.BankAccount, new(registered)) },
        BankAccountClosed closed => this with { BankAccounts = BankAccounts.SetItem(closed.BankAccount, BankAccounts[closed.BankAccount] with { ClosedOn = closed.Date }) },
        CashierNamed named => this with { Cashiers = Cashiers.Add(new(named.User, named.From, named.Until)) },
        CashierEnded ended => this with { Cashiers = [.. Cashiers.Select(time => time.User == ended.User && time.Holds(ended.Until) ? time with { Until = ended.Until } : time)] },
        CashCounted counted => this with { Counts = Counts.Add(counted) },
        _ => throw Fold.Unexpected(fact, this),
    };
}
