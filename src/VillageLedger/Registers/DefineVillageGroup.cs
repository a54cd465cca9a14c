namespace VillageLedger;

/// <summary>
/// Says which villages a group (村组群: 片区, 联合体, 结对) has from a month on; without villages the group ends. Of two definitions from the same month the later said counts; earlier months keep theirs.
/// </summary>
/// <param name="Group">The group's id, for ever.</param>
/// <param name="Kind"><c>area</c> 片区, <c>joint</c> 联合, <c>pairing</c> 结对, <c>other</c>.</param>
/// <param name="Villages">12 digits each.</param>
public sealed record DefineVillageGroup(string Id, UserId By, string Group, string Name, string Kind, Month From, IReadOnlyList<string> Villages, string Source) : Request(Id, By)
{
    private const int MaxVillages = 1_000;

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new DefineVillageGroup(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<RequestId>("group").Value, fields.Text("name", 100), fields.Word("kind", [.. VillageGroup.Kinds]), fields.Value<Month>("from"),
            ReadVillages(fields), fields.Text("source"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        world.VillageGroup(Group);
        // All are asked for before the first is judged.
        var registrations = Villages.Select(village => (Village: village, Is: world.Village(village))).ToList();
        if (Villages.GroupBy(village => village).FirstOrDefault(same => same.Count() > 1) is { } twice) return Refusal.Of(RefusalCode.HolderTwice, ("holder", Streams.Village(twice.Key)));
        foreach (var (village, registration) in registrations)
        {
            if (!registration.IsKnown) return Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Streams.Village(village)));
            if (registration.Retired is { } retired && retired.From <= From) return Refusal.Of(RefusalCode.VillageIsRetired, ("village", Streams.Village(village)), ("month", retired.From));
        }

        return Decision.Of(Streams.VillageGroup(Group), new VillageGroupDefined(Group, Name, Kind, From, [.. Villages.Order(StringComparer.Ordinal)], Source));
    }

    private static List<string> ReadVillages(Fields fields)
    {
        var villages = fields.Values<RequestId>("villages", MaxVillages).Select(village => village.Value).ToList();
        if (!fields.Failed && villages.Find(village => village.Length != RegisterVillage.CodeLength || !village.All(char.IsAsciiDigit)) is { } wrong)
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", fields.PathOf("villages")), ("value", wrong), ("expected", $"{RegisterVillage.CodeLength} × 0–9")));
        return villages;
    }
}
