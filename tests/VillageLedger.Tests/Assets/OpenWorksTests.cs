namespace VillageLedger.Tests;

public sealed class OpenWorksTests
{
    [Fact]
    public void Works_begin() => Given.AVillageBook().When(SayAsset.OpenWorks(more: ",\"budgetFen\":60000")).Then(new Stored(SayAsset.Stream, "works-opened.1", """
        {"owner":"village/330110112201","works":"gc1","name":"粮仓改造","date":"2025-01-05","budgetFen":60000}
        """));

    [Fact]
    public void Their_id_is_used_once() => Given.AVillageBook().Done(SayAsset.OpenWorks()).When(SayAsset.OpenWorks(id: "ow2")).ThenRefused(RefusalCode.WorksTaken);

    [Fact]
    public void Their_contractor_is_registered() => Given.AVillageBook().When(SayAsset.OpenWorks(more: ",\"contractor\":\"party/x\"")).ThenRefused(RefusalCode.HolderUnknown);

    [Fact]
    public void There_is_a_book() => Given.AVillage().When(SayAsset.OpenWorks()).ThenRefused(RefusalCode.BookNotOpen);
}
