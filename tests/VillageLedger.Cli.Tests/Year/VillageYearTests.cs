using VillageLedger.Reports;
using VillageLedger.Reports.Tests.Exports;

namespace VillageLedger.Cli.Tests;

/// <summary>Every ledger and balance of a village's full year equals the sheet that was worked by hand, here and in hledger.</summary>
public sealed class VillageYearTests
{
    private static readonly AccountCode[] ByParty = [new("11201"), new("11301"), new("21101")];

    public static TheoryData<string> Months => [.. VillageYear.Months.Select(month => month.ToString())];

    public static TheoryData<string> Accounts => [.. VillageYear.Balances.Select(balance => balance.Account.Value).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void The_year_has_more_than_140_vouchers() => VillageYear.Lines.Where(line => line.Date.Year == 2025).Select(line => line.Voucher).Distinct().Count().ShouldBeGreaterThanOrEqualTo(140);

    [Theory]
    [MemberData(nameof(Months))]
    public async Task The_trial_balance_of_a_month_is_that_of_the_sheet(string text)
    {
        var month = MonthOf(text);
        var table = await VillageYear.ReadAsync((models, at) => TrialBalance.ReadAsync(models, at, VillageYear.Book, new(month, month)));
        var ours = table.Rows.Where(row => row[3] is true)
            .Select(row => $"{row[0]} {Net(row, 4)} {row[6]} {row[7]} {Net(row, 10)}").Where(row => !row.EndsWith(" 0 0 0 0", StringComparison.Ordinal));
        ours.ShouldBe(VillageYear.Balances.Where(balance => balance.Month == month).GroupBy(balance => balance.Account)
            .Select(account => $"{account.Key} {account.Sum(one => one.Opening)} {account.Sum(one => one.Debit)} {account.Sum(one => one.Credit)} {account.Sum(one => one.Closing)}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Months))]
    public async Task The_balances_of_parties_are_those_of_the_sheet(string text)
    {
        var month = MonthOf(text);
        foreach (var account in ByParty)
        {
            var table = await VillageYear.ReadAsync((models, at) => PartyBalances.ReadAsync(models, at, VillageYear.Book, new(month, month), account));
            var ours = table.Rows.Select(row => $"{Cell(table, row, "party")} {(long)Cell(table, row, "debitFen")!} {(long)Cell(table, row, "creditFen")!} {Sided(table, row)}")
                .Where(row => !row.EndsWith(" 0 0 0", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
            ours.ShouldBe(VillageYear.Balances.Where(balance => balance.Month == month && balance.Account == account && (balance.Debit, balance.Credit, balance.Closing) != (0, 0, 0))
                .Select(balance => $"{balance.Party} {balance.Debit} {balance.Credit} {balance.Closing}").Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task The_detail_ledger_of_an_account_has_the_lines_of_the_sheet_and_its_balance_after_each_month(string code)
    {
        var account = new AccountCode(code);
        var table = await VillageYear.ReadAsync((models, at) => DetailLedger.ReadAsync(models, at, VillageYear.Book, new(VillageYear.Months[0], VillageYear.Months[^1]), account));
        var lines = table.Rows.Where(row => (string)Cell(table, row, "entry")! == "line").Select(row => $"{Cell(table, row, "date")} {(long?)Cell(table, row, "debitFen") ?? 0} {(long?)Cell(table, row, "creditFen") ?? 0}");
        lines.Order(StringComparer.Ordinal).ShouldBe(VillageYear.Lines.Where(line => line.Account == account).Select(line => $"{line.Date:yyyy-MM-dd} {line.Debit} {line.Credit}").Order(StringComparer.Ordinal));
        foreach (var row in table.Rows.Where(row => (string)Cell(table, row, "entry")! == "month"))
        {
            var month = MonthOf((string)Cell(table, row, "month")!);
            var sheet = VillageYear.Balances.Where(balance => balance.Account == account && balance.Month == month).ToList();
            ((long?)Cell(table, row, "debitFen") ?? 0, (long?)Cell(table, row, "creditFen") ?? 0).ShouldBe((sheet.Sum(one => one.Debit), sheet.Sum(one => one.Credit)), month.ToString());
            Sided(table, row).ShouldBe(sheet.Sum(one => one.Closing), month.ToString());
        }
    }

    [Fact]
    public async Task The_general_ledger_of_the_year_ends_each_month_as_the_sheet_does()
    {
        var table = await VillageYear.ReadAsync((models, at) => GeneralLedger.ReadAsync(models, at, VillageYear.Book, Period.OfYear(2025)));
        var leaves = VillageYear.Balances.Select(balance => balance.Account.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var row in table.Rows.Where(row => (string)Cell(table, row, "entry")! == "month" && leaves.Contains((string)Cell(table, row, "account")!)))
        {
            var sheet = VillageYear.Balances.Where(balance => balance.Account.Value == (string)Cell(table, row, "account")! && balance.Month.ToString() == (string)Cell(table, row, "month")!).ToList();
            ((long?)Cell(table, row, "debitFen") ?? 0, (long?)Cell(table, row, "creditFen") ?? 0, Sided(table, row)).ShouldBe(
                (sheet.Sum(one => one.Debit), sheet.Sum(one => one.Credit), sheet.Sum(one => one.Closing)), $"{Cell(table, row, "account")} {Cell(table, row, "month")}");
        }
    }

    [Fact]
    public async Task Hledger_finds_the_balances_of_the_sheet_after_every_month()
    {
        using var journal = new Journal(JournalFormat.Hledger, (await LedgerProgram.RunAsync(await VillageYear.DatabaseAsync(), "export", "journal", "--format", "hledger", "--book", VillageYear.Book.Address)).Exits(0).Output);
        journal.ShouldPassHledger();
        foreach (var month in VillageYear.Months)
            journal.HledgerBalances(before: $"{month.Next}-01").ShouldBe(VillageYear.Balances.Where(balance => balance.Month == month).GroupBy(balance => balance.Account.Value)
                .Select(account => KeyValuePair.Create($"{VillageYear.Book.Address.Replace('/', '-')} {account.Key}", account.Sum(one => one.Closing))).Where(account => account.Value != 0)
                .OrderBy(account => account.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Operating_income_of_both_years_is_that_of_the_sheet()
    {
        // 2024: rent 420,000 + 35,000, tea 60,000; 2025: rent, tea and the dividend of a company. Grants and interest are not operating.
        (await OperatingAsync(2024)).ShouldBe(42_000_000 + 3_500_000 + 6_000_000);
        (await OperatingAsync(2025)).ShouldBe(70_500_000 + 14_965_050 + 2_600_000);
    }

    [Fact]
    public async Task Bank_and_book_agree_after_the_year_and_the_cards_with_their_accounts()
    {
        var check = (await LedgerProgram.RunAsync(await VillageYear.DatabaseAsync(), "report", "month-check", "--book", VillageYear.Book.Address, "--month", "2025-12", "--json")).Exits(0);
        var states = check.Json.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("check").GetString()!, row => row.GetProperty("state").GetString());
        foreach (var name in (string[])["bank-statement", "bank-reconciliation", "asset-cards", "depreciation", "fund-difference", "claims-unvouchered", "appropriations"]) states[name].ShouldBe("ok", name);
        // The shop pays 40,000 of 45,000 a quarter, the store 3,000 less than it owes.
        states["receivables-overdue"].ShouldBe("warning");
    }

    [Fact]
    public async Task Every_projection_is_rebuilt_alike() => (await LedgerProgram.RunAsync(await VillageYear.DatabaseAsync(), "replay", "--compare")).Exits(0);

    private static Task<long> OperatingAsync(int year) => VillageYear.ReadAsync(async (models, at) =>
    {
        var table = await OperatingIncome.ReadAsync(models, at, Period.OfYear(year), IncomeScope.Village);
        return (long)Cell(table, table.Rows.Single(), "operatingIncomeFen")!;
    });

    private static Month MonthOf(string text) => Month.TryParse(text, out var month) ? month : throw new FormatException(text);

    private static object? Cell(ReportTable table, IReadOnlyList<object?> row, string column) => row[table.Columns.Index().Single(each => each.Item.Name == column).Index];

    private static long Net(IReadOnlyList<object?> row, int debit) => (long)row[debit]! - (long)row[debit + 1]!;

    /// <summary>A balance with its side, debit positive.</summary>
    private static long Sided(ReportTable table, IReadOnlyList<object?> row) => (string?)Cell(table, row, "side") == "credit" ? -(long)Cell(table, row, "balanceFen")! : (long)Cell(table, row, "balanceFen")!;
}
