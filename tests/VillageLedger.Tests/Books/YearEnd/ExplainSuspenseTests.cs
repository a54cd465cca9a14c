namespace VillageLedger.Tests;

public sealed class ExplainSuspenseTests
{
    private static Given Missing(string month = "2025-12") => Given.AVillage().Done(Say.OpenBook(month)).Posted("v1", month + "-10", Say.Debit("181", 500) + "," + Say.Credit("121", 500));

    [Fact]
    public void What_stands_is_explained() => Missing().When(SayYearEnd.Explain()).Then(new Stored(
        SayYearEnd.December, "suspense-explained.1", """{"book":"village/330110112201","year":2025,"balanceFen":500,"text":"等保险公司定损","explainedBy":"li"}"""));

    [Fact]
    public void What_is_explained_lets_december_close() => Missing().Done(SayYearEnd.Explain()).Decided(Say.Close("2025-12")).Facts.Single().Fact.ShouldBeOfType<MonthClosed>()
        .Checks.ShouldContain(new ClosingCheck("suspense", "warning"));

    [Fact]
    public void Another_balance_is_explained_anew() => Missing().Done(SayYearEnd.Explain()).Posted("v2", "2025-12-20", Say.Debit("181", 1) + "," + Say.Credit("121", 1))
        .When(Say.Close("2025-12")).ThenRefused(RefusalCode.MonthNotReady, ("stopsEn", "Pending property gains and losses are not cleared: 181 待处理财产损溢 5.01. Clear or explain them."));

    [Fact]
    public void Details_that_cancel_out_are_explained_too() => SayYearEnd.ADecember().Done(Say.AddAccount("18101", "181"), Say.AddAccount("18102", "181"))
        .Posted("v1", "2025-12-10", Say.Debit("18101", 5) + "," + Say.Credit("18102", 5)).Done(SayYearEnd.Explain()).Decided(Say.Close("2025-12")).Facts.Length.ShouldBe(1);

    [Fact]
    public void Nothing_is_not_explained() => SayYearEnd.ADecember().When(SayYearEnd.Explain()).ThenRefused(RefusalCode.SuspenseCleared);

    [Fact]
    public void A_book_that_is_not_open_is_refused() => Given.AVillage().When(SayYearEnd.Explain()).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void A_year_before_the_book_is_refused() => Missing().When(SayYearEnd.Explain(2024)).ThenRefused(RefusalCode.DateBeforeBook);

    [Fact]
    public void A_year_that_has_not_come_is_refused() => Missing("2025-10").When(SayYearEnd.Explain()).ThenRefused(RefusalCode.MonthNotYetOpen);

    [Fact]
    public void A_closed_year_is_not_explained_any_more() => Missing().Done(SayYearEnd.Explain(), Say.Close("2025-12")).When(SayYearEnd.Explain(id: "es2")).ThenRefused(RefusalCode.MonthClosed);

    [Fact]
    public void Sums_stay_within_the_bound() => Given.AVillage().Done(Say.OpenBook("2025-11")).Posted("a", "2025-11-10", Say.Debit("181", Money.MaxFen) + "," + Say.Credit("121", Money.MaxFen)).Done(Say.Close("2025-11"))
        .Posted("b", "2025-12-10", Say.Debit("181", 1) + "," + Say.Credit("121", 1)).When(SayYearEnd.Explain()).ThenRefused(RefusalCode.SumOutOfBounds);
}
