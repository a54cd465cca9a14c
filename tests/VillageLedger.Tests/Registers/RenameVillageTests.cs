namespace VillageLedger.Tests;

public sealed class RenameVillageTests
{
    [Fact]
    public void A_village_is_renamed_from_a_month_on() => Given.AVillage().When(SayPlace.Rename()).Then(new Stored(Say.Village, "village-renamed.1", """{"village":"330110112201","name":"新村","from":"2025-03"}"""));

    [Fact]
    public void A_village_that_is_not_registered_is_not_renamed() => Given.ANewLedger().When(SayPlace.Rename()).ThenRefused(RefusalCode.OwnerUnknown);

    [Fact]
    public void A_village_that_is_no_more_is_not_renamed() => Given.AVillage().Done(SayPlace.Retire("330110112201")).When(SayPlace.Rename()).ThenRefused(RefusalCode.VillageIsRetired);
}
