namespace VillageLedger;

/// <summary>Moves a village to another township from a month on. Its code stays; reports of a period count it where it belongs at the period's end.</summary>
/// <param name="Place">9 digits: the township's prefix.</param>
/// <param name="Township">Its name.</param>
/// <param name="County">The name of the county, needed where it has none yet.</param>
public sealed record MoveVillage(string Id, UserId By, string Village, Month From, string Place, string Township, string? County) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new MoveVillage(
            fields.Text("id"), fields.Value<UserId>("by"), PlaceFields.Read(fields, "village", RegisterVillage.CodeLength), fields.Value<Month>("from"),
            PlaceFields.Read(fields, "place", RegisterVillage.TownshipLength), fields.Text("township", 100), fields.OptionalText("county", 100));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var registration = world.Village(Village);
        var county = Place[..RegisterVillage.CountyLength];
        // Both names are asked for before the first is judged.
        _ = (world.Place(Place), world.Place(county));
        if (!registration.IsKnown) return Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Streams.Village(Village)));
        if (registration.Retired is { } retired) return Refusal.Of(RefusalCode.VillageIsRetired, ("village", Streams.Village(Village)), ("month", retired.From));
        if (registration.TownshipIn(Village, From) == Place) return Refusal.Of(RefusalCode.VillageAlreadyThere, ("village", Village), ("place", Place), ("month", From));
        if ((PlaceFields.CheckName(world, county, County) ?? PlaceFields.CheckName(world, Place, Township)) is { } other) return other;
        if (County is null && world.Place(county).Name is null) return Refusal.Of(RefusalCode.FieldMissing, ("field", "county"));
        var named = PlaceFields.Named(world, PlaceFields.Named(world, Decision.Nothing, county, County ?? ""), Place, Township);
        return named.And(Streams.Village(Village), new VillageMoved(Village, Place, From));
    }
}
