using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>A count that changes at the ends of days; changes may be added in any order of dates.</summary>
/// <param name="Changes">One for each date, in order of date.</param>
public readonly record struct UnitsOverTime(ImmutableArray<(DateOnly Date, long Change)> Changes)
{
    public static readonly UnitsOverTime Zero = new([]);

    /// <summary>The count at the end of a day.</summary>
    public long On(DateOnly date)
    {
        var units = 0L;
        foreach (var change in Changes)
        {
            if (change.Date > date) break;
            units += change.Change;
        }

        return units;
    }

    /// <summary>The days from <paramref name="date"/> on at whose end the count may be another than the day before: that day itself and those of later changes.</summary>
    public IEnumerable<DateOnly> DaysFrom(DateOnly date) => Changes.Where(change => change.Date > date).Select(change => change.Date).Prepend(date);

    /// <summary>The lowest count at the end of that day or a later one, and the first such day.</summary>
    public (DateOnly Date, long Units) LowestFrom(DateOnly date)
    {
        var lowest = (Date: date, Units: On(date));
        var units = lowest.Units;
        foreach (var change in Changes.Where(change => change.Date > date))
        {
            units += change.Change;
            if (units < lowest.Units) lowest = (change.Date, units);
        }

        return lowest;
    }

    /// <summary>The highest count at the end of that day or a later one.</summary>
    public long HighestFrom(DateOnly date)
    {
        var highest = On(date);
        var units = highest;
        foreach (var change in Changes.Where(change => change.Date > date)) highest = Math.Max(highest, units += change.Change);
        return highest;
    }

    public UnitsOverTime With(DateOnly date, long change)
    {
        var place = Changes.Length;
        while (place > 0 && Changes[place - 1].Date > date) place--;
        return place > 0 && Changes[place - 1].Date == date
            ? new(Changes.SetItem(place - 1, (date, Changes[place - 1].Change + change)))
            : new(Changes.Insert(place, (date, change)));
    }
}
