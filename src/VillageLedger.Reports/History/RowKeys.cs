namespace VillageLedger.Reports;

/// <summary>What tells the rows of a report apart, at every position: the address of a row is the cells of these columns, joined by <c>/</c>.</summary>
public static class RowKeys
{
    private static readonly Dictionary<string, string[]> Columns = new(StringComparer.Ordinal)
    {
        ["asset-counts"] = ["count", "asset", "name"],
        ["attachments"] = ["of", "id", "name"],
        ["bank-journal"] = ["account", "month", "entry", "date", "voucher", "line"],
        ["bank-reconciliation"] = ["bankAccount", "group", "item", "reference"],
        ["bank-statement"] = ["bankAccount", "line"],
        ["cash-counts"] = ["account", "date"],
        ["cash-journal"] = ["account", "month", "entry", "date", "voucher", "line"],
        ["company-revenue"] = ["line", "month"],
        ["contributions"] = ["contribution", "holder"],
        ["conversion"] = ["account", "party", "toAccount", "toParty"],
        ["corrections"] = ["original", "voucher", "account", "part"],
        ["detail-ledger"] = ["month", "entry", "voucher", "line"],
        ["disclosure"] = ["section", "item"],
        ["distributable"] = ["row", "source"],
        ["dividends"] = ["dividend", "holder"],
        ["expiring-contracts"] = ["book", "contract"],
        ["forms"] = ["series", "first"],
        ["funds"] = ["owner", "kind", "fund", "purpose"],
        ["general-ledger"] = ["account", "month", "entry"],
        ["holdings"] = ["of", "holder"],
        ["managers"] = ["contract", "year"],
        ["multi-column-ledger"] = ["month", "entry", "voucher"],
        ["party-balances"] = ["account", "party"],
        ["party-ledger"] = ["account", "month", "entry", "voucher", "line"],
        ["quantity-ledger"] = ["account", "unit", "month", "entry", "voucher", "line"],
        ["receipts-and-payments"] = ["section", "account"],
        ["thresholds"] = ["scope", "metric", "comparator"],
        ["venture-balances"] = ["venture", "holder"],
        ["shares"] = ["version", "holder"],
        ["voucher"] = ["line"],
        ["voucher-list"] = ["voucher", "line"],
        ["weak-villages"] = ["village", "metric"],
    };

    /// <summary>Of a report's columns; the first where nothing else is said.</summary>
    public static IReadOnlyList<string> Of(string report, IReadOnlyList<ReportColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var keys = Columns.GetValueOrDefault(report, []).Where(key => columns.Any(column => column.Name == key)).ToList();
        if (report == "allocation" && columns.Any(column => column.Name == "month")) return ["month", columns[0].Name];
        return keys.Count > 0 || columns.Count == 0 ? keys : [columns[0].Name];
    }

    /// <summary>Where a row with an address stands among others; -1 where there is none.</summary>
    internal static int Find(IReadOnlyList<string> keys, string key) => keys.Index().Where(one => one.Item == key).Select(one => one.Index).DefaultIfEmpty(-1).First();

    /// <summary>Where a column stands in a report; -1 where there is none.</summary>
    internal static int FindColumn(ReportTable table, string column) => Find([.. table.Columns.Select(one => one.Name)], column);

    /// <summary>The address of each row, in order. Rows that their key does not tell apart are numbered: <c>102#2</c>.</summary>
    public static IReadOnlyList<string> AllOf(ReportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var indexes = table.Keys.Select(key => table.Columns.Index().First(column => column.Item.Name == key).Index).ToList();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = new List<string>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            var key = string.Join('/', indexes.Select(index => ReportTable.PlainOf(row[index])));
            var times = seen[key] = seen.GetValueOrDefault(key) + 1;
            keys.Add(times == 1 ? key : FormattableString.Invariant($"{key}#{times}"));
        }

        return keys;
    }
}
