using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>
/// Straight-line depreciation (年限平均法) from the month after an asset is placed in service (小企业会计准则 art. 31; the village system alike). What is written off up to a
/// month is the month's share of the whole, rounded down, so that the months sum exactly and none differs from another by more than a fen. A changed cost
/// or life leaves earlier months as they are and spreads what is left over the months left.
/// </summary>
public sealed record StraightLine
{
    private readonly ImmutableArray<Stretch> stretches;
    private readonly long residualFen;

    private StraightLine(ImmutableArray<Stretch> stretches, long residualFen) => (this.stretches, this.residualFen) = (stretches, residualFen);

    /// <param name="placed">The month in which the asset was placed in service.</param>
    /// <param name="costFen">Original cost, 0 or more.</param>
    /// <param name="residualFen">What is left at the end, 0 to the cost.</param>
    /// <param name="lifeMonths">1 or more.</param>
    public static StraightLine From(Month placed, long costFen, long residualFen, int lifeMonths)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lifeMonths, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(residualFen);
        ArgumentOutOfRangeException.ThrowIfLessThan(costFen, residualFen);
        return new([new(placed, 0, costFen - residualFen, lifeMonths)], residualFen);
    }

    /// <summary>An asset of which a part was written off before: what is left is spread over the months left.</summary>
    /// <param name="through">The last month of what was written off before.</param>
    /// <param name="writtenOffFen">0 to the cost without the residual value.</param>
    /// <param name="monthsLeft">Where none is left, the rest follows in the next month.</param>
    public static StraightLine Continued(Month through, long writtenOffFen, long costFen, long residualFen, int monthsLeft) =>
        new([new(through, writtenOffFen, costFen - residualFen - writtenOffFen, Math.Max(monthsLeft, 1))], residualFen);

    /// <summary>The last month with a write-off.</summary>
    public Month Last => stretches[^1].Placed.Plus(stretches[^1].Months);

    /// <summary>Written off up to the end of a month, in fen.</summary>
    public long UpTo(Month month) => (stretches.LastOrDefault(stretch => stretch.Placed < month) ?? stretches[0]).UpTo(month);

    /// <summary>Written off in a month, in fen; negative only where a changed cost lies below what was written off.</summary>
    public long In(Month month) => UpTo(month) - UpTo(month.Previous);

    /// <summary>The same asset at another cost, known in a month: from the next month what is left is spread over the months left.</summary>
    public StraightLine Recosted(Month known, long costFen)
    {
        var done = UpTo(known);
        var left = Math.Max(Last.Since(known), 1);
        return new([.. stretches.Where(stretch => stretch.Placed < known), new(known, done, costFen - residualFen - done, left)], residualFen);
    }

    /// <summary>The same asset with another life, known in a month: from the next month what is left is spread over the months up to the new last one.</summary>
    public StraightLine Relived(Month known, Month last)
    {
        var done = UpTo(known);
        return new([.. stretches.Where(stretch => stretch.Placed < known), new(known, done, UpTo(Last) - done, Math.Max(last.Since(known), 1))], residualFen);
    }

    public bool Equals(StraightLine? other) => other is not null && residualFen == other.residualFen && stretches.SequenceEqual(other.stretches);

    public override int GetHashCode() => HashCode.Combine(residualFen, stretches.Length);

    /// <summary>From the month after <paramref name="Placed"/>: an amount over so many months, on top of what was written off before.</summary>
    private sealed record Stretch(Month Placed, long BeforeFen, long AmountFen, int Months)
    {
        public long UpTo(Month month)
        {
            var elapsed = Math.Clamp(month.Since(Placed), 0, Months);
            return BeforeFen + (long)((Int128)AmountFen * elapsed / Months);
        }
    }
}
