namespace VillageLedger;

/// <summary>The working of a conversion: the new chart with the details that are carried on and added, then the balances one by one, each proven.</summary>
internal sealed class Conversion
{
    private readonly World world;
    private readonly Owner book;
    private readonly Accounts old;
    private readonly Chart oldChart;
    private readonly Chart newChart;
    private readonly Crosswalk crosswalk;
    private readonly List<ConvertedAccount> details = [];
    private readonly List<ConvertedLine> lines = [];
    private Accounts accounts;

    public Conversion(World world, Owner book, Accounts old, string standard, Crosswalk crosswalk)
    {
        (this.world, this.book, this.old, this.crosswalk) = (world, book, old, crosswalk);
        accounts = Accounts.Empty with { Standard = standard };
        (oldChart, newChart) = (VoucherRules.ChartOf(world, old), VoucherRules.ChartOf(world, accounts));
    }

    public BookConverted Fact(Month month) => new(book, old.Standard!, accounts.Standard!, month, lines, crosswalk.Version, details.Count == 0 ? null : details);

    /// <summary>Carries the owner's details on where their account has one successor, and adds those that the request names.</summary>
    public Refusal? Add(IReadOnlyList<ConvertedAccount> added, IReadOnlyList<ConversionItem> map)
    {
        // Parents before their details; of each parent the first one first, since it carries what was posted to the parent.
        foreach (var detail in old.Added.Values.OrderBy(detail => detail.Account.Value.Length).ThenBy(detail => !old.FirstDetails.ContainsValue(detail.Account)).ThenBy(detail => detail.Account))
            if (crosswalk.Find(detail.Account) is { } to && crosswalk.Find(detail.Parent) is { } parent && !accounts.Has(newChart, to) && accounts.Has(newChart, parent) && IsWanted(detail.Account, to, map))
                Take(new(to, detail.Name, parent, detail.Account, detail.Requires));
        foreach (var detail in added)
        {
            if (AddAccount.Check(accounts, [newChart], detail.Added(book)) is { } fault) return fault;
            Take(detail);
        }

        return null;
    }

    /// <summary>Carries every balance; refuses what the map leaves open, all at once.</summary>
    public Refusal? Carry(IReadOnlyList<(AccountCode Account, Holder? Party, long Fen)> balances, IReadOnlyList<ConversionItem> map)
    {
        if (CheckMap(balances, map) is { } fault) return fault;
        var open = new List<string>();
        foreach (var balance in balances)
        {
            var item = ItemOf(map, balance.Account, balance.Party);
            if (item is null && Successor(balance.Account) is { } to) lines.Add(LineOf(balance, to, balance.Party, balance.Fen));
            else if (item is null) open.Add(Open(balance));
            else if (Follow(balance, map.Index().First(pair => ReferenceEquals(pair.Item, item)).Index + 1, item) is { } wrong) return wrong;
        }

        if (open.Count > 0) return Refusal.Of(RefusalCode.ConversionMapOpen, ("book", book), ("count", open.Count), ("accounts", string.Join("; ", open)));
        return lines.Select(CheckControl).FirstOrDefault(wrong => wrong is not null) ?? CheckSums(balances);
    }

    private static ConversionItem? ItemOf(IEnumerable<ConversionItem> map, AccountCode account, Holder? party) =>
        map.FirstOrDefault(item => item.Account == account && item.Party == party && party is not null) ?? map.FirstOrDefault(item => item.Account == account && item.Party is null);

    /// <summary>The one lowest account that takes a balance by the crosswalk.</summary>
    private AccountCode? Successor(AccountCode account) => crosswalk.Find(account) is { } to && accounts.Has(newChart, to) && !accounts.HasDetails(newChart, to) ? to : null;

    /// <summary>A detail that the map sends elsewhere is not carried on.</summary>
    private static bool IsWanted(AccountCode account, AccountCode to, IReadOnlyList<ConversionItem> map) =>
        !map.Any(item => item.Account == account) || map.Any(item => item.To.Any(target => target.Account == to));

    private void Take(ConvertedAccount detail)
    {
        details.Add(detail);
        accounts = accounts.With(detail.Added(book));
    }

    private Refusal? CheckMap(IReadOnlyList<(AccountCode Account, Holder? Party, long Fen)> balances, IReadOnlyList<ConversionItem> map)
    {
        foreach (var (i, item) in map.Index())
        {
            if (map.Take(i).Any(other => other.Account == item.Account && other.Party == item.Party))
                return Refusal.Of(RefusalCode.ConversionMapTwice, ("line", i + 1), ("account", item.Account), ("party", item.Party?.Address ?? "–"));
            if (!balances.Any(balance => balance.Account == item.Account && (item.Party is null || balance.Party == item.Party)))
                return Refusal.Of(RefusalCode.ConversionMapIdle, ("line", i + 1), ("account", item.Account), ("party", item.Party?.Address ?? "–"));
        }

        // All parties are asked for at once.
        foreach (var target in map.SelectMany(item => item.To))
            if (target.Party is { } party) world.Holder(party);
        return null;
    }

