namespace VillageLedger.Tests;

public sealed class CloseMonthTests
{
    private const string Usual = """{"check":"unposted-vouchers","state":"ok"},{"check":"previous-month","state":"ok"},{"check":"cash-side","state":"ok"},{"check":"bank-side","state":"ok"},{"check":"suspense","state":"ok"}""";
    private const string Last = """{"check":"standard","state":"ok"},{"check":"year-to-date","state":"ok"}""";
    private const string YearEnd = """{"check":"income-expense","state":"ok"},{"check":"year-result","state":"ok"},{"check":"appropriations","state":"ok"}""";

    [Fact]
    public void A_month_whose_vouchers_are_posted_is_closed_with_what_was_checked() => Given.AVillageBook().Posted("v1").When(Say.Close()).Then(Closed("2025-01", $"{Usual},{Last}"));

    [Fact]
    public void An_empty_month_is_closed() => Given.AVillageBook().When(Say.Close()).Then(Closed("2025-01", $"{Usual},{Last}"));

    [Fact]
    public void A_month_with_a_discarded_voucher_is_closed() => Given.AVillageBook().Done(Say.Prepare(), Say.Discard()).When(Say.Close()).Then(Closed("2025-01", $"{Usual},{Last}"));

    [Fact]
    public void A_book_that_is_not_open_is_refused() => Given.AVillage().When(Say.Close()).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void A_month_before_the_book_is_refused() => Given.AVillageBook().When(Say.Close("2024-12")).ThenRefused(RefusalCode.DateBeforeBook);

    [Fact]
    public void A_month_is_closed_once() => Given.AVillageBook().Done(Say.Close()).When(Say.Close(by: "wang")).ThenRefused(RefusalCode.MonthClosed);

    [Theory]
    [InlineData("2025-03")]
    [InlineData("2052-01")]
    [InlineData("9999-12")]
    public void A_month_that_is_not_open_yet_is_refused(string month) => Given.AVillageBook().When(Say.Close(month)).ThenRefused(RefusalCode.MonthNotYetOpen);

    [Fact]
    public void Months_are_closed_in_order() => Given.AVillageBook().When(Say.Close("2025-02")).ThenRefused(RefusalCode.MonthNotReady, ("stopsEn", "2025-01 is still open. Close it first."));

    [Theory]
    [InlineData("prepared")]
    [InlineData("reviewed")]
    [InlineData("returned")]
    public void Unposted_vouchers_stop_it_and_are_named(string stage) => Given.AVillageBook()
        .Done([Say.Prepare(), .. stage switch { "reviewed" => (string[])[Say.Review()], "returned" => [Say.Return()], _ => [] }])
        .When(Say.Close()).ThenRefused(RefusalCode.MonthNotReady, ("stopsEn", "1 vouchers are not posted: v1. Review and post, or discard them."));

    [Fact]
    public void Cash_on_the_wrong_side_stops_it() => Given.AVillageBook().Posted("v1", lines: Say.Debit("513", 5) + "," + Say.Credit("101", 5))
        .When(Say.Close()).ThenRefused(RefusalCode.MonthNotReady, ("stops", "现金科目出现贷方余额：101 库存现金 -0.05。请核对收付。"));

    [Fact]
    public void One_bank_account_on_the_wrong_side_stops_it_though_the_others_cover_it() => Given.AVillageBook().Done(Say.AddAccount("10201", "102", "农商行"), Say.AddAccount("10202", "102", "农行"))
        .Posted("v1", lines: Say.Debit("10201", 9) + "," + Say.Credit("10202", 9))
        .When(Say.Close()).ThenRefused(RefusalCode.MonthNotReady, ("stops", "银行存款科目出现贷方余额：10202 农行 -0.09。请核对银行流水。"));

    [Fact]
    public void What_was_posted_before_an_account_had_details_is_carried_by_the_first() => Given.AVillageBook()
        .Posted("v1").Done(Say.AddAccount("10201", "102"), Say.AddAccount("50101", "501")).Posted("v2", lines: Say.Debit("513", 40_000) + "," + Say.Credit("10201", 40_000))
        .When(Say.Close()).Then(Closed("2025-01", $"{Usual},{Last}"));

    [Fact]
    public void The_opening_counts_and_so_do_earlier_months() => Given.AVillage().Done(Say.OpenBook(opening: Say.Debit("101", 10) + "," + Say.Credit("301", 10)))
        .Posted("v1", lines: Say.Debit("513", 6) + "," + Say.Credit("101", 6)).Done(Say.Close())
        .Posted("v2", "2025-02-01", Say.Debit("513", 5) + "," + Say.Credit("101", 5))
        .When(Say.Close("2025-02")).ThenRefused(RefusalCode.MonthNotReady, ("stops", "现金科目出现贷方余额：101 库存现金 -0.01。请核对收付。"));

    [Fact]
    public void Uncleared_losses_are_a_warning() => Given.AVillageBook().Posted("v1", lines: Say.Debit("181", 5) + "," + Say.Credit("121", 5))
        .When(Say.Close()).Then(Closed("2025-01", $"{Usual},{Last}".Replace("\"suspense\",\"state\":\"ok\"", "\"suspense\",\"state\":\"warning\"", StringComparison.Ordinal)));

