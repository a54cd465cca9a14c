namespace VillageLedger.Tests;

public sealed class RenamePlaceTests
{
    [Fact]
    public void A_township_is_renamed_from_a_month_on() => Given.AVillage().When(SayPlace.RenamePlace()).Then(new Stored("place/330110112", "place-renamed.1", """{"place":"330110112","name":"径山新镇","from":"2025-03"}"""));

    [Fact]
    public void Villages_are_registered_under_the_new_name_then() => Given.AVillage().Done(SayPlace.RenamePlace()).When(Say.RegisterVillage("r9", "330110112209", "村", "径山新镇")).Facts.Count.ShouldBe(1);

    [Fact]
    public void A_name_that_it_has_is_nothing_new() => Given.AVillage().When(SayPlace.RenamePlace(name: "径山镇")).ThenNothing();

    [Fact]
    public void A_place_without_a_village_has_no_name() => Given.AVillage().When(SayPlace.RenamePlace("330110119")).ThenRefused(RefusalCode.PlaceUnknown);

    [Fact]
    public void A_place_has_six_or_nine_digits() => Given.AVillage().When(SayPlace.RenamePlace("3301")).ThenRefused(RefusalCode.FieldInvalid);
}
