namespace VillageLedger.Reports;

/// <summary>What the figures in the rows of a ledger are sums of: of one account with what lies under it, and of one party where asked.</summary>
internal sealed class LedgerSources
{
    private readonly Month first;
    private readonly Month start;
    private readonly Holder? party;
    private readonly BookSources sources;
    private readonly bool isKnown;
    private readonly List<LedgerRow> rows;

    /// <param name="filter">Of a project or a contract the lines are not told apart by the projection: such figures are left to their history.</param>
    /// <param name="netted">Where details stand on both sides, a balance is not one sum.</param>
    public LedgerSources(LedgerBook book, LedgerSpan span, IEnumerable<AccountCode> leaves, IEnumerable<LedgerRow> rows, LedgerFilter? filter = null, bool netted = true)
    {
        (first, start, party) = (span.First, span.Start, filter?.Party);
        isKnown = netted && filter is null or { Project: null, Contract: null };
        sources = new(book.Book, leaves);
        this.rows = [.. rows];
    }

    /// <param name="column"><c>debitFen</c>, <c>creditFen</c> or <c>balanceFen</c>; nothing is said of others.</param>
    public IReadOnlyList<FigureSource>? Of(int row, string column) => !isKnown || rows[row].Kind == LedgerEntryKind.Before ? null : column switch
    {
        "debitFen" => Turnover(rows[row], LineMeasure.Debit),
        "creditFen" => Turnover(rows[row], LineMeasure.Credit),
        "balanceFen" => Balance(row),
        _ => null,
    };

    private IReadOnlyList<FigureSource>? Turnover(LedgerRow row, LineMeasure measure) => row.Kind switch
    {
        LedgerEntryKind.Line => [new FigureSource.At(row.Line!.Voucher.Position, measure == LineMeasure.Debit ? row.Turnover!.Value.Debit : row.Turnover!.Value.Credit)],
        LedgerEntryKind.Month => sources.Turnover(row.Month, row.Month, measure, party),
        LedgerEntryKind.Year when row.Month.Year > first.Year || first.Number == 1 => sources.Turnover(new(row.Month.Year, 1), row.Month, measure, party),
        LedgerEntryKind.Year when party is null => sources.TurnoverWithBefore(first, row.Month, measure),
        _ => null,
    };

    private IReadOnlyList<FigureSource>? Balance(int row)
    {
        var (at, sign) = (rows[row], rows[row].Balance.Credit > 0 ? -1 : 1);
        if (at.Kind is LedgerEntryKind.Opening or LedgerEntryKind.CarriedIn) return at.Month < first ? null : sources.Balance(at.Month.Previous, sign, party);
        if (at.Kind is not (LedgerEntryKind.Line or LedgerEntryKind.Day)) return sources.Balance(at.Month, sign, party);
        return [.. sources.Balance(start.Previous, sign, party), .. rows.Take(row + 1).Where(other => other.Kind == LedgerEntryKind.Line).Select(other => new FigureSource.At(other.Line!.Voucher.Position, sign * (other.Turnover!.Value.Debit - other.Turnover.Value.Credit)))];
    }
}

/// <summary>The rows of several accounts, one after the other, each with its own sources.</summary>
internal sealed class BlockSources(IReadOnlyList<ReportColumn> columns)
{
    private readonly List<(LedgerSources Sources, int Row)> rows = [];

    public void Add(LedgerSources sources, int count)
    {
        for (var row = 0; row < count; row++) rows.Add((sources, row));
    }

    public IReadOnlyList<FigureSource>? Of(int row, int column) => rows[row].Sources.Of(rows[row].Row, columns[column].Name);
}
