namespace VillageLedger.Reports;

/// <summary>What changed of villages and places, and from which month: one row for each move, renaming and end.</summary>
public sealed class PlacesProjection : RowProjection
{
    public const string ProjectionName = "places_1";

    /// <summary>What a row is about: <c>township</c> (of a village), <c>village-name</c>, <c>retired</c>, <c>place-name</c>.</summary>
    private static readonly FactTable Change = FactTable.Of("change", "kind code", "code code", "value text", "month int");

    public override string Name => ProjectionName;

    public override string Indexes => "create unique index on change (position);";

    private protected override IReadOnlyList<FactTable> All => [Change];

    private protected override void Fold(PlacedFact placed, RowBuffers rows)
    {
        switch (placed.Fact)
        {
            case VillageMoved moved: Add("township", moved.Village, moved.Place, moved.From); break;
            case VillageRenamed renamed: Add("village-name", renamed.Village, renamed.Name, renamed.From); break;
            case VillageRetired retired: Add("retired", retired.Village, retired.Successor ?? "", retired.From); break;
            case PlaceRenamed renamed: Add("place-name", renamed.Place, renamed.Name, renamed.From); break;
            case var fact when FactGroups.IsOfRegisters(fact) || FactGroups.IsOfBooks(fact) || FactGroups.IsBesideBooks(fact): break;
            default: throw new UnknownFactException(placed.Stored.Type);
        }

        void Add(string kind, string code, string value, Month from) => rows.Row(Change.Shape).Text(kind).Text(code).Text(value).Small(from.Key).Whole(placed.Position);
    }
}
