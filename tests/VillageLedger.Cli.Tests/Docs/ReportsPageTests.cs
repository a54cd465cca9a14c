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
            _ => $"{column.Name} text False",
        }));
        ColumnsOf(report).Where(column => column.Kind == CellKind.Fen).ShouldAllBe(column => column.Name.EndsWith("Fen", StringComparison.Ordinal));
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
    public void Every_check_is_described_in_its_order() => Table("month-check", "check").ShouldBe(MonthCheck.Names);

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task The_example_prints_what_the_page_shows(string report)
    {
        var section = Page.Sections(PageName).Single(section => section.Heading == report).Text;
        var command = section.Split("```\n./ledger ")[1].Split("\n```")[0];
        using var shown = JsonDocument.Parse(section.Split("```json\n")[1].Split("\n```")[0]);
        var printed = (await LedgerProgram.RunAsync(await TwoVillages.DatabaseAsync(), command.Split(' '))).Exits(0).Json;
        shown.RootElement.EnumerateObject().Select(member => member.Name).ShouldBe(printed.EnumerateObject().Select(member => member.Name));
        shown.RootElement.GetProperty("report").GetString().ShouldBe(report);
        shown.RootElement.GetProperty("asOf").GetProperty("position").GetInt64().ShouldBe(printed.GetProperty("asOf").GetProperty("position").GetInt64());
        shown.RootElement.GetProperty("asOf").GetProperty("recordedAt").GetString()!.Length.ShouldBe(printed.GetProperty("asOf").GetProperty("recordedAt").GetString()!.Length);
        shown.RootElement.GetProperty("rows")[0].GetRawText().ShouldBe(printed.GetProperty("rows")[0].GetRawText());
        printed.GetProperty("rows")[0].EnumerateObject().Select(cell => cell.Name).ShouldBe(ColumnsOf(report).Select(column => column.Name));
    }

    [Fact]
    public void Every_column_has_a_heading_in_both_languages()
    {
        foreach (var column in Report.Subcommands.SelectMany(report => ColumnsOf(report.Name)).Concat(Enum.GetValues<IncomeScope>().SelectMany(OperatingIncome.Columns)))
            foreach (var language in Enum.GetValues<Language>())
                Texts.Of("column." + column.Name, language).ShouldNotBeNullOrWhiteSpace();
    }

    private static IReadOnlyList<ReportColumn> ColumnsOf(string report) => report switch
    {
        "operating-income" => OperatingIncome.Columns(IncomeScope.Village),
        "trial-balance" => TrialBalance.Columns,
        "month-check" => MonthCheckReport.Columns,
        _ => throw new InvalidOperationException($"No columns are known here for {report}."),
    };

    private static bool IsOurs(Option option) => option is not (HelpOption or VersionOption);

    private static IEnumerable<string> Table(string heading, string table) => Rows(heading, table).Select(row => Page.Plain(row[0]));

    /// <summary>Rows of the table of a section whose first heading is given.</summary>
    private static IEnumerable<string[]> Rows(string heading, string table) =>
        Page.Sections(PageName).Single(section => section.Heading == heading).Text.Split("\n\n")
            .Where(block => block.TrimStart().StartsWith($"| {table} |", StringComparison.Ordinal)).SelectMany(Page.Rows).Where(row => row[0].StartsWith('`'));
}
