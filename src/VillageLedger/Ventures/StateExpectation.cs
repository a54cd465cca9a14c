namespace VillageLedger;

/// <summary>Records what holders were led to expect (预期): shown beside the figures, never part of them.</summary>
public sealed record StateExpectation(string Id, UserId By, string Venture, Month From, long AssetFen, long YearFen, string Source, Holder? Holder) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new StateExpectation(
            fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Venture(fields), fields.Value<Month>("from"), fields.AmountOrZero("assetFen"), fields.AmountOrZero("yearFen"),
            fields.Text("source"), fields.Optional<Holder>("holder"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!world.Venture(Venture).IsKnown) return Refusal.Of(RefusalCode.VentureUnknown, ("venture", Venture));
        return Holder is { } holder && !world.Holder(holder).IsKnown
            ? Refusal.Of(RefusalCode.HolderUnknown, ("holder", holder))
            : Decision.Of(Streams.Venture(Venture), new ExpectationStated(Venture, From, AssetFen, YearFen, Source, Holder));
    }
}
