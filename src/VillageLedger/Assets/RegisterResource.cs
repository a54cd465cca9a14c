namespace VillageLedger;

/// <summary>Registers land, forest or water of an owner (资源性资产): it has no cost in the books.</summary>
/// <param name="AreaSquareMetres">More than 0; 1 亩 is 666.67.</param>
/// <param name="Holder">Who uses it, by <paramref name="Contract"/>.</param>
public sealed record RegisterResource(
    string Id, UserId By, Owner Owner, string Resource, string Kind, string Name, DateOnly Date, long AreaSquareMetres, string? Place, Holder? Holder, string? Contract, string? Certificate, string? Document) : Request(Id, By)
{
    public static readonly string[] Kinds = ["cultivated-land", "garden", "forest", "grassland", "water", "construction-land", "wasteland", "other"];

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new RegisterResource(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), fields.Text("resource", AssetFields.IdLength), fields.Word("kind", Kinds), fields.Text("name", 100), fields.Date("date"),
            fields.Whole("areaSquareMetres", 1, Money.MaxFen), fields.OptionalText("place"), fields.Optional<Holder>("holder"), fields.OptionalText("contract", 64), fields.OptionalText("certificate", 64),
            fields.OptionalText("document"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!world.Owner(Owner).IsKnown) return Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Owner));
        var register = world.Assets(Owner);
        if (register.Resources.ContainsKey(Resource)) return Refusal.Of(RefusalCode.ResourceTaken, ("resource", Resource), ("owner", Owner));
        if (Holder is { } holder && !world.Holder(holder).IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", holder));
        if (register.Resources.Values.Aggregate((Int128)AreaSquareMetres, (sum, resource) => sum + resource.MostSquareMetres) > Money.MaxFen)
            return Refusal.Of(RefusalCode.FieldInvalid, ("field", "areaSquareMetres"), ("value", AreaSquareMetres), ("expected", $"Σ ≤ {Money.MaxFen}"));
        return Decision.Of(Streams.Assets(Owner), new ResourceRegistered(Owner, Resource, Kind, Name, Date, AreaSquareMetres, Place, Holder, Contract, Certificate, Document));
    }
}
