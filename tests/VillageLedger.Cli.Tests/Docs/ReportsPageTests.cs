using System.CommandLine;
using System.CommandLine.Help;
using System.Text.Json;
using VillageLedger.Reports;
using VillageLedger.Tests;

namespace VillageLedger.Cli.Tests.Docs;

/// <summary><c>docs/REPORTS.md</c> says what the code does.</summary>
public sealed class ReportsPageTests
{
    private const string PageName = "REPORTS.md";

    private static readonly Command Report = CommandLine.Root(Language.English).Subcommands.Single(command => command.Name == "report");

    public static TheoryData<string> Reports => [.. Report.Subcommands.Select(report => report.Name)];

    [Fact]
    public void Every_report_is_described_and_nothing_else_is() =>
        Page.Sections(PageName).Select(section => section.Heading).Except(["Reports", "Every report"]).ShouldBe(Report.Subcommands.Select(report => report.Name), ignoreOrder: true);

    [Fact]
    public void Every_option_of_every_report_is_described_and_nothing_else_is() =>
        Table("Every report", "option").ShouldBe(CommandLine.Root(Language.English).Options.Concat(Report.Options).Where(IsOurs).Select(option => option.Name), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Reports))]
    public void Every_option_of_a_report_is_described_and_nothing_else_is(string report) =>
        Table(report, "option").ShouldBe(Report.Subcommands.Single(command => command.Name == report).Options.Where(IsOurs).Select(option => option.Name), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Reports))]
    public void Every_column_is_described_in_its_order_with_its_kind(string report)
    {
        Rows(report, "column").Select(row => $"{Page.Plain(row[0])} {row[1]} {row[2] == "fen"}").ShouldBe(ColumnsOf(report).Select(column => column.Kind switch
        {
            CellKind.Fen => $"{column.Name} amount True",
            CellKind.Count => $"{column.Name} count False",
            CellKind.Flag => $"{column.Name} flag False",
            CellKind.Ppm => $"{column.Name} rate False",
            CellKind.Word => $"{column.Name} word False",
            CellKind.Quantity => $"{column.Name} quantity False",
            _ => $"{column.Name} text False",
        }));
        ColumnsOf(report).ShouldAllBe(column => column.Kind == CellKind.Fen == column.Name.EndsWith("Fen", StringComparison.Ordinal) && column.Kind == CellKind.Ppm == column.Name.EndsWith("Ppm", StringComparison.Ordinal)
            && column.Kind == CellKind.Quantity == column.Name.EndsWith("Thousandths", StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_has_the_columns_of_a_village_under_its_own_code()
    {
        foreach (var scope in Enum.GetValues<IncomeScope>())
        {
            OperatingIncome.Columns(scope)[0].Name.ShouldBe(OperatingIncome.NameOf(scope));
            OperatingIncome.Columns(scope).Skip(1).ShouldBe(OperatingIncome.Columns(IncomeScope.Village).Skip(1));
            Page.Names(Page.Sections(PageName).Single(section => section.Heading == "operating-income").Text).ShouldContain(OperatingIncome.NameOf(scope));
        }
    }

    [Fact]
    public void Columns_by_month_and_by_holder_are_described()
    {
        AllocationReport.Columns(byMonth: true).Skip(1).ShouldBe(AllocationReport.Columns(byMonth: false));
        CompanyRevenue.Columns(byMonth: true).Skip(1).ShouldBe(CompanyRevenue.Columns(byMonth: false));
        Table("contributions", "column of `--by holder`").ShouldBe(ContributionsReport.ColumnsByHolder.Select(column => column.Name));
    }

    [Fact]
    public void Columns_by_line_and_by_age_and_heads_are_described()
    {
        Table(VoucherList.Name, "column of `--lines`").ShouldBe(VoucherList.LineColumns.Select(column => column.Name));
        Table(PartyBalances.Name, "column of `--ageing`").ShouldBe(PartyBalances.AgeingColumns.Select(column => column.Name));
        Table(VoucherReport.Name, "head").ShouldBe(VoucherReport.HeadColumns.Select(column => column.Name));
        Table(VoucherSummary.Name, "head").ShouldBe(VoucherSummary.HeadColumns.Select(column => column.Name));
        Table(Disclosure.Name, "head").ShouldBe(Disclosure.HeadColumns.Select(column => column.Name));
        Table(BalanceSheet.Name, "head").ShouldBe(BalanceSheet.HeadColumns.Select(column => column.Name));
        Table(IncomeStatement.Name, "head").ShouldBe(IncomeStatement.HeadColumns.Select(column => column.Name));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Every_word_of_a_column_has_a_text_and_stands_on_the_page(string report)
    {
        foreach (var column in ColumnsOf(report).Where(column => column.Kind == CellKind.Word))
        {
            var words = Page.Names(Rows(report, "column").Single(row => Page.Plain(row[0]) == column.Name)[3]);
            words.ShouldNotBeEmpty();
            foreach (var word in words)
                foreach (var language in Enum.GetValues<Language>())
                    ReportTable.WordOf(column, word, language).ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void Every_check_is_described_in_its_order() => Table("month-check", "check").ShouldBe(MonthCheck.Names);

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task The_example_prints_what_the_page_shows(string report)
    {
        var section = Page.Sections(PageName).Single(section => section.Heading == report).Text;
        var command = section.Split("```\n./ledger ")[1].Split("\n```")[0];
        using var shown = JsonDocument.Parse(section.Split("```json\n")[1].Split("\n```")[0]);
        var printed = (await LedgerProgram.RunAsync(await DatabaseOfAsync(report), command.Split(' '))).Exits(0).Json;
        // What it is known by follows the last member of each; docs/HISTORY.md shows it once.
        shown.RootElement.EnumerateObject().Select(member => member.Name).Append("fingerprint").ShouldBe(printed.EnumerateObject().Select(member => member.Name));
        shown.RootElement.GetProperty("report").GetString().ShouldBe(report);
        // How many facts go before the file's own depends on how many rules a new ledger begins with.
        shown.RootElement.GetProperty("asOf").GetProperty("position").GetInt64().ShouldBeLessThanOrEqualTo(printed.GetProperty("asOf").GetProperty("position").GetInt64());
        shown.RootElement.GetProperty("asOf").GetProperty("recordedAt").GetString()!.Length.ShouldBe(printed.GetProperty("asOf").GetProperty("recordedAt").GetString()!.Length);
        shown.RootElement.GetProperty("rows")[0].GetRawText().ShouldBe(printed.GetProperty("rows")[0].GetRawText());
        var columns = printed.GetProperty("rows")[0].EnumerateObject().Select(cell => cell.Name).ToList();
        // Columns that follow from the data come last and are named before the rows.
        var known = printed.TryGetProperty("columns", out var more) ? more.GetArrayLength() : 0;
        columns.SkipLast(known).ShouldBe(ColumnsOf(report).Select(column => column.Name));
        if (known > 0) columns.TakeLast(known).ShouldBe(more.EnumerateArray().Select(column => column.GetProperty("name").GetString()!));
    }

    [Fact]
    public void Every_column_has_a_heading_in_both_languages()
    {
        var all = Report.Subcommands.SelectMany(report => ColumnsOf(report.Name).Select(column => (Report: report.Name, Column: column)))
            .Concat(Enum.GetValues<IncomeScope>().SelectMany(OperatingIncome.Columns).Select(column => ("operating-income", column)))
            .Concat(Enum.GetValues<IncomeScope>().SelectMany(IncomeComparison.Columns).Select(column => ("income-comparison", column)))
            .Concat(Enum.GetValues<StatisticsScope>().SelectMany(VillageStatistics.Columns).Select(column => (VillageStatistics.Name, column)))
            .Concat(Consolidated.HeadColumns.Select(column => (Consolidated.Name, column)))
            .Concat(ContributionsReport.ColumnsByHolder.Select(column => ("contributions", column))).Concat(AllocationReport.Columns(byMonth: true).Select(column => ("allocation", column)))
            .Concat(VoucherList.LineColumns.Select(column => (VoucherList.Name, column))).Concat(PartyBalances.AgeingColumns.Select(column => (PartyBalances.Name, column)))
            .Concat(VoucherReport.HeadColumns.Select(column => (VoucherReport.Name, column))).Concat(VoucherSummary.HeadColumns.Select(column => (VoucherSummary.Name, column)))
            .Concat(Disclosure.HeadColumns.Select(column => (Disclosure.Name, column))).Concat(BalanceSheet.HeadColumns.Select(column => (BalanceSheet.Name, column))).Concat(IncomeStatement.HeadColumns.Select(column => (IncomeStatement.Name, column)));
        foreach (var (report, column) in all)
            foreach (var language in Enum.GetValues<Language>())
                ReportTable.HeadingOf(report, column, language).ShouldNotBeNullOrWhiteSpace();
    }

    /// <summary>The columns of a report as it is asked for in its example.</summary>
    internal static IReadOnlyList<ReportColumn> ColumnsOf(string report) => report switch
    {
        "operating-income" => OperatingIncome.Columns(IncomeScope.Village),
        "trial-balance" => TrialBalance.Columns,
        BalanceSheet.Name => BalanceSheet.Columns,
        IncomeStatement.Name => IncomeStatement.Columns,
        StatementNotes.Name => StatementNotes.Columns,
        "month-check" => MonthCheckReport.Columns,
        GeneralLedger.Name => GeneralLedger.Columns,
        DetailLedger.Name => DetailLedger.Columns,
        MoneyJournal.CashName or MoneyJournal.BankName => MoneyJournal.Columns,
        MultiColumnLedger.Name => MultiColumnLedger.Columns,
        QuantityLedger.Name => QuantityLedger.Columns,
        VoucherList.Name => VoucherList.Columns,
        VoucherReport.Name => VoucherReport.Columns,
        VoucherSummary.Name => VoucherSummary.Columns,
        ReceiptsAndPayments.Name => ReceiptsAndPayments.Columns,
        PartyBalances.Name => PartyBalances.Columns,
        PartyLedger.Name => PartyLedger.Columns,
        "corrections" => CorrectionsReport.Columns,
        "allocation" => AllocationReport.Columns(byMonth: false),
        "contributions" => ContributionsReport.Columns,
        "venture-balances" => VentureBalances.Columns,
        "venture-operation" => VentureOperation.Columns,
        "shares" => VentureShares.Columns,
        "holdings" => HoldingsReport.Columns,
        "dividends" => DividendsReport.Columns,
        "distributable" => DistributableReport.Columns,
        "company-revenue" => CompanyRevenue.Columns(byMonth: false),
        "managers" => ManagersReport.Columns,
        BankReconciliationReport.Name => BankReconciliationReport.Columns,
        BankStatementReport.Name => BankStatementReport.Columns,
        CashCountsReport.Name => CashCountsReport.Columns,
        FormsReport.Name => FormsReport.Columns,
        "contracts" => ContractsReport.Columns,
        "contract-schedule" => ContractScheduleReport.Columns,
        "arrears" => ArrearsReport.Columns,
        "expiring-contracts" => ExpiringContracts.Columns,
        "claims" => ClaimsReport.Columns,
        "attachments" => AttachmentsReport.Columns,
        QuestionsReport.Name => QuestionsReport.Columns,
        Disclosure.Name => Disclosure.Columns,
        "asset-cards" => AssetCardsReport.Columns,
        "depreciation" => DepreciationReport.Columns,
        "asset-counts" => AssetCountsReport.Columns,
        "resources" => ResourcesReport.Columns,
        "conversion" => ConversionReport.Columns,
        "income-comparison" => IncomeComparison.Columns(IncomeScope.Village),
        VillageStatistics.Name => VillageStatistics.Columns(StatisticsScope.Village),
        IncomeByChart.Name => IncomeByChart.Columns(StatisticsScope.Village),
        Consolidated.Name => Consolidated.Columns,
        "funds" => FundsReport.Columns,
        "thresholds" => ThresholdsReport.Columns,
        "weak-villages" => WeakVillages.Columns,
        _ => throw new InvalidOperationException($"No columns are known here for {report}."),
    };

    /// <summary>The words of the example of a report, from <c>report</c> on.</summary>
    internal static string[] ExampleOf(string report) =>
        Page.Sections(PageName).Single(section => section.Heading == report).Text.Split("```\n./ledger ")[1].Split("\n```")[0].Split(' ');

    /// <summary>The ledger that the example of a report reads.</summary>
    internal static Task<string> DatabaseOfAsync(string report) => report switch
    {
        "operating-income" or "trial-balance" or "month-check" or "corrections" or BalanceSheet.Name or IncomeStatement.Name or StatementNotes.Name => TwoVillages.DatabaseAsync(),
        GeneralLedger.Name or DetailLedger.Name or MoneyJournal.CashName or MoneyJournal.BankName or MultiColumnLedger.Name or VoucherList.Name or VoucherReport.Name or VoucherSummary.Name => TwoVillages.DatabaseAsync(),
        ReceiptsAndPayments.Name or PartyBalances.Name or PartyLedger.Name => TwoVillages.DatabaseAsync(),
        "contracts" or "contract-schedule" or "arrears" or "expiring-contracts" => ContractsLedger.DatabaseAsync(),
        "bank-reconciliation" or "bank-statement" or "cash-counts" or "forms" => CashLedger.DatabaseAsync(),
        "asset-cards" or "depreciation" or "asset-counts" or "resources" => OwnersAssetsLedger.DatabaseAsync(),
        "claims" or "attachments" => VillageClaims.DatabaseAsync(),
        QuestionsReport.Name => QuestionsLedger.DatabaseAsync(),
        "conversion" or "income-comparison" => ConvertedBook.DatabaseAsync(),
        _ => JointVenture.DatabaseAsync(),
    };

    private static bool IsOurs(Option option) => option is not (HelpOption or VersionOption);

    private static IEnumerable<string> Table(string heading, string table) => Rows(heading, table).Select(row => Page.Plain(row[0]));

    /// <summary>Rows of the table of a section whose first heading is given.</summary>
    private static IEnumerable<string[]> Rows(string heading, string table) =>
        Page.Sections(PageName).Single(section => section.Heading == heading).Text.Split("\n\n")
            .Where(block => block.TrimStart().StartsWith($"| {table} |", StringComparison.Ordinal)).SelectMany(Page.Rows).Where(row => row[0].StartsWith('`'));
}
