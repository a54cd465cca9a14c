namespace VillageLedger.Tests;

public sealed class MonthTests
{
    [Theory]
    [InlineData("2025-06", 2025, 6)]
    [InlineData("1900-01", 1900, 1)]
    [InlineData("9999-12", 9999, 12)]
    public void Months_are_read_and_written(string text, int year, int number)
    {
        Month.TryParse(text, out var month).ShouldBeTrue();
        (month.Year, month.Number, month.Key).ShouldBe((year, number, year * 100 + number));
        month.ToString().ShouldBe(text);
        Month.OfKey(month.Key).ShouldBe(month);
        month.FirstDay.ShouldBe(new DateOnly(year, number, 1));
        Month.Of(month.LastDay).ShouldBe(month);
        month.LastDay.Day.ShouldBe(DateTime.DaysInMonth(year, number));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2025")]
    [InlineData("2025-6")]
    [InlineData("2025-00")]
    [InlineData("2025-13")]
    [InlineData("2025/06")]
    [InlineData("1899-12")]
    [InlineData("2025-06-01")]
    [InlineData("-025-06")]
    [InlineData("2025- 6")]
    [InlineData("２０２５-06")]
    public void Other_texts_are_no_months(string? text) => Month.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Months_follow_one_another_over_the_years_end()
    {
        var december = new Month(2024, 12);
        december.Next.ShouldBe(new Month(2025, 1));
        december.Next.Previous.ShouldBe(december);
        december.Plus(14).ShouldBe(new Month(2026, 2));
        december.Plus(-24).ShouldBe(new Month(2022, 12));
        new Month(2026, 2).Since(december).ShouldBe(14);
        december.To(new Month(2025, 2)).Select(month => month.ToString()).ShouldBe(["2024-12", "2025-01", "2025-02"]);
        december.To(new Month(2024, 11)).ShouldBeEmpty();
        (december < december.Next && december <= december.Next && december.Next > december && december.Next >= december).ShouldBeTrue();
    }

    [Theory]
    [InlineData(2025, 0)]
    [InlineData(2025, 13)]
    [InlineData(1899, 12)]
    [InlineData(10000, 1)]
    public void A_month_that_is_none_throws(int year, int number) => Should.Throw<ArgumentOutOfRangeException>(() => new Month(year, number));
}
