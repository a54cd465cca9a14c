namespace VillageLedger;

/// <summary>Puts the final account (竣工决算) in the place of a provisional cost; what was depreciated stays, the rest follows over the months left.</summary>
public sealed record SettleCost(string Id, UserId By, string Venture, string Placing, DateOnly Date, long CostFen, string Document) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new SettleCost(
            fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Venture(fields), VentureFields.Request(fields, "placing"), fields.Date("date"),
            fields.PositiveAmount("costFen"), fields.Text("document"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var venture = world.Venture(Venture);
        if (!venture.IsKnown) return Refusal.Of(RefusalCode.VentureUnknown, ("venture", Venture));
        if (venture.Placings.GetValueOrDefault(Placing) is not { IsProvisional: true } placing) return Refusal.Of(RefusalCode.PlacingNotProvisional, ("placing", Placing));
        if (Date < placing.Fact.Date) return Refusal.Of(RefusalCode.SettledBeforePlaced, ("date", VoucherRules.Text(Date)), ("placed", VoucherRules.Text(placing.Fact.Date)));
        if (placing.Fact.ResidualFen > CostFen) return Refusal.Of(RefusalCode.ResidualBeyondCost, ("residual", new Money(placing.Fact.ResidualFen)), ("cost", new Money(CostFen)));
        return venture.Placings.Aggregate((Int128)CostFen, (sum, other) => sum + (other.Key == Placing ? 0 : other.Value.CostFen)) > Money.MaxFen
            ? Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)))
            : Decision.Of(Streams.Venture(Venture), new CostSettled(Venture, Placing, Date, CostFen, Document));
    }
}
