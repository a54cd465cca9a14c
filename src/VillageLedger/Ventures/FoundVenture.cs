namespace VillageLedger;

/// <summary>Begins a joint venture and opens its book; that of a company is the company's, opened here unless it is open.</summary>
/// <param name="Company">Credit code, for form <c>company</c> only.</param>
public sealed record FoundVenture(string Id, UserId By, string Venture, string Name, string Kind, string Form, Month Month, string? Company) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var request = new FoundVenture(
            fields.Text("id"), fields.Value<UserId>("by"), VentureFields.Venture(fields), fields.Text("name", 100),
            fields.Word("kind", "joint-land", "shared-ticket", "trust", "enclave", "fund", "unified-operation"),
            fields.Word("form", [.. VentureForms.All]),
            OpenBook.ReadMonth(fields),
            fields.OptionalText("company", 80) is null ? null : VentureFields.Id(fields, "company", Owner.CompanyKind));
        if (fields.Failed) return request;
        if (request is { Form: VentureForms.Company, Company: null }) fields.Refuse(Refusal.Of(RefusalCode.FieldMissing, ("field", "company")));
        if (request is { Form: not VentureForms.Company, Company: { } company })
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", "company"), ("value", company), ("expected", "form company")));
        return request;
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (world.Venture(Venture).IsKnown) return Refusal.Of(RefusalCode.AlreadyRegistered, ("holder", Streams.Venture(Venture)));
        if (Company is not null && !world.Company(Company).IsKnown) return Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Streams.Company(Company)));
        var book = Company is null ? Owner.Venture(Venture) : Owner.Company(Company);
        var founded = Decision.Of(Streams.Venture(Venture), new VentureFounded(Venture, Name, Kind, Form, Month, Company));
        return world.Accounts(book).IsOpen
            ? founded.While(Streams.Accounts(book))
            : founded.And(Streams.Accounts(book), new BookOpened(book, Standards.SmallEnterprise2013, Month, []));
    }
}
