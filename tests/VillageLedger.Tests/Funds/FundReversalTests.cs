namespace VillageLedger.Tests;

/// <summary>What came into a fund stays while it is spent.</summary>
public sealed class FundReversalTests
{
    [Fact]
    public void Money_that_was_spent_is_not_taken_back() => SayFund.AFundWithMoney().Done(SayFund.Spend(fen: 1)).InBooks("out1").When(Say.Reverse("in1")).ThenRefused(RefusalCode.FundOverspent, ("fund", "f1"), ("left", "999.99"));

    [Fact]
    public void Money_that_a_waiting_voucher_spends_is_not_taken_back() => SayFund.AFundWithMoney().Done(SayFund.Spend(fen: 1)).When(Say.Reverse("in1")).ThenRefused(RefusalCode.FundOverspent, ("waiting", "0.01"));

    [Fact]
    public void Once_the_spending_is_taken_back_it_is() => SayFund.AFundWithMoney().Done(SayFund.Spend(fen: 1)).InBooks("out1").Done(Say.Reverse("out1")).InBooks("red1").When(Say.Reverse("in1", id: "red2")).Facts.Count.ShouldBe(1);

    [Fact]
    public void A_red_voucher_is_not_posted_when_the_money_was_spent_meanwhile() => Waiting().When(Say.Post("red1")).ThenRefused(RefusalCode.FundOverspent, ("fund", "f1"));

    [Fact]
    public void Nor_with_all_others_of_the_month() => Waiting().When(Say.PostAll()).ThenRefused(RefusalCode.FundOverspent, ("fund", "f1"));

    [Fact]
    public void Two_that_are_posted_together_count_together() => SayFund.AFundWithMoney().Done(SayFund.Receive("in2")).InBooks("in2")
        .Done(Say.Reverse("in1"), Say.Reverse("in2", id: "red2"), SayFund.Spend("out2", 100_000), Say.Review("out2"), Say.Post("out2"), Say.Review("red1"), Say.Review("red2"))
        .When(Say.PostAll()).ThenRefused(RefusalCode.FundOverspent, ("amount", "2,000.00"), ("left", "1,000.00"));

    [Fact]
    public void A_red_voucher_is_posted_while_the_fund_stays_as_it_was_read() => SayFund.AFundWithMoney().Done(Say.Reverse("in1"), Say.Review("red1")).When(Say.Post("red1")).Guarded.ShouldContain(SayFund.Funds);

    [Fact]
    public void A_levys_approval_stays_once_the_money_was_paid_in() => SayFund.AFund("levy").Done(SayFund.Receive("ap", more: ",\"step\":\"approved\"")).InBooks("ap").Done(SayFund.Receive(fen: 1)).InBooks("in1")
        .When(Say.Reverse("ap")).ThenRefused(RefusalCode.LevyBeyondApproved, ("owed", "999.99"));

    private static Given Waiting() => SayFund.AFundWithMoney().Done(Say.Reverse("in1"), Say.Review("red1"), SayFund.Spend(fen: 1)).InBooks("out1");
}
