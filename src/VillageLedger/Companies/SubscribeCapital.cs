namespace VillageLedger;

/// <summary>A holder, old or new, subscribes more capital of a company (认缴增资); amount in fen.</summary>
/// <param name="Company">18-character credit code.</param>
/// <param name="Resolution">The shareholders' resolution (公司法 art. 66).</param>
public sealed record SubscribeCapital(
    string Id, UserId By, string Company, Holder Holder, DateOnly Date, long AmountFen, string Resolution) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new SubscribeCapital(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Text("company"), fields.Value<Holder>("holder"), fields.Date("date"),
            fields.PositiveAmount("amountFen"), fields.Text("resolution"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownCompany.Find(world, Company, Date, out var company) is { } unknown) return unknown;
        if (KnownCompany.CheckHolder(world, Company, Holder) is { } fault) return fault;
        return company.Capital.FaultWith(new CapitalChange(Holder, Date, AmountFen, 0)) is { } broken
            ? broken.AsRefusal()
            : Decision.Of(Streams.Company(Company), new CapitalSubscribed(Company, Holder, Date, AmountFen, Resolution));
    }
}
