using System.Diagnostics;
using System.Globalization;

namespace VillageLedger.Tests;

public sealed class PayDividendsTests
{
    private static readonly string Both = SayDividend.Payment("member/m1", 28_000) + "," + SayDividend.Payment("member/m2", 35_000);

    [Fact]
    public void Payments_share_one_voucher_with_a_line_each()
    {
        var decision = PayDividendTests.ResolvedByVillage().Decided(SayDividend.PayAll(Both));
        decision.Facts.Select(fact => FactTypes.NameOf(fact.Fact)).ShouldBe(["dividend-paid.1", "dividend-paid.1", "voucher-prepared.1", "voucher-posted.1"]);
        ((VoucherPosted)decision.Facts[3].Fact).Lines.Select(line => (line.Account.Value, line.Debit, line.Credit)).ShouldBe([("113", 28_000, 0), ("113", 35_000, 0), ("102", 0, 63_000)]);
        ((DividendPaid)decision.Facts[1].Fact).Payment.ShouldBe("bulk1/2");
    }

    [Fact]
    public void Every_holder_with_a_book_has_a_voucher_of_its_own()
    {
        var decision = PayDividendTests.Resolved()
            .Decided(SayDividend.PayAll($"{SayDividend.Payment(Say.Village, 100)},{SayDividend.Payment(Say.Village, 200, "F2")},{SayDividend.Payment(SayDividend.Other, 300)}"));
        decision.Facts.Where(fact => fact.Fact is VoucherPosted).Select(fact => fact.Stream).ShouldBe([SayDividend.Book, SayDividend.BookOfVillage]);
        decision.Facts.Select(fact => fact.Fact).OfType<DividendPaid>().Select(paid => paid.Vouchers.Count).ShouldBe([2, 2, 1]);
    }

    [Fact]
    public void One_that_is_too_much_stops_all() => PayDividendTests.ResolvedByVillage()
        .When(SayDividend.PayAll($"{SayDividend.Payment("member/m1", 28_000)},{SayDividend.Payment("member/m1", 1, "F2")}")).ThenRefused(RefusalCode.PaymentBeyondPart, ("item", "2"), ("unpaid", "0.00"));

    [Fact]
    public void A_reference_stands_once_among_them() => PayDividendTests.ResolvedByVillage()
        .When(SayDividend.PayAll($"{SayDividend.Payment("member/m1", 1)},{SayDividend.Payment("member/m1", 1)}")).ThenRefused(RefusalCode.PaymentTwice, ("payment", "payments[1]"));

    [Fact]
    public void What_was_paid_alone_is_not_paid_again_among_others() => PayDividendTests.ResolvedByVillage().Done(SayDividend.Pay("member/m1", 28_000))
        .When(SayDividend.PayAll(Both)).ThenRefused(RefusalCode.PaymentTwice, ("payment", "pay1"), ("item", "1"));

    [Fact]
    public void A_stranger_among_them_stops_all() => PayDividendTests.ResolvedByVillage()
        .When(SayDividend.PayAll(SayDividend.Payment("member/m9", 1))).ThenRefused(RefusalCode.HolderWithoutPart, ("holder", "member/m9"));

    [Fact]
    public void None_is_no_list() => PayDividendTests.ResolvedByVillage().When(SayDividend.PayAll("")).ThenRefused(RefusalCode.FieldInvalid, ("field", "payments"));

    [Fact]
    public void What_was_not_proposed_is_not_paid() => SayDividend.ACooperative().When(SayDividend.PayAll(Both)).ThenRefused(RefusalCode.DividendUnknown);

    [Fact]
    public void What_was_not_resolved_is_not_paid() => SayDividend.ACooperative().Done(SayDividend.Propose(payer: Say.Village))
        .When(SayDividend.PayAll(Both)).ThenRefused(RefusalCode.DividendNotResolved);

    [Fact]
    public void Nothing_is_paid_on_a_day_before_the_resolution() => PayDividendTests.ResolvedByVillage()
        .When(SayDividend.PayAll(Both, "2025-01-19")).ThenRefused(RefusalCode.PaymentBeforeResolution);

    [Fact]
    public void A_closed_month_takes_no_payments() => SayDividend.CloseDecember(PayDividendTests.ResolvedByVillage(), Say.Village, "501", "321", "32202", 100_000).Done(Say.Close())
        .When(SayDividend.PayAll(Both)).ThenRefused(RefusalCode.BookMonthClosed);

    [Fact]
    public void A_month_to_come_takes_no_payments() => PayDividendTests.ResolvedByVillage().When(SayDividend.PayAll(Both, "2025-03-01")).ThenRefused(RefusalCode.MonthNotYetOpen);

    /// <summary>What a bank reports of 5,000 members is decided in less than a second; twice as many cost no more than a few times as much.</summary>
    [Fact]
    public void Thousands_are_paid_at_once()
    {
        const int Members = 5_000;
        var given = ResolveDividendTests.Crowd.Proposed(Members).Done(SayDividend.ResolveByHeads());
        var payments = SayDividend.PayAll(string.Join(',', Enumerable.Range(1, Members).Select(i =>
            SayDividend.Payment("member/" + ResolveDividendTests.Crowd.IdOf(i), 13_000, string.Create(CultureInfo.InvariantCulture, $"B{i}")))));
        given.Decided(payments);
        var watch = Stopwatch.StartNew();
        given.Decided(payments).Facts.Length.ShouldBe(Members + 2);
        watch.ElapsedMilliseconds.ShouldBeLessThan(1_000);
    }
}
