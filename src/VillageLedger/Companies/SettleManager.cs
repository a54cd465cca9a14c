namespace VillageLedger;

/// <summary>
/// Settles a manager's pay of a year: base and bonus by the time served, the bonus on what the company's books show (<see cref="YearFigures"/>). Makes no voucher: who pays
/// enters what he pays. A year is settled once; another settlement takes the first one's place and names it.
/// </summary>
/// <param name="Company">18-character credit code.</param>
/// <param name="Replaces">The settlement that counts so far.</param>
public sealed record SettleManager(string Id, UserId By, string Company, string Contract, int Year, VoucherId? Replaces) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new SettleManager(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Text("company"), fields.Text("contract", 64), (int)fields.Whole("year", 1900, 9999), fields.Optional<VoucherId>("replaces"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (KnownCompany.Find(world, Company, out var company) is { } unknown) return unknown;
        if (company.Managers.GetValueOrDefault(Contract) is not { } contract) return Refusal.Of(RefusalCode.ContractUnknown, ("contract", Contract));
        if (CheckReplaced(contract) is { } fault) return fault;
        var served = contract.ServedIn(Year);
        // A year settled before the contract was ended earlier is settled anew to nothing.
        if (served.Count == 0 && Replaces is null)
            return Refusal.Of(
                RefusalCode.ContractNotInForce,
                ("contract", Contract), ("date", Year), ("from", VoucherRules.Text(contract.Agreed.From)), ("to", contract.LastDay is { } last ? VoucherRules.Text(last) : "…"));
        return contract.Agreed.Bonus is { } rule ? WithBonus(world, contract, rule, served) : Settled(contract, served, null);
    }

    private Refusal? CheckReplaced(ManagerContract contract)
    {
        VoucherId? settled = contract.Settled.TryGetValue(Year, out var before) ? before : null;
        if (settled == Replaces) return null;
        return settled is { } known
            ? Refusal.Of(RefusalCode.ManagerYearSettled, ("contract", Contract), ("year", Year), ("settlement", known))
            : Refusal.Of(RefusalCode.SettlementUnknown, ("contract", Contract), ("year", Year), ("settlement", Replaces));
    }

    private Decision WithBonus(World world, ManagerContract contract, BonusRule rule, IReadOnlyList<MonthServed> served)
    {
        var owner = Owner.Company(Company);
        var accounts = world.Accounts(owner);
        _ = world.Rules;
        if (!world.IsComplete) return Decision.Nothing;
        if (!accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", owner));
        if (Year < accounts.FirstMonth.Year) return Refusal.Of(RefusalCode.DateBeforeBook, ("date", Year), ("month", accounts.FirstMonth));
        var months = YearFigures.MonthsOf(accounts, Year).ToList();
        foreach (var month in months) world.Book(owner, month);
        if (!world.IsComplete) return Decision.Nothing;
        if (YearFigures.NotFinal(world, owner, accounts, Year) is { } open) return open;
        if (ManagerPay.Bonus(rule, YearFigures.Of(world, owner, accounts, Year), served) is not { } bonus) return Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)));
        return months.Aggregate(Settled(contract, served, bonus).While(Streams.Accounts(owner)), (decision, month) => decision.While(Streams.Book(owner, month)));
    }

    private Decision Settled(ManagerContract contract, IReadOnlyList<MonthServed> served, BonusWorking? bonus) => Decision.Of(
        Streams.Company(Company),
        new ManagerSettled(Company, AsVoucher, Contract, Year, served, ManagerPay.Part(contract.Agreed.BaseFen, served), contract.Agreed.BasePaidBy, bonus, Replaces));
}
