namespace VillageLedger;

/// <summary>Ends a manager's contract on a day (解聘、离任); that day still counts.</summary>
/// <param name="Company">18-character credit code.</param>
public sealed record EndManagerContract(string Id, UserId By, string Company, string Contract, DateOnly Date, string? Reason) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new EndManagerContract(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Text("company"), fields.Text("contract", 64), fields.Date("date"), fields.OptionalText("reason"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownCompany.Find(world, Company, out var company) is { } unknown) return unknown;
        if (company.Managers.GetValueOrDefault(Contract) is not { } contract) return Refusal.Of(RefusalCode.ContractUnknown, ("contract", Contract));
        if (contract.Ended is { } ended) return Refusal.Of(RefusalCode.ContractEnded, ("contract", Contract), ("date", VoucherRules.Text(ended)));
        return Date < contract.Agreed.From || Date > contract.LastDay
            ? Refusal.Of(
                RefusalCode.ContractNotInForce,
                ("contract", Contract), ("date", VoucherRules.Text(Date)), ("from", VoucherRules.Text(contract.Agreed.From)), ("to", contract.LastDay is { } last ? VoucherRules.Text(last) : "…"))
            : Decision.Of(Streams.Company(Company), new ManagerContractEnded(Company, Contract, Date, Reason));
    }
}
