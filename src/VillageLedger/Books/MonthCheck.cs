namespace VillageLedger;

/// <summary>Whether a finding lets a month be closed.</summary>
public enum CheckState
{
    Ok,
    Warning,
    Stops,
}

/// <summary>One check of a month, with what it found.</summary>
/// <param name="Check">Its name: <c>unposted-vouchers</c> …</param>
/// <param name="Values">What the detail names.</param>
public sealed record CheckResult(string Check, CheckState State, IReadOnlyDictionary<string, string> Values)
{
    /// <summary><c>ok</c>, <c>warning</c>, <c>stops</c>.</summary>
    public string StateName => State.ToString().ToLowerInvariant();

    public string Detail(Language language) => Texts.Of(State == CheckState.Ok ? "check.ok" : "check." + Check, language, Values);
}

/// <summary>What the checks before closing look at (财会〔2024〕12号 art. 24; order of year's end: 农村集体经济组织会计制度).</summary>
/// <param name="Unposted">Vouchers of the month that are not posted.</param>
/// <param name="EarliestOpen">The earliest month that is open; this one, unless an earlier must be closed first.</param>
/// <param name="Balances">Balance of each lowest account at the month's end, in fen, debit positive.</param>
internal sealed record MonthSituation(
    World World, Owner Book, Month Month, Accounts Accounts, Chart Chart, IReadOnlyList<VoucherId> Unposted, Month EarliestOpen, IReadOnlyDictionary<AccountCode, long> Balances)
{
    public AccountRole RoleOf(AccountCode account) => Chart.RootOf(account)?.Role ?? AccountRole.None;

    public static MonthSituation Of(World world, Owner book, Month month)
    {
        var accounts = world.Accounts(book).At(month);
        var open = EarliestOpenOf(world, book);
        return new(
            world, book, month, accounts, VoucherRules.ChartOf(world, accounts),
            [.. world.Book(book, month).Vouchers.Where(pair => pair.Value.IsUnposted).Select(pair => pair.Key).OrderBy(id => id.Value, StringComparer.Ordinal)],
            open < month ? month.Previous : month, VillageLedger.Balances.AtEndOf(world, book, month));
    }

    /// <summary>The earliest month of an open book that is not closed. A year's months are asked for before the first is judged.</summary>
    public static Month EarliestOpenOf(World world, Owner book)
    {
        for (var first = world.Accounts(book).FirstMonth; ; first = first.Plus(12))
        {
            var months = first.To(first.Plus(11)).Select(month => (Month: month, world.Book(book, month).IsClosed)).ToList();
            if (months.Exists(month => !month.IsClosed)) return months.Find(month => !month.IsClosed).Month;
        }
    }
}

