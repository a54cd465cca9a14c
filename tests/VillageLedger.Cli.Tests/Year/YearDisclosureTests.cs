using VillageLedger.Reports;

namespace VillageLedger.Cli.Tests;

/// <summary>What a village makes public of its full year is what its sheet and its trial balances come to, and names no natural person.</summary>
public sealed class YearDisclosureTests
{
    public static TheoryData<string> Months => [.. VillageYear.Months.Select(month => month.ToString())];

    [Theory]
    [MemberData(nameof(Months))]
    public async Task Income_and_expense_of_a_month_are_those_of_the_vouchers(string text)
    {
        var period = MonthOf(text);
        var table = await ReadAsync(period);
        foreach (var (section, sign, first) in (ReadOnlySpan<(string, int, string)>)[("income", -1, "50"), ("expense", 1, "51")])
        {
            var posted = VillageYear.Lines.Where(line => Month.Of(line.Date) == period.To && line.Source != "closing" && (line.Account.Value.StartsWith(first, StringComparison.Ordinal) || (section == "expense" && line.Account.Value.StartsWith("52", StringComparison.Ordinal))))
                .GroupBy(line => line.Account.Value[..3]).Select(root => (Item: root.Key, Fen: sign * root.Sum(line => line.Debit - line.Credit))).Where(root => root.Fen != 0).OrderBy(root => root.Item, StringComparer.Ordinal).ToList();
            Of(table, section).Where(row => Equals(Cell(table, row, "level"), 1L) && Fen(table, row, "amountFen") != 0).Select(row => ((string)Cell(table, row, "item")!, Fen(table, row, "amountFen"))).ShouldBe(posted);
            Fen(table, Of(table, section + "-total").Single(), "amountFen").ShouldBe(posted.Sum(root => root.Fen));
        }

        Fen(table, Of(table, "surplus").Single(), "amountFen").ShouldBe(Fen(table, Of(table, "income-total").Single(), "amountFen") - Fen(table, Of(table, "expense-total").Single(), "amountFen"));
    }

    [Theory]
    [MemberData(nameof(Months))]
    public async Task Money_of_a_month_is_that_of_the_trial_balance(string text)
    {
        var period = MonthOf(text);
        var (table, balance) = (await ReadAsync(period), await VillageYear.ReadAsync((models, at) => TrialBalance.ReadAsync(models, at, VillageYear.Book, period)));
        var accounts = balance.Rows.Where(row => row[3] is true && ((string)row[0]!)[..3] is "101" or "102")
            .Select(row => $"{row[0]} {(long)row[4]! - (long)row[5]!} {row[6]} {row[7]} {(long)row[10]! - (long)row[11]!}").ToList();
        Of(table, "money").Select(row => $"{Cell(table, row, "item")} {Money(table, row)}").ShouldBe(accounts);
        Money(table, Of(table, "money-total").Single()).ShouldBe(string.Join(' ', Enumerable.Range(1, 4).Select(i => accounts.Sum(account => long.Parse(account.Split(' ')[i], System.Globalization.CultureInfo.InvariantCulture)))));
    }

    [Theory]
    [MemberData(nameof(Months))]
    public async Task What_the_village_has_is_what_it_owes_and_owns(string text)
    {
        var table = await ReadAsync(MonthOf(text));
        var (assets, liabilities, equity) = (Item(table, "assets"), Item(table, "liabilities"), Item(table, "equity"));
        assets.ShouldBe(liabilities + equity);
        // All that is owed stands among the liabilities, by its sides; income and expense of the year among what it owns.
        Fen(table, Of(table, "payable-total").Single(), "amountFen").ShouldBe(liabilities);
    }