    private Refusal? Follow((AccountCode Account, Holder? Party, long Fen) balance, int number, ConversionItem item)
    {
        var rest = item.To.Where(target => target.Fen is null).ToList();
        var given = item.To.Aggregate((Int128)0, (sum, target) => sum + (target.Fen ?? 0));
        // Where nothing takes the rest, the amounts must be the whole; two that take the rest leave open what each takes.
        if (rest.Count > 1 || (rest.Count == 0 && given != balance.Fen) || Int128.Abs(balance.Fen - given) > Money.MaxFen)
            return Refusal.Of(
                RefusalCode.ConversionUnbalanced, ("line", number), ("account", balance.Account), ("party", balance.Party?.Address ?? "–"), ("balance", Shown(balance.Fen)), ("mapped", Shown(given)),
                ("difference", Shown(balance.Fen - given)));
        foreach (var target in item.To)
        {
            var party = target.Party ?? balance.Party;
            var fen = target.Fen ?? (long)(balance.Fen - given);
            if (CheckTarget(number, target.Account, party) is { } fault) return fault;
            if (fen != 0) lines.Add(LineOf(balance, target.Account, party, fen));
        }

        return null;
    }

    private Refusal? CheckTarget(int number, AccountCode account, Holder? party)
    {
        if (!accounts.Has(newChart, account)) return VoucherRules.UnknownAccount(world, book, newChart, number, account);
        // The year is closed: what it earned and spent stands in its result.
        if (newChart.RootOf(account) is { Class: AccountClass.Income or AccountClass.Expense })
            return Refusal.Of(RefusalCode.FieldInvalid, ("field", $"map[{number}].to"), ("value", account), ("expected", "asset | liability | equity | cost"));
        if (accounts.HasDetails(newChart, account))
            return Refusal.Of(RefusalCode.AccountHasDetails, ("line", number), ("account", account), ("example", VoucherRules.Example(newChart, accounts, account)));
        if (party is null && accounts.Requires(account).Contains("party")) return Refusal.Of(RefusalCode.LineRequires, ("line", number), ("account", account), ("what", "party"));
        return party is { } holder && !world.Holder(holder).IsKnown ? Refusal.Of(RefusalCode.PartyUnknown, ("line", number), ("party", holder)) : null;
    }

    /// <summary>What a venture and its holder owe each other stays where both sides look for it.</summary>
    private Refusal? CheckControl(ConvertedLine line, int i)
    {
        var before = ControlAccounts.IsOfVenture(world, book, old.Standard!, line.Account, line.Party);
        var after = ControlAccounts.IsOfVenture(world, book, accounts.Standard!, line.ToAccount, line.ToParty);
        return before == after && (!before || line.Party == line.ToParty) ? null : Refusal.Of(RefusalCode.ControlAccount, ("line", i + 1), ("account", before ? line.Account : line.ToAccount), ("party", before ? line.Party : line.ToParty));
    }

    /// <summary>The proof: of each old balance, and in all, what stood in the old books stands in the new ones; and the new ones balance.</summary>
    private Refusal? CheckSums(IReadOnlyList<(AccountCode Account, Holder? Party, long Fen)> balances)
    {
        var carried = lines.GroupBy(line => (line.Account, line.Party)).ToDictionary(parts => parts.Key, parts => parts.Aggregate((Int128)0, (sum, part) => sum + part.Fen));
        foreach (var balance in balances)
            if (carried.GetValueOrDefault((balance.Account, balance.Party)) is var sum && sum != balance.Fen)
                return Refusal.Of(
                    RefusalCode.ConversionUnbalanced, ("line", "–"), ("account", balance.Account), ("party", balance.Party?.Address ?? "–"), ("balance", Shown(balance.Fen)), ("mapped", Shown(sum)),
                    ("difference", Shown(balance.Fen - sum)));
        return lines.Aggregate((Int128)0, (sum, line) => sum + Int128.Abs(line.Fen)) / 2 > Money.MaxFen ? Refusal.Of(RefusalCode.SumOutOfBounds, ("limit", new Money(Money.MaxFen))) : null;
    }

    private string Open((AccountCode Account, Holder? Party, long Fen) balance)
    {
        var targets = crosswalk.Of(balance.Account).Where(to => newChart.RootOf(to) is not null).Select(to => to.ToString()).ToList();
        return $"{balance.Account} {old.NameOf(oldChart, balance.Account)}{(balance.Party is { } party ? $" {party}" : "")} {Shown(balance.Fen)} → {(targets.Count == 0 ? "?" : string.Join(" | ", targets))}";
    }

    private static ConvertedLine LineOf((AccountCode Account, Holder? Party, long Fen) balance, AccountCode to, Holder? party, long fen) =>
        new(balance.Account, to, balance.Party, party, fen > 0 ? fen : null, fen < 0 ? -fen : null);

    /// <summary>An amount in yuan; one beyond every bound is shown at the bound.</summary>
    private static Money Shown(Int128 fen) => new((long)Int128.Clamp(fen, -Money.MaxFen, Money.MaxFen));
}
