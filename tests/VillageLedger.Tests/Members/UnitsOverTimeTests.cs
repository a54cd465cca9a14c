namespace VillageLedger.Tests;

public sealed class UnitsOverTimeTests
{
    private static DateOnly Day(int day) => new(2025, 1, day);

    /// <summary>10 from the 5th, 3 from the 10th, 7 from the 15th, 12 from the 20th.</summary>
    private static readonly UnitsOverTime Units = UnitsOverTime.Zero.With(Day(15), 4).With(Day(5), 6).With(Day(20), 5).With(Day(10), -7).With(Day(5), 4);

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 10)]
    [InlineData(9, 10)]
    [InlineData(10, 3)]
    [InlineData(15, 7)]
    [InlineData(31, 12)]
    public void A_change_counts_from_the_end_of_its_day(int day, long units) => Units.On(Day(day)).ShouldBe(units);

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(5, 10, 3)]
    [InlineData(10, 10, 3)]
    [InlineData(11, 11, 3)]
    [InlineData(15, 15, 7)]
    [InlineData(25, 25, 12)]
    public void The_lowest_from_a_day_on_is_found_with_its_day(int from, int day, long units) => Units.LowestFrom(Day(from)).ShouldBe((Day(day), units));

    [Theory]
    [InlineData(1, 12)]
    [InlineData(25, 12)]
    public void The_highest_from_a_day_on_is_found(int from, long units) => Units.HighestFrom(Day(from)).ShouldBe(units);

    [Fact]
    public void The_highest_may_be_that_of_the_first_day() => UnitsOverTime.Zero.With(Day(5), 10).With(Day(8), -4).HighestFrom(Day(6)).ShouldBe(10);

    [Fact]
    public void Changes_of_a_day_are_one() => Units.Changes.Select(change => change.Date.Day).ShouldBe([5, 10, 15, 20]);
}
