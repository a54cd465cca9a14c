namespace VillageLedger;

/// <summary>
/// The cashier's signature on vouchers that move money (会计基础工作规范 art. 51; 会计法 art. 35: a cashier does not review). Vouchers that the program makes in several books at once follow to the
/// fen from what two persons decided and are posted in the same decision, and those of a file were signed on paper in the program they come from: neither waits for a signature. Nor does the difference
/// that a count of the cash found: who counted, before witnesses, is the cashier.
/// </summary>
internal static class Signatures
{
    /// <summary>Whether a voucher is to be signed before it is posted, and is not.</summary>
    public static bool IsMissing(World world, Owner owner, Voucher voucher)
    {
        // Asked for in any case: whoever posts relies on it.
        var (accounts, desk) = (world.Accounts(owner), world.Cash(owner));
        return voucher.SignedBy is null && voucher.Content.Cause?.StartsWith(CountCash.CausePrefix, StringComparison.Ordinal) != true && accounts.IsOpen && desk.HasCashierOn(voucher.Content.Date) && CollectiveMoney.IsMoved(VoucherRules.ChartOf(world, accounts), voucher.Content);
    }

    /// <summary>Names what is not signed among vouchers that are to be posted.</summary>
    public static Refusal? Missing(World world, Owner owner, IEnumerable<(VoucherId Id, Voucher Voucher)> vouchers)
    {
        var unsigned = vouchers.Where(each => IsMissing(world, owner, each.Voucher)).Select(each => each.Id).ToList();
        return unsigned.Count == 0 ? null : Refusal.Of(RefusalCode.VouchersUnsigned, ("count", unsigned.Count), ("vouchers", MonthCheck.Listed(unsigned)));
    }

    /// <summary>Why somebody may not sign a voucher.</summary>
    public static Refusal? Check(World world, Owner owner, VoucherId id, Voucher voucher, UserId by)
    {
        if (!CollectiveMoney.IsMoved(VoucherRules.ChartOf(world, world.Accounts(owner)), voucher.Content)) return Refusal.Of(RefusalCode.VoucherMovesNoMoney, ("voucher", id));
        if (voucher.SignedBy is { } signed) return Refusal.Of(RefusalCode.VoucherAlreadySigned, ("voucher", id), ("by", signed));
        if (!world.Cash(owner).IsCashier(by, voucher.Content.Date)) return Refusal.Of(RefusalCode.NotACashier, ("user", by), ("owner", owner), ("date", VoucherRules.Text(voucher.Content.Date)));
        return by == voucher.PreparedBy || by == voucher.AmendedBy || by == voucher.ReviewedBy
            ? Refusal.Of(RefusalCode.SignByOther, ("voucher", id), ("by", by), ("articles", Articles(world, owner, voucher)))
            : null;
    }

    /// <summary>A cashier of the owner reviews none of its vouchers, also those that move no money; and nobody what he signed, whatever became of his time.</summary>
    public static Refusal? CheckReview(World world, Owner owner, VoucherId id, Voucher voucher, UserId by) => world.Cash(owner).IsCashier(by, voucher.Content.Date) || voucher.SignedBy == by
        ? Refusal.Of(RefusalCode.ReviewByCashier, ("voucher", id), ("by", by), ("articles", Articles(world, owner, voucher)))
        : null;

    private static string Articles(World world, Owner owner, Voucher voucher) => MoneyLaw.Articles(world, MoneyLaw.Cashier, owner, voucher.Content.Date);
}