    [Fact]
    public async Task A_quarter_is_its_three_months()
    {
        var (quarter, first, last) = (await ReadAsync(new(new(2025, 4), new(2025, 6))), await ReadAsync(MonthOf("2025-04")), await ReadAsync(MonthOf("2025-06")));
        var months = new[] { first, await ReadAsync(MonthOf("2025-05")), last };
        foreach (var section in (string[])["income-total", "expense-total", "surplus"])
            Fen(quarter, Of(quarter, section).Single(), "amountFen").ShouldBe(months.Sum(month => Fen(month, Of(month, section).Single(), "amountFen")), section);
        Fen(quarter, Of(quarter, "surplus").Single(), "yearFen").ShouldBe(Fen(last, Of(last, "surplus").Single(), "yearFen"));
        (Total(quarter, "openingFen"), Total(quarter, "amountFen"), Total(quarter, "paidFen")).ShouldBe((Total(first, "openingFen"), Total(last, "amountFen"), months.Sum(month => Total(month, "paidFen"))));
        (Opening(quarter, "assets"), Item(quarter, "assets")).ShouldBe((Opening(first, "assets"), Item(last, "assets")));

        static long Total(ReportTable table, string column) => Fen(table, Of(table, "money-total").Single(), column);

        static long Opening(ReportTable table, string item) => Fen(table, Of(table, "balance").Single(row => Equals(Cell(table, row, "item"), item)), "openingFen");
    }

    [Theory]
    [InlineData("2025-02", "")]
    [InlineData("2025-03", "0 40000000 0 40000000")]
    [InlineData("2025-05", "40000000 0 38000000 2000000")]
    [InlineData("2025-09", "2000000 0 1500000 500000")]
    public async Task Earmarked_money_is_shown_with_who_gave_it(string month, string fen)
    {
        var table = await ReadAsync(MonthOf(month));
        var funds = Of(table, "fund");
        string.Join(';', funds.Select(row => Money(table, row))).ShouldBe(fen);
        funds.ShouldAllBe(row => Equals(Cell(table, row, "party"), "区农业农村局（虚构）") && Equals(Cell(table, row, "partyKind"), "public-body"));
    }

    [Theory]
    [InlineData("2024-12", "renhe-ht-4 group r***1")]
    [InlineData("2025-02", "renhe-ht-3 company 苕溪仓储（虚构）")]
    [InlineData("2025-04", "")]
    public async Task Contracts_are_shown_when_they_were_signed_with_companies_by_name_and_groups_masked(string month, string contract)
    {
        var table = await ReadAsync(MonthOf(month));
        string.Join(';', Of(table, "contract").Select(row => $"{Cell(table, row, "item")} {Cell(table, row, "partyKind")} {Cell(table, row, "party")}")).ShouldBe(contract);
    }

    [Fact]
    public async Task What_was_declared_and_paid_to_members_is_shown_in_total()
    {
        var table = await ReadAsync(new(new(2025, 4), new(2025, 6)));
        // By hand: 60,000 declared in April, of which four of the five came for theirs in May.
        Of(table, "distribution").Where(row => ((string)Cell(table, row, "item")!).StartsWith("dividend", StringComparison.Ordinal)).Select(row => $"{Cell(table, row, "item")} {Fen(table, row, "amountFen")}")
            .ShouldBe(["dividend-declared 6000000", "dividend-paid 5400000"]);
    }

