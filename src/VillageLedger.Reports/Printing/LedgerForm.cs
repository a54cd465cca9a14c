namespace VillageLedger.Reports;

/// <summary>What a column of a ledger is on paper, which says what stands in it where a page ends and the next begins.</summary>
internal enum LedgerPart
{
    Plain,

    /// <summary>日期: of a line; sums have their month.</summary>
    Date,

    /// <summary>摘要: of a line; other rows have the name of their kind there.</summary>
    Summary,

    /// <summary>Summed up over the page's end.</summary>
    Sum,

    /// <summary>Taken over as it stands: the balance and its side.</summary>
    Balance,
}

/// <summary>A column of a printed ledger.</summary>
/// <param name="Index">Of the column in the report.</param>
/// <param name="Name">Index of the column with the name of what this one holds the code of; null: none.</param>
internal sealed record LedgerColumn(int Index, LedgerPart Part, string Heading, int? Name = null);

/// <summary>Which columns of a ledger stand on paper, and which of them tell one account's pages from the next one's.</summary>
internal sealed class LedgerForm
{
    /// <summary>The columns that tell blocks of rows apart; each block begins a page of its own.</summary>
    private static readonly Dictionary<string, string[]> BlockColumns = new()
    {
        [GeneralLedger.Name] = ["account", "name"],
        [DetailLedger.Name] = [],
        [MoneyJournal.CashName] = ["account", "name"],
        [MoneyJournal.BankName] = ["account", "name"],
        [MultiColumnLedger.Name] = [],
        [QuantityLedger.Name] = ["account", "name", "unit"],
        [PartyLedger.Name] = ["account", "name"],
    };

    private static readonly string[] Left = ["level", "voucher", "line"];
    private static readonly string[] Sums = ["debitFen", "creditFen", "inFen", "outFen", "inThousandths", "outThousandths"];
    private static readonly string[] Balances = ["side", "balanceFen", "debitBalanceFen", "creditBalanceFen", "leftThousandths"];

    private static readonly Dictionary<string, string> NamedBy = new() { ["account"] = "name", ["party"] = "partyName", ["payee"] = "payeeName" };

    public LedgerForm(ReportTable table, PrintText text)
    {
        var index = table.Columns.Select((column, i) => (column.Name, i)).ToDictionary(column => column.Name, column => column.i);
        Blocks = [.. BlockColumns[table.Report].Select(name => index[name])];
        Entry = index["entry"];
        Month = index["month"];
        Columns = [.. table.Shown.Select(ColumnOf).OfType<LedgerColumn>()];

        LedgerColumn? ColumnOf(int i)
        {
            var column = table.Columns[i];
            if (Left.Contains(column.Name) || Blocks.Contains(i) || (NamedBy.ContainsValue(column.Name) && !IsAlone(column.Name))) return null;
            var part = column.Name switch
            {
                "month" when index.ContainsKey("date") => (LedgerPart?)null,
                "entry" when index.ContainsKey("summary") => null,
                "month" or "date" => LedgerPart.Date,
                "entry" or "summary" => LedgerPart.Summary,
                _ when Sums.Contains(BookName(column)) || column.Heading is not null => LedgerPart.Sum,
                _ when Balances.Contains(BookName(column)) => LedgerPart.Balance,
                _ => LedgerPart.Plain,
            };
            if (part is not { } known) return null;
            var heading = known == LedgerPart.Summary ? text["summary"] : text.HeadingOf(table.Report, column);
            return new(i, known, heading, NamedBy.TryGetValue(column.Name, out var name) && index.TryGetValue(name, out var named) ? named : null);
        }

        // A name stands beside its code, in one column.
        bool IsAlone(string name) => !index.ContainsKey(NamedBy.Single(pair => pair.Value == name).Key);
    }

    /// <summary>The column of the books that one with corrections in their month stands beside.</summary>
    private static string BookName(ReportColumn column) => column.Name.Replace("Restated", "", StringComparison.Ordinal);

    public static bool IsLedger(string report) => BlockColumns.ContainsKey(report);

    public IReadOnlyList<int> Blocks { get; }

    public int Entry { get; }

    public int Month { get; }

    public IReadOnlyList<LedgerColumn> Columns { get; }

    /// <summary>The columns, by their index in the report, that are summed up over a page's end, and those that are taken over.</summary>
    public IEnumerable<int> Of(LedgerPart part) => Columns.Where(column => column.Part == part).Select(column => column.Index);
}
