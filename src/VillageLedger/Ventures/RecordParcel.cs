namespace VillageLedger;

/// <summary>Records a piece of land of the venture's project (地块).</summary>
public sealed record RecordParcel(
    string Id, UserId By, string Venture, string Parcel, long AreaSquareMetres, string Location, DateOnly Date, Holder? Provider, string? Document) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new RecordParcel(
            fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Venture(fields), fields.Text("parcel", 64), VentureFields.Area(fields),
            fields.Text("location"), fields.Date("date"), fields.Optional<Holder>("provider"), fields.OptionalText("document"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!world.Venture(Venture).IsKnown) return Refusal.Of(RefusalCode.VentureUnknown, ("venture", Venture));
        if (Provider is { } provider && !world.Holder(provider).IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", provider));
        return Decision.Of(Streams.Venture(Venture), new ParcelRecorded(Venture, Parcel, AreaSquareMetres, Location, Date, Provider, Document));
    }
}
