namespace VillageLedger.Tests;

public sealed class CashChecksTests
{
    [Fact]
    public void An_owner_without_bank_accounts_is_asked_for_no_statement() => Found(Given.AVillageBook()).ShouldBeEmpty();

    [Fact]
    public void A_month_without_statement_is_a_warning() => Found(SayCash.ABankAccount()).ShouldBe(["bank-statement warning jbh", "bank-reconciliation ok "]);

    [Fact]
    public void What_is_unreached_explains_the_difference() => Found(MatchStatementTests.Posted().Done(SayCash.MatchAll())).ShouldBe(["bank-statement ok ", "bank-reconciliation ok "]);

    [Fact]
    public void A_line_that_the_statement_lacks_is_a_warning() => Found(SayCash.ABankAccount().Done(SayCash.Statement(SayCash.Line("2025-01-16", 100, 499_000))))
        .ShouldBe(["bank-statement ok ", "bank-reconciliation warning jbh 11.00"]);

    [Fact]
    public void An_account_is_asked_for_from_the_month_in_which_it_was_opened() => Found(SayCash.ABankAccount().Done(SayCash.Statement("", ""","from":"2025-01-01","until":"2025-01-31","openingFen":500000"""),
        SayCash.Register("tdzh", "10202", "land-compensation", ""","openedOn":"2025-02-01" """, "ba2"))).ShouldBe(["bank-statement ok ", "bank-reconciliation ok "]);

    [Fact]
    public void An_account_is_asked_for_until_it_is_closed() => Found(SayCash.ABankAccount().Done(SayCash.Close(), Say.Close(), Say.Close("2025-02"), Say.Close("2025-03")), new(2025, 4)).ShouldBeEmpty();

    [Fact]
    public void Closing_holds_while_the_statement_stays_as_it_was_read() => SayCash.ABankAccount().When(Say.Close()).Guarded.ShouldContain(SayCash.Bank);

    private static IEnumerable<string> Found(Given given, Month? month = null) =>
        MonthCheck.Of(new World(given.Ledger.State, given.Ledger.Locate), Owner.Village("330110112201"), month ?? new(2025, 1))
            .Where(check => check.Check is "bank-statement" or "bank-reconciliation").Select(check => $"{check.Check} {check.StateName} {(check.State == CheckState.Ok ? "" : check.Values["accounts"])}");
}
