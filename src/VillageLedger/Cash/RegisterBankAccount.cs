namespace VillageLedger;

/// <summary>Makes a bank account of an owner known, on a ledger account of its own. Collective money is held in no person's name.</summary>
/// <param name="BankAccount">Its id, unique with the owner; never used again.</param>
/// <param name="Account">A lowest account under 银行存款 that no other open bank account stands on.</param>
/// <param name="Kind"><c>basic</c>, of which an owner has one at a time; <c>general</c>, <c>land-compensation</c>, <c>special</c>.</param>
/// <param name="Holder">In whose name it is held; the owner unless given.</param>
public sealed record RegisterBankAccount(
    string Id, UserId By, Owner Owner, string BankAccount, AccountCode Account, string Bank, string Number, string Kind, Holder? Holder, DateOnly? OpenedOn) : Request(Id, By)
{
    /// <summary>基本存款账户.</summary>
    public const string Basic = "basic";

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new RegisterBankAccount(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), CashFields.Id(fields, "bankAccount"), fields.Value<AccountCode>("account"),
            fields.Text("bank", 100), CashFields.AccountNumber(fields, "number"), fields.Word("kind", Basic, "general", "land-compensation", "special"),
            fields.Optional<Holder>("holder"), fields.OptionalDate("openedOn"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var (desk, holder) = (world.Cash(Owner), Holder ?? VillageLedger.Holder.Of(Owner));
        if (!world.Owner(Owner).IsKnown) return Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Owner));
        if (CashFields.Open(world, Owner, out var accounts, out var chart) is { } closed) return closed;
        if (!world.Holder(holder).IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", holder));
        if (BankAccounts.IsPerson(world, holder))
            return Refusal.Of(RefusalCode.BankAccountOfPerson, ("holder", holder), ("articles", MoneyLaw.Articles(world, MoneyLaw.PersonalAccount, Owner, OpenedOn)));
        if (desk.Find(BankAccount) is not null) return Refusal.Of(RefusalCode.BankAccountExists, ("bankAccount", BankAccount), ("owner", Owner));
        if (CashFields.CheckLowest(accounts, chart, Owner, Account, AccountRole.Bank) is { } wrong) return wrong;
        if (desk.Open.FirstOrDefault(other => accounts.Carrier(other.Registered.Account) == Account) is { } taken)
            return Refusal.Of(RefusalCode.LedgerAccountTaken, ("account", Account), ("bankAccount", taken.Registered.BankAccount));
        if (Kind == Basic && desk.Open.FirstOrDefault(other => other.Registered.Kind == Basic) is { } basic)
            return Refusal.Of(RefusalCode.BasicAccountTwice, ("owner", Owner), ("bankAccount", basic.Registered.BankAccount), ("articles", MoneyLaw.Articles(world, MoneyLaw.BasicAccount, Owner, OpenedOn)));
        return Decision.Of(Streams.Cash(Owner), new BankAccountRegistered(Owner, BankAccount, Account, Bank, Number, Kind, holder, OpenedOn)).While(Streams.Accounts(Owner));
    }
}
