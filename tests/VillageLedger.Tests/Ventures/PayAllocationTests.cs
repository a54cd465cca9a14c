using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class PayAllocationTests
{
    [Fact]
    public void A_part_is_paid_and_entered_in_both_books() => Allocated().When(Pay(fen: 150)).Then(
        new Stored(Jiucun, "allocation-paid.1", $$"""
            {"payment":"y1","allocation":"a1","holder":"{{A}}","date":"2025-01-31","amountFen":150,"bankAccount":"6217000012345678","reference":"R1",
             "vouchers":[{"voucher":"y1/1","book":"venture/jiucun","month":"2025-01"},{"voucher":"y1/2","book":"{{A}}","month":"2025-01"}]}
            """),
        new Stored(Own01, "voucher-prepared.1", $$"""
            {"voucher":"y1/1","type":"记","date":"2025-01-31","kind":"allocation","summary":"付九村联合2025年1月分配款","lines":[{"account":"2241","debitFen":150,"party":"{{A}}"},{"account":"1002","creditFen":150}],
             "attachmentCount":0,"preparedBy":"wang"}
            """),
        new Stored(Own01, "voucher-posted.1", $$"""
            {"voucher":"y1/1","standard":"small-enterprise-2013","type":"记","number":2,"date":"2025-01-31","kind":"allocation","summary":"付九村联合2025年1月分配款",
             "lines":[{"account":"2241","debitFen":150,"party":"{{A}}"},{"account":"1002","creditFen":150}],"attachmentCount":0,"preparedBy":"wang","reviewedBy":"rule:pay-allocation.1","postedBy":"wang","cause":"a1"}
            """),
        new Stored(A01, "voucher-prepared.1", """
            {"voucher":"y1/2","type":"记","date":"2025-01-31","kind":"allocation","summary":"收九村联合2025年1月分配款",
             "lines":[{"account":"102","debitFen":150,"project":"jiucun"},{"account":"112","creditFen":150,"party":"venture/jiucun","project":"jiucun"}],"attachmentCount":0,"preparedBy":"wang"}
            """),
        new Stored(A01, "voucher-posted.1", """
            {"voucher":"y1/2","standard":"rural-2023","type":"记","number":2,"date":"2025-01-31","kind":"allocation","summary":"收九村联合2025年1月分配款",
             "lines":[{"account":"102","debitFen":150,"project":"jiucun"},{"account":"112","creditFen":150,"party":"venture/jiucun","project":"jiucun"}],
             "attachmentCount":0,"preparedBy":"wang","reviewedBy":"rule:pay-allocation.1","postedBy":"wang","cause":"a1"}
            """));

    [Fact]
    public void The_rest_is_paid_later() => Allocated().Done(Pay(fen: 150)).When(Pay("y2", fen: 50, reference: "R2", date: "2025-02-05")).The<AllocationPaid>().AmountFen.ShouldBe(50);

    [Fact]
    public void Never_more_than_the_part() => Allocated().Done(Pay(fen: 150)).When(Pay("y2", fen: 51, reference: "R2")).ThenRefused(RefusalCode.PaymentBeyondPart, ("unpaid", "0.50"));

    [Theory]
    [InlineData(-1)]
    [InlineData(9_007_199_254_740_991)]
    [InlineData(-9_007_199_254_740_991)]
    public void Nothing_but_towards_the_part(long fen) => Allocated().When(Pay(fen: fen)).ThenRefused(RefusalCode.PaymentBeyondPart);

    [Fact]
    public void A_negative_part_is_paid_back() => AVenture().Done(Allocate(total: -300), Confirm()).When(Pay(fen: -200)).Vouchers<VoucherPosted>().ShouldBe(new Dictionary<string, string>
    {
        ["venture/jiucun y1/1"] = $"2241 D-200 {A}; 1002 C-200",
        [A + " y1/2"] = "102 D-200; 112 C-200 venture/jiucun",
    });

    [Fact]
    public void A_name_with_the_sign_for_paying_in_it_stays_as_it_is() => TwoVillages().Done(Found().Replace("九村联合", "付家联合", StringComparison.Ordinal), Shares(), Authorise(A), Authorise(B), Allocate(), Confirm())
        .When(Pay()).Facts.Select(next => next.Fact).OfType<VoucherPosted>().Select(voucher => voucher.Summary).ShouldBe(["付付家联合2025年1月分配款", "收付家联合2025年1月分配款"]);

    [Fact]
    public void A_bank_reference_is_recorded_once() => Allocated().Done(Pay(fen: 100)).When(Pay("y2", fen: 100)).ThenRefused(RefusalCode.PaymentTwice, ("payment", "y1"));

    [Fact]
    public void The_same_reference_may_pay_another_holder() => Allocated().Done(Pay()).When(Pay("y2", B, 100)).Stored("allocation-paid.1");

    [Fact]
    public void A_party_is_paid_from_the_ventures_book_alone_and_a_persons_account_is_shortened() => AVenture().Done(Say.RegisterParty("h7", "person", "张三"), Shares(Held(("party/h7", 1)), "2025-01-02", "s2"), Allocate(more: AllocateIncomeTests.MonthEnd), Confirm())
        .When(Pay(holder: "party/h7", fen: 300)).The<AllocationPaid>().ShouldSatisfyAllConditions(paid => paid.BankAccount.ShouldBe("****5678"), paid => paid.Vouchers.Count.ShouldBe(1));

    [Fact]
    public void A_company_with_a_book_enters_the_payment() => AVentureWithCompany().Done(Shares(Held((Firm, 1)), "2025-01-02", "s2"), Authorise(Firm), Allocate(more: AllocateIncomeTests.MonthEnd), Confirm())
        .When(Pay(holder: Firm, fen: 300)).Vouchers<VoucherPosted>()[Firm + " y1/2"].ShouldBe("1002 D300; 1221 C300 venture/jiucun");

    [Fact]
    public void A_company_that_opened_its_book_after_the_allocation_has_nothing_to_settle_in_it() => AVenture()
        .Done(Say.RegisterCompany(), Shares(Held((Firm, 1)), "2025-01-02", "s2"), Allocate(more: AllocateIncomeTests.MonthEnd), Confirm(), Say.OpenBook(standard: "small-enterprise-2013", owner: Firm, id: "o-c"))
        .When(Pay(holder: Firm, fen: 300)).Vouchers<VoucherPosted>().Keys.ShouldBe(["venture/jiucun y1/1"]);

    [Fact]
    public void What_was_confirmed_is_paid_though_the_consent_has_ended() => Allocated().Done(Withdraw(A)).When(Pay()).Stored("allocation-paid.1");

    [Fact]
    public void Nothing_is_paid_before_it_is_confirmed() => AVenture().Done(Allocate()).When(Pay()).ThenRefused(RefusalCode.AllocationNotConfirmed);

    [Fact]
    public void Nothing_is_paid_after_it_was_reversed() => Allocated().Done(Reverse()).When(Pay()).ThenRefused(RefusalCode.AllocationNotConfirmed);

    [Fact]
    public void Who_has_no_part_is_not_paid() => Allocated().Done(Say.RegisterParty()).When(Pay(holder: "party/h001", fen: 1)).ThenRefused(RefusalCode.HolderWithoutPart);

    [Fact]
    public void Who_has_a_part_of_nothing_is_not_paid() => AVenture().Done(Allocate(total: 1), Confirm()).When(Pay(holder: B, fen: 1)).ThenRefused(RefusalCode.HolderWithoutPart);

    [Fact]
    public void Not_before_the_allocation() => Allocated().When(Pay(date: "2025-01-30")).ThenRefused(RefusalCode.PaymentBeforeAllocation);

    [Fact]
    public void Of_no_allocation() => AVenture().When(Pay()).ThenRefused(RefusalCode.AllocationUnknown);

    [Fact]
    public void A_holders_closed_month_stops_the_payment() => Allocated().Done(Close("2025-01", A)).When(Pay()).ThenRefused(RefusalCode.BookMonthClosed, ("book", A), ("next", "2025-02"));

    [Fact]
    public void A_month_that_is_not_open_yet_stops_the_payment() => Allocated().When(Pay(date: "2025-03-01")).ThenRefused(RefusalCode.MonthNotYetOpen, ("book", Jiucun));

    [Fact]
    public void A_turnover_beyond_the_bound_stops_the_payment() => Allocated().Posted("v1", lines: Say.Rent(Money.MaxFen - 200)).When(Pay()).ThenRefused(RefusalCode.SumOutOfBounds, ("book", A));

    internal static Given Allocated() => AVenture().Done(Allocate(), Confirm());
}
