namespace VillageLedger.Reports;

/// <summary>What holders were led to expect. What was said of one holder goes before what was said of all; of two, the one that begins later, or was stated later.</summary>
internal sealed class Expectations(IReadOnlyList<ExpectationStated> stated)
{
    /// <summary>What holds for a holder in a month, or null.</summary>
    public ExpectationStated? Of(Holder holder, Month month) =>
        stated.Where(one => one.From <= month && (one.Holder is null || one.Holder == holder))
            .OrderBy(one => one.Holder is not null).ThenBy(one => one.From).LastOrDefault();

    /// <summary>Expected income of a period in fen; null where nothing was ever said of it, 0 for months before.</summary>
    public long? YieldIn(Holder holder, Period period) =>
        stated.Any(one => one.Holder is null || one.Holder == holder) ? period.From.To(period.To).Sum(month => Of(holder, month) is { } one ? In(one, month) : 0) : null;

    /// <summary>What was said of all holders, or of one, that holds in a month.</summary>
    public IEnumerable<ExpectationStated> In(Month month) =>
        stated.Where(one => one.From <= month).GroupBy(one => one.Holder).OrderBy(of => of.Key?.Address ?? "", StringComparer.Ordinal).Select(of => of.OrderBy(one => one.From).Last());

    /// <summary>A month's twelfth of a year: what the months up to it come to less what those before it do, each rounded down, so that twelve months give the year.</summary>
    private static long In(ExpectationStated one, Month month)
    {
        var before = month.Since(one.From);
        return UpTo(before + 1) - UpTo(before);

        long UpTo(int months) => (long)((Int128)one.YearFen * months / 12);
    }
}
