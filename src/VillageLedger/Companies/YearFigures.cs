namespace VillageLedger;

/// <summary>What a company's books show of a year, in fen, the same before and after it was transferred to the year's result.</summary>
/// <param name="Revenue">营业收入: of main and other business, without investment and non-operating income.</param>
/// <param name="Income">All income.</param>
/// <param name="Expense">All expense, income tax included.</param>
public readonly record struct YearFigures(Int128 Revenue, Int128 Income, Int128 Expense)
{
    /// <summary>The months of the year that the book has.</summary>
    public static IEnumerable<Month> MonthsOf(Accounts accounts, int year) =>
        accounts?.FirstMonth.Year == year ? accounts.FirstMonth.To(new(year, 12)) : new Month(year, 1).To(new(year, 12));

    /// <summary>
    /// Why the year's figures cannot be relied on yet, or null: the months up to November must be closed, and no voucher of the year may wait. December may be open,
    /// since a bonus is settled before the year's last vouchers, its own among them, are made.
    /// </summary>
    public static Refusal? NotFinal(World world, Owner owner, Accounts accounts, int year)
    {
        ArgumentNullException.ThrowIfNull(world);
        foreach (var month in MonthsOf(accounts, year))
        {
            var book = world.Book(owner, month);
            if (month.Number < 12 && !book.IsClosed) return Refusal.Of(RefusalCode.YearNotOver, ("book", owner), ("year", year), ("month", month));
            var waiting = book.Vouchers.Where(voucher => voucher.Value.IsUnposted).Select(voucher => voucher.Key.Value).Order(StringComparer.Ordinal).ToList();
            if (waiting.Count > 0) return Refusal.Of(RefusalCode.YearHasUnposted, ("book", owner), ("month", month), ("count", waiting.Count), ("voucher", waiting[0]));
        }

        return null;
    }

    /// <summary>From the turnover of income and expense accounts; what the year had before the book began counts, transfers do not.</summary>
    public static YearFigures Of(World world, Owner owner, Accounts accounts, int year)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(accounts);
        var chart = VoucherRules.ChartOf(world, accounts);
        Int128 revenue = 0, income = 0, expense = 0;
        if (accounts.FirstMonth.Year == year)
            foreach (var line in accounts.Opening) Add(line.Account, (line.YearCreditFen ?? 0) - (line.YearDebitFen ?? 0));
        foreach (var month in MonthsOf(accounts, year))
            foreach (var voucher in world.Book(owner, month).Vouchers.Values)
                if (voucher is { Stage: VoucherStage.Posted, Content.Kind: not VoucherKind.Transfer })
                    foreach (var line in voucher.Content.Lines) Add(line.Account, line.Credit - line.Debit);
        return new(revenue, income, expense);

        void Add(AccountCode account, long credit)
        {
            if (chart.RootOf(account) is not { } root) return;
            if (root.Income == IncomeClass.Operating) revenue += credit;
            if (root.Class == AccountClass.Income) income += credit;
            else if (root.Class == AccountClass.Expense) expense -= credit;
        }
    }
}
