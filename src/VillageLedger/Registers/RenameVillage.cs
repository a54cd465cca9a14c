namespace VillageLedger;

/// <summary>Gives a village another name from a month on; reports of earlier periods keep the one of their time.</summary>
public sealed record RenameVillage(string Id, UserId By, string Village, string Name, Month From) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new RenameVillage(
            fields.Text("id"), fields.Value<UserId>("by"), PlaceFields.Read(fields, "village", RegisterVillage.CodeLength), fields.Text("name", 100), fields.Value<Month>("from"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var registration = world.Village(Village);
        if (!registration.IsKnown) return Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Streams.Village(Village)));
        return registration.Retired is { } retired
            ? Refusal.Of(RefusalCode.VillageIsRetired, ("village", Streams.Village(Village)), ("month", retired.From))
            : Decision.Of(Streams.Village(Village), new VillageRenamed(Village, Name, From));
    }
}
