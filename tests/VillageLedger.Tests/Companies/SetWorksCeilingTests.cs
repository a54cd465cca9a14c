namespace VillageLedger.Tests;

public sealed class SetWorksCeilingTests
{
    [Fact]
    public void A_county_sets_its_ceiling() => Given.AVillage().When(SayCompany.Ceiling()).Then(new Stored(
        "place/330110", "works-ceiling-set.1", """{"county":"330110","amountFen":40000,"from":"2025-01-01","source":"余政办88号"}"""));

    [Fact]
    public void A_county_without_a_registered_village_has_no_ceiling() => Given.AVillage().When(SayCompany.Ceiling(county: "330111")).ThenRefused(RefusalCode.PlaceUnknown, ("place", "330111"));

    [Theory]
    [InlineData("33011")]
    [InlineData("330110112")]
    [InlineData("33011x")]
    public void A_county_has_six_digits(string county) => Given.AVillage().When(SayCompany.Ceiling(county: county)).ThenRefused(RefusalCode.FieldInvalid, ("field", "county"));

    [Fact]
    public void A_ceiling_is_not_negative() => Given.AVillage().When(SayCompany.Ceiling(-1)).ThenRefused(RefusalCode.AmountNegative);

    [Theory]
    [InlineData("2024-12-31", null)]
    [InlineData("2025-01-01", 100L)]
    [InlineData("2025-06-30", 100L)]
    [InlineData("2025-07-01", 300L)]
    public void On_a_day_the_latest_ceiling_counts_and_of_one_day_the_later_said(string date, long? expected)
    {
        Fact[] facts = [Set(200, new(2025, 7, 1)), Set(100, new(2025, 1, 1)), Set(300, new(2025, 7, 1))];
        facts.Aggregate(Place.Unknown, (place, fact) => place.Evolve(fact)).WorksCeilingOn(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(expected);
    }

    private static WorksCeilingSet Set(long fen, DateOnly from) => new("330110", fen, from, "s");
}
