namespace VillageLedger.Tests;

/// <summary>Laws of every plan, over random figures and wishes. The seed is printed where one does not hold.</summary>
public sealed class DividendPlanTests
{
    [Theory]
    [InlineData("company")]
    [InlineData("village")]
    public void No_plan_takes_more_than_there_is_or_less_than_the_law_asks(string payer)
    {
        var first = Random.Shared.Next();
        var rules = DividendRule.Versions.OfVersion(DividendRule.Versions.Carried.Single(rule => rule.Name == payer).Version).StepsOn(new(2025, 12, 31));
        var (plans, refusals) = (0, new HashSet<RefusalCode>());
        for (var seed = first; seed < first + 5_000; seed = unchecked(seed + 1))
        {
            var random = new Random(seed);
            var figures = FiguresOf(random, payer);
            var (plan, refusal) = DividendPlan.Of(rules, figures, WishesOf(random, rules));
            (plan is null).ShouldBe(refusal is not null, $"seed {seed}");
            if (refusal is not null) refusals.Add(refusal.Code);
            if (plan is null) continue;
            plans++;
            Check(plan, figures, payer, $"seed {seed}, {figures}");
        }

        plans.ShouldBeGreaterThan(500, $"seed {first}");
        refusals.ShouldBe([RefusalCode.NotDistributable, RefusalCode.StepBelowLaw, RefusalCode.LossCoveredTwice], ignoreOrder: true, $"seed {first}");
    }

    /// <summary>Nobody has subscribed yet: half of nothing is no reserve that is reached.</summary>
    [Fact]
    public void Without_a_registered_capital_the_reserve_has_no_cap()
    {
        var rules = DividendRule.Versions.OfVersion(DividendRule.Versions.Carried.Single(rule => rule.Name == "company").Version).StepsOn(new(2025, 12, 31));
        DividendPlan.Of(rules, new(1_000, 0, 0, 1_000, 0, 0, 0), []).Plan!.Steps.Select(step => step.AmountFen).ShouldBe([0, 100, 900]);
    }

    private static void Check(DividendPlan plan, DividendFigures figures, string payer, string seed)
    {
        var amounts = plan.Steps.ToDictionary(step => step.Kind, step => step.AmountFen);
        var taken = plan.Steps.Where(step => step.Kind != DividendSteps.CoverLoss).Aggregate((Int128)0, (sum, step) => sum + step.AmountFen);
        plan.Steps.ShouldAllBe(step => step.AmountFen >= 0 && step.Article.Length > 0, seed);
        amounts[DividendSteps.Distribute].ShouldBeInRange(1, plan.DistributableFen, seed);
        (taken <= figures.UndistributedFen - (figures.LaterLossFen ?? 0)).ShouldBeTrue(seed);
        var loss = Math.Max(0, -figures.EarlierFen);
        var left = Math.Max(0, figures.ProfitFen - loss);
        amounts[DividendSteps.CoverLoss].ShouldBe(Math.Min(loss, Math.Max(0, figures.ProfitFen)), seed);
        if (payer == "village") ((Int128)(amounts[DividendSteps.PublicFund] + figures.DrawnFen) * 10 >= (Int128)left * 3).ShouldBeTrue(seed);
        else
        {
            var reserve = amounts[DividendSteps.StatutoryReserve];
            var isTenth = (Int128)(reserve + figures.DrawnFen) * 10 >= left;
            // Half of an odd capital is not whole: the reserve need not reach its last half fen.
            var isHalf = figures.RegisteredCapitalFen > 0 && (Int128)(reserve + figures.ReserveFen + 1) * 2 > figures.RegisteredCapitalFen;
            (isTenth || isHalf).ShouldBeTrue(seed);
        }
    }

    private static DividendFigures FiguresOf(Random random, string payer)
    {
        long[] sizes = [10, 1_000_000, 1_000_000_000_000];
        var size = sizes[random.Next(sizes.Length)];
        var (profit, earlier, reserve) = (random.NextInt64(-size, size), random.NextInt64(-size, size), random.NextInt64(0, size));
        var drawn = random.Next(3) == 0 ? random.NextInt64(0, size / 10) : 0;
        var appropriated = drawn + (random.Next(3) == 0 ? random.NextInt64(0, size / 2) : 0);
        return new(profit, earlier, appropriated, profit + earlier - appropriated, reserve, drawn, payer == "company" ? (random.Next(4) == 0 ? 0 : random.NextInt64(0, 2 * size)) : null,
            random.Next(4) == 0 ? random.NextInt64(1, size) : null);
    }

    private static List<AskedStep> WishesOf(Random random, IReadOnlyList<StepRule> rules) =>
    [
        .. rules.Where(_ => random.Next(4) == 0).Select(rule => random.Next(3) switch
        {
            0 => new AskedStep(rule.Kind, random.Next(0, 1_000_001), null),
            1 => new AskedStep(rule.Kind, null, random.NextInt64(0, 1_000_000)),
            _ => new AskedStep(rule.Kind, null, null),
        }),
    ];
}
