namespace VillageLedger;

/// <summary>Says below what income of a year a village counts as weak, or what it must reach to be so no more, in a place and from a year on. Thresholds differ by place and year: they are facts with their document, never constants.</summary>
/// <param name="Scope">2, 4, 6, 9 or 12 digits of the division code; the longest that has one holds for a village.</param>
public sealed record SetThreshold(
    string Id, UserId By, string Scope, string Metric, string Comparator, long AmountFen, int From, IReadOnlyList<string>? Exclusions, string Source) : Request(Id, By)
{
    private const int FirstYear = 1950;
    private const int LastYear = 2098;

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new SetThreshold(
            fields.Text("id"), fields.Value<UserId>("by"), PlaceFields.Read(fields, "scope", 2, 4, RegisterVillage.CountyLength, RegisterVillage.TownshipLength, RegisterVillage.CodeLength),
            fields.Word("metric", [.. Thresholds.Metrics]), fields.Word("comparator", [.. Thresholds.Comparators]), fields.AmountOrZero("amountFen"), (int)fields.Whole("from", FirstYear, LastYear),
            fields.OptionalValues<RequestId>("exclusions", 20)?.Select(word => word.Value).ToList(), fields.Text("source"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        world.Thresholds(Scope);
        return Decision.Of(Streams.Thresholds(Scope), new ThresholdSet(Scope, Metric, Comparator, AmountFen, From, Source, Exclusions is { Count: > 0 } ? Exclusions : null));
    }
}
