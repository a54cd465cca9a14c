namespace VillageLedger.Tests;

public sealed class MoveVillageTests
{
    [Fact]
    public void A_village_moves_to_a_township_that_is_named_so() => Given.AVillage().When(SayPlace.Move()).Then(
        new Stored("place/330110113", "place-named.1", """{"place":"330110113","name":"黄湖镇"}"""),
        new Stored(Say.Village, "village-moved.1", """{"village":"330110112201","place":"330110113","from":"2025-03"}"""));

    [Fact]
    public void A_new_county_is_named() => Given.AVillage().When(SayPlace.Move(place: "330113001", more: ",\"county\":\"临平区\"")).Facts.Count.ShouldBe(3);

    [Fact]
    public void The_name_of_a_new_county_is_needed() => Given.AVillage().When(SayPlace.Move(place: "330113001")).ThenRefused(RefusalCode.FieldMissing, ("field", "county"));

    [Fact]
    public void A_village_that_is_not_registered_does_not_move() => Given.ANewLedger().When(SayPlace.Move()).ThenRefused(RefusalCode.OwnerUnknown);

    [Fact]
    public void A_township_keeps_its_name() => Given.AVillage().Done(Say.RegisterVillage("r9", "330110113201", "村", "黄湖镇")).When(SayPlace.Move(township: "别镇")).ThenRefused(RefusalCode.PlaceHasAnotherName, ("known", "黄湖镇"));

    [Fact]
    public void A_county_keeps_its_name() => Given.AVillage().When(SayPlace.Move(more: ",\"county\":\"别区\"")).ThenRefused(RefusalCode.PlaceHasAnotherName, ("known", "余杭区"));

    [Fact]
    public void A_village_does_not_move_to_where_it_is() => Given.AVillage().When(SayPlace.Move(place: "330110112", township: "径山镇")).ThenRefused(RefusalCode.VillageAlreadyThere);

    [Fact]
    public void A_village_can_move_back() => Given.AVillage().Done(SayPlace.Move()).When(SayPlace.Move(from: "2025-06", place: "330110112", township: "径山镇", id: "mo2")).Facts.Count.ShouldBe(1);

    [Fact]
    public void A_village_that_is_no_more_does_not_move() => Given.AVillage().Done(SayPlace.Retire("330110112201")).When(SayPlace.Move()).ThenRefused(RefusalCode.VillageIsRetired, ("month", "2025-02"));

    [Theory]
    [InlineData("330110")]
    [InlineData("33011011x")]
    public void A_township_has_nine_digits(string place) => Given.AVillage().When(SayPlace.Move(place: place)).ThenRefused(RefusalCode.FieldInvalid, ("field", "place"));

    [Theory]
    [InlineData("2025-02", "330110112")]
    [InlineData("2025-03", "330110113")]
    [InlineData("2025-07", "330110112")]
    public void In_a_month_the_last_move_up_to_it_counts(string month, string township)
    {
        var village = Given.AVillage().Done(SayPlace.Move(), SayPlace.Move(from: "2025-06", place: "330110112", township: "径山镇", id: "mo2")).State<Registration>(Say.Village);
        Month.TryParse(month, out var of).ShouldBeTrue();
        village.TownshipIn("330110112201", of).ShouldBe(township);
    }
}
