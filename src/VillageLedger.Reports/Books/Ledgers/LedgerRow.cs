namespace VillageLedger.Reports;

/// <summary>What a row of a ledger is.</summary>
internal enum LedgerEntryKind
{
    /// <summary>期初余额.</summary>
    Opening,

    /// <summary>上年结转: what January begins with.</summary>
    CarriedIn,

    /// <summary>建账前累计: the turnover of the year before the book began.</summary>
    Before,
    Line,

    /// <summary>本日合计.</summary>
    Day,

    /// <summary>本月合计.</summary>
    Month,

    /// <summary>本年累计: from January to the month's end.</summary>
    Year,

    /// <summary>结转下年: what December leaves.</summary>
    CarriedOut,
}

/// <summary>Turnover on its way into a ledger: a line, or a sum of lines.</summary>
internal sealed record LedgerItem(Month Month, AccountCode Account, Movement Turnover, BookLine? Line = null)
{
    public static LedgerItem Of(BookLine line) => new(line.Voucher.Month, line.Account, new(line.Line.Debit, line.Line.Credit), line);
}

/// <summary>A row of a ledger.</summary>
/// <param name="Turnover">Null where a row states a balance only.</param>
/// <param name="Balance">After the row: 借 and 贷.</param>
internal sealed record LedgerRow(LedgerEntryKind Kind, Month Month, Movement? Turnover, Movement Balance, DateOnly? Date = null, BookLine? Line = null)
{
    /// <summary>What stands in the columns <see cref="LedgerColumns.Balance"/>.</summary>
    public IEnumerable<object?> BalanceCells => LedgerColumns.BalanceCells(Balance);

    public string Entry => Kind switch
    {
        LedgerEntryKind.Opening => "opening",
        LedgerEntryKind.CarriedIn => "carried-in",
        LedgerEntryKind.Before => "before",
        LedgerEntryKind.Line => "line",
        LedgerEntryKind.Day => "day",
        LedgerEntryKind.Month => "month",
        LedgerEntryKind.Year => "year",
        LedgerEntryKind.CarriedOut => "carried-out",
        _ => throw new InvalidOperationException($"No name is known for {Kind}."),
    };

    public object? DebitCell => Turnover is { } turnover ? turnover.Debit : null;

    public object? CreditCell => Turnover is { } turnover ? turnover.Credit : null;
}

/// <summary>Columns that ledgers share.</summary>
internal static class LedgerColumns
{
    /// <summary>借, 贷 or 平 and the balance without a sign (会计基础工作规范 art. 60); where details stand on both sides and are not netted, both sums instead.</summary>
    public static readonly IReadOnlyList<ReportColumn> Balance =
    [
        new("side", CellKind.Word), new("balanceFen", CellKind.Fen), new("debitBalanceFen", CellKind.Fen, OnlyIfFilled: true), new("creditBalanceFen", CellKind.Fen, OnlyIfFilled: true),
    ];

    public static IEnumerable<object?> BalanceCells(Movement balance) => balance switch
    {
        { Debit: 0, Credit: 0 } => ["flat", 0L, null, null],
        { Credit: 0 } => ["debit", balance.Debit, null, null],
        { Debit: 0 } => ["credit", balance.Credit, null, null],
        _ => ["both", null, balance.Debit, balance.Credit],
    };
}
