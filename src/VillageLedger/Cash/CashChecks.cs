namespace VillageLedger;

/// <summary>What the bank's statements say before a month is closed. An owner without registered bank accounts is asked for none.</summary>
internal static class CashChecks
{
    public static readonly IReadOnlyList<string> Names = ["bank-statement", "bank-reconciliation"];

    public static IEnumerable<CheckResult> Of(MonthSituation at)
    {
        var accounts = Accounts(at.World, at.Book, at.Month);
        if (accounts.Count == 0) return [];
        // All are asked for before the first is judged.
        var statements = accounts.ConvertAll(account => (Account: account, Statement: at.World.Bank(at.Book, account.BankAccount)));
        var missing = statements.Where(each => !each.Statement.Covers(at.Month)).Select(each => each.Account.BankAccount).ToList();
        var differing = statements.Where(each => each.Statement.Covers(at.Month)).Select(each => Reconciliation.Of(at.World, at.Book, each.Account, at.Month))
            .Where(reconciliation => reconciliation.DifferenceFen != 0).Select(reconciliation => $"{reconciliation.Account.BankAccount} {Shown(reconciliation)}").ToList();
        return
        [
            MonthCheck.Result("bank-statement", CheckState.Warning, missing.Count > 0, ("accounts", MonthCheck.Listed(missing))),
            MonthCheck.Result("bank-reconciliation", CheckState.Warning, differing.Count > 0, ("accounts", MonthCheck.Listed(differing))),
        ];
    }

    /// <summary>The statements that the checks look at.</summary>
    public static IEnumerable<string> Relied(World world, Owner book) => world.Cash(book).BankAccounts.Keys.Select(account => Streams.Bank(book, account));

    /// <summary>The bank accounts that were there in a month.</summary>
    private static List<BankAccountRegistered> Accounts(World world, Owner book, Month month) =>
    [
        .. world.Cash(book).BankAccounts.Values
            .Where(account => (account.Registered.OpenedOn is not { } opened || opened <= month.LastDay) && (account.ClosedOn is not { } closed || closed >= month.FirstDay))
            .Select(account => account.Registered),
    ];

    private static string Shown(Reconciliation reconciliation) => reconciliation.DifferenceFen is { } fen ? new Money(fen).ToString() : "–";
}
