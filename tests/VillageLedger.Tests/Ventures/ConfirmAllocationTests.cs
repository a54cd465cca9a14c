using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class ConfirmAllocationTests
{
    [Fact]
    public void Another_person_confirms_and_every_voucher_is_posted() => AVenture().Done(Allocate()).When(Confirm()).Then(
        new Stored(Jiucun, "allocation-confirmed.1", """{"allocation":"a1","confirmedBy":"li"}"""),
        Posted(Own01, "small-enterprise-2013", "a1/1", $$"""[{"account":"1002","debitFen":300},{"account":"2241","creditFen":200,"party":"{{A}}"},{"account":"2241","creditFen":100,"party":"{{B}}"}]"""),
        Posted(A01, "rural-2023", "a1/2", """[{"account":"112","debitFen":200,"party":"venture/jiucun","project":"jiucun"},{"account":"501","creditFen":200,"project":"jiucun"}]"""),
        Posted(B01, "rural-2023", "a1/3", """[{"account":"112","debitFen":100,"party":"venture/jiucun","project":"jiucun"},{"account":"501","creditFen":100,"project":"jiucun"}]"""));

    [Theory]
    [InlineData("wang")]
    [InlineData("WANG")]
    public void Nobody_confirms_an_allocation_of_its_own(string by) => AVenture().Done(Allocate()).When(Confirm(by: by)).ThenRefused(RefusalCode.ConfirmByAllocator, ("allocation", "a1"));

    [Fact]
    public void It_is_confirmed_once() => AVenture().Done(Allocate(), Confirm()).When(Confirm(id: "k2")).ThenRefused(RefusalCode.AllocationNotPrepared);

    [Fact]
    public void What_was_reversed_is_not_confirmed() => AVenture().Done(Allocate(), Reverse()).When(Confirm()).ThenRefused(RefusalCode.AllocationNotPrepared);

    [Theory]
    [InlineData("a9")]
    [InlineData("s1")]
    [InlineData("o-b")]
    public void What_is_no_allocation_is_not_confirmed(string id) => AVenture().When(Confirm(id)).ThenRefused(RefusalCode.AllocationUnknown, ("allocation", id));

    [Fact]
    public void Consent_that_was_withdrawn_in_between_stops_all() => AVenture().Done(Allocate(), Withdraw(B)).When(Confirm()).ThenRefused(RefusalCode.AllocationNotAuthorised, ("holder", B));

    [Fact]
    public void Who_has_no_part_need_not_consent() => AVenture().Done(Allocate(total: 1), Withdraw(B)).When(Confirm()).Stored("allocation-confirmed.1");

    [Fact]
    public void A_month_in_which_an_allocation_waits_is_not_closed_and_the_check_says_what_to_do()
    {
        var refusal = AVenture().Done(Allocate()).When(Say.Close(book: B)).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(RefusalCode.MonthNotReady);
        refusal.Message(Language.Chinese).ShouldContain("a1/3");
        refusal.Message(Language.English).ShouldContain("Confirm or reverse the requests that made them");
    }

    [Fact]
    public void Details_added_in_between_carry_what_was_prepared_on_their_parent()
    {
        var given = AVenture().Done(Allocate(), Say.AddAccount("50101", "501", more: ""","requires":["contract"]"""), Say.AddAccount("224101", "2241", owner: Jiucun, more: ""","requires":["party"]"""));
        given.When(Confirm()).Vouchers<VoucherPosted>()[A + " a1/2"].ShouldBe("112 D200 venture/jiucun; 501 C200");
        ((Accounts)given.Ledger.State("accounts/" + A)).Carrier(new("501")).Value.ShouldBe("50101");
    }

    [Fact]
    public void A_company_that_opened_its_book_in_between_enters_nothing() => AVenture().Done(Say.RegisterCompany(), Shares(Held((Firm, 1)), "2025-01-02", "s2"), Allocate(more: AllocateIncomeTests.MonthEnd), Say.OpenBook(standard: "small-enterprise-2013", owner: Firm, id: "o-c"))
        .When(Confirm()).Vouchers<VoucherPosted>().Keys.ShouldBe(["venture/jiucun a1/1"]);

    [Fact]
    public void A_turnover_beyond_the_bound_stops_all_and_the_book_is_named() => AVenture().Posted("v1", lines: Say.Rent(Money.MaxFen)).Done(Allocate()).When(Confirm()).ThenRefused(RefusalCode.SumOutOfBounds, ("book", A), ("voucher", "a1/2"));

    private static Stored Posted(string stream, string standard, string voucher, string lines) => new(
        stream, "voucher-posted.1",
        $$"""
        {"voucher":"{{voucher}}","standard":"{{standard}}","type":"记","number":1,"date":"2025-01-31","kind":"allocation","summary":"九村联合2025年1月收益分配","lines":{{lines}},
         "attachmentCount":0,"preparedBy":"wang","reviewedBy":"li","postedBy":"li","cause":"a1"}
        """);
}
