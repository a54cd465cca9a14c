namespace VillageLedger.Tests;

/// <summary>Arrears from posted lines.</summary>
public sealed class ContractBalancesTests
{
    private static readonly DateOnly Then = new(2025, 12, 31);

    [Fact]
    public void What_is_raised_and_not_received_is_owed_of_the_latest_due() => Shown(Given01().Done(SayContract.Paid("p1", "2025-02-20", 130_000)), Then).ShouldBe("200000 130000 70000: 2025-01-01 0, 2025-02-01 70000");

    [Fact]
    public void Only_what_is_dated_up_to_the_day_counts() => Shown(Given01().Done(SayContract.Paid("p1", "2025-02-20", 130_000)), new(2025, 2, 19)).ShouldBe("100000 0 100000: 2025-01-01 100000");

    [Fact]
    public void An_unposted_voucher_counts_for_nothing() => Shown(SayContract.WithLease().Done(SayContract.Propose()), Then).ShouldBe("0 0 0: ");

    [Fact]
    public void A_receipt_taken_back_in_red_is_owed_again() => Shown(Given01().Done(SayContract.Paid("p1", "2025-02-20", 130_000)).Done(Say.Reverse("p1", "2025-02-21"), Say.Review("red1"), Say.Post("red1")), Then)
        .ShouldBe("200000 0 200000: 2025-01-01 100000, 2025-02-01 100000");

    [Fact]
    public void A_month_taken_back_is_not_owed() => Shown(Given01().Done(Say.Reverse("rec1", "2025-02-21"), Say.Review("red1"), Say.Post("red1")), Then).ShouldBe("100000 0 100000: 2025-02-01 100000");

    [Fact]
    public void What_is_raised_by_hand_is_due_on_its_voucher() => Shown(SayContract.WithLease().Posted("v1", "2025-01-20", Say.Debit("112", 500, Names) + "," + Say.Credit("504", 500)), Then).ShouldBe("500 0 500: 2025-01-20 500");

    [Fact]
    public void A_red_line_by_hand_corrects_what_was_raised()
    {
        var given = Given01().Posted("v1", "2025-02-25", Say.Debit("112", -20_000, Names) + "," + Say.Credit("501", -20_000));
        Shown(given, Then).ShouldBe("180000 0 180000: 2025-01-01 80000, 2025-02-01 100000");
        Of(given, Then).CorrectedFen.ShouldBe(20_000);
    }

    [Fact]
    public void A_blue_correction_takes_back_what_was_raised() => Shown(Given01().Posted("v1", "2025-02-25", Say.Debit("32202", 20_000) + "," + Say.Credit("112", 20_000, Names), ""","corrects":"rec1" """), Then)
        .ShouldBe("180000 0 180000: 2025-01-01 80000, 2025-02-01 100000");

    [Fact]
    public void A_blue_correction_with_money_takes_back_a_receipt() => Shown(
            Given01().Done(SayContract.Paid("p1", "2025-02-20", 130_000)).Posted("v1", "2025-02-25", Say.Debit("112", 30_000, Names) + "," + Say.Credit("102", 30_000), ""","corrects":"p1" """), Then)
        .ShouldBe("200000 100000 100000: 2025-01-01 0, 2025-02-01 100000");

    [Fact]
    public void Lines_on_other_accounts_are_no_debt() => Shown(SayContract.WithLease().Posted("v1", "2025-01-20", Say.Debit("511", 500, Names) + "," + Say.Credit("102", 500)), Then).ShouldBe("0 0 0: ");

    private const string Names = ""","party":"c001","contract":"c1" """;

    private static Given Given01() => SayContract.WithLease().Done(SayContract.Raised()).Done(SayContract.Raised("2025-02", "rec2"));

    private static string Shown(Given given, DateOnly date)
    {
        var balance = Of(given, date);
        return $"{balance.RaisedFen} {balance.ReceivedFen} {balance.ArrearsFen}: {string.Join(", ", balance.Charges.Select(charge => $"{charge.Due:yyyy-MM-dd} {charge.UnpaidFen}"))}";
    }

    private static ContractBalance Of(Given given, DateOnly date) =>
        ContractBalances.Of(new World(given.Ledger.State, given.Ledger.Locate), Owner.Village("330110112201"), date)["c1"];
}