    [Fact]
    public void A_turnover_of_the_year_that_does_not_balance_is_a_warning() => Given.AVillage().Done(Say.OpenBook("2025-06", """{"account":"501","yearCreditFen":7}"""))
        .When(Say.Close("2025-06")).Then(Closed("2025-06", Usual + """,{"check":"standard","state":"ok"},{"check":"year-to-date","state":"warning"}"""));

    [Theory]
    [InlineData("2023-11", "ok")]
    [InlineData("2024-01", "warning")]
    public void The_chart_of_2004_after_2023_is_a_warning(string month, string state) => Given.AVillage().Done(Say.OpenBook(month, standard: "rural-2004"))
        .When(Say.Close(month)).Then(Closed(month, Usual + "," + Last.Replace("\"standard\",\"state\":\"ok\"", $"\"standard\",\"state\":\"{state}\"", StringComparison.Ordinal)));

    [Fact]
    public void December_closes_when_the_year_is_cleared() => YearEndOf("501", "511").Done(
            Transfer("t1", Say.Debit("501", 100) + "," + Say.Credit("511", 40) + "," + Say.Credit("321", 60)),
            Transfer("t2", Say.Debit("321", 60) + "," + Say.Credit("32202", 60)))
        .When(Say.Close("2025-12")).Then(Closed("2025-12", $$"""{{Usual}},{{YearEnd}},{"check":"public-fund","state":"warning"},{{Last}}"""));

    [Fact]
    public void Uncleared_losses_stop_december() => Given.AVillage().Done(Say.OpenBook("2025-12")).Posted("v1", "2025-12-15", Say.Debit("181", 5) + "," + Say.Credit("121", 5))
        .When(Say.Close("2025-12")).ThenRefused(RefusalCode.MonthNotReady, ("stops", "待处理财产损溢尚有余额：181 待处理财产损溢 0.05。请处理或说明。"));

    [Fact]
    public void December_does_not_close_with_income_or_expense() => YearEndOf("501", "511")
        .When(Say.Close("2025-12")).ThenRefused(RefusalCode.MonthNotReady, ("stops", "收入、支出科目尚未结转：501 经营收入 -1.00; 511 经营支出 0.40。请先结转。"));

    [Fact]
    public void December_does_not_close_with_a_years_result() => YearEndOf("501", "511").Done(Transfer("t1", Say.Debit("501", 100) + "," + Say.Credit("511", 40) + "," + Say.Credit("321", 60)))
        .When(Say.Close("2025-12")).ThenRefused(RefusalCode.MonthNotReady, ("stopsEn", "The year's result is not zero: 321 本年收益 -0.60. Transfer it to undistributed income first."));

    [Fact]
    public void December_does_not_close_with_appropriations() => Given.AVillage().Done(Say.OpenBook("2025-12")).Posted("v1", "2025-12-31", Say.Debit("32201", 5) + "," + Say.Credit("311", 5))
        .When(Say.Close("2025-12")).ThenRefused(RefusalCode.MonthNotReady, ("stops", "各项分配尚未结平：32201 各项分配 0.05。请先转入未分配收益。"));

    [Fact]
    public void Production_costs_stay_over_the_years_end() => Given.AVillage().Done(Say.OpenBook("2025-12")).Posted("v1", "2025-12-31", Say.Debit("401", 5) + "," + Say.Credit("121", 5))
        .When(Say.Close("2025-12")).Then(Closed("2025-12", $"{Usual},{YearEnd},{Last}"));

    [Fact]
    public void A_companys_December_closes_when_its_profit_is_cleared() => Given.AVillage().Done(Say.RegisterCompany(), Say.OpenBook("2025-12", standard: "small-enterprise-2013", owner: "company/" + Say.CompanyCode))
        .Done(Say.Prepare("v1", date: "2025-12-31", lines: Say.Debit("1002", 5) + "," + Say.Credit("5001", 5), book: "company/" + Say.CompanyCode), Say.Review("v1"), Say.Post("v1"))
        .When(Say.Close("2025-12", book: "company/" + Say.CompanyCode)).ThenRefused(RefusalCode.MonthNotReady, ("stops", "收入、支出科目尚未结转：5001 主营业务收入 -0.05。请先结转。"));

    [Fact]
    public void Both_findings_are_listed() => Given.AVillageBook().Posted("v1", lines: Say.Debit("513", 5) + "," + Say.Credit("101", 5)).Done(Say.Prepare("v2"))
        .When(Say.Close()).ThenRefused(RefusalCode.MonthNotReady, ("stops", "有 1 张凭证未记账：v2。请审核并记账，或作废。 / 现金科目出现贷方余额：101 库存现金 -0.05。请核对收付。"));

    private static Given YearEndOf(string income, string expense) => Given.AVillage().Done(Say.OpenBook("2025-12"))
        .Posted("v1", "2025-12-01", Say.Debit("102", 100) + "," + Say.Credit(income, 100))
        .Posted("v2", "2025-12-02", Say.Debit(expense, 40) + "," + Say.Credit("102", 40));

    private static IEnumerable<string> Transfer(string id, string lines) =>
        [Say.Prepare(id, date: "2025-12-31", lines: lines, more: ""","kind":"transfer" """), Say.Review(id), Say.Post(id)];

    private static Stored Closed(string month, string checks) => new(
        "book/village/330110112201/" + month, "month-closed.1", $$"""{"book":"village/330110112201","month":"{{month}}","checks":[{{checks}}],"closedBy":"li"}""");
}
