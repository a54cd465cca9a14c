namespace VillageLedger;

/// <summary>Explains why 待处理财产损溢 stands over a year's end: without that its December does not close. Another balance is explained anew.</summary>
public sealed record ExplainSuspense(string Id, UserId By, Owner Book, int Year, string Text) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ExplainSuspense(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("book"), (int)fields.Whole("year", 1901, 9990), fields.Text("text"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var accounts = world.Accounts(Book);
        var december = new Month(Year, 12);
        if (!accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Book));
        if (VoucherRules.CheckMonth(world, Book, december.LastDay) is { } fault) return fault;
        var chart = VoucherRules.ChartOf(world, accounts);
        var standing = Suspense.Of(chart, Balances.AtEndOf(world, Book, december));
        if (!world.IsComplete) return Decision.Nothing;
        if (standing.Count == 0) return Refusal.Of(RefusalCode.SuspenseCleared, ("book", Book), ("year", Year));
        var sum = Suspense.SumOf(standing);
        return Int128.Abs(sum) > Money.MaxFen
            ? Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen)))
            : Decision.Of(Streams.Book(Book, december), new SuspenseExplained(Book, Year, (long)sum, Text, By)).While(Streams.Accounts(Book));
    }
}

/// <summary>What stands on 待处理财产损溢.</summary>
internal static class Suspense
{
    /// <summary>The accounts that are not zero, with their balances, debit positive.</summary>
    public static IReadOnlyList<KeyValuePair<AccountCode, long>> Of(Chart chart, IReadOnlyDictionary<AccountCode, long> balances) =>
        [.. balances.Where(balance => balance.Value != 0 && chart.RootOf(balance.Key) is { Role: AccountRole.Suspense }).OrderBy(balance => balance.Key)];

    public static Int128 SumOf(IEnumerable<KeyValuePair<AccountCode, long>> standing) => standing.Aggregate((Int128)0, (sum, balance) => sum + balance.Value);
}
