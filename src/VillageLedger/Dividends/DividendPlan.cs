namespace VillageLedger;

/// <summary>The steps of a dividend worked out from figures and the law: a pure function, the same when it is proposed and when it is resolved.</summary>
/// <param name="Steps">In the law's order; the last is what is distributed.</param>
/// <param name="DistributableFen">The most that can be distributed after the steps before.</param>
public sealed record DividendPlan(IReadOnlyList<DividendStep> Steps, long DistributableFen, IReadOnlyList<string> Warnings)
{
    /// <summary>The plan, or the first thing that the law or the books forbid.</summary>
    public static (DividendPlan? Plan, Refusal? Refusal) Of(IReadOnlyList<StepRule> rules, DividendFigures figures, IReadOnlyList<AskedStep> asked)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(asked);
        if (CheckKinds(rules, asked) is { } fault) return (null, fault);
        var steps = new List<DividendStep>();
        var left = figures.UndistributedFen - (figures.LaterLossFen ?? 0);
        foreach (var rule in rules)
        {
            var wish = asked.FirstOrDefault(step => step.Kind == rule.Kind);
            if (wish is null && !rule.IsRequired) continue;
            var step = StepOf(rule, figures, left, wish);
            if (CheckStep(rule, figures, step) is { } wrong) return (null, wrong);
            if (rule.Kind == DividendSteps.Distribute && (step.AmountFen <= 0 || step.AmountFen > left)) return (null, NotDistributable(figures, steps, left, step.AmountFen));
            steps.Add(step);
            if (rule.Kind is DividendSteps.CoverLoss or DividendSteps.Distribute) continue;
            left -= step.AmountFen;
        }

        return (new(steps, left, WarningsOf(rules, figures, steps)), null);
    }

    private static Refusal? CheckKinds(IReadOnlyList<StepRule> rules, IReadOnlyList<AskedStep> asked)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in asked)
        {
            if (!rules.Any(rule => rule.Kind == step.Kind))
                return Refusal.Of(RefusalCode.StepNotOfPayer, ("step", step.Kind), ("steps", string.Join(", ", rules.Select(rule => rule.Kind))));
            if (!seen.Add(step.Kind)) return Refusal.Of(RefusalCode.StepTwice, ("step", step.Kind));
        }

        return null;
    }

    private static DividendStep StepOf(StepRule rule, DividendFigures figures, long left, AskedStep? asked)
    {
        var fen = BaseOf(rule, figures, left);
        var rate = asked is null or { AmountFen: null } ? asked?.RatePpm ?? rule.RatePpm : null;
        // Less than a fen is never kept back from a reserve, nor paid out beyond what is there.
        var amount = asked?.AmountFen
            ?? (asked?.RatePpm is { } ratePpm ? (rule.Kind == DividendSteps.Distribute ? PublicFund.AtMost(fen, ratePpm) : PublicFund.AtLeast(fen, ratePpm)) : Due(rule, figures, left));
        return new(rule.Kind, amount, fen, rule.Source.Statute, rule.Source.Article, rule.Source.From, rate, asked is null ? true : null);
    }

    /// <summary>What the law asks at least of what is put aside for a year and was not drawn yet, in fen.</summary>
    internal static long DueOf(StepRule rule, DividendFigures figures) => Due(rule, figures, 0);

    /// <summary>What the law asks at least; of what is distributed, all that is left.</summary>
    private static long Due(StepRule rule, DividendFigures figures, long left)
    {
        var fen = BaseOf(rule, figures, left);
        if (rule.Kind == DividendSteps.CoverLoss) return Math.Min(fen, Math.Max(0, figures.ProfitFen));
        if (rule.Kind == DividendSteps.Distribute) return fen;
        if (!rule.IsRequired || rule.RatePpm is not { } rate) return 0;
        var due = PublicFund.AtLeast(fen, rate) + (Int128)(figures.EarlierDueFen ?? 0) - figures.DrawnFen;
        // A reserve that has reached its part of the registered capital need not grow.
        // One whose register has no capital yet has nothing to reach.
        if (rule.CapPpm is { } cap && figures.RegisteredCapitalFen is > 0 and var capital) due = Int128.Min(due, PublicFund.AtMost(capital, cap) - (Int128)figures.ReserveFen);
        return (long)Int128.Max(due, 0);
    }

    private static long BaseOf(StepRule rule, DividendFigures figures, long left)
    {
        var loss = Math.Max(0, -figures.EarlierFen);
        return rule.Base switch
        {
            "loss" => loss,
            "after-loss" => (long)Int128.Max(0, (Int128)figures.ProfitFen - loss),
            "rest" => Math.Max(0, left),
            _ => throw new InvalidOperationException($"No base {rule.Base} is known."),
        };
    }

    /// <summary>Not less than the law asks; and a loss is not covered twice.</summary>
    private static Refusal? CheckStep(StepRule rule, DividendFigures figures, DividendStep step)
    {
        if (rule.Kind == DividendSteps.Distribute) return null;
        var due = Due(rule, figures, step.BaseFen);
        if (step.AmountFen < due)
            return Refusal.Of(RefusalCode.StepBelowLaw, ("step", step.Kind), ("amount", new Money(step.AmountFen)), ("due", new Money(due)), ("statute", step.Statute), ("article", step.Article));
        return rule.Kind == DividendSteps.CoverLoss && step.AmountFen > due
            ? Refusal.Of(RefusalCode.LossCoveredTwice, ("amount", new Money(step.AmountFen)), ("due", new Money(due)))
            : null;
    }

    internal static Refusal NotDistributable(DividendFigures figures, IReadOnlyCollection<DividendStep> steps, long left, long asked) => Refusal.Of(
        RefusalCode.NotDistributable,
        ("profit", new Money(figures.ProfitFen)),
        ("earlier", new Money(figures.EarlierFen)),
        ("appropriated", new Money(figures.AppropriatedFen)),
        ("undistributed", new Money(figures.UndistributedFen)),
        ("laterLoss", new Money(figures.LaterLossFen ?? 0)),
        ("reserves", new Money(Math.Min(Money.MaxFen, steps.Where(step => step.Kind != DividendSteps.CoverLoss).Sum(step => step.AmountFen)))),
        ("distributable", new Money(Math.Max(0, left))),
        ("asked", new Money(asked)));

    /// <summary>The floor holds for what is left after a loss; of the whole net income the fund gets less then, which is said.</summary>
    private static IReadOnlyList<string> WarningsOf(IReadOnlyList<StepRule> rules, DividendFigures figures, List<DividendStep> steps) =>
        rules.FirstOrDefault(rule => rule.Kind == DividendSteps.PublicFund)?.RatePpm is { } floor
        && steps.First(step => step.Kind == DividendSteps.PublicFund).AmountFen + (Int128)figures.DrawnFen - (figures.EarlierDueFen ?? 0) is var fund
        && PublicFund.Shortfall(figures.ProfitFen, (long)Int128.Min(fund, Money.MaxFen), floor) > 0
            ? [DividendWarnings.FundBelowFloor]
            : [];
}
