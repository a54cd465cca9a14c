using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class ReverseAllocationTests
{
    [Fact]
    public void What_was_only_prepared_is_discarded() => AVenture().Done(Allocate()).When(Reverse()).Then(
        new Stored(Jiucun, "allocation-reversed.1", """{"allocation":"a1","reversedBy":"wang","vouchers":[],"reason":"金额有误"}"""),
        new Stored(Own01, "voucher-discarded.1", """{"voucher":"a1/1","discardedBy":"wang","reason":"金额有误"}"""),
        new Stored(A01, "voucher-discarded.1", """{"voucher":"a1/2","discardedBy":"wang","reason":"金额有误"}"""),
        new Stored(B01, "voucher-discarded.1", """{"voucher":"a1/3","discardedBy":"wang","reason":"金额有误"}"""));

    [Fact]
    public void What_was_posted_is_taken_back_in_red_in_every_book()
    {
        var outcome = PayAllocationTests.Allocated().When(Reverse());
        outcome.Stored("allocation-reversed.1").ToJsonString().ShouldBe(
            """{"allocation":"a1","reversedBy":"wang","vouchers":[{"voucher":"ra1/1","book":"venture/jiucun","month":"2025-01"},{"voucher":"ra1/2","book":"village/330110112201","month":"2025-01"},{"voucher":"ra1/3","book":"village/330110112202","month":"2025-01"}],"date":"2025-01-31","reason":"\u91D1\u989D\u6709\u8BEF"}""");
        outcome.Vouchers<VoucherPosted>().ShouldBe(new Dictionary<string, string>
        {
            ["venture/jiucun ra1/1"] = $"1002 D-300; 2241 C-200 {A}; 2241 C-100 {B}",
            [A + " ra1/2"] = "112 D-200 venture/jiucun; 501 C-200",
            [B + " ra1/3"] = "112 D-100 venture/jiucun; 501 C-100",
        });
        outcome.Facts.Select(next => next.Fact).OfType<VoucherReversed>().Select(mark => (mark.Voucher.Value, mark.Reversal.Value)).ShouldBe([("a1/1", "ra1/1"), ("a1/2", "ra1/2"), ("a1/3", "ra1/3")]);
        outcome.Facts.Select(next => next.Fact).OfType<VoucherPosted>().ShouldAllBe(red => red.ReviewedBy == new UserId("rule:reverse-joint-vouchers.1") && red.Cause == "a1" && red.Kind == VoucherKind.Reversal);
    }

    /// <summary>会计基础工作规范 art. 51(5): an earlier year's voucher is corrected in blue.</summary>
    [Fact]
    public void An_earlier_years_allocation_is_taken_back_in_blue_through_undistributed_income()
    {
        var outcome = AllocateIncomeTests.LastYear().Done(Confirm()).When(Reverse(date: "2026-01-05"));
        outcome.Vouchers<VoucherPosted>().ShouldBe(new Dictionary<string, string>
        {
            ["venture/jiucun ra1/1"] = $"1002 C300; 2241 D200 {A}; 2241 D100 {B}",
            [A + " ra1/2"] = "112 C200 venture/jiucun; 32202 D200",
            [B + " ra1/3"] = "112 C100 venture/jiucun; 32202 D100",
        });
        outcome.Facts.Select(next => next.Fact).OfType<VoucherPosted>().Skip(1).First().ShouldSatisfyAllConditions(
            blue => blue.Kind.ShouldBe(VoucherKind.Correction), blue => blue.Corrects.ShouldBe(new VoucherId("a1/2")), blue => blue.Reverses.ShouldBeNull(), blue => blue.ConcernsMonth.ShouldBe(new Month(2025, 12)),
            blue => blue.Summary.ShouldBe("更正2025年12月31日记-1号凭证：金额有误"));
        outcome.Facts.Select(next => next.Fact).OfType<VoucherReversed>().Count().ShouldBe(3);
    }

    [Fact]
    public void An_earlier_years_negative_allocation_is_taken_back_in_black() => AVenture(month: "2025-12").Done(Allocate(total: -300, month: "2025-12", date: "2025-12-31"), Confirm())
        .When(Reverse(date: "2026-01-05")).Vouchers<VoucherPosted>()[A + " ra1/2"].ShouldBe("112 D200 venture/jiucun; 32202 C200");

    [Fact]
    public void Details_added_since_carry_a_correction_of_an_earlier_year() => AllocateIncomeTests.LastYear()
        .Done(Confirm(), Say.AddAccount("50101", "501"), Say.AddAccount("11201", "112", more: ""","requires":["contract"]"""), Say.AddAccount("3220201", "32202"))
        .When(Reverse(date: "2026-01-05")).Vouchers<VoucherPosted>()[A + " ra1/2"].ShouldBe("11201 C200 venture/jiucun; 3220201 D200");

    [Fact]
    public void Details_added_since_do_not_stop_a_red_voucher() => PayAllocationTests.Allocated().Done(Say.AddAccount("50101", "501"), Say.AddAccount("11201", "112", more: ""","requires":["contract"]"""))
        .When(Reverse()).Vouchers<VoucherPosted>()[A + " ra1/2"].ShouldBe("112 D-200 venture/jiucun; 501 C-200");

    [Fact]
    public void A_closed_month_is_corrected_in_an_open_one_that_names_it() => PayAllocationTests.Allocated().Done(Close("2025-01", A, B, Jiucun)).When(Reverse(date: "2025-02-02"))
        .Facts.Select(next => next.Fact).OfType<VoucherPosted>().ShouldAllBe(red => red.ConcernsMonth == new Month(2025, 1));

    [Fact]
    public void A_closed_month_takes_no_red_voucher() => PayAllocationTests.Allocated().Done(Close("2025-01", B)).When(Reverse()).ThenRefused(RefusalCode.BookMonthClosed, ("book", B), ("next", "2025-02"));

    [Fact]
    public void A_month_that_is_not_open_yet_takes_no_red_voucher() => PayAllocationTests.Allocated().When(Reverse(date: "2025-03-02")).ThenRefused(RefusalCode.MonthNotYetOpen, ("book", Jiucun));

    [Fact]
    public void A_turnover_beyond_the_bound_stops_it() => PayAllocationTests.Allocated().Posted("v1", lines: Say.Rent(Money.MaxFen - 200)).When(Reverse()).ThenRefused(RefusalCode.SumOutOfBounds, ("book", A));

    [Fact]
    public void Consent_that_has_ended_does_not_keep_what_was_wrong() => PayAllocationTests.Allocated().Done(Withdraw(A)).When(Reverse()).Stored("allocation-reversed.1");

    [Fact]
    public void Not_before_the_allocation() => PayAllocationTests.Allocated().When(Reverse(date: "2025-01-30")).ThenRefused(RefusalCode.ReversalBeforeOriginal);

    [Fact]
    public void Once() => PayAllocationTests.Allocated().Done(Reverse()).When(Reverse(id: "ra2")).ThenRefused(RefusalCode.AllocationAlreadyReversed);

    [Fact]
    public void Not_while_a_payment_stands() => PayAllocationTests.Allocated().Done(Pay()).When(Reverse()).ThenRefused(RefusalCode.AllocationAlreadyPaid, ("payment", "y1"));

    [Fact]
    public void Once_every_payment_came_back() => PayAllocationTests.Allocated().Done(Pay(), Return()).When(Reverse()).Stored("allocation-reversed.1");

    [Fact]
    public void Not_while_a_supplement_stands() => PayAllocationTests.Allocated().Done(Allocate("a2", 30, more: ""","supplements":"a1" """)).When(Reverse()).ThenRefused(RefusalCode.AllocationSupplemented, ("supplement", "a2"));

    [Fact]
    public void The_supplement_itself_is() => PayAllocationTests.Allocated().Done(Allocate("a2", 30, more: ""","supplements":"a1" """)).When(Reverse("a2")).Stored("allocation-reversed.1");

    [Fact]
    public void Of_no_allocation() => AVenture().When(Reverse()).ThenRefused(RefusalCode.AllocationUnknown);

    /// <summary>The last supplement was worked out on what the one before had given: it goes first.</summary>
    [Fact]
    public void Supplements_to_a_promise_are_taken_back_from_the_last()
    {
        const string Promise = ""","terms":{"retain":{"amountFen":30}}""";
        AVenture().Done(Allocate(more: Promise), Allocate("a2", 100, more: Promise + ""","supplements":"a1" """), Allocate("a3", 50, more: Promise + ""","supplements":"a1" """))
            .When(Reverse("a2")).ThenRefused(RefusalCode.AllocationSupplemented, ("allocation", "a2"), ("supplement", "a3"));
    }

    [Fact]
    public void Supplements_by_plain_weights_are_taken_back_in_any_order() => AVenture()
        .Done(Allocate(), Allocate("a2", 30, more: ""","supplements":"a1" """), Allocate("a3", 60, more: ""","supplements":"a1" """)).When(Reverse("a2")).Refusal.ShouldBeNull();
}