    [Fact]
    public async Task No_member_and_no_group_is_named_in_any_month()
    {
        foreach (var month in VillageYear.Months)
            foreach (var language in Enum.GetValues<Language>())
                (await ReadAsync(new(month, month), language)).Rows.SelectMany(row => row).OfType<string>().ShouldAllBe(cell => !cell.Contains("小组", StringComparison.Ordinal) && !cell.Contains("member/", StringComparison.Ordinal) && !cell.Contains("renhe-m", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_closed_month_is_said_to_be_so_and_one_that_is_not_as_well()
    {
        var (closed, open) = (await ReadAsync(MonthOf("2025-12")), await ReadAsync(MonthOf("2026-01")));
        (closed.Head.Single(head => head.Column.Name == "closed").Cell, closed.Notes.Count).ShouldBe((true, 1));
        open.Head.Single(head => head.Column.Name == "closed").Cell.ShouldBe(false);
        open.Notes[0].ShouldBe("2026-01 尚未结账，以下数字只含已记账的凭证，结账前还可能变动。");
    }

    [Fact]
    public async Task The_latest_closed_month_is_made_public_unless_another_is_asked_for() => (await ReadAsync(null)).Subject.ShouldBe($"{VillageYear.Book} · 2025-12");

    /// <summary>December has transfers, the first year turnover of before the book. What its sources did not add up to would be looked for at other positions.</summary>
    [Theory]
    [InlineData("2025-12", "income-total/", "amountFen")]
    [InlineData("2025-12", "expense/513", "yearFen")]
    [InlineData("2025-12", "surplus/", "yearFen")]
    [InlineData("2025-12", "money/10201", "amountFen")]
    [InlineData("2025-12", "money/10201", "openingFen")]
    [InlineData("2025-12", "money-total/", "paidFen")]
    [InlineData("2025-12", "balance/assets", "amountFen")]
    [InlineData("2025-12", "balance/assets", "openingFen")]
    [InlineData("2024", "income-total/", "amountFen")]
    [InlineData("2024", "expense-total/", "yearFen")]
    [InlineData("2024", "money-total/", "openingFen")]
    [InlineData("2024", "money-total/", "receivedFen")]
    public async Task A_figure_is_the_sum_of_the_lines_that_it_names(string text, string row, string column) => await VillageYear.ReadAsync(async (models, at) =>
    {
        var period = text == "2024" ? Period.OfYear(2024) : MonthOf(text);
        Task<ReportTable> Read(EventStore.LogMoment moment) => moment.Position == at.Position
            ? Disclosure.ReadAsync(models, moment, VillageYear.Book, period, Language.Chinese) : throw new InvalidOperationException("The sources do not come to the figure.");
        var table = await Read(at);
        var (index, of) = (RowKeys.AllOf(table).ToList().IndexOf(row), table.Columns.TakeWhile(one => one.Name != column).Count());
        var explained = await Explain.OfAsync(models, Read, at, row, column);
        explained.Rows.Sum(part => (long)part[^1]!).ShouldBe((long)table.Rows[index][of]!);
        return true;
    });

    [Theory]
    [InlineData("--from", "2025-02", "--to", "2025-04")]
    [InlineData("--from", "2025-01", "--to", "2025-02")]
    [InlineData("--from", "2024-07", "--to", "2025-06")]
    public async Task What_is_no_month_quarter_or_year_is_not_made_public(params string[] words) =>
        (await LedgerProgram.RunAsync(await VillageYear.DatabaseAsync(), ["report", "disclosure", "--book", VillageYear.Book.Address, .. words])).Exits(2);

    [Fact]
    public async Task Before_the_book_nothing_is_made_public() =>
        (await LedgerProgram.RunAsync(await VillageYear.DatabaseAsync(), "report", "disclosure", "--book", VillageYear.Book.Address, "--month", "2024-11")).Exits(1).Trouble.ShouldContain("date-before-book");

    private static Task<ReportTable> ReadAsync(Period? period, Language language = Language.Chinese) => VillageYear.ReadAsync((models, at) => Disclosure.ReadAsync(models, at, VillageYear.Book, period, language));

    private static Period MonthOf(string text) => Month.TryParse(text, out var month) ? new(month, month) : throw new FormatException(text);

    private static List<IReadOnlyList<object?>> Of(ReportTable table, string section) => [.. table.Rows.Where(row => Equals(row[0], section))];

    private static long Item(ReportTable table, string item) => Fen(table, Of(table, "balance").Single(row => Equals(Cell(table, row, "item"), item)), "amountFen");

    private static string Money(ReportTable table, IReadOnlyList<object?> row) => string.Join(' ', new[] { "openingFen", "receivedFen", "paidFen", "amountFen" }.Select(column => Fen(table, row, column)));

    private static object? Cell(ReportTable table, IReadOnlyList<object?> row, string column) => row[table.Columns.TakeWhile(one => one.Name != column).Count()];

    private static long Fen(ReportTable table, IReadOnlyList<object?> row, string column) => (long)Cell(table, row, column)!;
}
