namespace VillageLedger;

/// <summary>
/// Prepares the transfers of a year's end in their order, each on what will stand once those before are posted: income and expense to the year's result, that to undistributed income, what is put aside,
/// and appropriations cleared (结转损益、收益分配). They are reviewed and posted like any voucher.
/// </summary>
/// <param name="Appropriations">None: nothing is put aside now; the plan of the year does it in spring.</param>
public sealed record ProposeClosing(string Id, UserId By, Owner Book, int Year, DateOnly Date, IReadOnlyList<Appropriation> Appropriations) : Request(Id, By)
{
    private const int MaxAppropriations = 20;

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var year = (int)fields.Whole("year", 1901, 9990);
        var date = fields.OptionalDate("date");
        if (!fields.Failed && date is { } given && Month.Of(given) != new Month(year, 12))
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", "date"), ("value", VoucherRules.Text(given)), ("expected", new Month(year, 12))));
        return new ProposeClosing(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("book"), year, date ?? (fields.Failed ? default : new(year, 12, 31)),
            fields.OptionalItems("appropriations", Appropriation.ReadFrom, MaxAppropriations) ?? []);
    }

    private Month December => new(Year, 12);

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (CheckBook(world) is { } fault) return fault;
        if (CheckAppropriations() is { } wrong) return wrong;
        _ = world.Rules;
        var accounts = world.Accounts(Book);
        var rule = ClosingRule.Versions.InForce(world, accounts.Standard!);
        if (CheckAccounts(world, accounts, rule) is { } stranger) return stranger;
        var balances = new ClosingBalances(world, Book, Year);
        var funds = Appropriations.Count == 0 ? null : FundsOf(world);
        if (!world.IsComplete) return Decision.Nothing;
        if (funds?.Refusal is { } refused) return refused;
        var cause = $"{YearEndOrder.CausePrefix}{Year}";
        var contents = rule.Steps
            .Select(step => step.IsAsked ? balances.Move(step, funds?.Asked(accounts, step) ?? [], Date, cause) : balances.Clear(step, Date, cause)).OfType<VoucherContent>().ToList();
        if (contents.Count == 0) return Refusal.Of(RefusalCode.NothingToClose, ("book", Book), ("year", Year));
        var decision = Proposals.Several(world, this, Book, contents).While(Streams.Rules);
        return decision.Refusal is null && funds is not null ? funds.Books.Guard(decision) : decision;
    }

    /// <summary>Every month before is closed, December is open, and nothing waits in it.</summary>
    private Refusal? CheckBook(World world)
    {
        if (!world.Accounts(Book).IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Book));
        if (MonthCheck.EarliestOpen(world, Book) is var open && open < December) return Refusal.Of(RefusalCode.ClosingMonthOpen, ("year", Year), ("month", open));
        if (VoucherRules.CheckMonth(world, Book, Date) is { } fault) return fault;
        var unposted = world.Book(Book, December).Vouchers.Where(pair => pair.Value.IsUnposted).OrderBy(pair => pair.Key.Value, StringComparer.Ordinal).ToList();
        var proposed = unposted.Where(pair => pair.Value.Content.Cause == $"{YearEndOrder.CausePrefix}{Year}").Select(pair => pair.Key).ToList();
        if (proposed.Count > 0) return Refusal.Of(RefusalCode.ClosingProposed, ("year", Year), ("vouchers", MonthCheck.Listed(proposed)));
        return unposted.Count > 0
            ? Refusal.Of(RefusalCode.ClosingVouchersUnposted, ("month", December), ("vouchers", MonthCheck.Listed(unposted.ConvertAll(pair => pair.Key))))
            : null;
    }

    private Refusal? CheckAppropriations()
    {
        if (Appropriations.Count == 0) return null;
        // A company's reserve is drawn by its dividend; a venture's book distributes nothing.
        if (Book.Kind != Owner.VillageKind) return Refusal.Of(RefusalCode.AppropriationsNotOfBook, ("book", Book));
        if (Appropriations.Index().Select(one => one.Item.Check(one.Index + 1)).FirstOrDefault(fault => fault is not null) is { } wrong) return wrong;
        return Appropriations.Count(one => one.Kind == ClosingStep.PublicFund) > 1 ? Refusal.Of(RefusalCode.StepTwice, ("step", ClosingStep.PublicFund)) : null;
    }

    /// <summary>The fund stays the fund, and nothing is put aside to income, to the result or to where it comes from.</summary>
    private Refusal? CheckAccounts(World world, Accounts accounts, ClosingRule rule)
    {
        var chart = VoucherRules.ChartOf(world, accounts);
        foreach (var (i, one) in Appropriations.Index())
        {
            if (one.Account is not { } account) continue;
            if (one.Kind == ClosingStep.PublicFund && rule.Steps.First(step => step.Step == one.Kind).To is { } fund && !account.IsWithin(fund))
                return Refusal.Of(RefusalCode.AccountNotUnderParent, ("account", account), ("parent", fund));
            if (chart.RootOf(account) is { } root and not ({ Class: AccountClass.Liability } or { Class: AccountClass.Equity, Role: AccountRole.None } or { Role: AccountRole.Internal }))
                return Refusal.Of(RefusalCode.FieldInvalid, ("field", $"appropriations[{i + 1}].account"), ("value", root.Code), ("expected", "liability | equity"));
        }

        return null;
    }

    private ClosingFunds FundsOf(World world) => ClosingFunds.Of(world, Book, Year, Appropriations);
}
