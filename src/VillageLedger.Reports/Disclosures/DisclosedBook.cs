using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>What a disclosure takes from the book: income, expense, money, what is owed (收支明细表), and what the owner has in all (资产负债表).</summary>
internal static class DisclosedBook
{
    private static readonly string[] Standing = ["assets", "liabilities", "equity"];

    public static async Task<IReadOnlyList<DisclosedRow>> ReadAsync(ReadModels models, LogMoment at, Owner owner, Period period, Month firstMonth, Language language, CancellationToken cancellation)
    {
        var receipts = await ReceiptsAndPayments.ReadAsync(models, at, owner, period, cancellation).ConfigureAwait(false);
        var sheet = await BalanceSheet.ReadAsync(models, at, owner, period, language, null, cancellation).ConfigureAwait(false);
        var before = period.From > firstMonth ? await BalanceSheet.ReadAsync(models, at, owner, new(period.From.Previous, period.From.Previous), language, null, cancellation).ConfigureAwait(false) : null;
        var rows = receipts.Rows.Select((row, i) => Of(receipts, i)).ToList();
        var (income, expense) = (rows.Single(row => row.Section == "income-total"), rows.Single(row => row.Section == "expense-total"));
        return
        [
            .. rows.Where(row => row.Section.StartsWith("income", StringComparison.Ordinal)), .. rows.Where(row => row.Section.StartsWith("expense", StringComparison.Ordinal)), Surplus(income, expense),
            .. rows.Where(row => row.Section.StartsWith("money", StringComparison.Ordinal)), .. Owed(rows, "receivable"), .. Owed(rows, "payable"),
            .. Standing.Select(item => OfSheet(sheet, before, item)),
        ];
    }

    private static DisclosedRow Of(ReportTable table, int row)
    {
        var isFlow = Cell(table, row, "amountFen") is not null;
        return new((string)Cell(table, row, "section")!, (string?)Cell(table, row, "account"), (string?)Cell(table, row, "name"))
        {
            Level = (long?)Cell(table, row, "level"),
            AmountFen = (long?)Cell(table, row, isFlow ? "amountFen" : "closingFen"),
            YearFen = (long?)Cell(table, row, "yearFen"),
            OpeningFen = (long?)Cell(table, row, "openingFen"),
            ReceivedFen = (long?)Cell(table, row, "receivedFen"),
            PaidFen = (long?)Cell(table, row, "paidFen"),
            Sources = column => SourcesOf(table, row, column == "amountFen" && !isFlow ? "closingFen" : column),
        };
    }

    private static DisclosedRow Surplus(DisclosedRow income, DisclosedRow expense) => new("surplus")
    {
        AmountFen = income.AmountFen - expense.AmountFen,
        YearFen = income.YearFen - expense.YearFen,
        Sources = column => income.Sources(column) is { } taken && expense.Sources(column) is { } spent ? [.. taken, .. spent.Select(source => source with { Sign = -source.Sign })] : null,
    };

    /// <summary>The accounts of one side with their sum.</summary>
    private static IEnumerable<DisclosedRow> Owed(IReadOnlyList<DisclosedRow> rows, string section)
    {
        var owed = rows.Where(row => row.Section == section).ToList();
        return [.. owed, new(section + "-total") { AmountFen = owed.Sum(row => row.AmountFen ?? 0), OpeningFen = owed.Sum(row => row.OpeningFen ?? 0) }];
    }

    private static DisclosedRow OfSheet(ReportTable sheet, ReportTable? before, string item)
    {
        var row = RowOf(sheet, item);
        return new("balance", item, (string?)Cell(sheet, row, "name"))
        {
            AmountFen = (long?)Cell(sheet, row, "amountFen"),
            OpeningFen = before is null ? null : (long?)Cell(before, RowOf(before, item), "amountFen"),
            Sources = column => column == "amountFen" ? SourcesOf(sheet, row, column) : column == "openingFen" && before is not null ? SourcesOf(before, RowOf(before, item), "amountFen") : null,
        };
    }

    private static int RowOf(ReportTable sheet, string item) => sheet.Rows.Index().Single(row => (string?)row.Item[0] == item).Index;

    private static object? Cell(ReportTable table, int row, string column) => table.Rows[row][RowKeys.FindColumn(table, column)];

    private static IReadOnlyList<FigureSource>? SourcesOf(ReportTable table, int row, string column) => RowKeys.FindColumn(table, column) is >= 0 and var index ? table.Sources?.Invoke(row, index) : null;
}
