namespace VillageLedger;

/// <summary>Opens a fund of earmarked money in an owner's register; amounts in fen.</summary>
/// <param name="Fund">Unique among the owner's; vouchers name it as their project.</param>
/// <param name="Kind"><c>special</c> (241 专项应付款) or <c>levy</c> (231 一事一议资金).</param>
/// <param name="Account">The detail account under 241 or 231; the first one unless given.</param>
/// <param name="OpeningFen">What is left of it from before the register, and stands in the account's balance already: within what the book's opening, converted or amended, shows on the account and no other fund has.</param>
public sealed record OpenFund(
    string Id, UserId By, Owner Owner, string Fund, string Kind, Holder Donor, IReadOnlyList<FundPurpose> Purposes, AccountCode? Account, string? Document, long? AmountFen, DateOnly? Until,
    long? OpeningFen) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new OpenFund(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), KnownFund.Id(fields, "fund"), fields.Word("kind", FundKinds.Special, FundKinds.Levy), fields.Value<Holder>("donor"),
            fields.SomeItems("purposes", item => new FundPurpose(KnownFund.Id(item, "purpose"), item.Text("name", 100)), 100), fields.Optional<AccountCode>("account"), fields.OptionalText("document"),
            fields.OptionalAmountOrZero("amountFen"), fields.OptionalDate("until"), fields.OptionalAmountOrZero("openingFen"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var accounts = world.Accounts(Owner);
        if (!accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Owner));
        if (world.Funds(Owner).Find(Fund) is not null) return Refusal.Of(RefusalCode.FundExists, ("fund", Fund), ("owner", Owner));
        if (!world.Holder(Donor).IsKnown) return Refusal.Of(RefusalCode.HolderUnknown, ("holder", Donor));
        if (Purposes.GroupBy(purpose => purpose.Purpose, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return Refusal.Of(RefusalCode.FieldInvalid, ("field", "purposes"), ("value", twice.Key), ("expected", "1 ×"));
        var opened = new FundOpened(Owner, Fund, Kind, Donor, Purposes, Account, Document, AmountFen, Until, OpeningFen);
        return (CheckAccount(world, accounts) ?? CheckOpening(world, accounts) ?? new FundLines(world, Owner, new(opened, [])).Missing("returned")) is { } fault
            ? fault
            : Decision.Of(Streams.Funds(Owner), opened).While(Streams.Accounts(Owner)).While(Donor.Address);
    }

    /// <summary>Several funds share what an account began with; of a book that was converted, each has what was left of it then.</summary>
    private Refusal? CheckOpening(World world, Accounts accounts)
    {
        if (OpeningFen is not > 0) return null;
        var own = accounts.Carrier(Account ?? FundKinds.AccountOf(Kind));
        Int128 free = 0;
        foreach (var line in accounts.Opening.Where(line => accounts.Carrier(line.Account) == own)) free += (line.CreditFen ?? 0) - (line.DebitFen ?? 0);
        foreach (var fund in world.Funds(Owner).InOrder.Where(fund => accounts.Carrier(fund.Opened.Account ?? FundKinds.AccountOf(fund.Opened.Kind)) == own))
            free -= FundStanding.Of(world, fund, accounts.FirstMonth.Previous).LeftFen;
        return OpeningFen > free ? Refusal.Of(RefusalCode.FieldInvalid, ("field", "openingFen"), ("value", OpeningFen), ("expected", $"≤ {Int128.Max(free, 0)} ({own})")) : null;
    }

    /// <summary>The fund stands on a lowest account of its kind.</summary>
    private Refusal? CheckAccount(World world, Accounts accounts)
    {
        if (Account is not { } account) return null;
        var chart = VoucherRules.ChartOf(world, accounts);
        return account.IsWithin(FundKinds.AccountOf(Kind)) && accounts.Has(chart, account) && !accounts.HasDetails(chart, account)
            ? null
            : Refusal.Of(RefusalCode.FundAccountOther, ("account", account), ("fund", Fund), ("allowed", FundKinds.AccountOf(Kind)));
    }
}
