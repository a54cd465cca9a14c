namespace VillageLedger;

/// <summary>What is paid to a holder, as asked for.</summary>
/// <param name="BankAccount">As given; a fact holds no more than the last four digits of a natural person's.</param>
/// <param name="Reference">The bank's reference.</param>
public sealed record DividendPayment(Holder Holder, long AmountFen, string BankAccount, string Reference)
{
    public static DividendPayment ReadFrom(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new(fields.Value<Holder>("holder"), fields.PositiveAmount("amountFen"), fields.PersonalText("bankAccount", 64), fields.Text("reference", 64));
    }

    /// <summary>Without the account: whatever is printed by chance shows nobody's.</summary>
    public override string ToString() => $"{Holder} {new Money(AmountFen)} {Reference}";
}
