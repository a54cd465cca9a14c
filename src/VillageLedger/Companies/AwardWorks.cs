namespace VillageLedger;

/// <summary>
/// A village or a public body awards works to a company (承揽工程); the price in fen. Directly only up to the ceiling of the awarder's county in force on that day.
/// </summary>
/// <param name="Company">18-character credit code.</param>
/// <param name="Procedure"><c>direct</c> or <c>tender</c>.</param>
/// <param name="County">Of an awarder that is no village: 6 digits, for a direct award; a village's stands in its code.</param>
public sealed record AwardWorks(
    string Id, UserId By, string Company, string Contract, Holder Awarder, DateOnly Date, string Works, long AmountFen, string Procedure, string? County, string? Document) : Request(Id, By)
{
    private const string Direct = "direct";

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var request = new AwardWorks(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Text("company"), fields.Text("contract", 64), fields.Value<Holder>("awarder"), fields.Date("date"), fields.Text("works"),
            fields.PositiveAmount("amountFen"), fields.Word("procedure", Direct, "tender"), CountyFields.Optional(fields, "county"), fields.OptionalText("document"));
        if (!fields.Failed) request.CheckAwarder(fields);
        return request;
    }

    private void CheckAwarder(Fields fields)
    {
        if (Awarder.Kind is not (Owner.VillageKind or "party"))
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", "awarder"), ("value", Awarder), ("expected", "village/… | party/…")));
        else if (OfVillage is { } county && County is { } other && other != county)
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", "county"), ("value", other), ("expected", county)));
        else if (OfAwarder is null && Procedure == Direct)
            fields.Refuse(Refusal.Of(RefusalCode.FieldMissing, ("field", "county")));
    }

    private string? OfVillage => Awarder.Kind == Owner.VillageKind && Awarder.Code.Length == RegisterVillage.CodeLength ? Awarder.Code[..RegisterVillage.CountyLength] : null;

    private string? OfAwarder => OfVillage ?? County;

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownCompany.Find(world, Company, Date, out var company) is { } unknown) return unknown;
        if (company.HasContract(Contract)) return Refusal.Of(RefusalCode.ContractTaken, ("contract", Contract));
        if (!world.Holder(Awarder).IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", Awarder));
        if (Procedure != Direct) return Decision.Of(Streams.Company(Company), Awarded(null));
        var county = OfAwarder!;
        if (world.Place(county).WorksCeilingOn(Date) is not { } ceiling) return Refusal.Of(RefusalCode.WorksCeilingUnknown, ("county", county), ("date", VoucherRules.Text(Date)));
        return AmountFen > ceiling
            ? Refusal.Of(
                RefusalCode.WorksAboveCeiling,
                ("amount", new Money(AmountFen)), ("ceiling", new Money(ceiling)), ("county", county), ("date", VoucherRules.Text(Date)))
            : Decision.Of(Streams.Company(Company), Awarded(ceiling)).While(Streams.Place(county));
    }

    private WorksAwarded Awarded(long? ceiling) => new(Company, Contract, Awarder, Date, Works, AmountFen, Procedure, OfAwarder, ceiling, Document);
}
