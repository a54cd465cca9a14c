using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

/// <summary>Vouchers that were made together are not worked on one by one.</summary>
public sealed class JointVoucherTests
{
    [Theory]
    [InlineData("review-voucher", "")]
    [InlineData("return-voucher", "")]
    [InlineData("discard-voucher", "")]
    [InlineData("post-voucher", "")]
    [InlineData("reverse-voucher", ""","date":"2025-01-31","reason":"金额有误" """)]
    [InlineData("amend-voucher", ""","date":"2025-01-31","summary":"s","lines":[{"account":"102","debitFen":1},{"account":"501","creditFen":1}]""")]
    public void One_of_them_alone_is_refused_prepared_or_posted(string request, string more)
    {
        var json = $$"""{"request":"{{request}}","id":"q1","by":"li","voucher":"a1/2"{{more}}}""";
        AVenture().Done(Allocate()).When(json).ThenRefused(RefusalCode.VoucherOfJointEntry, ("voucher", "a1/2"), ("request", "a1"));
        PayAllocationTests.Allocated().When(json).ThenRefused(RefusalCode.VoucherOfJointEntry);
    }

    [Fact]
    public void Posting_a_month_passes_over_them() => AVenture().Done(Allocate()).Done(Say.Prepare(), Say.Review()).When(Say.PostAll()).The<VoucherPosted>().Voucher.Value.ShouldBe("v1");

    [Fact]
    public void The_request_that_made_them_is_no_voucher() => AVenture().Done(Allocate()).When(Say.Review("a1")).ThenRefused(RefusalCode.VoucherUnknown);

    [Fact]
    public void One_of_them_is_not_corrected_by_hand() => PayAllocationTests.Allocated().When(Say.Prepare(more: ""","corrects":"a1/2" """)).ThenRefused(RefusalCode.VoucherOfJointEntry, ("voucher", "a1/2"));

    [Fact]
    public void Vouchers_beside_them_are_worked_on_as_ever() => PayAllocationTests.Allocated().Posted("v1").When(Say.Reverse()).The<VoucherPrepared>().Voucher.Value.ShouldBe("red1");

    [Theory]
    [InlineData("a1/1")]
    [InlineData("a1/")]
    [InlineData("/1")]
    public void No_request_has_such_an_id(string id) => AVenture().When(Say.Prepare(id)).ThenRefused(RefusalCode.FieldInvalid, ("field", "id"));

    [Theory]
    [InlineData("a1/1", true)]
    [InlineData("a1/99999", true)]
    [InlineData("a1/100000", false)]
    [InlineData("a1/0", false)]
    [InlineData("a1/01", false)]
    [InlineData("a1/", false)]
    [InlineData("a1/x", false)]
    [InlineData("a1/1/2", false)]
    [InlineData("/1", false)]
    [InlineData("a1/１", false)]
    public void Its_number_is_one_or_more(string text, bool valid) => VoucherId.TryParse(text, out _).ShouldBe(valid);

    [Theory]
    [InlineData("rule:pay-allocation.1")]
    [InlineData("RULE:x")]
    public void Nobody_acts_by_the_name_of_a_rule(string by) => AVenture().Done(Say.Prepare()).When(Say.Review(by: by)).ThenRefused(RefusalCode.FieldInvalid, ("field", "by"));
}
