namespace VillageLedger;

/// <summary>What a contract asks for at once, in fen.</summary>
/// <param name="Number">From 1 over the life of the contract; terms amended later leave earlier numbers as they are.</param>
/// <param name="From">First day of the time that it is for.</param>
/// <param name="To">Last day of it.</param>
public sealed record Instalment(int Number, DateOnly Due, DateOnly From, DateOnly To, long AmountFen);

/// <summary>A stretch of a contract's life under the same terms.</summary>
/// <param name="To">The last day agreed with these terms; the numbers of instalments follow from it.</param>
/// <param name="Last">The last day on which they hold: earlier where the contract was amended or ended. Before <paramref name="From"/> where they never did.</param>
public sealed record Stretch(ContractSchedule Terms, DateOnly From, DateOnly To, DateOnly Last);

/// <summary>
/// The instalments that follow from the terms of a contract.
/// <para>Periods are counted from the first day of a stretch, or are natural ones (<c>calendar</c>); <c>once</c> is the whole stretch. The first and the last are cut to the days within the stretch.</para>
/// <para>A period of D days asks, for d days at the same amount A of a whole period, for A × d ÷ D by the method of largest remainders between those d days and the other D − d: rounded to the nearest fen; half a fen
/// goes to the side with more days, and with as many to the side that has the first day. So the two sides always sum to A. Rent-free days, and days before and after the stretch, are days not asked for.
/// Where the amount changes within a period, each amount is taken for its own days.</para>
/// <para>A rise multiplies the amount by (1,000,000 + ratePpm) ÷ 1,000,000 and drops what is less than a fen; a step on the same day goes before it.</para>
/// <para>An instalment agreed by itself and cut by an end is the same part of its own time. What comes to nothing is no instalment.</para>
/// </summary>
public static class Schedule
{
    /// <summary>A year is four quarters: the months of each kind of period; 0 is the whole stretch.</summary>
    public static readonly IReadOnlyDictionary<string, int> MonthsOf = new Dictionary<string, int> { ["month"] = 1, ["quarter"] = 3, ["half-year"] = 6, ["year"] = 12, ["once"] = 0 };

    /// <summary>All instalments of a contract, in order of their numbers. The terms are taken as checked.</summary>
    public static IReadOnlyList<Instalment> Of(IEnumerable<Stretch> stretches)
    {
        ArgumentNullException.ThrowIfNull(stretches);
        var all = new List<Instalment>();
        var before = 0;
        foreach (var stretch in stretches)
        {
            var agreed = Agreed(stretch).ToList();
            all.AddRange(agreed.Index().Select(part => Cut(stretch, part.Item, before + part.Index + 1)).OfType<Instalment>());
            before += agreed.Count(part => part.From <= stretch.Last);
        }

        return all;
    }

    /// <summary>What terms ask for over a stretch, in fen; more than any amount can be where they grow beyond bounds.</summary>
    public static Int128 TotalOf(ContractSchedule terms, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Agreed(new(terms, from, to, to)).Aggregate((Int128)0, (sum, part) => sum + part.AmountUpTo(part.To));
    }

    /// <summary>The part of an amount that falls on so many days of a period.</summary>
    /// <param name="hasFirstDay">Whether the period's first day is among them.</param>
    public static Int128 Part(Int128 fen, int days, int of, bool hasFirstDay)
    {
        var (whole, rest) = Int128.DivRem(fen * days, of);
        var half = (2 * rest).CompareTo((Int128)of);
        var more = (2 * days).CompareTo(of);
        return half > 0 || (half == 0 && (more > 0 || (more == 0 && hasFirstDay))) ? whole + 1 : whole;
    }

    private static Instalment? Cut(Stretch stretch, Period part, int number)
    {
        if (part.From > stretch.Last) return null;
        var to = part.To < stretch.Last ? part.To : stretch.Last;
        var fen = part.AmountUpTo(to);
        return fen == 0 ? null : new(number, part.DueFor(to), part.From, to, (long)fen);
    }

    /// <summary>What the terms ask for where they hold to the end, in order of time.</summary>
    private static IEnumerable<Period> Agreed(Stretch stretch)
    {
        var prices = new RentPrices(stretch);
        return Periods(stretch).Select(period => Priced(stretch.Terms, prices, period.From, period.To, period.WholeFrom, period.WholeTo)).Where(period => period.AmountUpTo(period.To) != 0)
            .Concat((stretch.Terms.Instalments ?? []).Select(ByItself)).OrderBy(period => period.From);
    }

    private static Period Priced(ContractSchedule terms, RentPrices prices, DateOnly from, DateOnly to, DateOnly wholeFrom, DateOnly wholeTo) => new(
        from, to, last => prices.Of(from, last, wholeFrom, wholeTo), last => terms.Due == "arrears" ? DayIn(last, terms.DueDay) : DayIn(from, terms.DueDay));

    private static Period ByItself(AgreedInstalment agreed) => new(
        agreed.From, agreed.To, last => Part(agreed.AmountFen, last.DayNumber - agreed.From.DayNumber + 1, agreed.To.DayNumber - agreed.From.DayNumber + 1, hasFirstDay: true), _ => agreed.Due);

    private static DateOnly DayIn(DateOnly date, int? day) => day is { } wanted ? new(date.Year, date.Month, Math.Min(wanted, DateTime.DaysInMonth(date.Year, date.Month))) : date;

    /// <summary>The periods of a stretch, each as far as it lies within and whole.</summary>
    private static IEnumerable<(DateOnly From, DateOnly To, DateOnly WholeFrom, DateOnly WholeTo)> Periods(Stretch stretch)
    {
        if (stretch.Terms.Every is not { } every) yield break;
        var months = MonthsOf[every];
        if (months == 0)
        {
            yield return (stretch.From, stretch.To, stretch.From, stretch.To);
            yield break;
        }

        var first = stretch.Terms.Periods == "calendar" ? new DateOnly(stretch.From.Year, (stretch.From.Month - 1) / months * months + 1, 1) : stretch.From;
        for (var i = 0; first.AddMonths(i * months) is var from && from <= stretch.To; i++)
        {
            // Always from the first day: a month that is too short for it does not shift what follows.
            var to = first.AddMonths((i + 1) * months).AddDays(-1);
            yield return (from < stretch.From ? stretch.From : from, to > stretch.To ? stretch.To : to, from, to);
        }
    }

    private sealed record Period(DateOnly From, DateOnly To, Func<DateOnly, Int128> AmountUpTo, Func<DateOnly, DateOnly> DueFor);
}
