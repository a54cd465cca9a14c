namespace VillageLedger;

/// <summary>
/// Records many payments of a dividend, such as a bank carried them out, all or none: one voucher in the payer's book with a line for each payment, and one
/// in each holder's book. Each payment has an id of its own, <c>{request}/{n}</c>.
/// </summary>
public sealed record PayDividends(string Id, UserId By, string Dividend, DateOnly Date, IReadOnlyList<DividendPayment> Payments) : Request(Id, By)
{
    public const int MaxPayments = DividendFields.MaxHolders;

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new PayDividends(
            fields.Text("id"), fields.Value<UserId>("by"), DividendFields.Dividend(fields), fields.Date("date"), fields.SomeItems("payments", DividendPayment.ReadFrom, MaxPayments));
    }

    public override Decision Decide(World world) => new DividendPayments(world, Id, By, Dividend, Date).Pay(Payments, number => VoucherId.Joint(Id, number).Value);
}
