using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class ReverseJointEntryTests
{
    [Fact]
    public void What_was_only_prepared_is_discarded() => ConfirmJointEntryTests.Prepared().When(ReverseEntry("e1")).Then(
        new Stored(Jiucun, "joint-entry-reversed.1", """{"entry":"e1","reversedBy":"wang","vouchers":[],"reason":"金额有误"}"""),
        new Stored(Own01, "voucher-discarded.1", """{"voucher":"e1/1","discardedBy":"wang","reason":"金额有误"}"""),
        new Stored(A01, "voucher-discarded.1", """{"voucher":"e1/2","discardedBy":"wang","reason":"金额有误"}"""));

    [Fact]
    public void What_was_posted_is_taken_back_in_red()
    {
        var outcome = Confirmed().When(ReverseEntry("e1", "2025-02-05"));
        outcome.The<JointEntryReversed>().ShouldSatisfyAllConditions(reversed => reversed.Vouchers.Count.ShouldBe(2), reversed => reversed.Date.ShouldBe(new DateOnly(2025, 2, 5)));
        outcome.Vouchers<VoucherPosted>()[A + " re1/2"].ShouldBe("153 D-150 venture/jiucun; 102 C-150");
    }

    [Fact]
    public void An_earlier_years_depreciation_is_taken_back_in_blue() => AVenture(month: "2025-11").Done(InService("b1", 300, date: "2025-11-20"), Depreciate("e1", "2025-12"), ConfirmEntry("e1"))
        .Done(Close("2025-11", Jiucun, A, B)).When(ReverseEntry("e1", "2026-01-05")).Vouchers<VoucherPosted>()[A + " re1/1"].ShouldBe("32202 C20 venture/jiucun; 152 D20 venture/jiucun");

    [Fact]
    public void Not_before_the_entry() => Confirmed().When(ReverseEntry("e1", "2025-01-30")).ThenRefused(RefusalCode.ReversalBeforeOriginal);

    [Fact]
    public void Once() => Confirmed().Done(ReverseEntry("e1")).When(ReverseEntry("e1", id: "re2")).ThenRefused(RefusalCode.JointEntryAlreadyReversed);

    [Fact]
    public void Of_no_entry() => AVenture().When(ReverseEntry("e1")).ThenRefused(RefusalCode.JointEntryUnknown);

    [Fact]
    public void A_closed_month_takes_no_red_voucher() => Confirmed().Done(Close("2025-01", Jiucun)).When(ReverseEntry("e1")).ThenRefused(RefusalCode.BookMonthClosed, ("book", Jiucun));

    [Fact]
    public void A_month_that_is_not_open_yet_takes_none() => Confirmed().When(ReverseEntry("e1", "2025-03-05")).ThenRefused(RefusalCode.MonthNotYetOpen, ("book", Jiucun));

    [Fact]
    public void A_turnover_beyond_the_bound_stops_it() => Confirmed().Posted("v1", lines: Say.Rent(Money.MaxFen - 150)).When(ReverseEntry("e1")).ThenRefused(RefusalCode.SumOutOfBounds, ("book", A));

    private static Given Confirmed() => ConfirmJointEntryTests.Prepared().Done(ConfirmEntry("e1"));
}
