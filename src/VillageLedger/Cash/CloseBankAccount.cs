namespace VillageLedger;

/// <summary>Closes a bank account (销户): its ledger account may carry another, and another may be the basic one. Its statement can still be recorded and matched.</summary>
public sealed record CloseBankAccount(string Id, UserId By, Owner Owner, string BankAccount, DateOnly Date) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new CloseBankAccount(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), CashFields.Id(fields, "bankAccount"), fields.Date("date"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (world.Cash(Owner).Find(BankAccount) is not { } account) return CashFields.BankAccountUnknown(Owner, BankAccount);
        return account.ClosedOn is { } closed
            ? Refusal.Of(RefusalCode.BankAccountAlreadyClosed, ("bankAccount", BankAccount), ("date", VoucherRules.Text(closed)))
            : Decision.Of(Streams.Cash(Owner), new BankAccountClosed(Owner, BankAccount, Date));
    }
}
