namespace VillageLedger;

/// <summary>
/// What belongs to an earlier year is corrected in blue (会计基础工作规范 art. 51(5)): through 收益分配—未分配收益 in a village's book, so that this year's income
/// and expense stay untouched (农村集体经济组织会计制度), and in current profit and loss in an enterprise's (小企业会计准则 art. 88).
/// </summary>
internal static class EarlierYear
{
    /// <summary>The account that takes a line's place in a correction of an earlier year; the account itself where nothing is to be changed.</summary>
    public static AccountCode AccountOf(World world, Accounts accounts, AccountCode account) =>
        accounts.IsOpen && VoucherRules.ChartOf(world, accounts) is var chart
        && chart.RootOf(account) is { Class: AccountClass.Income or AccountClass.Expense } or { Role: AccountRole.YearResult } && chart.WithRole(AccountRole.Undistributed) is { } undistributed ? accounts.Carrier(undistributed) : account;

    /// <summary>A village corrects an earlier year's income and expense through undistributed income: a correction that names its original leaves this year's alone.</summary>
    public static Refusal? Check(Chart chart, Voucher original, VoucherContent content)
    {
        if (content.Date.Year <= original.Content.Date.Year || chart.WithRole(AccountRole.Undistributed) is not { } undistributed) return null;
        var touching = content.Lines.Index().FirstOrDefault(line => chart.RootOf(line.Item.Account)?.Class is AccountClass.Income or AccountClass.Expense);
        return touching.Item is null
            ? null
            : Refusal.Of(
                RefusalCode.CorrectionTouchesIncome, ("line", touching.Index + 1), ("account", touching.Item.Account), ("voucher", content.Corrects), ("year", original.Content.Date.Year), ("undistributed", undistributed));
    }

    /// <summary>What takes a posted voucher of an earlier year back on a date: the same accounts on the other sides, no red.</summary>
    public static VoucherContent Correction(World world, JointVoucher voucher, Voucher original, DateOnly date, string reason)
    {
        var (content, accounts) = (original.Content, world.Accounts(voucher.Book));
        return new(
            content.Type,
            date,
            VoucherKind.Correction,
            SummaryOf(original, reason),
            [.. content.Lines.Select(line => Opposite(line) with { Account = AccountOf(world, accounts, accounts.Carrier(line.Account)) })],
            0,
            Corrects: voucher.Voucher,
            ConcernsMonth: voucher.Month);
    }

    public static string SummaryOf(Voucher original, string reason) =>
        $"更正{original.Content.Date.Year}年{original.Content.Date.Month}月{original.Content.Date.Day}日{original.Content.Type}-{original.Number}号凭证：{reason}";

    /// <summary>Black goes to the other side, red becomes black where it stands.</summary>
    private static VoucherLine Opposite(VoucherLine line) => line.Debit + line.Credit < 0
        ? line with { DebitFen = -line.DebitFen, CreditFen = -line.CreditFen }
        : line with { DebitFen = line.CreditFen, CreditFen = line.DebitFen };
}
