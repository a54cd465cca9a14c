using VillageLedger.Reports;
using VillageLedger.Reports.Tests.Exports;

namespace VillageLedger.Cli.Tests;

/// <summary>The statements of a village's full year are what its sheet comes to, and what hledger makes of the export.</summary>
public sealed class YearStatementsTests
{
    /// <summary>Which lowest accounts of the sheet stand in a row, by hand; those with a minus show their credit.</summary>
    private static readonly (string Row, int Sign, string[] Accounts)[] SheetRows =
    [
        ("monetary-funds", 1, ["101", "10201", "10202"]), ("inventories", 1, ["121", "401"]), ("long-term-investments", 1, ["141"]), ("productive-biological-cost", 1, ["132"]),
        ("productive-biological-depreciation", -1, ["133"]), ("fixed-assets-cost", 1, ["15101", "15102"]), ("accumulated-depreciation", -1, ["152"]), ("construction", 1, ["153"]), ("disposal", 1, ["154"]),
        ("intangible-cost", 1, ["161"]), ("accumulated-amortization", -1, ["162"]), ("wages-payable", -1, ["212"]), ("labour-fees-payable", -1, ["213"]), ("taxes-payable", -1, ["21401"]),
        ("special-payables", -1, ["241"]), ("capital", -1, ["301"]), ("reserve", -1, ["31101", "31102"]),
    ];

    private static readonly (string Row, string Account)[] IncomeRows =
    [
        ("operating-income", "501"), ("investment-income", "502"), ("grants", "503"), ("other-income", "504"), ("operating-expenses", "511"), ("taxes-and-surcharges", "512"), ("administrative-expenses", "513"),
        ("welfare-expenses", "514"), ("other-expenses", "515"), ("income-tax", "521"),
    ];

    public static TheoryData<string> Months => [.. VillageYear.Months.Select(month => month.ToString())];

    [Theory]
    [MemberData(nameof(Months))]
    public async Task The_balance_sheet_of_a_month_is_that_of_the_sheet(string text)
    {
        var month = MonthOf(text);
        var sheet = await VillageYear.ReadAsync((models, at) => BalanceSheet.ReadAsync(models, at, VillageYear.Book, new(month, month), Language.Chinese));
        ShouldBeSheet(sheet, "amountFen", month);
        if (month.Year > 2024) ShouldBeSheet(sheet, "comparativeFen", new(month.Year - 1, 12));
    }

    [Theory]
    [MemberData(nameof(Months))]
    public async Task The_income_statement_of_a_month_is_that_of_the_sheet(string text)
    {
        var month = MonthOf(text);
        var income = await VillageYear.ReadAsync((models, at) => IncomeStatement.ReadAsync(models, at, VillageYear.Book, new(month, month), Language.Chinese));
        ShouldBeVouchers(income, "amountFen", new(month, month));
        Fen(income, "closing-undistributed").ShouldBe(-Undistributed(month));
        Fen(income, "opening-undistributed").ShouldBe(month == VillageYear.Months[0] ? -OpeningUndistributed() : -Undistributed(month.Previous));
    }

    [Fact]
    public async Task The_statements_of_the_year_are_those_of_the_sheet()
    {
        var (sheet, income) = (
            await VillageYear.ReadAsync((models, at) => BalanceSheet.ReadAsync(models, at, VillageYear.Book, Period.OfYear(2025), Language.Chinese)),
            await VillageYear.ReadAsync((models, at) => IncomeStatement.ReadAsync(models, at, VillageYear.Book, Period.OfYear(2025), Language.Chinese)));
        ShouldBeSheet(sheet, "amountFen", new(2025, 12));
        ShouldBeSheet(sheet, "comparativeFen", new(2024, 12));
        ShouldBeVouchers(income, "amountFen", Period.OfYear(2025));
        // By hand: 30 % of 324,149.04 to the fund, 60,000 to members in April, 270 of the year before found in February.
        string[] rows = ["net-income", "opening-undistributed", "transferred-in", "to-reserve", "to-members", "other-distributions", "closing-undistributed"];
        rows.Select(row => Fen(income, row)).ShouldBe([32_414_904, 18_485_633, 0, 9_724_472, 6_000_000, 27_000, 35_149_065]);
        // The year before, of which the sheet has December, is known from the opening: 100,000 and 121,223.34 less the fund's part.
        rows.Select(row => Fen(income, row, "comparativeFen")).ShouldBe([12_122_334, 10_000_000, 0, 3_636_701, 0, 0, 18_485_633]);
    }

    [Fact]
    public async Task What_was_found_later_stands_restated_in_the_year_it_concerns()
    {
        var (sheet, income) = (
            await VillageYear.ReadAsync((models, at) => BalanceSheet.ReadAsync(models.AsRestated(), at, VillageYear.Book, Period.OfYear(2025), Language.Chinese)),
            await VillageYear.ReadAsync((models, at) => IncomeStatement.ReadAsync(models.AsRestated(), at, VillageYear.Book, Period.OfYear(2025), Language.Chinese)));
        (Fen(income, "other-distributions"), Fen(income, "other-distributions", "comparativeFen"), Fen(income, "opening-undistributed")).ShouldBe((0, 27_000, 18_458_633));
        foreach (var column in (string[])["amountFen", "comparativeFen"]) Fen(sheet, "assets", column).ShouldBe(Fen(sheet, "liabilities-and-equity", column));
    }

