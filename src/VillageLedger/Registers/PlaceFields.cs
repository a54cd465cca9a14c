namespace VillageLedger;

/// <summary>Reads prefixes of division codes.</summary>
internal static class PlaceFields
{
    /// <summary>A prefix with one of some numbers of digits: 2 a province, 4 a city, 6 a county, 9 a township, 12 a village.</summary>
    public static string Read(Fields fields, string name, params int[] lengths)
    {
        var place = fields.Text(name, 40);
        if (!fields.Failed && !(lengths.Contains(place.Length) && place.All(char.IsAsciiDigit)))
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", fields.PathOf(name)), ("value", place), ("expected", $"{string.Join(" | ", lengths)} × 0–9")));
        return place;
    }

    /// <summary>Names a place that has no name yet; refused where it has another.</summary>
    public static Refusal? CheckName(World world, string place, string? name) =>
        name is not null && world.Place(place).Name is { } known && known != name ? Refusal.Of(RefusalCode.PlaceHasAnotherName, ("place", place), ("known", known), ("name", name)) : null;

    /// <summary>The decision with the place's name, where it has none yet.</summary>
    public static Decision Named(World world, Decision decision, string place, string name) =>
        world.Place(place).Name is null ? decision.And(Streams.Place(place), new PlaceNamed(place, name)) : decision.While(Streams.Place(place));
}
