namespace VillageLedger.Tests;

public sealed class WithdrawDividendTests
{
    [Fact]
    public void A_proposal_is_withdrawn() => SayDividend.ACompanyWithProfit().Done(SayDividend.Propose()).When(SayDividend.Withdraw()).Then(new Stored(
        SayDividend.Stream, "dividend-withdrawn.1", """{"dividend":"d1","reason":"方案有误","withdrawnBy":"zhao","vouchers":[]}"""));

    [Fact]
    public void What_was_booked_is_taken_back_in_every_book()
    {
        var decision = PayDividendTests.Resolved().Decided(SayDividend.Withdraw());
        decision.Facts.Select(fact => (fact.Stream, FactTypes.NameOf(fact.Fact))).ShouldBe(
        [
            (SayDividend.Stream, "dividend-withdrawn.1"),
            (SayDividend.Book, "voucher-prepared.1"), (SayDividend.Book, "voucher-posted.1"), (SayDividend.Book, "voucher-reversed.1"),
            (SayDividend.BookOfVillage, "voucher-prepared.1"), (SayDividend.BookOfVillage, "voucher-posted.1"), (SayDividend.BookOfVillage, "voucher-reversed.1"),
        ]);
        ((DividendWithdrawn)decision.Facts[0].Fact).Date.ShouldBe(new(2025, 1, 20));
    }

    [Fact]
    public void What_came_back_whole_is_withdrawn() => PayDividendTests.Resolved().Done(SayDividend.Pay(), SayDividend.Return()).Decided(SayDividend.Withdraw()).Facts.Length.ShouldBe(7);

    [Fact]
    public void What_is_paid_is_not_withdrawn() => PayDividendTests.Resolved().Done(SayDividend.Pay()).When(SayDividend.Withdraw()).ThenRefused(RefusalCode.DividendAlreadyPaid, ("payment", "pay1"));

    [Fact]
    public void A_dividend_is_withdrawn_once() => PayDividendTests.Resolved().Done(SayDividend.Withdraw()).When(SayDividend.Withdraw(id: "w2")).ThenRefused(RefusalCode.DividendAlreadyWithdrawn);

    [Fact]
    public void What_was_not_proposed_is_not_withdrawn() => SayDividend.ACompanyWithProfit().When(SayDividend.Withdraw()).ThenRefused(RefusalCode.DividendUnknown);

    [Fact]
    public void Nothing_is_taken_back_before_it_was_booked() => PayDividendTests.Resolved()
        .When(SayDividend.Withdraw(more: ""","date":"2025-01-19" """)).ThenRefused(RefusalCode.ReversalBeforeOriginal);

    [Fact]
    public void A_closed_month_takes_nothing_back() => PayDividendTests.Resolved().Done(Say.Close()).When(SayDividend.Withdraw()).ThenRefused(RefusalCode.BookMonthClosed);

    [Fact]
    public void A_month_to_come_takes_nothing_back() => PayDividendTests.Resolved().When(SayDividend.Withdraw(more: ""","date":"2025-03-01" """)).ThenRefused(RefusalCode.MonthNotYetOpen);
}
