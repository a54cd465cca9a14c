namespace VillageLedger;

/// <summary>Gives a county or township another name from a month on. Villages registered from now on name it so; reports of earlier periods keep the name of their time.</summary>
/// <param name="Place">6 or 9 digits.</param>
public sealed record RenamePlace(string Id, UserId By, string Place, string Name, Month From) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new RenamePlace(
            fields.Text("id"), fields.Value<UserId>("by"), PlaceFields.Read(fields, "place", RegisterVillage.CountyLength, RegisterVillage.TownshipLength), fields.Text("name", 100), fields.Value<Month>("from"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return world.Place(Place).Name switch
        {
            null => Refusal.Of(RefusalCode.PlaceUnknown, ("place", Place)),
            var known when known == Name => Decision.Nothing,
            _ => Decision.Of(Streams.Place(Place), new PlaceRenamed(Place, Name, From)),
        };
    }
}
