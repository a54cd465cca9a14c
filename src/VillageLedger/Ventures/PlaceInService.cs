namespace VillageLedger;

/// <summary>Places the building, or a part of it, in service (转固). Depreciation begins in the next month.</summary>
/// <param name="Provisional">The cost is an estimate (暂估) until <see cref="SettleCost"/>.</param>
public sealed record PlaceInService(
    string Id, UserId By, string Venture, DateOnly Date, long CostFen, long AreaSquareMetres, int UsefulLifeMonths, long ResidualFen, bool? Provisional) : Request(Id, By)
{
    /// <summary>A hundred years.</summary>
    private const int LongestLife = 1_200;

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new PlaceInService(
            fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Venture(fields), fields.Date("date"), fields.PositiveAmount("costFen"), VentureFields.Area(fields),
            VentureFields.Count(fields, "usefulLifeMonths", LongestLife), fields.AmountOrZero("residualFen"), fields.OptionalFlag("provisional"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var venture = world.Venture(Venture);
        if (!venture.IsKnown) return Refusal.Of(RefusalCode.VentureUnknown, ("venture", Venture));
        if (ResidualFen > CostFen) return Refusal.Of(RefusalCode.ResidualBeyondCost, ("residual", new Money(ResidualFen)), ("cost", new Money(CostFen)));
        return venture.Placings.Values.Aggregate((Int128)CostFen, (sum, other) => sum + other.CostFen) > Money.MaxFen
            ? Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)))
            : Decision.Of(Streams.Venture(Venture), new PlacedInService(Id, Venture, Date, CostFen, AreaSquareMetres, UsefulLifeMonths, ResidualFen, Provisional == true ? true : null));
    }
}
