namespace VillageLedger;

/// <summary>
/// What stands at the end of a year on each lowest account of a book, apart by what the account requires of its lines (party, project, contract), while the transfers of year's end are worked out
/// one after the other.
/// </summary>
internal sealed class ClosingBalances
{
    private readonly Accounts accounts;
    private readonly Chart chart;
    private readonly Dictionary<Held, Int128> fen = [];

    public ClosingBalances(World world, Owner book, int year)
    {
        accounts = world.Accounts(book);
        chart = VoucherRules.ChartOf(world, accounts);
        var december = new Month(year, 12);
        foreach (var (account, balance) in Balances.AtEndOf(world, book, december)) fen[new(account)] = balance;
        // Everything that is cleared began the year at zero; what did not, a detail of 利润分配, keeps that part without a party.
        if (accounts.FirstMonth.Year == year)
            foreach (var line in accounts.Opening) Split(new(line.Account, Party: line.Party), (Int128)(line.DebitFen ?? 0) - (line.CreditFen ?? 0));
        foreach (var posted in Balances.Lines(world, book, december).Where(posted => posted.Of.Content.Date.Year == year)) Split(posted.Line, (Int128)posted.Line.Debit - posted.Line.Credit);
    }

    /// <summary>The voucher that clears what a step says; null where nothing stands there.</summary>
    public VoucherContent? Clear(ClosingStep step, DateOnly date, string cause)
    {
        if (TargetOf(step) is not { } to) return null;
        var cleared = fen.Where(pair => pair.Value != 0 && pair.Key.Account != to && step.Clears(chart, pair.Key.Account)).OrderBy(pair => pair.Key.Account)
            .ThenBy(pair => pair.Key.Party?.Address, StringComparer.Ordinal).ThenBy(pair => pair.Key.Project, StringComparer.Ordinal).ThenBy(pair => pair.Key.Contract, StringComparer.Ordinal).ToList();
        if (cleared.Count == 0) return null;
        var lines = cleared.Select(pair => LineOf(pair.Key, -pair.Value)).ToList();
        // Both sides stand on the other account, too, so that its turnover shows what was earned and what was lost.
        Int128[] sides = [cleared.Where(pair => pair.Value > 0).Aggregate((Int128)0, (sum, pair) => sum + pair.Value), cleared.Where(pair => pair.Value < 0).Aggregate((Int128)0, (sum, pair) => sum + pair.Value)];
        lines.AddRange(sides.Where(side => side != 0).Select(side => LineOf(new(to), side)));
        return Applied(step, [.. lines.Where(line => line.DebitFen is not null), .. lines.Where(line => line.CreditFen is not null)], date, cause);
    }

    /// <summary>The voucher that moves what was asked for; null where it is nothing.</summary>
    public VoucherContent? Move(ClosingStep step, IReadOnlyList<(AccountCode Account, long Fen)> asked, DateOnly date, string cause)
    {
        var some = asked.Where(one => one.Fen != 0).ToList();
        if (some.Count == 0) return null;
        var total = some.Aggregate((Int128)0, (sum, one) => sum + one.Fen);
        return Applied(step, [LineOf(new(accounts.Carrier(new(step.From))), total), .. some.Select(one => LineOf(new(one.Account), -one.Fen))], date, cause);
    }

    private VoucherContent Applied(ClosingStep step, IReadOnlyList<VoucherLine> lines, DateOnly date, string cause)
    {
        foreach (var line in lines) Add(KeyOf(line), (Int128)line.Debit - line.Credit);
        return new("记", date, step.Kind, step.Summary, lines, 0, Cause: cause);
    }

    private AccountCode? TargetOf(ClosingStep step)
    {
        if (step.To is not { } to) return null;
        var named = accounts.Added.Values.Where(added => added.Name == step.Detail && added.Account.IsWithin(to) && !accounts.FirstDetails.ContainsKey(added.Account)).Select(added => (AccountCode?)added.Account).Min();
        return named ?? (step.Step == ClosingStep.Details ? null : accounts.Carrier(to));
    }

    /// <param name="balance">Debit positive. What is beyond the bound of an amount stays beyond it, so that the voucher is refused for it.</param>
    private static VoucherLine LineOf(Held held, Int128 balance)
    {
        var size = (long)Int128.Min(Int128.Abs(balance), long.MaxValue);
        return new(held.Account, balance > 0 ? size : null, balance > 0 ? null : size, null, held.Party, held.Project, held.Contract);
    }

    /// <summary>Puts a part of a balance under what its line names.</summary>
    private void Split(VoucherLine line, Int128 amount)
    {
        Add(new(accounts.Carrier(line.Account)), -amount);
        Add(KeyOf(line), amount);
    }

    private Held KeyOf(VoucherLine line)
    {
        var account = accounts.Carrier(line.Account);
        var required = accounts.Requires(account);
        return new(account, required.Contains("party") ? line.Party : null, required.Contains("project") ? line.Project : null, required.Contains("contract") ? line.Contract : null);
    }

    private void Add(Held key, Int128 amount) => fen[key] = fen.GetValueOrDefault(key) + amount;

    /// <summary>A lowest account, with what it requires.</summary>
    private readonly record struct Held(AccountCode Account, Holder? Party = null, string? Project = null, string? Contract = null);
}
