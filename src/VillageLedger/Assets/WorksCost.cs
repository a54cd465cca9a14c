namespace VillageLedger;

/// <summary>What stands on the account of works for one project, by posted vouchers.</summary>
/// <param name="ByAccount">By lowest account, in fen, debit positive.</param>
/// <param name="Unposted">A voucher on it that is not posted.</param>
internal sealed record WorksCost(IReadOnlyList<(AccountCode Account, long Fen)> ByAccount, VoucherId? Unposted, IReadOnlyList<Month> OpenMonths)
{
    public Int128 Fen => ByAccount.Aggregate((Int128)0, (sum, account) => sum + account.Fen);

    /// <summary>Up to the end of a month.</summary>
    public static WorksCost Of(World world, Owner owner, AccountCode root, string works, Month month)
    {
        var accounts = world.Accounts(owner);
        var fen = Balances.Lines(world, owner, month).Where(posted => IsOf(posted.Line)).GroupBy(posted => accounts.Carrier(posted.Line.Account)).OrderBy(group => group.Key)
            .Select(group => (group.Key, group.Sum(posted => posted.Line.Debit - posted.Line.Credit))).Where(account => account.Item2 != 0).ToList();
        var months = accounts.FirstMonth.To(month).Select(each => (Month: each, State: world.Book(owner, each))).ToList();
        var unposted = months.SelectMany(each => each.State.Vouchers).Where(pair => pair.Value.IsUnposted && pair.Value.Content.Lines.Any(IsOf)).Select(pair => (VoucherId?)pair.Key).Min(id => id?.Value);
        return new(fen, unposted is null ? null : new VoucherId(unposted), [.. months.Where(each => !each.State.IsClosed).Select(each => each.Month)]);

        bool IsOf(VoucherLine line) => line.Project == works && line.Account.IsWithin(root);
    }
}
