namespace VillageLedger;

/// <summary>What a whole period costs on each day of a stretch of a contract, and on which days nothing is asked for.</summary>
internal sealed class RentPrices
{
    private const int Million = 1_000_000;

    private readonly List<(int From, Int128 Fen)> prices;
    private readonly List<(int From, int To)> free;

    public RentPrices(Stretch stretch) => (prices, free) = (PricesOf(stretch), FreeDaysOf(stretch));

    /// <summary>The amount of a period cut to some of its days, in fen.</summary>
    public Int128 Of(DateOnly from, DateOnly to, DateOnly wholeFrom, DateOnly wholeTo)
    {
        Int128 sum = 0;
        foreach (var (i, (start, fen)) in prices.Index())
        {
            var (first, last) = (Math.Max(start, from.DayNumber), Math.Min(i + 1 < prices.Count ? prices[i + 1].From - 1 : int.MaxValue, to.DayNumber));
            if (first > last) continue;
            var days = last - first + 1 - free.Sum(stretch => Math.Max(0, Math.Min(last, stretch.To) - Math.Max(first, stretch.From) + 1));
            var hasFirstDay = first == wholeFrom.DayNumber && !free.Exists(stretch => stretch.From <= first && first <= stretch.To);
            sum += Schedule.Part(fen, days, wholeTo.DayNumber - wholeFrom.DayNumber + 1, hasFirstDay);
        }

        return sum;
    }

    /// <summary>From which day on which amount holds, in order.</summary>
    private static List<(int From, Int128 Fen)> PricesOf(Stretch stretch)
    {
        var (terms, start) = (stretch.Terms, stretch.From.DayNumber);
        if (terms.Every is null) return [];
        // Of several steps before the first day the last holds.
        var steps = (terms.Steps ?? []).GroupBy(step => Math.Max(step.From.FirstDay.DayNumber, start)).ToDictionary(same => same.Key, same => same.Last().AmountFen);
        var rises = new HashSet<int>();
        if (terms.Raise is { } raise)
            for (var i = 1; stretch.From.AddMonths(i * raise.EveryMonths) is var day && day <= stretch.To; i++) rises.Add(day.DayNumber);
        var prices = new List<(int, Int128)>();
        Int128 fen = terms.AmountFen!.Value;
        foreach (var day in steps.Keys.Concat(rises).Append(start).Distinct().Order())
        {
            if (steps.TryGetValue(day, out var step)) fen = step;
            // What outgrows every amount stays just beyond: the sum over the stretch is refused.
            else if (rises.Contains(day)) fen = Int128.Min(fen * (Million + terms.Raise!.RatePpm) / Million, (Int128)Money.MaxFen + 1);
            prices.Add((day, fen));
        }

        return prices;
    }

    /// <summary>Rent-free days, each once.</summary>
    private static List<(int From, int To)> FreeDaysOf(Stretch stretch)
    {
        var given = (stretch.Terms.RentFree ?? []).Select(days => (From: days.From.DayNumber, To: days.To.DayNumber)).ToList();
        if (stretch.Terms.RentFreeMonths is > 0 and var months) given.Add((stretch.From.DayNumber, stretch.From.AddMonths(months).DayNumber - 1));
        var merged = new List<(int From, int To)>();
        foreach (var (from, to) in given.Order())
        {
            if (merged.Count > 0 && from <= merged[^1].To) merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, to));
            else merged.Add((from, to));
        }

        return merged;
    }
}
