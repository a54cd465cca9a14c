namespace VillageLedger;

/// <summary>Checks of a month that ask for more than that a balance is zero.</summary>
internal static class YearEndChecks
{
    /// <summary>待处理财产损溢 is cleared, or explained, before a year ends; in other months it is said.</summary>
    public static CheckResult SuspenseOf(MonthSituation at)
    {
        var standing = Suspense.Of(at.Chart, at.Balances);
        var isExplained = at.World.Book(at.Book, at.Month).Explained is { } explained && explained.BalanceFen == Suspense.SumOf(standing);
        return MonthCheck.Result(
            "suspense", at.Month.Number == 12 && !isExplained ? CheckState.Stops : CheckState.Warning, standing.Count > 0,
            ("accounts", MonthCheck.Listed(standing.Select(balance => $"{balance.Key} {at.Accounts.NameOf(at.Chart, balance.Key)} {new Money(balance.Value)}").ToList())));
    }

    /// <summary>What a cooperative's fund lacks of the floor for the year; shown where it does. A plan in spring may still draw it.</summary>
    public static IEnumerable<CheckResult> Of(MonthSituation at)
    {
        if (at.Month.Number != 12 || at.Book.Kind != Owner.VillageKind) yield break;
        var rule = DividendRule.Versions.InForce(at.World, at.Book.Kind);
        if (DividendBooks.Of(at.World, at.Book, at.Month.Year).Figures() is not { } figures) yield break;
        var step = rule.StepsOn(at.Month.LastDay).FirstOrDefault(other => other.Kind == DividendSteps.PublicFund);
        var due = step is null ? 0 : DividendPlan.DueOf(step, figures with { EarlierDueFen = null });
        if (step is null || due <= 0) yield break;
        yield return MonthCheck.Result(
            "public-fund", CheckState.Warning, true, ("year", at.Month.Year), ("due", new Money(due)), ("drawn", new Money(figures.DrawnFen)), ("statute", step.Source.Statute), ("article", step.Source.Article));
    }
}
