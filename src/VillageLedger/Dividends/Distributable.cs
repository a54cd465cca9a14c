namespace VillageLedger;

/// <summary>
/// What a payer could distribute of a year, as a proposal without wishes would work it out, from the same books and by the law in force. Together with what the year's result is made
/// of: a company may have cash and nothing to distribute, because depreciation is a cost without a payment.
/// </summary>
/// <param name="IncomeFen">Income of the year without transfers.</param>
/// <param name="ExpenseFen">Expense of the year without transfers, depreciation included.</param>
/// <param name="DepreciationFen">What was written off in the year: credits of accumulated depreciation.</param>
/// <param name="Plan">Null where nothing can be distributed.</param>
/// <param name="Refusal">Why.</param>
public sealed record Distributable(long IncomeFen, long ExpenseFen, long DepreciationFen, DividendFigures Figures, DividendPlan? Plan, Refusal? Refusal)
{
    /// <summary>Works it out on the states that the world answers with; a refusal where the year cannot be looked at. Neither while the world is incomplete.</summary>
    public static (Distributable? Found, Refusal? Refusal) Of(World world, Owner payer, int year)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!world.Owner(payer).IsKnown) return (null, Refusal.Of(RefusalCode.OwnerUnknown, ("owner", payer)));
        if (DividendBooks.Check(world, payer, year) is { } fault) return (null, fault);
        var rule = DividendRule.Versions.InForce(world, payer.Kind);
        var figures = DividendBooks.Of(world, payer, year).Figures();
        if (!world.IsComplete) return (null, null);
        if (figures is null) return (null, Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen))));
        var (plan, refusal) = DividendPlan.Of(rule.StepsOn(new(year, 12, 31)), figures, []);
        var (income, expense, depreciation) = ResultOf(world, payer, year);
        return (new(income, expense, depreciation, figures, plan, refusal), null);
    }

    private static (long Income, long Expense, long Depreciation) ResultOf(World world, Owner payer, int year)
    {
        var accounts = world.Accounts(payer).At(new(year, 12));
        var chart = VoucherRules.ChartOf(world, accounts);
        Int128 income = 0, expense = 0, depreciation = 0;
        foreach (var month in new Month(year, 1).To(new(year, 12)))
            foreach (var voucher in world.Book(payer, month).Vouchers.Values)
            {
                if (voucher is not { Stage: VoucherStage.Posted, Content.Kind: not VoucherKind.Transfer }) continue;
                foreach (var line in voucher.Content.Lines)
                {
                    var credit = (Int128)line.Credit - line.Debit;
                    switch (chart.RootOf(line.Account))
                    {
                        case { Class: AccountClass.Income }: income += credit; break;
                        case { Class: AccountClass.Expense }: expense -= credit; break;
                        case { Class: AccountClass.Asset, Side: Side.Credit }: depreciation += credit; break;
                        default: break;
                    }
                }
            }

        return (Bounded(income), Bounded(expense), Bounded(depreciation));
    }

    private static long Bounded(Int128 fen) => (long)Int128.Clamp(fen, -Money.MaxFen, Money.MaxFen);
}
