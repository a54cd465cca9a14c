namespace VillageLedger;

/// <summary>
/// The order of the transfers of year's end: income and expense to the year's result, that to undistributed income, appropriations cleared last (农村集体经济组织会计制度). Transfers of income to
/// the year's result are free all year; red vouchers take back what was posted, in any order.
/// </summary>
internal static class YearEndOrder
{
    /// <summary>Begins the cause of every voucher that <c>propose-closing</c> makes.</summary>
    public const string CausePrefix = "closing:";

    /// <summary>Whether a voucher clears accounts as they stand: nobody chose its accounts, so that details and what they require are no reason to refuse it.</summary>
    public static bool IsClearing(VoucherContent content) => content.Kind == VoucherKind.Transfer && content.Cause?.StartsWith(CausePrefix, StringComparison.Ordinal) == true;

    /// <summary>Why a voucher cannot be posted yet.</summary>
    /// <param name="state">The voucher's month as it will be then.</param>
    public static Refusal? Check(World world, Owner owner, BookMonth state, VoucherContent content)
    {
        var accounts = world.Accounts(owner);
        var chart = VoucherRules.ChartOf(world, accounts);
        if (FirstClearedBy(chart, content) is not { } first) return null;
        var balances = BalancesAfter(world, owner, accounts, state, content);
        var left = balances.Where(balance => balance.Value != 0 && first(balance.Key)).OrderBy(balance => balance.Key)
            .Select(balance => $"{balance.Key} {accounts.NameOf(chart, balance.Key)} {new Money((long)Int128.Clamp(balance.Value, -Money.MaxFen, Money.MaxFen))}").ToList();
        return left.Count == 0 ? null : Refusal.Of(RefusalCode.TransferOutOfOrder, ("accounts", MonthCheck.Listed(left)));
    }

    /// <summary>Why a voucher that is prepared could not be posted: known while no other that waits in its month could change that.</summary>
    public static Refusal? CheckPrepared(World world, Owner owner, VoucherContent content, VoucherId? itself = null)
    {
        var chart = VoucherRules.ChartOf(world, world.Accounts(owner));
        if (FirstClearedBy(chart, content) is not { } first) return null;
        var state = world.Book(owner, Month.Of(content.Date));
        return state.Vouchers.Any(pair => pair.Value.IsUnposted && pair.Key != itself && pair.Value.Content.Lines.Any(line => first(line.Account)))
            ? null
            : Check(world, owner, state, content);
    }

    /// <summary>The decision to post such a voucher holds only while the month before, which may be open too, stays as it was.</summary>
    public static Decision Guard(World world, Decision decision, Owner owner, VoucherContent content)
    {
        var before = Month.Of(content.Date).Previous;
        return before >= world.Accounts(owner).FirstMonth && FirstClearedBy(VoucherRules.ChartOf(world, world.Accounts(owner)), content) is not null
            ? decision.While(Streams.Book(owner, before))
            : decision;
    }

    /// <summary>The accounts that must be zero before a voucher; null where there are none such.</summary>
    private static Func<AccountCode, bool>? FirstClearedBy(Chart chart, VoucherContent content)
    {
        if (content.Reverses is not null) return null;
        var roles = content.Lines.Select(line => chart.RootOf(line.Account)?.Role).ToHashSet();
        if (!roles.Contains(AccountRole.Distribution)) return null;
        if (roles.Contains(AccountRole.YearResult)) return account => IsIncomeOrExpense(chart, account);
        return content.Date.Month == 12 && ClearsAppropriations(chart, content)
            ? account => IsIncomeOrExpense(chart, account) || chart.RootOf(account) is { Role: AccountRole.YearResult }
            : null;
    }

    private static bool ClearsAppropriations(Chart chart, VoucherContent content) =>
        chart.WithRole(AccountRole.Appropriations) is { } appropriations && chart.WithRole(AccountRole.Undistributed) is { } undistributed
        && content.Lines.Any(line => line.Account.IsWithin(appropriations)) && content.Lines.Any(line => line.Account.IsWithin(undistributed));

    private static bool IsIncomeOrExpense(Chart chart, AccountCode account) => chart.RootOf(account) is { Class: AccountClass.Income or AccountClass.Expense };

    /// <summary>What each lowest account stands at after the voucher, debit positive.</summary>
    private static Dictionary<AccountCode, Int128> BalancesAfter(World world, Owner owner, Accounts accounts, BookMonth state, VoucherContent content)
    {
        var month = Month.Of(content.Date);
        var balances = Balances.AtEndOf(world, owner, month.Previous).ToDictionary(pair => pair.Key, pair => (Int128)pair.Value);
        foreach (var (account, movement) in state.Movements) Add(account, (Int128)movement.Debit - movement.Credit);
        foreach (var line in content.Lines) Add(line.Account, (Int128)line.Debit - line.Credit);
        return balances;

        void Add(AccountCode account, Int128 fen) => balances[accounts.Carrier(account)] = balances.GetValueOrDefault(accounts.Carrier(account)) + fen;
    }
}
