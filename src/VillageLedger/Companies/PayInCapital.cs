namespace VillageLedger;

/// <summary>A holder pays in a part of what it subscribed (实缴出资); amount in fen. What is not money is appraised first (公司法 art. 48).</summary>
/// <param name="Company">18-character credit code.</param>
/// <param name="Kind"><c>cash</c>, <c>land</c> or <c>in-kind</c>.</param>
public sealed record PayInCapital(
    string Id, UserId By, string Company, Holder Holder, DateOnly Date, long AmountFen, string Kind, Valuation? Valuation, string? Document) : Request(Id, By)
{
    private const string Cash = "cash";

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new PayInCapital(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Text("company"), fields.Value<Holder>("holder"), fields.Date("date"),
            fields.PositiveAmount("amountFen"), fields.Word("kind", Cash, "land", "in-kind"),
            ValuationFields.Read(fields), fields.OptionalText("document"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownCompany.Find(world, Company, Date, out var company) is { } unknown) return unknown;
        if (!world.Holder(Holder).IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", Holder));
        if (Kind != Cash && Valuation is null) return Refusal.Of(RefusalCode.ValuationMissing, ("holder", Holder), ("kind", Kind));
        if (Valuation is { } valuation && valuation.Date > Date)
            return Refusal.Of(RefusalCode.FieldInvalid, ("field", "valuation.date"), ("value", VoucherRules.Text(valuation.Date)), ("expected", "≤ " + VoucherRules.Text(Date)));
        return company.Capital.FaultWith(new CapitalChange(Holder, Date, 0, AmountFen)) is { } broken
            ? broken.AsRefusal()
            : Decision.Of(Streams.Company(Company), new CapitalPaidIn(Company, Holder, Date, AmountFen, Kind, Valuation, Document));
    }
}
