namespace VillageLedger;

/// <summary>Closes a month for good, when everything that <see cref="MonthCheck"/> looks at allows it; the fact carries what was checked.</summary>
public sealed record CloseMonth(string Id, UserId By, Owner Book, Month Month) : Request(Id, By)
{
    public static Request Read(Fields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new CloseMonth(fields.Text("id"), fields.Value<UserId>("by"), fields.Value<Owner>("book"), fields.Value<Month>("month"));
    }

    public override Decision Decide(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var accounts = world.Accounts(Book);
        if (!accounts.IsOpen) return Refusal.Of(RefusalCode.BookNotOpen, ("book", Book));
        // A month further ahead cannot have been opened; nothing between need be read to know that.
        if (VoucherRules.CheckMonth(world, Book, Month.FirstDay) is { } fault) return fault;
        if (!world.IsComplete) return Decision.Nothing;
        var checks = MonthCheck.Of(Situation(world, accounts));
        var stops = checks.Where(check => check.State == CheckState.Stops).ToList();
        return stops.Count > 0
            ? Refusal.Of(RefusalCode.MonthNotReady, ("month", Month), ("stops", string.Join(" / ", stops.Select(stop => stop.Detail(Language.Chinese)))), ("stopsEn", string.Join(" / ", stops.Select(stop => stop.Detail(Language.English)))))
            : Decision.Of(Streams.Book(Book, Month), new MonthClosed(Book, Month, [.. checks.Select(check => new ClosingCheck(check.Check, check.StateName))], By));
    }

    private MonthSituation Situation(World world, Accounts accounts)
    {
        var chart = VoucherRules.ChartOf(world, accounts);
        var balances = new Dictionary<AccountCode, long>();
        foreach (var line in accounts.Opening) Add(balances, accounts.Carrier(line.Account), (line.DebitFen ?? 0) - (line.CreditFen ?? 0));
        foreach (var month in accounts.FirstMonth.To(Month))
            foreach (var (account, movement) in world.Book(Book, month).Movements) Add(balances, accounts.Carrier(account), movement.Debit - movement.Credit);
        return new(
            Month,
            chart,
            [.. world.Book(Book, Month).Vouchers.Where(pair => pair.Value.IsUnposted).Select(pair => pair.Key.Value).Order(StringComparer.Ordinal)],
            Month > accounts.FirstMonth && !world.Book(Book, Month.Previous).IsClosed ? Month.Previous : Month,
            balances,
            account => accounts.NameOf(chart, account),
            accounts.Opening.Sum(line => (line.YearDebitFen ?? 0) - (line.YearCreditFen ?? 0)));
    }

    private static void Add(Dictionary<AccountCode, long> balances, AccountCode account, long fen) =>
        balances[account] = balances.GetValueOrDefault(account) + fen;
}
