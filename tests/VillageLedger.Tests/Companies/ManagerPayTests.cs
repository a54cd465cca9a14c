namespace VillageLedger.Tests;

public sealed class ManagerPayTests
{
    private static readonly BonusRule Rule = new("revenue", 30_000, Holder.Party("x"));

    [Theory]
    [InlineData(2023)]
    [InlineData(2024)]
    public void A_whole_year_is_paid_whole(int year) => ManagerPay.Part(18_000_001, Contract(new(year, 1, 1), new(year, 12, 31)).ServedIn(year)).ShouldBe(18_000_001);

    [Fact]
    public void February_counts_as_a_month_in_every_year() =>
        ((long[])[Part(new(2023, 2, 1), new(2023, 2, 28)), Part(new(2024, 2, 1), new(2024, 2, 29))]).ShouldBe([100, 100]);

    [Fact]
    public void Half_a_fen_is_rounded_up() => ManagerPay.Part(6, [new(new(2025, 1), 31)]).ShouldBe(1);

    [Fact]
    public void Less_than_half_a_fen_is_dropped() => ManagerPay.Part(5, [new(new(2025, 1), 31)]).ShouldBe(0);

    [Fact]
    public void A_year_divided_between_two_is_paid_once_but_for_rounding()
    {
        foreach (var day in Enumerable.Range(1, 364))
        {
            var change = new DateOnly(2025, 1, 1).AddDays(day);
            var parts = ManagerPay.Part(18_000_000, Contract(new(2025, 1, 1), change.AddDays(-1)).ServedIn(2025)) + ManagerPay.Part(18_000_000, Contract(change, null).ServedIn(2025));
            parts.ShouldBeInRange(18_000_000, 18_000_001, $"{change:O}");
        }
    }

    [Fact]
    public void Case_D_at_three_percent_above_a_threshold() => // 2,000,000.00 of revenue, 1,500,000.00 to exceed
        ManagerPay.Bonus(Rule with { ThresholdFen = 150_000_000 }, new(200_000_000, 0, 0), [new(new(2025, 1), 31)])!.YearBonusFen.ShouldBe(1_500_000);

    [Fact]
    public void The_largest_figure_at_the_highest_rate_is_all_of_it() =>
        ManagerPay.Bonus(Rule with { RatePpm = 1_000_000 }, new(Money.MaxFen, 0, 0), [])!.YearBonusFen.ShouldBe(Money.MaxFen);

    [Fact]
    public void A_figure_beyond_the_bound_has_no_working() => ManagerPay.Bonus(Rule, new((Int128)Money.MaxFen + 1, 0, 0), []).ShouldBeNull();

    private static long Part(DateOnly from, DateOnly to) => ManagerPay.Part(1_200, Contract(from, to).ServedIn(from.Year));

    private static ManagerContract Contract(DateOnly from, DateOnly? to) => ManagerContract.Of(new("c", "k", Holder.Party("m"), from, 0, Holder.Party("d"), to));
}