/// <summary>The checks before a month is closed: the same for the decision and for the report <c>month-check</c>.</summary>
public static class MonthCheck
{
    /// <summary>Every check there is, in the order in which it is shown.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "unposted-vouchers", "joint-vouchers", "previous-month", "cash-side", "bank-side", "suspense", "income-expense", "year-result", "appropriations", "public-fund", "standard", "year-to-date",
        .. FundChecks.Names,
        .. ClaimChecks.Names,
        .. CashChecks.Names,
        .. ContractChecks.Names,
        .. AssetChecks.Names,
    ];

    /// <summary>The registers of an owner that the checks look at: a closing holds while they stay as they were read.</summary>
    internal static IReadOnlyList<string> Relied(Owner book) => [Streams.Accounts(book), Streams.Claims(book), Streams.Cash(book), Streams.Contracts(book), Streams.Assets(book), Streams.Funds(book)];

    /// <summary>All that the checks of a book look at beside its months.</summary>
    internal static IReadOnlyList<string> Relied(World world, Owner book) => [.. Relied(book), .. CashChecks.Relied(world, book)];

    /// <summary>The earliest month of an open book that is not closed.</summary>
    public static Month EarliestOpen(World world, Owner book)
    {
        ArgumentNullException.ThrowIfNull(world);
        return MonthSituation.EarliestOpenOf(world, book);
    }

    /// <summary>What the checks find in a month of an open book.</summary>
    public static IReadOnlyList<CheckResult> Of(World world, Owner book, Month month)
    {
        ArgumentNullException.ThrowIfNull(world);
        // All are asked for before the first is judged: they are fetched at once.
        _ = (world.Rules, world.Claims(book), world.Cash(book), world.Contracts(book), world.Assets(book), world.Funds(book));
        var at = MonthSituation.Of(world, book, month);
        return
        [
            .. OfBook(at),
            .. FundChecks.Of(at),
            .. ClaimChecks.Of(at),
            .. CashChecks.Of(at),
            .. ContractChecks.Of(at),
            .. AssetChecks.Of(at),
        ];
    }

    private static List<CheckResult> OfBook(MonthSituation at)
    {
        var joint = at.Unposted.Where(id => id.IsJoint).ToList();
        var alone = at.Unposted.Except(joint).ToList();
        var checks = new List<CheckResult>
        {
            Result("unposted-vouchers", CheckState.Stops, alone.Count > 0, ("count", alone.Count), ("vouchers", Listed(alone))),
            Result("previous-month", CheckState.Stops, at.EarliestOpen < at.Month, ("month", at.EarliestOpen)),
            WrongSide(at, "cash-side", AccountRole.Cash),
            WrongSide(at, "bank-side", AccountRole.Bank),
            YearEndChecks.SuspenseOf(at),
        };
        // Nobody reviews or posts these one by one: what to do is another thing.
        if (joint.Count > 0) checks.Insert(1, Result("joint-vouchers", CheckState.Stops, true, ("count", joint.Count), ("vouchers", Listed(joint))));
        if (at.Month.Number == 12)
        {
            checks.Add(NotZero(at, "income-expense", CheckState.Stops, account => at.Chart.RootOf(account) is { Class: AccountClass.Income or AccountClass.Expense }));
            checks.Add(NotZero(at, "year-result", CheckState.Stops, account => at.RoleOf(account) == AccountRole.YearResult));
            if (at.Chart.WithRole(AccountRole.Appropriations) is { } appropriations)
                checks.Add(NotZero(at, "appropriations", CheckState.Stops, account => account.IsWithin(appropriations)));
        }

        checks.AddRange(YearEndChecks.Of(at));
        var (from, to) = Standards.InForce(at.Chart.Standard);
        checks.Add(Result("standard", CheckState.Warning, at.Month < from || at.Month > to, ("month", at.Month), ("standard", at.Chart.Standard), ("from", from), ("to", to)));
        var difference = at.Accounts.Opening.Sum(line => (line.YearDebitFen ?? 0) - (line.YearCreditFen ?? 0));
        checks.Add(Result("year-to-date", CheckState.Warning, difference != 0, ("difference", new Money(difference))));
        return checks;
    }

    private static CheckResult WrongSide(MonthSituation at, string check, AccountRole role) =>
        Accounts(at, check, CheckState.Stops, balance => at.RoleOf(balance.Key) == role && balance.Value < 0);

    private static CheckResult NotZero(MonthSituation at, string check, CheckState state, Func<AccountCode, bool> concerns) =>
        Accounts(at, check, state, balance => balance.Value != 0 && concerns(balance.Key));

    private static CheckResult Accounts(MonthSituation at, string check, CheckState state, Func<KeyValuePair<AccountCode, long>, bool> faulty)
    {
        var found = at.Balances.Where(faulty).OrderBy(balance => balance.Key).Select(balance => $"{balance.Key} {at.Accounts.NameOf(at.Chart, balance.Key)} {new Money(balance.Value)}").ToList();
        return Result(check, state, found.Count > 0, ("accounts", Listed(found)));
    }

    /// <summary>A check with what it found; <see cref="CheckState.Ok"/> where it found nothing.</summary>
    internal static CheckResult Result(string check, CheckState state, bool found, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var named = new Dictionary<string, string>();
        foreach (var (name, value) in values) named[name] = value?.ToString() ?? "";
        return new(check, found ? state : CheckState.Ok, named);
    }

    /// <summary>The first few of many, and how many there are.</summary>
    internal static string Listed<T>(IReadOnlyCollection<T> items) => items.Count <= 5 ? string.Join("; ", items) : $"{string.Join("; ", items.Take(5))} … ({items.Count})";
}
