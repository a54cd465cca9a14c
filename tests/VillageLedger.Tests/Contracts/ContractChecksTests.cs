namespace VillageLedger.Tests;

/// <summary>What the check of a month says of contracts.</summary>
public sealed class ContractChecksTests
{
    [Fact]
    public void An_owner_without_contracts_has_none_of_these_checks() => Checks(SayContract.WithParties(), 1).ShouldBeEmpty();

    [Fact]
    public void What_fell_due_and_is_not_raised_is_a_warning() => Checks(SayContract.WithLease(), 2).ShouldBe(
        ["warning 截至 2025-02 有到期未挂账的合同应收款：c1 2,000.00。请生成（propose-receivables）。", "ok", "ok"]);

    [Fact]
    public void What_is_raised_and_received_is_in_order() => Checks(SayContract.WithLease().Done(SayContract.Raised()).Done(SayContract.Paid("p1", "2025-01-20", 100_000)), 1).ShouldBe(["ok", "ok", "ok"]);

    [Fact]
    public void What_is_overdue_is_a_warning() => Checks(SayContract.WithLease().Done(SayContract.Raised()).Done(SayContract.Paid("p1", "2025-01-20", 40_000)), 1).ShouldBe(
        ["ok", "warning 合同应收款逾期未收：c1 600.00。请催收或核对。", "ok"]);

    [Fact]
    public void What_is_due_on_the_months_last_day_is_not_overdue_in_it() =>
        Checks(SayContract.WithLease("""{"every":"month","amountFen":100000,"due":"arrears"}""").Done(SayContract.Raised()), 1).ShouldBe(["ok", "ok", "ok"]);

    [Fact]
    public void A_contract_that_is_over_with_arrears_or_deposit_is_a_warning() =>
        Checks(ReceiveDepositTests.WithDeposit().Done(SayContract.Raised()).Done(SayContract.Receive(), Say.Review("dep1"), Say.Post("dep1"), SayContract.End(date: "2025-01-31")), 2)[2]
            .ShouldBe("warning 已到期或终止的合同仍有欠款或押金（编号 欠款 / 押金）：c1 1,000.00 / 3,000.00。请结清。");

    [Fact]
    public void A_month_with_warnings_is_closed_and_says_so() =>
        ((MonthClosed)SayContract.WithLease().Decided(Say.Close()).Facts[0].Fact).Checks.Count(check => check.State == "warning").ShouldBe(1);

    private static List<string> Checks(Given given, int month) =>
        [.. MonthCheck.Of(new World(given.Ledger.State, given.Ledger.Locate), Owner.Village("330110112201"), new(2025, month)).Where(check => ((string[])["receivables-unraised", "receivables-overdue", "contracts-expired"]).Contains(check.Check))
            .Select(check => check.State == CheckState.Ok ? "ok" : $"{check.StateName} {check.Detail(Language.Chinese)}")];
}
