namespace VillageLedger;

/// <summary>
/// What stands undistributed while a book is walked through voucher by voucher. What a voucher moves there from other equity (资本公积, 公积公益金 with the land
/// compensation …) covers a loss and nothing more: the rest stands in the account, and is never distributable.
/// </summary>
internal sealed class Standing(Chart chart)
{
    private int year;
    private Int128 ofYear;
    private Int128 putAside;

    /// <summary>What could be distributed so far, in fen; negative is a loss.</summary>
    public Int128 Fen { get; private set; }

    /// <summary>What was moved there from other equity beyond a loss, in fen.</summary>
    public Int128 ExcessFen { get; private set; }

    public static bool IsResult(ChartAccount root) => root.Class is AccountClass.Income or AccountClass.Expense || root.Role == AccountRole.YearResult;

    /// <summary>A voucher and the red one that took it back: neither did anything. Those of dividends and allocations are taken back otherwise in later years, and count one by one.</summary>
    public static bool IsVoid(VoucherId id, Voucher voucher) => !id.IsJoint && (voucher.ReversedBy is not null || voucher.Content.Reverses is not null);

    /// <summary>A balance with which the book begins.</summary>
    public void Begin(Month first, AccountCode account, Int128 credit)
    {
        if (chart.RootOf(account) is not { } root || !(IsResult(root) || root.Role == AccountRole.Distribution)) return;
        year = first.Year;
        Fen += credit;
        if (IsResult(root)) ofYear += credit;
    }

    /// <summary>From here on the accounts are those of another standard's chart; what the conversion moved to or from what stands undistributed counts.</summary>
    public void Convert(Chart next, BookConverted converted)
    {
        foreach (var line in converted.Lines) Fen += (Counts(chart, line.Account) ? line.Fen : 0) - (Counts(next, line.ToAccount) ? line.Fen : 0);
        chart = next;

        static bool Counts(Chart chart, AccountCode account) => chart.RootOf(account) is { } root && (IsResult(root) || root.Role == AccountRole.Distribution);
    }

    /// <summary>The next posted voucher.</summary>
    /// <returns>How much of what had been moved beyond a loss it gives back, in fen.</returns>
    public Int128 Add(Month month, VoucherId id, Voucher voucher)
    {
        if (IsVoid(id, voucher)) return 0;
        if (month.Year != year) (year, ofYear, putAside) = (month.Year, 0, 0);
        Int128 moved = 0, earned = 0, taken = 0, given = 0;
        foreach (var line in voucher.Content.Lines)
        {
            if (chart.RootOf(line.Account) is not { } root) continue;
            var credit = (Int128)line.Credit - line.Debit;
            if (IsResult(root) || root.Role == AccountRole.Distribution)
            {
                moved += credit;
                if (root.Class is AccountClass.Income or AccountClass.Expense) earned += credit;
            }
            else if (root.Class == AccountClass.Equity)
            {
                given += credit;
                taken -= Int128.Min(0, credit);
            }
        }

        var fromEquity = id.IsJoint ? 0 : Int128.Min(Int128.Max(moved, 0), taken);
        var back = id.IsJoint ? 0 : Int128.Clamp(Int128.Min(-moved, given), 0, ExcessFen);
        Fen += moved - fromEquity;
        if (voucher.Content.Kind != VoucherKind.Transfer) ofYear += earned - Int128.Clamp(earned, 0, fromEquity);
        putAside += Int128.Clamp(-moved, 0, Int128.Max(given, 0)) - back;
        if (id.IsJoint) putAside -= Int128.Clamp(moved, 0, taken);
        var covered = Int128.Clamp(LossIn(month), 0, fromEquity);
        Fen += covered + back;
        ExcessFen += fromEquity - covered - back;
        return back;
    }

    /// <summary>What a voucher of a month may cover: what earlier years lost; what the running one puts aside is no loss. Whether the running year is lost is not known before December, and from then on it counts too.</summary>
    private Int128 LossIn(Month month) => Int128.Max(month.Number == 12 ? -Fen : 0, ofYear - Fen - putAside);
}
