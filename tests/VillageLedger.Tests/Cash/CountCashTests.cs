namespace VillageLedger.Tests;

public sealed class CountCashTests
{
    private static Stored Counted(long fen, string more = "", long booked = 10_000, string date = "2025-01-31") => new(
        SayCash.Cash, "cash-counted.1", $$"""{"owner":"village/330110112201","account":"101","date":"{{date}}","countedFen":{{fen}},"bookedFen":{{booked}},"countedBy":"zhou","witnesses":["li"]{{more}}}""");

    private static Stored Prepared(string words, string lines) => new(Say.Book01, "voucher-prepared.1",
        $$"""{"voucher":"cc1","type":"记","date":"2025-01-31","kind":"ordinary","summary":"1月31日现金盘点{{words}}","lines":[{{lines}}],"attachmentCount":0,"preparedBy":"zhou","cause":"cash-count:2025-01-31"}""");

    [Fact]
    public void A_count_that_agrees_is_recorded() => SayCash.ABankAccount().When(SayCash.Count()).Then(Counted(10_000)).Guarded.ShouldBe([SayCash.Cash, Say.Book01, "accounts/village/330110112201"], ignoreOrder: true);

    [Fact]
    public void What_is_missing_is_prepared_against_the_suspense_account() => SayCash.ABankAccount().When(SayCash.Count(9_800))
        .Then(Prepared("短款", Say.Debit("181", 200) + "," + Say.Credit("101", 200)), Counted(9_800, ""","voucher":"cc1" """));

    [Fact]
    public void What_is_too_much_is_prepared_as_well() => SayCash.ABankAccount().When(SayCash.Count(10_200))
        .Then(Prepared("长款", Say.Debit("101", 200) + "," + Say.Credit("181", 200)), Counted(10_200, ""","voucher":"cc1" """));

    [Fact]
    public void Only_posted_vouchers_to_the_end_of_the_day_are_in_the_book() => SayCash.ABankAccount()
        .Posted("v1", "2025-01-31", Say.Debit("101", 7) + "," + Say.Credit("501", 7)).Posted("v2", "2025-02-01", Say.Debit("101", 9) + "," + Say.Credit("501", 9))
        .Done(Say.Prepare("v3", lines: Say.Debit("101", 11) + "," + Say.Credit("501", 11))).When(SayCash.Count(10_007)).Then(Counted(10_007, booked: 10_007));

    [Fact]
    public void A_day_is_counted_once() => SayCash.ABankAccount().Done(SayCash.Count()).When(SayCash.Count(id: "cc2")).ThenRefused(RefusalCode.CashCountStands, ("date", "2025-01-31"), ("voucher", "–"));

    [Fact]
    public void While_a_difference_waits_it_is_not_found_again() => SayCash.ABankAccount().Done(SayCash.Count(9_800, "2025-01-30")).When(SayCash.Count(9_800, id: "cc2")).ThenRefused(RefusalCode.CashCountStands, ("voucher", "cc1"));

    [Fact]
    public void Posted_the_next_count_agrees() => SayCash.ABankAccount().Done(SayCash.Count(9_800, "2025-01-30"), Say.Review("cc1"), Say.Post("cc1", "li")).When(SayCash.Count(9_800, id: "cc2")).Then(Counted(9_800, booked: 9_800));

    [Fact]
    public void The_only_cashier_who_counted_need_not_find_another_to_sign() => SayCash.ABankAccount().Done(SayCash.Name(), SayCash.Count(9_800), Say.Review("cc1")).When(Say.Post("cc1", "li")).Facts.Count.ShouldBe(1);

    [Fact]
    public void Discarded_it_is_counted_again() => SayCash.ABankAccount().Done(SayCash.Count(9_800), Say.Discard("cc1")).When(SayCash.Count(id: "cc2")).Then(Counted(10_000));

    [Fact]
    public void Its_voucher_is_not_amended() => SayCash.ABankAccount().Done(SayCash.Count(9_800)).When(Say.Amend("cc1", date: "2025-01-31")).ThenRefused(RefusalCode.VoucherOfProposal, ("cause", "cash-count:2025-01-31"));

    [Fact]
    public void The_chart_of_2004_is_told_where_a_difference_goes()
    {
        var given = Given.AVillage().Done(Say.OpenBook("2023-01", Say.Debit("101", 10_000) + "," + Say.Credit("301", 10_000), "rural-2004"));
        given.When(SayCash.Count(9_800, "2023-01-31")).ThenRefused(RefusalCode.FieldMissing, ("field", "suspense"));
        given.When(SayCash.Count(9_800, "2023-01-31", more: ""","suspense":"112" """)).Facts.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("102")]
    [InlineData("10201")]
    [InlineData("10109")]
    public void Only_cash_is_counted(string account) => SayCash.ABankAccount().When(SayCash.Count(account: account)).ThenRefused(RefusalCode.AccountNotLowestUnder, ("root", "101"));

    [Fact]
    public void A_closed_months_difference_is_not_prepared() => SayCash.ABankAccount().Done(Say.Close()).When(SayCash.Count(9_800)).ThenRefused(RefusalCode.MonthClosed);

    [Fact]
    public void A_closed_month_is_counted_where_it_agrees() => SayCash.ABankAccount().Done(Say.Close()).When(SayCash.Count()).Then(Counted(10_000));

    [Fact]
    public void A_day_before_the_book_is_not_counted() => SayCash.ABankAccount().When(SayCash.Count(date: "2024-12-31")).ThenRefused(RefusalCode.DateBeforeBook);

    [Fact]
    public void A_book_must_be_open() => Given.AVillage().When(SayCash.Count()).ThenRefused(RefusalCode.BookNotOpen);

    [Theory]
    [InlineData("")]
    [InlineData("\"zhou\"")]
    public void Somebody_else_is_there(string witnesses) => SayCash.ABankAccount().When(SayCash.Count(witnesses: witnesses)).ThenRefused(RefusalCode.FieldInvalid, ("field", "witnesses"));

    [Fact]
    public void A_difference_stays_within_the_bounds() => Given.AVillage().Done(Say.OpenBook(opening: Say.Credit("101", 10) + "," + Say.Debit("301", 10))).When(SayCash.Count(Money.MaxFen)).ThenRefused(RefusalCode.SumOutOfBounds);
}
