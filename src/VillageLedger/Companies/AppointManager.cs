namespace VillageLedger;

/// <summary>Appoints a person to manage a company (聘任职业经理人); amounts in fen, for a whole year.</summary>
/// <param name="Company">18-character credit code.</param>
/// <param name="Manager">A registered person or member.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="BasePaidBy">The company itself or somebody else, such as the district's government.</param>
public sealed record AppointManager(
    string Id, UserId By, string Company, string Contract, Holder Manager, DateOnly From, DateOnly? To, long BaseFen, Holder BasePaidBy, BonusRule? Bonus) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var company = fields.Text("company");
        return new AppointManager(
            fields.Text("id"), fields.Value<UserId>("by"), company, fields.Text("contract", 64), fields.Value<Holder>("manager"), fields.Date("from"),
            fields.OptionalDate("to"), fields.AmountOrZero("baseFen"), fields.Value<Holder>("basePaidBy"), fields.OptionalPart("bonus", part => ReadBonus(part, company)));
    }

    private static BonusRule ReadBonus(Fields part, string company) => new(
        part.Word("figure", ManagerPay.Revenue, ManagerPay.Profit), (int)part.Whole("ratePpm", 1, AllocationTerms.MaxRatePpm),
        part.Optional<Holder>("paidBy") ?? (Holder.TryParse(Streams.Company(company), out var itself) ? itself : default),
        part.OptionalAmountOrZero("thresholdFen"), part.OptionalAmountOrZero("capFen"));

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownCompany.Find(world, Company, From, out var company) is { } unknown) return unknown;
        if (company.HasContract(Contract)) return Refusal.Of(RefusalCode.ContractTaken, ("contract", Contract));
        if (To < From) return Refusal.Of(RefusalCode.FieldInvalid, ("field", "to"), ("value", VoucherRules.Text(To.Value)), ("expected", "≥ " + VoucherRules.Text(From)));
        foreach (var holder in (Holder[])[Manager, BasePaidBy, Bonus?.PaidBy ?? BasePaidBy])
            if (!world.Holder(holder).IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", holder));
        if (world.Holder(Manager).Kind is not ("person" or "member") || Manager.Kind != "party") return Refusal.Of(RefusalCode.ManagerNotPerson, ("manager", Manager));
        return company.Managers.Values.FirstOrDefault(other => other.Agreed.Manager == Manager && other.Overlaps(From, To)) is { } other
            ? Refusal.Of(RefusalCode.ManagerContractOverlaps, ("manager", Manager), ("contract", other.Agreed.Contract))
            : Decision.Of(Streams.Company(Company), new ManagerAppointed(Company, Contract, Manager, From, BaseFen, BasePaidBy, To, Bonus));
    }
}
