namespace VillageLedger;

/// <summary>Lets a construction contract of the venture (工程合同).</summary>
public sealed record LetConstruction(
    string Id, UserId By, string Venture, string Contract, Holder Contractor, DateOnly Date, string Works, long AmountFen, string? Document) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new LetConstruction(
            fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Venture(fields), VentureFields.Request(fields, "contract"), fields.Value<Holder>("contractor"),
            fields.Date("date"), fields.Text("works"), fields.PositiveAmount("amountFen"), fields.OptionalText("document"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var venture = world.Venture(Venture);
        if (!venture.IsKnown) return Refusal.Of(RefusalCode.VentureUnknown, ("venture", Venture));
        if (!world.Holder(Contractor).IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", Contractor));
        if (venture.Contracts.ContainsKey(Contract)) return Refusal.Of(RefusalCode.ContractTaken, ("contract", Contract));
        return venture.Contracts.Values.Aggregate((Int128)AmountFen, (sum, other) => sum + other.AmountFen) > Money.MaxFen
            ? Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)))
            : Decision.Of(Streams.Venture(Venture), new ConstructionContracted(Venture, Contract, Contractor, Date, Works, AmountFen, Document));
    }
}
