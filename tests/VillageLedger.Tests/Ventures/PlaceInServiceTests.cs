using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class PlaceInServiceTests
{
    [Fact]
    public void A_building_is_placed_in_service() => AVenture().When(InService("b1", 900, more: ""","provisional":true""")).Then(new Stored(Jiucun, "placed-in-service.1", """
        {"placing":"b1","venture":"jiucun","date":"2025-01-20","costFen":900,"areaSquareMetres":80000,"usefulLifeMonths":10,"residualFen":0,"provisional":true}
        """));

    [Fact]
    public void A_cost_that_is_final_says_nothing_about_it() => AVenture().When(InService("b1", 900, more: ""","provisional":false""")).Stored("placed-in-service.1")["provisional"].ShouldBeNull();

    [Fact]
    public void The_residual_value_is_not_above_the_cost() => AVenture().When(InService("b1", 900, residual: 901)).ThenRefused(RefusalCode.ResidualBeyondCost);

    [Theory]
    [InlineData(0)]
    [InlineData(1_201)]
    public void A_life_is_a_month_to_a_hundred_years(int months) => AVenture().When(InService("b1", 900, months)).ThenRefused(RefusalCode.FieldInvalid, ("field", "usefulLifeMonths"));

    [Fact]
    public void All_parts_together_keep_the_bound() => AVenture().Done(InService("b1", Money.MaxFen)).When(InService("b2", 1)).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void Of_no_venture() => TwoVillages().When(InService("b1", 1, venture: "other")).ThenRefused(RefusalCode.VentureUnknown);
}
