namespace VillageLedger;

/// <summary>Sets up to which amount a county lets small works be awarded without tender, from a day on; in fen, 0 for none at all. Of two from the same day the later said counts.</summary>
/// <param name="County">6-digit division code of a county with a registered village.</param>
/// <param name="Source">The county's document.</param>
public sealed record SetWorksCeiling(string Id, UserId By, string County, long AmountFen, DateOnly From, string Source) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new SetWorksCeiling(
            fields.Text("id"), fields.Value<UserId>("by"), CountyFields.Read(fields, "county"), fields.AmountOrZero("amountFen"), fields.Date("from"), fields.Text("source"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return world.Place(County).Name is null
            ? Refusal.Of(RefusalCode.PlaceUnknown, ("place", County))
            : Decision.Of(Streams.Place(County), new WorksCeilingSet(County, AmountFen, From, Source));
    }
}
