using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>A manager's contract: what was agreed, when it ended, and which settlement of each year counts.</summary>
/// <param name="Ended">Its last day where that was decided later than the contract.</param>
public sealed record ManagerContract(ManagerAppointed Agreed, DateOnly? Ended, ImmutableDictionary<int, VoucherId> Settled)
{
    /// <summary>The last day in force; null while there is none.</summary>
    public DateOnly? LastDay => Ended ?? Agreed.To;

    public static ManagerContract Of(ManagerAppointed agreed) => new(agreed, null, ImmutableDictionary<int, VoucherId>.Empty);

    public ManagerContract With(ManagerSettled settled)
    {
        ArgumentNullException.ThrowIfNull(settled);
        return this with { Settled = Settled.SetItem(settled.Year, settled.Settlement) };
    }

    /// <summary>Whether both contracts were in force on some day.</summary>
    public bool Overlaps(DateOnly from, DateOnly? to) => (LastDay is not { } last || from <= last) && (to is not { } end || Agreed.From <= end);

    /// <summary>The months of a year in which the contract was in force, with the days of each.</summary>
    public IReadOnlyList<MonthServed> ServedIn(int year) =>
    [
        .. new Month(year, 1).To(new(year, 12)).Select(month => new MonthServed(month, DaysIn(month))).Where(served => served.Days > 0),
    ];

    private int DaysIn(Month month)
    {
        var first = Agreed.From > month.FirstDay ? Agreed.From : month.FirstDay;
        var last = LastDay is { } end && end < month.LastDay ? end : month.LastDay;
        return Math.Max(0, last.DayNumber - first.DayNumber + 1);
    }
}
