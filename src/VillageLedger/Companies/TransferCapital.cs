namespace VillageLedger;

/// <summary>
/// A holder's capital of a company goes over to another, wholly or in part (股权转让, 公司法 art. 84); amounts in fen. The duty to pay in what is not paid in yet
/// goes with it (art. 88).
/// </summary>
/// <param name="Company">18-character credit code.</param>
public sealed record TransferCapital(
    string Id, UserId By, string Company, Holder From, Holder To, DateOnly Date, long SubscribedFen, long PaidInFen, string Resolution, long? PriceFen) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new TransferCapital(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Text("company"), fields.Value<Holder>("from"), fields.Value<Holder>("to"), fields.Date("date"),
            fields.PositiveAmount("subscribedFen"), fields.AmountOrZero("paidInFen"), fields.Text("resolution"), fields.OptionalAmountOrZero("priceFen"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownCompany.Find(world, Company, Date, out var company) is { } unknown) return unknown;
        if (From == To) return Refusal.Of(RefusalCode.HolderTwice, ("holder", From));
        if (!world.Holder(From).IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", From));
        if (KnownCompany.CheckHolder(world, Company, To) is { } fault) return fault;
        var transferred = new CapitalTransferred(Company, From, To, Date, SubscribedFen, PaidInFen, Resolution, PriceFen);
        return company.Capital.FaultWith(CapitalChange.Of(transferred)) is { } broken ? broken.AsRefusal() : Decision.Of(Streams.Company(Company), transferred);
    }
}
