namespace VillageLedger;

/// <summary>
/// What a cooperative puts aside at year's end, worked out by the same law and from the same figures as its dividend: a loss of earlier years first, then the fund with its floor, and no more than
/// what can be distributed (农村集体经济组织财务制度 art. 28; 浙江省农村集体资产管理条例 art. 32).
/// </summary>
internal sealed class ClosingFunds
{
    private readonly IReadOnlyList<Appropriation> asked;
    private readonly long fundFen;
    private readonly long baseFen;

    private ClosingFunds(DividendBooks books, IReadOnlyList<Appropriation> asked, long fundFen, long baseFen, Refusal? refusal) =>
        (Books, this.asked, this.fundFen, this.baseFen, Refusal) = (books, asked, fundFen, baseFen, refusal);

    /// <summary>The books that it was worked out from.</summary>
    public DividendBooks Books { get; }

    public Refusal? Refusal { get; }

    public static ClosingFunds Of(World world, Owner book, int year, IReadOnlyList<Appropriation> asked)
    {
        var books = DividendBooks.Of(world, book, year);
        var rule = DividendRule.Versions.InForce(world, book.Kind);
        if (books.Figures() is not { } all) return new(books, asked, 0, 0, Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen))));
        // What earlier years owe the fund is asked for where their profit is distributed.
        var figures = all with { EarlierDueFen = null };
        var steps = rule.StepsOn(new(year, 12, 31)).Where(step => step.Kind != DividendSteps.Distribute).ToList();
        var fund = asked.FirstOrDefault(one => one.Kind == ClosingStep.PublicFund);
        var (due, unasked) = DividendPlan.Of(steps, figures, []);
        if (due is null) return new(books, asked, 0, 0, unasked);
        var (plan, refusal) = DividendPlan.Of(steps, figures, [new(DividendSteps.PublicFund, null, FundFen(fund, due.Steps.Single(one => one.Kind == DividendSteps.PublicFund).BaseFen, figures.DrawnFen))]);
        if (plan is null) return new(books, asked, 0, 0, refusal);
        var step = plan.Steps.Single(one => one.Kind == DividendSteps.PublicFund);
        var funds = new ClosingFunds(books, asked, step.AmountFen, step.BaseFen, null);
        var total = asked.Aggregate((Int128)0, (sum, one) => sum + funds.FenOf(one));
        var left = figures.UndistributedFen - (figures.LaterLossFen ?? 0);
        return total > Math.Max(0, left) ? new(books, asked, 0, 0, DividendPlan.NotDistributable(figures, [], left, (long)Int128.Min(total, Money.MaxFen))) : funds;
    }

    /// <summary>What a step moves, and where to.</summary>
    public IReadOnlyList<(AccountCode Account, long Fen)> Asked(Accounts accounts, ClosingStep step) =>
        [.. asked.Where(one => one.Kind == step.Step).Select(one => (one.Account ?? accounts.Carrier(step.To!.Value), FenOf(one)))];

    /// <summary>A rate is that of the whole year: what was drawn already is part of it.</summary>
    private static long FundFen(Appropriation? fund, long baseFen, long drawnFen) =>
        fund is null ? 0 : fund.AmountFen ?? (long)Int128.Max(0, (Int128)fund.FenOf(baseFen) - drawnFen);

    private long FenOf(Appropriation one) => one.Kind == ClosingStep.PublicFund ? fundFen : one.FenOf(baseFen);
}
