namespace VillageLedger;

/// <summary>Records that a holder was paid some or all of its part, and posts the vouchers of both books. Never more than the part; the same reference once.</summary>
public sealed record PayDividend(string Id, UserId By, string Dividend, DateOnly Date, DividendPayment Payment) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new PayDividend(fields.Text("id"), fields.Value<UserId>("by"), DividendFields.Dividend(fields), fields.Date("date"), DividendPayment.ReadFrom(fields));
    }

    public override Decision Decide(World world) => new DividendPayments(world, Id, By, Dividend, Date).Pay([Payment], _ => Id);
}
