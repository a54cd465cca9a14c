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

    /// <summary>
    /// The account that takes the place of one of a month of an earlier year: in books that were converted since, the one that carries it on; null where the conversion gave it none, or several.
    /// </summary>
    public static AccountCode? AccountOf(World world, Accounts accounts, Month month, VoucherLine line)
    {
        var era = accounts.At(month);
        var carrier = era.Carrier(line.Account);
        if (!accounts.IsOpen || era.FirstMonth == accounts.FirstMonth) return AccountOf(world, accounts, carrier);
        if (VoucherRules.ChartOf(world, era).RootOf(carrier)?.Class is AccountClass.Income or AccountClass.Expense
            && VoucherRules.ChartOf(world, accounts).WithRole(AccountRole.Undistributed) is { } undistributed) return accounts.Carrier(undistributed);
        return accounts.CarriedOn(month, carrier, line.Party) is { } carried ? accounts.Carrier(carried) : null;
    }

    /// <summary>What of a posted voucher of an earlier year cannot be taken back by rule, because a conversion since then gave its account none in the new books, or several.</summary>
    public static Refusal? Check(World world, JointVoucher voucher, IEnumerable<VoucherLine> lines)
    {
        var accounts = world.Accounts(voucher.Book);
        return lines.FirstOrDefault(line => AccountOf(world, accounts, voucher.Month, line) is null) is { } lost
            ? Refusal.Of(RefusalCode.AccountNotCarriedOn, ("voucher", voucher.Voucher), ("account", lost.Account), ("month", accounts.FirstMonth)).In(voucher.Book)
            : null;
    }

    /// <summary>What takes a posted voucher of an earlier year back on a date: the same accounts on the other sides, no red. Checked before.</summary>
    public static VoucherContent Correction(World world, JointVoucher voucher, Voucher original, DateOnly date, string reason)
    {
        var (content, accounts) = (original.Content, world.Accounts(voucher.Book));
        return new(
            content.Type,
            date,
            VoucherKind.Correction,
            SummaryOf(original, reason),
            [.. content.Lines.Select(line => Opposite(line) with { Account = AccountOf(world, accounts, voucher.Month, line) ?? line.Account })],
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
