namespace VillageLedger.Tests;

public sealed class WithdrawAssetTests
{
    [Fact]
    public void A_card_entered_in_error_is_void() => SayAsset.ACard().When(SayAsset.Withdraw()).Then(new Stored(SayAsset.Stream, "asset-withdrawn.1", """
        {"owner":"village/330110112201","asset":"a1","reason":"重复录入"}
        """));

    [Fact]
    public void Void_once() => SayAsset.ACard().Done(SayAsset.Withdraw()).When(SayAsset.Withdraw(id: "w2")).ThenRefused(RefusalCode.AssetUnknown);

    [Fact]
    public void One_that_was_written_off_is_not() => SayAsset.Depreciated().When(SayAsset.Withdraw()).ThenRefused(RefusalCode.AssetHasVoucher, ("voucher", "d-2025-02"));

    [Fact]
    public void One_whose_depreciation_was_discarded_is() => SayAsset.Depreciated().Done(Say.Discard("d-2025-02")).When(SayAsset.Withdraw()).Facts.Count.ShouldBe(1);

    [Fact]
    public void One_made_of_works_is_not() => Given.AVillageBook().Done([SayAsset.OpenWorks()], SayAsset.Spend(), [SayAsset.Complete()])
        .When(SayAsset.Withdraw("a9")).ThenRefused(RefusalCode.AssetHasVoucher, ("voucher", "cw1"));

    [Fact]
    public void One_that_left_is_not() => SayAsset.Depreciated().Done(SayAsset.Dispose()).When(SayAsset.Withdraw()).ThenRefused(RefusalCode.AssetLeft);

    [Fact]
    public void There_is_a_book() => Given.AVillage().When(SayAsset.Withdraw()).ThenRefused(RefusalCode.BookNotOpen);
}
