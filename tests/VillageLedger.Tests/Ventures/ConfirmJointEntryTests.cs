using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class ConfirmJointEntryTests
{
    [Fact]
    public void Another_person_confirms_and_every_voucher_is_posted()
    {
        var outcome = Prepared().When(ConfirmEntry("e1"));
        outcome.Facts[0].ShouldBe((Jiucun, new JointEntryConfirmed("e1", new("li"))));
        outcome.Vouchers<VoucherPosted>().ShouldBe(new Dictionary<string, string>
        {
            ["venture/jiucun e1/1"] = $"1002 D150; 2701 C150 {A}",
            [A + " e1/2"] = "153 D150 venture/jiucun; 102 C150",
        });
        outcome.Facts.Select(next => next.Fact).OfType<VoucherPosted>().ShouldAllBe(posted => posted.Cause == "e1" && posted.ReviewedBy == new UserId("li") && posted.PreparedBy == new UserId("wang"));
    }

    [Theory]
    [InlineData("wang")]
    [InlineData("Wang")]
    public void Nobody_confirms_an_entry_of_its_own(string by) => Prepared().When(ConfirmEntry("e1", by)).ThenRefused(RefusalCode.ConfirmByPreparer);

    [Fact]
    public void It_is_confirmed_once() => Prepared().Done(ConfirmEntry("e1")).When(ConfirmEntry("e1", id: "k2")).ThenRefused(RefusalCode.JointEntryNotPrepared);

    [Theory]
    [InlineData("e9")]
    [InlineData("in1")]
    public void What_is_no_entry_is_not_confirmed(string id) => Prepared().When(ConfirmEntry(id)).ThenRefused(RefusalCode.JointEntryUnknown, ("entry", id));

    [Fact]
    public void Consent_that_was_withdrawn_in_between_stops_all() => Prepared().Done(Withdraw(A)).When(ConfirmEntry("e1")).ThenRefused(RefusalCode.AllocationNotAuthorised, ("holder", A));

    [Fact]
    public void A_turnover_beyond_the_bound_stops_all() => Prepared().Posted("v1", lines: Say.Rent(Money.MaxFen)).When(ConfirmEntry("e1")).ThenRefused(RefusalCode.SumOutOfBounds, ("book", A));

    internal static Given Prepared() => AVenture().Done(PayIn("in1", A, 150), Enter("e1", "in1"));
}
