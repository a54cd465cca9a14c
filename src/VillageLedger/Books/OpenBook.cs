namespace VillageLedger;

/// <summary>Begins an owner's book with a first month and the balances at the end of the month before.</summary>
public sealed record OpenBook(string Id, UserId By, Owner Owner, string Standard, Month Month, IReadOnlyList<OpeningLine> Opening) : Request(Id, By)
{
    private static readonly Month Earliest = new(1950, 1);
    private static readonly Month Latest = new(2098, 12);

    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new OpenBook(
            fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("owner"), fields.Text("standard"), ReadMonth(fields),
            fields.OptionalItems("opening", ReadLine) ?? []);
    }

    /// <summary>The first month. A book cannot be opened a second time: a slip of the keyboard must not bind it to another century.</summary>
    internal static Month ReadMonth(Fields fields)
    {
        var month = fields.Value<Month>("month");
        if (!fields.Failed && (month < Earliest || month > Latest))
            fields.Refuse(Refusal.Of(RefusalCode.FieldInvalid, ("field", "month"), ("value", month), ("expected", $"{Earliest} – {Latest}")));
        return month;
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!world.Owner(Owner).IsKnown) return Refusal.Of(RefusalCode.OwnerUnknown, ("owner", Owner));
        if (world.Owner(Owner).Retired is { } retired) return Refusal.Of(RefusalCode.VillageIsRetired, ("village", Owner), ("month", retired.From));
        var accounts = world.Accounts(Owner);
        if (accounts.IsOpen) return Refusal.Of(RefusalCode.BookAlreadyOpen, ("book", Owner));
        if (!Standards.For(Owner).Contains(Standard))
            return Refusal.Of(RefusalCode.StandardNotForOwner, ("standard", Standard), ("owner", Owner), ("standards", string.Join(", ", Standards.For(Owner))));
        var opened = accounts with { Standard = Standard, FirstMonth = Month };
        var chart = VoucherRules.ChartOf(world, opened);
        if (opened.Added.Values.OrderBy(added => added.Account).FirstOrDefault(added => chart.RootOf(added.Account) is null || !opened.Has(chart, added.Parent)) is { } stray)
            return Refusal.Of(RefusalCode.AddedAccountOutsideStandard, ("account", stray.Account), ("standard", Standard));
        var seen = new HashSet<(AccountCode, Holder?)>();
        return Opening.Select((line, i) => CheckLine(world, chart, opened, seen, i + 1, line)).FirstOrDefault(fault => fault is not null) is { } fault
            ? fault
            : CheckSums() is { } sums ? sums : Decision.Of(Streams.Accounts(Owner), new BookOpened(Owner, Standard, Month, Opening)).While(Owner.Address);
    }

    private static OpeningLine ReadLine(Fields item)
    {
        var line = new OpeningLine(
            item.Value<AccountCode>("account"), item.Optional<Holder>("party"), item.OptionalAmount("debitFen"), item.OptionalAmount("creditFen"),
            item.OptionalAmount("yearDebitFen"), item.OptionalAmount("yearCreditFen"));
        // A misspelt amount is to be named, not called missing.
        item.RefuseOthers();
        if (line is { DebitFen: not null, CreditFen: not null }) item.Refuse(Refusal.Of(RefusalCode.LineBothSides, ("line", item.Place)));
        if (line is { DebitFen: null, CreditFen: null, YearDebitFen: null, YearCreditFen: null }) item.Refuse(Refusal.Of(RefusalCode.LineNoSide, ("line", item.Place)));
        return line;
    }

    private Refusal? CheckLine(World world, Chart chart, Accounts accounts, HashSet<(AccountCode, Holder?)> seen, int number, OpeningLine line)
    {
        if (!accounts.Has(chart, line.Account)) return VoucherRules.UnknownAccount(world, Owner, chart, number, line.Account);
        if (accounts.HasDetails(chart, line.Account))
            return Refusal.Of(RefusalCode.AccountHasDetails, ("line", number), ("account", line.Account), ("example", VoucherRules.Example(chart, accounts, line.Account)));
        if (line.Party is null && accounts.Requires(line.Account).Contains("party")) return Refusal.Of(RefusalCode.LineRequires, ("line", number), ("account", line.Account), ("what", "party"));
        if (line.Party is { } party && !world.Holder(party).IsKnown) return Refusal.Of(RefusalCode.PartyUnknown, ("line", number), ("party", party));
        if (ControlAccounts.IsOfVenture(world, Owner, Standard, line.Account, line.Party))
            return Refusal.Of(RefusalCode.ControlAccount, ("line", number), ("account", line.Account), ("party", line.Party));
        if (Month.Number == 1 && (line.YearDebitFen ?? line.YearCreditFen) is not null) return Refusal.Of(RefusalCode.YearToDateInJanuary, ("line", number));
        return seen.Add((line.Account, line.Party)) ? null : Refusal.Of(RefusalCode.OpeningTwice, ("line", number), ("account", line.Account));
    }

    private Refusal? CheckSums()
    {
        var debits = Sum(line => line.DebitFen);
        var credits = Sum(line => line.CreditFen);
        foreach (var side in (ReadOnlySpan<Func<OpeningLine, long?>>)[line => line.DebitFen, line => line.CreditFen, line => line.YearDebitFen, line => line.YearCreditFen])
            if (Opening.Aggregate((Int128)0, (sum, line) => sum + Int128.Abs(side(line) ?? 0)) > Money.MaxFen) return Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)));
        return debits == credits
            ? null
            : Refusal.Of(RefusalCode.OpeningUnbalanced, ("debit", new Money((long)debits)), ("credit", new Money((long)credits)), ("difference", new Money((long)(debits - credits))));
    }

    private Int128 Sum(Func<OpeningLine, long?> side) => Opening.Aggregate((Int128)0, (sum, line) => sum + (side(line) ?? 0));
}
