namespace VillageLedger;

/// <summary>Makes a village known, and its township and county by the prefixes of its division code.</summary>
/// <param name="Village">12-digit division code (统计用区划代码).</param>
/// <param name="Township">Name of the place with the code's first 9 digits.</param>
/// <param name="County">Name of the place with the code's first 6 digits.</param>
public sealed record RegisterVillage(
    string Id, UserId By, string Village, string Name, string Township, string County, Organisation? Organisation) : Request(Id, By)
{
    public const int CodeLength = 12;
    public const int TownshipLength = 9;
    public const int CountyLength = 6;

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new RegisterVillage(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Text("village"), fields.Text("name", 100), fields.Text("township", 100), fields.Text("county", 100),
            fields.OptionalPart("organisation", part => new Organisation(part.Text("name", 100), part.OptionalText("creditCode"))));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (Village.Length != CodeLength || !Village.All(char.IsAsciiDigit)) return Refusal.Of(RefusalCode.DivisionCodeInvalid, ("code", Village));
        if (Organisation?.CreditCode is { } credit && !CreditCode.IsValid(credit)) return Refusal.Of(RefusalCode.CreditCodeInvalid, ("code", credit));
        if (world.Village(Village).IsKnown) return Refusal.Of(RefusalCode.AlreadyRegistered, ("holder", Streams.Village(Village)));
        var county = Village[..CountyLength];
        var township = Village[..TownshipLength];
        if (OtherName(world, county, County) is { } otherCounty) return otherCounty;
        if (OtherName(world, township, Township) is { } otherTownship) return otherTownship;
        return Naming(world, township, Township, Naming(world, county, County, Decision.Nothing))
            .And(Streams.Village(Village), new VillageRegistered(Village, Name, Organisation));
    }

    private static Refusal? OtherName(World world, string place, string name) =>
        world.Place(place).Name is { } known && known != name ? Refusal.Of(RefusalCode.PlaceHasAnotherName, ("place", place), ("known", known), ("name", name)) : null;

    private static Decision Naming(World world, string place, string name, Decision decision) =>
        world.Place(place).Name is null ? decision.And(Streams.Place(place), new PlaceNamed(place, name)) : decision.While(Streams.Place(place));
}
