namespace VillageLedger.Tests;

public sealed class RegisterResourceTests
{
    [Fact]
    public void Land_is_registered() => Given.AVillage().Done(Say.RegisterParty()).When(SayAsset.Resource(more: ",\"holder\":\"h001\",\"contract\":\"ht-7\"")).Then(new Stored(SayAsset.Stream, "resource-registered.1", """
        {"owner":"village/330110112201","resource":"td1","kind":"cultivated-land","name":"南畈","date":"2025-01-01","areaSquareMetres":66667,"holder":"party/h001","contract":"ht-7"}
        """));

    [Fact]
    public void Its_id_is_used_once() => Given.AVillage().Done(SayAsset.Resource()).When(SayAsset.Resource(id: "rr2")).ThenRefused(RefusalCode.ResourceTaken);

    [Fact]
    public void Its_user_is_registered() => Given.AVillage().When(SayAsset.Resource(more: ",\"holder\":\"party/x\"")).ThenRefused(RefusalCode.HolderUnknown);

    [Fact]
    public void Its_owner_is_registered() => Given.ANewLedger().When(SayAsset.Resource()).ThenRefused(RefusalCode.OwnerUnknown);

    [Fact]
    public void All_areas_together_stay_within_the_bound() => Given.AVillage().Done(SayAsset.Resource()).When(SayAsset.Resource("td2", Money.MaxFen, id: "rr2")).ThenRefused(RefusalCode.FieldInvalid, ("field", "areaSquareMetres"));
}
