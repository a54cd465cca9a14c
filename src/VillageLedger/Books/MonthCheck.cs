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
/// <param name="YearToDateDifference">Debits less credits of the opening's turnover of the year, in fen; 0 when it balances or there is none.</param>
public sealed record MonthSituation(
    Month Month, Chart Chart, IReadOnlyList<string> Unposted, Month EarliestOpen, IReadOnlyDictionary<AccountCode, long> Balances, Func<AccountCode, string> NameOf, long YearToDateDifference);

/// <summary>The checks before a month is closed: the same for the decision and for the report <c>month-check</c>.</summary>
public static class MonthCheck
{
    /// <summary>Every check there is, in the order in which it is shown.</summary>
    public static readonly IReadOnlyList<string> Names =
        ["unposted-vouchers", "joint-vouchers", "previous-month", "cash-side", "bank-side", "suspense", "income-expense", "year-result", "appropriations", "standard", "year-to-date"];

    public static IReadOnlyList<CheckResult> Of(MonthSituation at)
    {
        ArgumentNullException.ThrowIfNull(at);
        var joint = at.Unposted.Where(id => new VoucherId(id).IsJoint).ToList();
        var alone = at.Unposted.Except(joint).ToList();
        var checks = new List<CheckResult>
        {
            Result("unposted-vouchers", CheckState.Stops, alone.Count > 0, ("count", alone.Count), ("vouchers", Listed(alone))),
            Result("previous-month", CheckState.Stops, at.EarliestOpen < at.Month, ("month", at.EarliestOpen)),
            WrongSide(at, "cash-side", AccountRole.Cash),
            WrongSide(at, "bank-side", AccountRole.Bank),
            NotZero(at, "suspense", CheckState.Warning, account => Role(at, account) == AccountRole.Suspense),
        };
        // Nobody reviews or posts these one by one: what to do is another thing.
        if (joint.Count > 0) checks.Insert(1, Result("joint-vouchers", CheckState.Stops, true, ("count", joint.Count), ("vouchers", Listed(joint))));
        if (at.Month.Number == 12)
        {
            checks.Add(NotZero(at, "income-expense", CheckState.Stops, account => at.Chart.RootOf(account) is { Class: AccountClass.Income or AccountClass.Expense }));
            checks.Add(NotZero(at, "year-result", CheckState.Stops, account => Role(at, account) == AccountRole.YearResult));
            if (at.Chart.WithRole(AccountRole.Appropriations) is { } appropriations)
                checks.Add(NotZero(at, "appropriations", CheckState.Stops, account => account.IsWithin(appropriations)));
        }

        var (from, to) = Standards.InForce(at.Chart.Standard);
        checks.Add(Result("standard", CheckState.Warning, at.Month < from || at.Month > to, ("month", at.Month), ("standard", at.Chart.Standard), ("from", from), ("to", to)));
        checks.Add(Result("year-to-date", CheckState.Warning, at.YearToDateDifference != 0, ("difference", new Money(at.YearToDateDifference))));
        return checks;
    }

    private static AccountRole Role(MonthSituation at, AccountCode account) => at.Chart.RootOf(account)?.Role ?? AccountRole.None;

    private static CheckResult WrongSide(MonthSituation at, string check, AccountRole role) =>
        Accounts(at, check, CheckState.Stops, balance => Role(at, balance.Key) == role && balance.Value < 0);

    private static CheckResult NotZero(MonthSituation at, string check, CheckState state, Func<AccountCode, bool> concerns) =>
        Accounts(at, check, state, balance => balance.Value != 0 && concerns(balance.Key));

    private static CheckResult Accounts(MonthSituation at, string check, CheckState state, Func<KeyValuePair<AccountCode, long>, bool> faulty)
    {
        var found = at.Balances.Where(faulty).OrderBy(balance => balance.Key).Select(balance => $"{balance.Key} {at.NameOf(balance.Key)} {new Money(balance.Value)}").ToList();
        return Result(check, state, found.Count > 0, ("accounts", Listed(found)));
    }

    private static CheckResult Result(string check, CheckState state, bool found, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var named = new Dictionary<string, string>();
        foreach (var (name, value) in values) named[name] = value?.ToString() ?? "";
        return new(check, found ? state : CheckState.Ok, named);
    }

    private static string Listed(List<string> items) => items.Count <= 5 ? string.Join("; ", items) : $"{string.Join("; ", items.Take(5))} … ({items.Count})";
}
