namespace VillageLedger;

/// <summary>Says that area or user of land, forest or water are others from a day on; what is not named stays.</summary>
/// <param name="AreaSquareMetres">0 where all of it was taken or given up.</param>
/// <param name="Vacant">Whether nobody uses it any more.</param>
public sealed record ChangeResource(
    string Id, UserId By, Owner Owner, string Resource, DateOnly Date, string Reason, long? AreaSquareMetres, Holder? Holder, string? Contract, string? Certificate, bool? Vacant, string? Document) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ChangeResource(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), fields.Text("resource", AssetFields.IdLength), fields.Date("date"), fields.Text("reason"),
            fields.OptionalWholeNumber("areaSquareMetres"), fields.Optional<Holder>("holder"), fields.OptionalText("contract", 64), fields.OptionalText("certificate", 64), fields.OptionalTrue("vacant"),
            fields.OptionalText("document"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var resources = world.Assets(Owner).Resources;
        if (!resources.TryGetValue(Resource, out var resource)) return Refusal.Of(RefusalCode.ResourceUnknown, ("resource", Resource), ("owner", Owner));
        if (Date < resource.LastDay) return Refusal.Of(RefusalCode.ResourceChangeBackwards, ("resource", Resource), ("date", VoucherRules.Text(Date)), ("last", VoucherRules.Text(resource.LastDay)));
        if (Holder is { } holder && !world.Holder(holder).IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", holder));
        if (resources.Values.Where(other => other != resource).Aggregate((Int128)(AreaSquareMetres ?? 0), (sum, other) => sum + other.MostSquareMetres) > Money.MaxFen)
            return Refusal.Of(RefusalCode.FieldInvalid, ("field", "areaSquareMetres"), ("value", AreaSquareMetres), ("expected", $"Σ ≤ {Money.MaxFen}"));
        return Decision.Of(Streams.Assets(Owner), new ResourceChanged(Owner, Resource, Date, Reason, AreaSquareMetres, Holder, Contract, Certificate, Vacant, Document));
    }
}
