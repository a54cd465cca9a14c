namespace VillageLedger;

/// <summary>Records cost under a construction contract (工程进度款): within the contract's sum, with the progress reached.</summary>
public sealed record RecordConstructionCost(string Id, UserId By, string Venture, string Contract, DateOnly Date, long AmountFen, long ProgressPpm) : Request(Id, By)
{
    private const int Whole = 1_000_000;

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new RecordConstructionCost(
            fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Venture(fields), VentureFields.Request(fields, "contract"), fields.Date("date"),
            fields.PositiveAmount("amountFen"), fields.Whole("progressPpm", 0, Whole));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var venture = world.Venture(Venture);
        if (!venture.IsKnown) return Refusal.Of(RefusalCode.VentureUnknown, ("venture", Venture));
        if (!venture.Contracts.TryGetValue(Contract, out var contract)) return Refusal.Of(RefusalCode.ContractUnknown, ("contract", Contract));
        if (AmountFen > contract.AmountFen - contract.CostFen)
            return Refusal.Of(RefusalCode.CostBeyondContract, ("contract", Contract), ("cost", new Money(contract.CostFen) + new Money(AmountFen)), ("sum", new Money(contract.AmountFen)));
        return ProgressPpm < contract.ProgressPpm
            ? Refusal.Of(RefusalCode.ProgressBackwards, ("contract", Contract), ("reached", contract.ProgressPpm), ("progress", ProgressPpm))
            : Decision.Of(Streams.Venture(Venture), new ConstructionCostRecorded(Id, Venture, Contract, Date, AmountFen, ProgressPpm));
    }
}
