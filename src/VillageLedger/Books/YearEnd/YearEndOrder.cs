using System.Globalization;

namespace VillageLedger;

/// <summary>
/// The order of the transfers of year's end: income and expense to the year's result, that to undistributed income, appropriations cleared last (农村集体经济组织会计制度). Transfers of income to
/// the year's result are free all year; red vouchers take back what was posted, in any order. The vouchers of one closing are posted one after the other, each only while it clears what it was made
/// to clear; a transfer by hand to undistributed income waits for them, since what they put aside was reckoned without it.
/// </summary>
internal static class YearEndOrder
{
    /// <summary>Begins the cause of every voucher that <c>propose-closing</c> makes.</summary>
    public const string CausePrefix = "closing:";

    /// <summary>Whether a voucher clears accounts as they stand: nobody chose its accounts, so that details and what they require are no reason to refuse it.</summary>
    public static bool IsClearing(VoucherContent content) => content.Kind == VoucherKind.Transfer && content.Cause?.StartsWith(CausePrefix, StringComparison.Ordinal) == true;

    /// <summary>Why a voucher cannot be posted yet.</summary>
    /// <param name="state">The voucher's month as it will be then.</param>
    /// <param name="itself">The voucher where it is one already.</param>
    public static Refusal? Check(World world, Owner owner, BookMonth state, VoucherContent content, VoucherId? itself = null)
    {
        var accounts = world.Accounts(owner);
        var chart = VoucherRules.ChartOf(world, accounts);
        if (FirstClearedBy(chart, content) is not { } first) return null;
        if (FirstPosted(chart, state, content, itself) is { Count: > 0 } waiting) return Refusal.Of(RefusalCode.TransferOutOfOrder, ("accounts", MonthCheck.Listed(waiting)));
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
            : Check(world, owner, state, content, itself);
    }

    /// <summary>The decision to post such a voucher holds only while the month before, which may be open too, stays as it was.</summary>
    public static Decision Guard(World world, Decision decision, Owner owner, VoucherContent content)
    {
        var before = Month.Of(content.Date).Previous;
        return before >= world.Accounts(owner).FirstMonth && FirstClearedBy(VoucherRules.ChartOf(world, world.Accounts(owner)), content) is not null
            ? decision.While(Streams.Book(owner, before))
            : decision;
    }

    private static bool IsOfClosing(VoucherContent content) => content.Reverses is null && content.Cause?.StartsWith(CausePrefix, StringComparison.Ordinal) == true;

    /// <summary>The vouchers that must be posted before one: of a closing those before it in the same request; before a transfer by hand to undistributed income, every one of a closing that waits.</summary>
    private static IReadOnlyList<VoucherId> FirstPosted(Chart chart, BookMonth state, VoucherContent content, VoucherId? itself)
    {
        if (!IsOfClosing(content))
        {
            return content.Lines.Any(line => chart.RootOf(line.Account) is { Role: AccountRole.YearResult })
                ? [.. state.Vouchers.Where(pair => pair.Value.IsUnposted && IsOfClosing(pair.Value.Content)).Select(pair => pair.Key).OrderBy(id => id.Value, StringComparer.Ordinal)]
                : [];
        }

        return itself is not { } id || id == id.Request || !int.TryParse(id.Value.AsSpan(id.Request.Value.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? []
            : [.. Enumerable.Range(1, number - 1).Select(before => VoucherId.Proposed(id.Request.Value, before)).Where(before => state.Find(before) is not { Stage: VoucherStage.Posted, ReversedBy: null })];
    }

    /// <summary>The accounts that must be zero once a voucher of a closing is posted: its own income and expense; from the transfer of the result on all of these, and the result.</summary>
    private static Func<AccountCode, bool> FirstClearedByClosing(Chart chart, VoucherContent content, HashSet<AccountRole?> roles)
    {
        if (roles.Contains(AccountRole.YearResult) && !roles.Contains(AccountRole.Distribution))
        {
            var own = content.Lines.Select(line => line.Account).ToHashSet();
            return account => own.Contains(account) && IsIncomeOrExpense(chart, account);
        }

        var clears = content.Kind == VoucherKind.Transfer && ClearsAppropriations(chart, content) ? chart.WithRole(AccountRole.Appropriations) : null;
        return account => IsIncomeOrExpense(chart, account) || chart.RootOf(account) is { Role: AccountRole.YearResult } || (clears is { } appropriations && account.IsWithin(appropriations));
    }

    /// <summary>The accounts that must be zero before a voucher; null where there are none such.</summary>
    private static Func<AccountCode, bool>? FirstClearedBy(Chart chart, VoucherContent content)
    {
        if (content.Reverses is not null) return null;
        var roles = content.Lines.Select(line => chart.RootOf(line.Account)?.Role).ToHashSet();
        if (IsOfClosing(content)) return FirstClearedByClosing(chart, content, roles);
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