    [Fact]
    public async Task Hledger_finds_the_same_totals()
    {
        using var journal = new Journal(JournalFormat.Hledger, (await LedgerProgram.RunAsync(await VillageYear.DatabaseAsync(), "export", "journal", "--format", "hledger", "--book", VillageYear.Book.Address)).Exits(0).Output);
        foreach (var month in VillageYear.Months)
        {
            var (sheet, income) = (
                await VillageYear.ReadAsync((models, at) => BalanceSheet.ReadAsync(models, at, VillageYear.Book, new(month, month), Language.Chinese)),
                await VillageYear.ReadAsync((models, at) => IncomeStatement.ReadAsync(models, at, VillageYear.Book, new(month, month), Language.Chinese)));
            // hledger nets internal accounts among the assets; and has what is not transferred yet among revenues and expenses.
            var (owed, untransferred) = (PartiesOf(month, "113").Where(fen => fen < 0).Sum(), Closing(month, account => account.Value[0] == '5'));
            journal.HledgerTotals("balancesheetequity", "-e", $"{month.Next}-01").ShouldBe([Fen(sheet, "assets") + owed, Fen(sheet, "liabilities") + owed, Fen(sheet, "equity") + untransferred], month.ToString());
            journal.HledgerTotals("balancesheet", "-e", $"{month.Next}-01").ShouldBe([Fen(sheet, "assets") + owed, Fen(sheet, "liabilities") + owed], month.ToString());
            journal.HledgerTotals("incomestatement", "-b", $"{month}-01", "-e", $"{month.Next}-01", "not:tag:kind=transfer").ShouldBe([Revenues(income), Revenues(income) - Fen(income, "net-income")], month.ToString());
        }

        var year = await VillageYear.ReadAsync((models, at) => IncomeStatement.ReadAsync(models, at, VillageYear.Book, Period.OfYear(2025), Language.Chinese));
        journal.HledgerTotals("incomestatement", "-p", "2025", "not:tag:kind=transfer").ShouldBe([Revenues(year), Revenues(year) - Fen(year, "net-income")]);
    }

    private static long Revenues(ReportTable income) => ((string[])["operating-income", "investment-income", "grants", "other-income"]).Sum(row => Fen(income, row));

    private static void ShouldBeSheet(ReportTable table, string column, Month month)
    {
        foreach (var (row, sign, accounts) in SheetRows) Fen(table, row, column).ShouldBe(sign * Closing(month, account => accounts.Contains(account.Value)), $"{row} of {month}");
        var (debits, credits) = (PartiesOf(month, "113").Where(fen => fen > 0).Sum(), PartiesOf(month, "113").Where(fen => fen < 0).Sum());
        Fen(table, "receivables", column).ShouldBe(Closing(month, account => account.Value.StartsWith("112", StringComparison.Ordinal)) + debits, month.ToString());
        Fen(table, "payables", column).ShouldBe(-Closing(month, account => account.Value.StartsWith("211", StringComparison.Ordinal)) - credits, month.ToString());
        Fen(table, "undistributed", column).ShouldBe(-Undistributed(month), month.ToString());
        Fen(table, "assets", column).ShouldBe(Closing(month, account => account.Value[0] is '1' or '4') - credits, month.ToString());
        Fen(table, "liabilities", column).ShouldBe(-Closing(month, account => account.Value[0] == '2') - credits, month.ToString());
        Fen(table, "liabilities-and-equity", column).ShouldBe(Fen(table, "assets", column), month.ToString());
    }

    private static void ShouldBeVouchers(ReportTable table, string column, Period period)
    {
        foreach (var (row, root) in IncomeRows)
        {
            var debits = Posted(period, line => line.Account.Value.StartsWith(root, StringComparison.Ordinal) && line.Source != "closing");
            Fen(table, row, column).ShouldBe(root.StartsWith("50", StringComparison.Ordinal) ? -debits : debits, $"{row} of {period}");
        }

        Fen(table, "net-income", column).ShouldBe(-Posted(period, line => line.Account.Value[0] == '5' && line.Source != "closing"), period.ToString());
        Fen(table, "to-reserve", column).ShouldBe(-Posted(period, line => line.Account.Value == "31101" && line.Source == "closing"), period.ToString());
        Fen(table, "to-members", column).ShouldBe(Posted(period, line => line.Account.Value == "32201" && line.Source == "dividend"), period.ToString());
        Fen(table, "other-distributions", column).ShouldBe(Posted(period, line => line.Account.Value == "32202" && line.Source == "correction"), period.ToString());
    }

    private static long Posted(Period period, Func<SheetLine, bool> wanted) =>
        VillageYear.Lines.Where(line => Month.Of(line.Date) >= period.From && Month.Of(line.Date) <= period.To && wanted(line)).Sum(line => line.Debit - line.Credit);

    private static long Undistributed(Month month) => Closing(month, IsResult);

    private static long OpeningUndistributed() => VillageYear.Balances.Where(balance => balance.Month == VillageYear.Months[0] && IsResult(balance.Account)).Sum(balance => balance.Opening);

    private static bool IsResult(AccountCode account) => account.Value[0] == '5' || account.Value.StartsWith("32", StringComparison.Ordinal);

    private static long Closing(Month month, Func<AccountCode, bool> wanted) => VillageYear.Balances.Where(balance => balance.Month == month && wanted(balance.Account)).Sum(balance => balance.Closing);

    private static IEnumerable<long> PartiesOf(Month month, string root) =>
        VillageYear.Balances.Where(balance => balance.Month == month && balance.Account.Value.StartsWith(root, StringComparison.Ordinal)).Select(balance => balance.Closing);

    private static Month MonthOf(string text) => Month.TryParse(text, out var month) ? month : throw new FormatException(text);

    private static long Fen(ReportTable table, string row, string column = "amountFen") => (long)table.Rows.Single(one => Equals(one[0], row))[table.Columns.TakeWhile(one => one.Name != column).Count()]!;
}
