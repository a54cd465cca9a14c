using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class ReturnAllocationPaymentTests
{
    [Fact]
    public void A_payment_that_came_back_is_taken_back_and_the_part_is_unpaid_again() => Paid().When(Return(date: "2025-02-03")).Then(
        new Stored(Jiucun, "allocation-payment-returned.1", $$"""
            {"payment":"y1","allocation":"a1","holder":"{{A}}","date":"2025-02-03","amountFen":200,"reason":"账号有误",
             "vouchers":[{"voucher":"rt1/1","book":"venture/jiucun","month":"2025-02"},{"voucher":"rt1/2","book":"{{A}}","month":"2025-02"}]}
            """),
        new Stored("book/venture/jiucun/2025-02", "voucher-prepared.1", $$"""
            {"voucher":"rt1/1","type":"记","date":"2025-02-03","kind":"reversal","summary":"注销1月31日记-2号凭证：账号有误","lines":[{"account":"2241","debitFen":-200,"party":"{{A}}"},{"account":"1002","creditFen":-200}],
             "attachmentCount":0,"preparedBy":"wang","reverses":"y1/1","concernsMonth":"2025-01"}
            """),
        new Stored("book/venture/jiucun/2025-02", "voucher-posted.1", $$"""
            {"voucher":"rt1/1","standard":"small-enterprise-2013","type":"记","number":1,"date":"2025-02-03","kind":"reversal","summary":"注销1月31日记-2号凭证：账号有误",
             "lines":[{"account":"2241","debitFen":-200,"party":"{{A}}"},{"account":"1002","creditFen":-200}],
             "attachmentCount":0,"preparedBy":"wang","reviewedBy":"rule:return-allocation-payment.1","postedBy":"wang","reverses":"y1/1","concernsMonth":"2025-01","cause":"a1"}
            """),
        new Stored(Own01, "voucher-reversed.1", """{"voucher":"y1/1","reversal":"rt1/1","month":"2025-02"}"""),
        new Stored("book/" + A + "/2025-02", "voucher-prepared.1", """
            {"voucher":"rt1/2","type":"记","date":"2025-02-03","kind":"reversal","summary":"注销1月31日记-2号凭证：账号有误",
             "lines":[{"account":"102","debitFen":-200,"project":"jiucun"},{"account":"112","creditFen":-200,"party":"venture/jiucun","project":"jiucun"}],
             "attachmentCount":0,"preparedBy":"wang","reverses":"y1/2","concernsMonth":"2025-01"}
            """),
        new Stored("book/" + A + "/2025-02", "voucher-posted.1", """
            {"voucher":"rt1/2","standard":"rural-2023","type":"记","number":1,"date":"2025-02-03","kind":"reversal","summary":"注销1月31日记-2号凭证：账号有误",
             "lines":[{"account":"102","debitFen":-200,"project":"jiucun"},{"account":"112","creditFen":-200,"party":"venture/jiucun","project":"jiucun"}],
             "attachmentCount":0,"preparedBy":"wang","reviewedBy":"rule:return-allocation-payment.1","postedBy":"wang","reverses":"y1/2","concernsMonth":"2025-01","cause":"a1"}
            """),
        new Stored(A01, "voucher-reversed.1", """{"voucher":"y1/2","reversal":"rt1/2","month":"2025-02"}"""));

    [Fact]
    public void What_came_back_is_paid_again() => Paid().Done(Return()).When(Pay("y2")).The<AllocationPaid>().AmountFen.ShouldBe(200);

    [Fact]
    public void In_a_later_year_it_is_entered_in_blue() => AllocateIncomeTests.LastYear().Done(Confirm(), Pay(date: "2025-12-31")).When(Return(date: "2026-01-04")).Vouchers<VoucherPosted>().ShouldBe(
        new Dictionary<string, string> { ["venture/jiucun rt1/1"] = $"2241 C200 {A}; 1002 D200", [A + " rt1/2"] = "102 C200; 112 D200 venture/jiucun" });

    [Fact]
    public void It_comes_back_once() => Paid().Done(Return()).When(Return(id: "rt2")).ThenRefused(RefusalCode.PaymentUnknown);

    [Theory]
    [InlineData("y9")]
    [InlineData("a1")]
    [InlineData("o-b")]
    public void What_is_no_payment_does_not_come_back(string id) => Paid().When(Return(id)).ThenRefused(RefusalCode.PaymentUnknown, ("payment", id));

    [Fact]
    public void Not_before_it_was_paid() => Paid().When(Return(date: "2025-01-30")).ThenRefused(RefusalCode.ReversalBeforeOriginal);

    [Fact]
    public void A_closed_month_stops_it() => Paid().Done(Close("2025-01", A)).When(Return()).ThenRefused(RefusalCode.BookMonthClosed, ("book", A));

    [Fact]
    public void A_month_that_is_not_open_yet_stops_it() => Paid().When(Return(date: "2025-03-01")).ThenRefused(RefusalCode.MonthNotYetOpen, ("book", Jiucun));

    [Fact]
    public void A_turnover_beyond_the_bound_stops_it() => Paid().Posted("v1", lines: Say.Rent(Money.MaxFen - 400)).When(Return()).ThenRefused(RefusalCode.SumOutOfBounds, ("book", A));

    private static Given Paid() => PayAllocationTests.Allocated().Done(Pay());
}
