namespace VillageLedger;

/// <summary>
/// Ends a contract on a day (终止); that day still counts. What it asks for after that is gone, the running period is cut to its days. What was raised for later days stays in the books and is listed for correction.
/// </summary>
public sealed record EndContract(string Id, UserId By, Owner Owner, string Contract, DateOnly Date, string Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new EndContract(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), fields.Text("contract", 64), fields.Date("date"), fields.Text("reason"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownContract.Find(world, Owner, Contract, out var contract) is { } unknown) return unknown;
        if (contract.Ended is { } ended) return Refusal.Of(RefusalCode.ContractEnded, ("contract", Contract), ("date", VoucherRules.Text(ended)));
        return Date < contract.Agreed.From || Date > contract.To
            ? KnownContract.NotInForce(contract, Date)
            : Decision.Of(Streams.Contracts(Owner), new ContractEnded(Owner, Contract, Date, Reason));
    }
}
