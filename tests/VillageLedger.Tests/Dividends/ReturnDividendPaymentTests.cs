namespace VillageLedger.Tests;

public sealed class ReturnDividendPaymentTests
{
    private static Given Paid() => PayDividendTests.Resolved().Done(SayDividend.Pay());

    private static Given PaidTogether() => PayDividendTests.ResolvedByVillage()
        .Done(SayDividend.PayAll(SayDividend.Payment("member/m1", 28_000) + "," + SayDividend.Payment("member/m2", 35_000)));

    [Fact]
    public void A_payment_is_taken_back_in_red_in_both_books()
    {
        var decision = Paid().Decided(SayDividend.Return());
        decision.Facts.Select(fact => FactTypes.NameOf(fact.Fact)).ShouldBe(
            ["dividend-payment-returned.1", "voucher-prepared.1", "voucher-posted.1", "voucher-reversed.1", "voucher-prepared.1", "voucher-posted.1", "voucher-reversed.1"]);
        ((VoucherPosted)decision.Facts[2].Fact).ReviewedBy.Value.ShouldBe("rule:return-dividend-payment.1");
    }

    /// <summary>The voucher stands for the payments of others; only the lines of this one are taken back.</summary>
    [Fact]
    public void A_payment_among_others_is_taken_back_by_its_own_lines()
    {
        var posted = (VoucherPosted)PaidTogether().Decided(SayDividend.Return("bulk1/2")).Facts[2].Fact;
        posted.Lines.Select(line => (line.Account.Value, line.DebitFen, line.CreditFen, line.Party?.Address)).ShouldBe([("113", -35_000, null, "member/m2"), ("102", null, -35_000, null)]);
    }

    /// <summary>Paid in December 2025, back in January 2026.</summary>
    [Fact]
    public void A_payment_among_others_of_an_earlier_year_is_taken_back_in_blue()
    {
        var months = new Month(2025, 1).To(new(2025, 11)).Select(month => month.ToString()).ToList();
        var given = SayDividend.CloseDecember(PayDividendTests.Resolved()).Done(
            months.Select(month => Say.Close(month)), months.Select(month => Say.Close(month, book: SayDividend.Company).Replace("close-month-", "cc-", StringComparison.Ordinal)),
            [SayDividend.PayAll($"{SayDividend.Payment(Say.Village, 100)},{SayDividend.Payment(Say.Village, 200, "F2")},{SayDividend.Payment(SayDividend.Other, 300)}", "2025-12-20")]);
        var posted = given.Decided(SayDividend.Return("bulk1/2", "2026-01-05")).Facts.Select(fact => fact.Fact).OfType<VoucherPosted>().ToList();
        posted.Select(one => (one.Kind, one.Corrects!.Value.Value, one.ConcernsMonth.ToString())).ShouldBe([(VoucherKind.Correction, "bulk1/1", "2025-12"), (VoucherKind.Correction, "bulk1/2", "2025-12")]);
        posted.SelectMany(one => one.Lines).Select(line => (line.Account.Value, line.DebitFen, line.CreditFen))
            .ShouldBe([("2232", null, 200), ("1002", 200, null), ("102", null, 200), ("112", 200, null)]);
    }

    [Fact]
    public void What_came_back_of_others_is_paid_again() => PaidTogether().Done(SayDividend.Return("bulk1/2"))
        .Decided(SayDividend.Pay("member/m2", 35_000, date: "2025-01-29")).Facts.Length.ShouldBe(3);

    [Fact]
    public void A_payment_comes_back_once() => Paid().Done(SayDividend.Return()).When(SayDividend.Return(id: "ret2")).ThenRefused(RefusalCode.PaymentUnknown);

    [Fact]
    public void What_was_not_paid_does_not_come_back() => Paid().When(SayDividend.Return("e1")).ThenRefused(RefusalCode.PaymentUnknown, ("payment", "e1"));

    [Fact]
    public void Nothing_comes_back_before_it_was_paid() => Paid().When(SayDividend.Return(date: "2025-01-24")).ThenRefused(RefusalCode.ReversalBeforeOriginal);

    [Fact]
    public void A_closed_month_takes_nothing_back() => Paid().Done(Say.Close()).When(SayDividend.Return()).ThenRefused(RefusalCode.BookMonthClosed, ("book", Say.Village));

    [Fact]
    public void A_month_to_come_takes_nothing_back() => Paid().When(SayDividend.Return(date: "2025-03-01")).ThenRefused(RefusalCode.MonthNotYetOpen);
}
