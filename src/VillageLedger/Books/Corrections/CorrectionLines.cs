namespace VillageLedger;

/// <summary>The lines of a difference voucher: what was booked too little is added in blue, what was booked too much is taken off in red, on the same accounts and sides.</summary>
internal static class DifferenceLines
{
    /// <summary>None where nothing differs; null where more than amounts does.</summary>
    public static IReadOnlyList<VoucherLine>? Of(IReadOnlyList<VoucherLine> was, IReadOnlyList<VoucherLine> right) =>
        was.Count == right.Count && was.Zip(right).All(pair => IsSameButAmount(pair.First, pair.Second))
            ? [.. was.Zip(right).Where(pair => pair.First.Debit != pair.Second.Debit || pair.First.Credit != pair.Second.Credit).Select(pair => Difference(pair.First, pair.Second))]
            : null;

    private static bool IsSameButAmount(VoucherLine was, VoucherLine right) =>
        was.Account == right.Account && was.Party == right.Party && was.Project == right.Project && was.Contract == right.Contract && was.Quantity?.Unit == right.Quantity?.Unit
        && was.DebitFen is null == right.DebitFen is null;

    private static VoucherLine Difference(VoucherLine was, VoucherLine right) => right with
    {
        DebitFen = right.DebitFen - was.DebitFen,
        CreditFen = right.CreditFen - was.CreditFen,
        Quantity = right.Quantity is { } quantity ? quantity with { Thousandths = quantity.Thousandths - was.Quantity!.Thousandths } : null,
    };
}

/// <summary>
/// The lines of the blue voucher that corrects an earlier year's: the difference between what was and what should have been, no red. Income, expense and the year's result of a village's book are
/// replaced by undistributed income, for that is where they went (农村集体经济组织会计制度); an enterprise's stay (小企业会计准则 art. 88).
/// </summary>
internal static class BlueLines
{
    public static IReadOnlyList<VoucherLine> Of(World world, Owner owner, IReadOnlyList<VoucherLine> was, IReadOnlyList<VoucherLine> right)
    {
        var accounts = world.Accounts(owner);
        var keys = new List<(AccountCode Account, Holder? Party, string? Project, string? Contract)>();
        var sums = new Dictionary<(AccountCode, Holder?, string?, string?), Int128>();
        foreach (var (line, sign) in right.Select(line => (line, 1)).Concat(was.Select(line => (line, -1))))
        {
            var carrier = accounts.Carrier(line.Account);
            var account = EarlierYear.AccountOf(world, accounts, carrier);
            // What is moved to undistributed income is nobody's any more.
            var key = account == carrier ? (account, line.Party, line.Project, line.Contract) : (account, null, null, null);
            if (sums.TryAdd(key, 0)) keys.Add(key);
            sums[key] += sign * ((Int128)line.Debit - line.Credit);
        }

        var lines = keys.Where(key => sums[key] != 0).Select(key => LineOf(key, sums[key])).ToList();
        return [.. lines.Where(line => line.DebitFen is not null), .. lines.Where(line => line.CreditFen is not null)];
    }

    private static VoucherLine LineOf((AccountCode Account, Holder? Party, string? Project, string? Contract) key, Int128 fen)
    {
        // A sum beyond the bound of an amount stays beyond it, and the voucher is refused for that.
        var size = (long)Int128.Min(Int128.Abs(fen), long.MaxValue);
        return new(key.Account, fen > 0 ? size : null, fen > 0 ? null : size, null, key.Party, key.Project, key.Contract);
    }
}
