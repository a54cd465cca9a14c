namespace VillageLedger.Requests;

/// <summary>The columns of a bank's statement. The bank's 贷方 is what came in: it owes it to whoever has the account. Names of others and what the bank wrote beside a line are not read.</summary>
public static class StatementColumns
{
    internal static readonly ColumnSet All = new(
        new Dictionary<Column, string[]>
        {
            [Column.Date] = ["交易日期", "日期", "DATE", "记账日期", "入账日期", "交易时间", "TRANSACTIONDATE", "POSTINGDATE"],
            [Column.In] = ["收入", "贷方发生额", "IN", "CREDIT", "收入金额", "贷方金额", "贷方", "存入金额", "转入金额", "贷方发生额/收入"],
            [Column.Out] = ["支出", "借方发生额", "OUT", "DEBIT", "支出金额", "借方金额", "借方", "支取金额", "转出金额", "借方发生额/支取"],
            [Column.Amount] = ["交易金额", "发生额", "AMOUNT", "金额"],
            [Column.Direction] = ["借贷标志", "收支方向", "DIRECTION", "借贷方向", "收支标志", "借贷", "方向"],
            [Column.Balance] = ["余额", "账户余额", "BALANCE", "本次余额", "交易后余额", "联机余额"],
            [Column.Reference] = ["流水号", "凭证号", "REFERENCE", "交易流水号", "银行流水号", "核心流水号", "凭证号码", "回单编号"],
        },
        Missing);

    /// <summary>What columns can be named by <c>--columns</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = All.Fields;

    /// <summary>Reads <c>date=交易日,in=进账</c>: which heading a file has for a column. Null where a word is off.</summary>
    public static IReadOnlyDictionary<string, string>? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', '，'))
        {
            var sides = part.Split('=', 2);
            if (sides.Length != 2 || !Names.Contains(sides[0].Trim()) || Headings.Normalised(sides[1]).Length == 0 || !given.TryAdd(sides[0].Trim(), sides[1].Trim())) return null;
        }

        return given;
    }

    private static IEnumerable<Column> Missing(Headings headings)
    {
        if (!headings.Has(Column.Date)) yield return Column.Date;
        if (headings.Has(Column.Amount)) yield break;
        foreach (var column in (Column[])[Column.In, Column.Out])
            if (!headings.Has(column)) yield return column;
    }
}
