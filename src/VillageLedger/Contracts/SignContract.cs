namespace VillageLedger;

/// <summary>Registers a contract of an owner with a party (合同登记): its time, what it asks for and when. It enters no voucher.</summary>
public sealed record SignContract(string Id, UserId By, ContractSigned Terms) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new SignContract(fields.Text("id"), fields.Value<UserId>("by"), new(
            fields.Value<Owner>("owner"), fields.Text("contract", 64), fields.Word("kind", [.. Contract.Kinds]), fields.Word("direction", Contract.Receivable, Contract.Payable),
            fields.Value<Holder>("party"), fields.Text("subject"), fields.Date("signedOn"), fields.Date("from"), fields.Date("to"), ScheduleFields.Read(fields, "schedule"),
            fields.OptionalAmountOrZero("depositFen") is > 0 and var deposit ? deposit : null, fields.OptionalText("asset", 64), fields.OptionalText("resource", 64),
            fields.Optional<AccountCode>("account"), fields.Optional<AccountCode>("receivable"), fields.OptionalText("resolution"), ScheduleFields.Document(fields)));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var accounts = world.Accounts(Terms.Owner);
        // Asked for at once with what follows.
        var (register, party) = (world.Contracts(Terms.Owner), world.Holder(Terms.Party));
        if (!accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Terms.Owner));
        if (register.Find(Terms.Contract) is not null) return Refusal.Of(RefusalCode.ContractTaken, ("contract", Terms.Contract));
        if (!party.IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", Terms.Party));
        if (ScheduleFields.Check(Terms.Schedule, Terms.From, Terms.To) is { } wrong) return wrong;
        return CheckAccounts(world, accounts) is { } fault
            ? fault
            : Decision.Of(Streams.Contracts(Terms.Owner), Terms).While(Streams.Accounts(Terms.Owner));
    }

    private Refusal? CheckAccounts(World world, Accounts accounts)
    {
        var chart = VoucherRules.ChartOf(world, accounts);
        if (CheckAccount(accounts, chart, "account", Terms.Account, root => root.Role is not (AccountRole.Cash or AccountRole.Bank) && FundKinds.KindOn(chart.Standard, root.Code) is null) is { } income) return income;
        if (CheckAccount(accounts, chart, "receivable", Terms.Receivable, root => root.Class == AccountClass.Asset && root.Role is not (AccountRole.Cash or AccountRole.Bank)) is { } receivable) return receivable;
        if (Terms.Direction == Contract.Payable) return null;
        // What a venture and its holders owe each other is entered by its allocations alone.
        var of = new ContractAccounts(world, Terms.Owner);
        return ((AccountCode[])[of.ReceivableOf(Terms), of.IncomeOf(Terms), of.DepositAccount]).Any(account => ControlAccounts.Holds(world, Terms.Owner, chart.Standard, account, Terms.Party))
            ? ScheduleFields.Invalid("party", Terms.Party, "village/… | company/… | party/… | member/…")
            : null;
    }

    private Refusal? CheckAccount(Accounts accounts, Chart chart, string field, AccountCode? given, Func<ChartAccount, bool> isFit)
    {
        if (given is not { } account) return null;
        if (!accounts.Has(chart, account)) return Refusal.Of(RefusalCode.AccountNotThere, ("owner", Terms.Owner), ("account", account));
        if (accounts.HasDetails(chart, account)) return ScheduleFields.Invalid(field, account, VoucherRules.Example(chart, accounts, account));
        return chart.RootOf(account) is { } root && isFit(root) ? null : ScheduleFields.Invalid(field, account, field == "account" ? "501 …" : "112 …");
    }
}
