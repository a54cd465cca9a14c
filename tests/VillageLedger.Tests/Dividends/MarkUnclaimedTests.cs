namespace VillageLedger.Tests;

public sealed class MarkUnclaimedTests
{
    [Fact]
    public void What_is_unpaid_is_marked() => PayDividendTests.Resolved().Done(SayDividend.Pay(fen: 1)).When(SayDividend.Unclaimed()).Then(new Stored(
        SayDividend.Stream, "dividend-unclaimed.1", """{"dividend":"d1","holder":"village/330110112201","date":"2025-01-28","amountFen":35999999,"reason":"无人领取","markedBy":"zhao"}"""));

    [Fact]
    public void A_mark_is_made_once() => PayDividendTests.Resolved().Done(SayDividend.Unclaimed()).When(SayDividend.Unclaimed(id: "un2")).ThenNothing();

    [Fact]
    public void A_payment_ends_the_mark() => PayDividendTests.Resolved().Done(SayDividend.Unclaimed(), SayDividend.Pay(fen: 1, date: "2025-01-29"))
        .Decided(SayDividend.Unclaimed(id: "un2", date: "2025-01-30")).Facts.Length.ShouldBe(1);

    [Fact]
    public void What_is_paid_is_claimed() => PayDividendTests.Resolved().Done(SayDividend.Pay()).When(SayDividend.Unclaimed()).ThenRefused(RefusalCode.NothingUnpaid);

    [Fact]
    public void Who_has_no_part_has_nothing_to_claim() => PayDividendTests.Resolved().When(SayDividend.Unclaimed("party/x")).ThenRefused(RefusalCode.HolderWithoutPart);

    [Fact]
    public void Nothing_is_unclaimed_before_it_is_resolved() => SayDividend.ACompanyWithProfit().Done(SayDividend.Propose()).When(SayDividend.Unclaimed()).ThenRefused(RefusalCode.DividendNotResolved);

    [Fact]
    public void Nothing_is_unclaimed_on_a_day_before_the_resolution() => PayDividendTests.Resolved().When(SayDividend.Unclaimed(date: "2025-01-19")).ThenRefused(RefusalCode.PaymentBeforeResolution);

    [Fact]
    public void What_was_not_proposed_is_not_unclaimed() => SayDividend.ACompanyWithProfit().When(SayDividend.Unclaimed()).ThenRefused(RefusalCode.DividendUnknown);
}
