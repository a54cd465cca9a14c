namespace VillageLedger;

/// <summary>Changes the sum of a construction contract (工程变更); never below the cost that has arisen.</summary>
public sealed record ChangeConstruction(string Id, UserId By, string Venture, string Contract, DateOnly Date, long AmountFen, string Resolution) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ChangeConstruction(
            fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Venture(fields), VentureFields.Request(fields, "contract"), fields.Date("date"),
            fields.PositiveAmount("amountFen"), fields.Text("resolution"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var venture = world.Venture(Venture);
        if (!venture.IsKnown) return Refusal.Of(RefusalCode.VentureUnknown, ("venture", Venture));
        if (!venture.Contracts.TryGetValue(Contract, out var contract)) return Refusal.Of(RefusalCode.ContractUnknown, ("contract", Contract));
        if (AmountFen < contract.CostFen) return Refusal.Of(RefusalCode.CostBeyondContract, ("contract", Contract), ("cost", new Money(contract.CostFen)), ("sum", new Money(AmountFen)));
        return venture.Contracts.Aggregate((Int128)AmountFen, (sum, other) => sum + (other.Key == Contract ? 0 : other.Value.AmountFen)) > Money.MaxFen
            ? Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)))
            : Decision.Of(Streams.Venture(Venture), new ConstructionContractChanged(Venture, Contract, Date, AmountFen, Resolution));
    }
}
