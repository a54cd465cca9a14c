namespace VillageLedger.Tests;

public sealed class FundChecksTests
{
    [Fact]
    public void An_owner_without_funds_is_asked_nothing() => Checks(Given.AVillageBook()).ShouldBeEmpty();

    [Fact]
    public void A_fund_in_order_is_found_in_order() => Checks(SayFund.AFundWithMoney()).ShouldBe(["fund-overspent ok", "fund-difference ok", "fund-until ok"]);

    [Fact]
    public void Money_spent_in_a_month_before_it_came_in_stops_it() => Checks(SayFund.AFund().Done(SayFund.Receive(date: "2025-02-01")).InBooks("in1").Done(SayFund.Spend()).InBooks("out1")).ShouldContain("fund-overspent stops");

    [Fact]
    public void A_balance_that_no_fund_explains_is_found() => Checks(Given.AVillageBook().Posted("v1", lines: Say.Debit("102", 5) + "," + Say.Credit("241", 5)).Done(Say.RegisterParty("nyj"), SayFund.Open()))
        .ShouldContain("fund-difference warning");

    [Fact]
    public void Money_left_after_its_time_is_found() => Checks(SayFund.AFund(more: ",\"until\":\"2025-01-30\"").Done(SayFund.Receive()).InBooks("in1")).ShouldContain("fund-until warning");

    [Fact]
    public void A_month_looks_at_its_own_end() => Checks(SayFund.AFundWithMoney().Done(SayFund.Receive("in2", 1, "2025-02-01")).InBooks("in2")).ShouldContain("fund-difference ok");

    private static IEnumerable<string> Checks(Given given) => MonthCheck.Of(new(given.Ledger.State, given.Ledger.Locate), Owner.Village("330110112201"), new(2025, 1))
        .Where(check => check.Check.StartsWith("fund-", StringComparison.Ordinal)).Select(check => $"{check.Check} {check.StateName}");
}
