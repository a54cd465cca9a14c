namespace VillageLedger;

/// <summary>
/// What a manager's pay of a year comes to. The part of a year served is the sum over its months of days served by days of the month, divided by 12: two managers
/// who follow each other within a month share it. Amounts are rounded to the fen once each, half a fen up.
/// </summary>
public static class ManagerPay
{
    public const string Revenue = "revenue";
    public const string Profit = "profit";

    /// <summary>What days of months of 28, 29, 30 and 31 days are all counted in: the least common multiple of these numbers.</summary>
    private const int MonthParts = 377_580;

    private const int Million = 1_000_000;

    /// <summary>The part of a year's amount that falls on the days served; 0 or more, in fen.</summary>
    public static long Part(long yearFen, IEnumerable<MonthServed> served)
    {
        ArgumentNullException.ThrowIfNull(served);
        var parts = served.Sum(month => (Int128)month.Days * (MonthParts / month.Month.LastDay.Day));
        return (long)Rounded(yearFen * parts, (Int128)MonthParts * 12);
    }

    /// <summary>The working of a bonus from the year's figures; null when an amount in it leaves the bounds.</summary>
    public static BonusWorking? Bonus(BonusRule rule, YearFigures year, IReadOnlyList<MonthServed> served)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var ofProfit = rule.Figure == Profit;
        var figure = ofProfit ? year.Income - year.Expense : year.Revenue;
        var threshold = rule.ThresholdFen ?? 0;
        var bonus = Rounded(Int128.Max(0, figure - threshold) * rule.RatePpm, Million);
        if (rule.CapFen is { } cap && bonus > cap) bonus = cap;
        if (Beyond(figure) || Beyond(bonus) || (ofProfit && (Beyond(year.Income) || Beyond(year.Expense)))) return null;
        return new(
            rule.Figure, (long)figure, threshold, rule.RatePpm, (long)bonus, Part((long)bonus, served), rule.PaidBy,
            rule.CapFen, ofProfit ? (long)year.Income : null, ofProfit ? (long)year.Expense : null);
    }

    private static bool Beyond(Int128 fen) => Int128.Abs(fen) > Money.MaxFen;

    private static Int128 Rounded(Int128 numerator, Int128 denominator) => (2 * numerator + denominator) / (2 * denominator);

    private static Int128 Sum(this IEnumerable<MonthServed> served, Func<MonthServed, Int128> part) => served.Aggregate((Int128)0, (sum, month) => sum + part(month));
}
