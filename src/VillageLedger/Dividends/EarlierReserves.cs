namespace VillageLedger;

/// <summary>
/// What the law asked to be put aside of the profits of earlier years and nobody drew: it is owed before those profits are distributed. What a year drew beyond its own due makes up for years before it,
/// never for later ones. A book that begins with undistributed profits began with their reserve drawn.
/// </summary>
internal sealed class EarlierReserves
{
    private readonly SortedDictionary<int, OfYear> years = [];

    /// <summary>A year begins.</summary>
    /// <param name="standingFen">What could be distributed then; negative is a loss, to be covered before anything is put aside.</param>
    public void Begin(int year, Int128 standingFen)
    {
        if (!years.ContainsKey(year)) years[year] = new(0, 0, Int128.Max(0, -standingFen));
    }

    public void Earn(int year, Int128 fen) => years[year] = Of(year) with { Profit = Of(year).Profit + fen };

    public void Draw(int year, Int128 fen) => years[year] = Of(year) with { Drawn = Of(year).Drawn + fen };

    /// <summary>In fen, of all years before one.</summary>
    /// <param name="rateOf">The least part of a year's profit, in ppm.</param>
    public Int128 MissingBefore(int year, Func<int, int> rateOf)
    {
        Int128 missing = 0;
        foreach (var (each, of) in years.Where(pair => pair.Key < year))
        {
            var profit = (long)Int128.Clamp(of.Profit - of.Loss, 0, Money.MaxFen);
            missing = Int128.Max(0, missing + PublicFund.AtLeast(profit, rateOf(each)) - of.Drawn);
        }

        return missing;
    }

    private OfYear Of(int year) => years.GetValueOrDefault(year);

    private readonly record struct OfYear(Int128 Profit, Int128 Drawn, Int128 Loss);
}
