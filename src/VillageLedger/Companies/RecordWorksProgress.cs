namespace VillageLedger;

/// <summary>Says how much of a works contract is settled with who awarded it, altogether up to a day (工程结算); in fen, never above the price.</summary>
/// <param name="Company">18-character credit code.</param>
public sealed record RecordWorksProgress(string Id, UserId By, string Company, string Contract, DateOnly Date, long AmountFen, string? Document) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new RecordWorksProgress(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Text("company"), fields.Text("contract", 64), fields.Date("date"), fields.AmountOrZero("amountFen"), fields.OptionalText("document"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownCompany.Find(world, Company, out var company) is { } unknown) return unknown;
        if (company.Works.GetValueOrDefault(Contract) is not { } works) return Refusal.Of(RefusalCode.ContractUnknown, ("contract", Contract));
        if (Date < works.LastDate)
            return Refusal.Of(RefusalCode.FieldInvalid, ("field", "date"), ("value", VoucherRules.Text(Date)), ("expected", "≥ " + VoucherRules.Text(works.LastDate)));
        return AmountFen > works.Awarded.AmountFen
            ? Refusal.Of(RefusalCode.WorksBeyondContract, ("contract", Contract), ("amount", new Money(AmountFen)), ("price", new Money(works.Awarded.AmountFen)))
            : Decision.Of(Streams.Company(Company), new WorksProgressRecorded(Company, Contract, Date, AmountFen, Document));
    }
}
