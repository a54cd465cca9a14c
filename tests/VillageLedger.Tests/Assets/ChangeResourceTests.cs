namespace VillageLedger.Tests;

public sealed class ChangeResourceTests
{
    [Fact]
    public void Area_changes_from_a_day_on() => Given.AVillage().Done(SayAsset.Resource()).When(SayAsset.Change(",\"areaSquareMetres\":60000")).Then(new Stored(SayAsset.Stream, "resource-changed.1", """
        {"owner":"village/330110112201","resource":"td1","date":"2025-07-01","reason":"征收","areaSquareMetres":60000}
        """));

    [Fact]
    public void A_contract_does_not_pass_on_to_the_next_user() => Given.AVillage().Done(Say.RegisterParty(), Say.RegisterParty("h002", id: "r4"), SayAsset.Resource(more: ",\"holder\":\"h001\",\"contract\":\"ht-7\""), SayAsset.Change(",\"holder\":\"h002\""))
        .State<AssetRegister>(SayAsset.Stream).Resources["td1"].On(new(2025, 7, 1)).ShouldBe(new ResourceState(66_667, Holder.Party("h002"), null, null));

    [Fact]
    public void Before_the_change_it_was_as_it_was() => Given.AVillage().Done(SayAsset.Resource(), SayAsset.Change(",\"areaSquareMetres\":0,\"vacant\":true"))
        .State<AssetRegister>(SayAsset.Stream).Resources["td1"].On(new(2025, 6, 30)).AreaSquareMetres.ShouldBe(66_667);

    [Fact]
    public void There_is_such_a_resource() => Given.AVillage().When(SayAsset.Change("")).ThenRefused(RefusalCode.ResourceUnknown);

    [Fact]
    public void Changes_go_in_order() => Given.AVillage().Done(SayAsset.Resource(), SayAsset.Change("")).When(SayAsset.Change("", date: "2025-06-30", id: "cr2")).ThenRefused(RefusalCode.ResourceChangeBackwards, ("last", "2025-07-01"));

    [Fact]
    public void Its_user_is_registered() => Given.AVillage().Done(SayAsset.Resource()).When(SayAsset.Change(",\"holder\":\"party/x\"")).ThenRefused(RefusalCode.HolderUnknown);

    [Fact]
    public void All_areas_together_stay_within_the_bound() => Given.AVillage().Done(SayAsset.Resource(), SayAsset.Resource("td2", id: "rr2"))
        .When(SayAsset.Change($",\"areaSquareMetres\":{Money.MaxFen}")).ThenRefused(RefusalCode.FieldInvalid, ("field", "areaSquareMetres"));
}
