namespace VillageLedger;

/// <summary>What must hold for the balances that a book begins with, whether it is opened with them or they are amended.</summary>
internal static class OpeningRules
{
    public static IReadOnlyList<OpeningLine> Read(Fields fields) => fields.OptionalItems("opening", ReadLine) ?? [];

    /// <summary>The first thing wrong with an opening, or null.</summary>
    /// <param name="accounts">The owner's accounts with the standard and the first month that the opening is for.</param>
    public static Refusal? Check(World world, Owner owner, Chart chart, Accounts accounts, IReadOnlyList<OpeningLine> opening)
    {
        var seen = new HashSet<(AccountCode, Holder?)>();
        // All parties are asked for before the first line is judged: they are fetched at once.
        foreach (var line in opening)
            if (line.Party is { } party) world.Holder(party);
        return opening.Select((line, i) => CheckLine(world, owner, chart, accounts, seen, i + 1, line)).FirstOrDefault(fault => fault is not null) ?? CheckSums(opening);
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

    private static Refusal? CheckLine(World world, Owner owner, Chart chart, Accounts accounts, HashSet<(AccountCode, Holder?)> seen, int number, OpeningLine line)
    {
        if (!accounts.Has(chart, line.Account)) return VoucherRules.UnknownAccount(world, owner, chart, number, line.Account);
        if (accounts.HasDetails(chart, line.Account))
            return Refusal.Of(RefusalCode.AccountHasDetails, ("line", number), ("account", line.Account), ("example", VoucherRules.Example(chart, accounts, line.Account)));
        if (line.Party is null && accounts.Requires(line.Account).Contains("party")) return Refusal.Of(RefusalCode.LineRequires, ("line", number), ("account", line.Account), ("what", "party"));
        if (line.Party is { } party && !world.Holder(party).IsKnown) return Refusal.Of(RefusalCode.PartyUnknown, ("line", number), ("party", party));
        if (ControlAccounts.IsOfVenture(world, owner, accounts.Standard!, line.Account, line.Party))
            return Refusal.Of(RefusalCode.ControlAccount, ("line", number), ("account", line.Account), ("party", line.Party));
        if (accounts.FirstMonth.Number == 1 && (line.YearDebitFen ?? line.YearCreditFen) is not null) return Refusal.Of(RefusalCode.YearToDateInJanuary, ("line", number));
        return seen.Add((line.Account, line.Party)) ? null : Refusal.Of(RefusalCode.OpeningTwice, ("line", number), ("account", line.Account));
    }

    private static Refusal? CheckSums(IReadOnlyList<OpeningLine> opening)
    {
        var debits = Sum(opening, line => line.DebitFen);
        var credits = Sum(opening, line => line.CreditFen);
        foreach (var side in (ReadOnlySpan<Func<OpeningLine, long?>>)[line => line.DebitFen, line => line.CreditFen, line => line.YearDebitFen, line => line.YearCreditFen])
            if (opening.Aggregate((Int128)0, (sum, line) => sum + Int128.Abs(side(line) ?? 0)) > Money.MaxFen) return Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)));
        return debits == credits
            ? null
            : Refusal.Of(RefusalCode.OpeningUnbalanced, ("debit", new Money((long)debits)), ("credit", new Money((long)credits)), ("difference", new Money((long)(debits - credits))));
    }

    private static Int128 Sum(IReadOnlyList<OpeningLine> opening, Func<OpeningLine, long?> side) => opening.Aggregate((Int128)0, (sum, line) => sum + (side(line) ?? 0));
}
