namespace VillageLedger.Tests;

public sealed class StraightLineTests
{
    private static readonly Month Placed = new(2025, 1);

    [Fact]
    public void It_begins_in_the_month_after() => StraightLine.From(Placed, 1_200, 0, 12).ShouldSatisfyAllConditions(line => line.In(Placed).ShouldBe(0), line => line.In(Placed.Next).ShouldBe(100));

    [Fact]
    public void The_last_month_is_as_many_months_after_as_the_life_has() => StraightLine.From(Placed, 1_200, 0, 12).ShouldSatisfyAllConditions(
        line => line.Last.ShouldBe(new Month(2026, 1)), line => line.In(new(2026, 1)).ShouldBe(100), line => line.In(new(2026, 2)).ShouldBe(0));

    [Fact]
    public void The_residual_value_stays() => StraightLine.From(Placed, 1_000, 40, 7).UpTo(new(2099, 1)).ShouldBe(960);

    [Fact]
    public void Odd_fen_are_spread() => Months(StraightLine.From(Placed, 100, 0, 7), Placed.Next, 7).ShouldBe([14, 14, 14, 15, 14, 14, 15]);

    [Fact]
    public void Nothing_is_written_off_of_what_is_worth_its_residual_value() => Months(StraightLine.From(Placed, 100, 100, 7), Placed.Next, 7).ShouldAllBe(fen => fen == 0);

    [Fact]
    public void The_largest_cost_over_the_longest_life_sums_exactly() => Months(StraightLine.From(Placed, Money.MaxFen, 0, 1_200), Placed.Next, 1_200).Sum().ShouldBe(Money.MaxFen);

    [Fact]
    public void A_final_account_leaves_what_was_written_off_and_spreads_the_rest()
    {
        var settled = StraightLine.From(Placed, 1_200, 0, 12).Recosted(new(2025, 4), 2_100);
        Months(settled, Placed.Next, 12).ShouldBe([100, 100, 100, .. Enumerable.Repeat(200L, 9)]);
    }

    [Fact]
    public void Known_in_the_month_of_the_placing_it_is_as_if_it_had_been_so() => Months(StraightLine.From(Placed, 1_200, 0, 12).Recosted(Placed, 2_400), Placed.Next, 12).ShouldAllBe(fen => fen == 200);

    [Theory]
    [InlineData("2026-01")]
    [InlineData("2027-06")]
    public void Known_when_all_is_written_off_the_rest_follows_in_the_next_month(string known)
    {
        Month.TryParse(known, out var month).ShouldBeTrue();
        var settled = StraightLine.From(Placed, 1_200, 0, 12).Recosted(month, 1_500);
        settled.In(month.Next).ShouldBe(300);
        settled.Last.ShouldBe(month.Next);
    }

    [Fact]
    public void A_cost_below_what_was_written_off_takes_back_over_the_months_left() => Months(StraightLine.From(Placed, 1_200, 0, 12).Recosted(new(2025, 11), 900), new(2025, 12), 2).ShouldBe([-50, -50]);

    [Fact]
    public void The_laws_hold_over_random_assets()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++)
        {
            var life = random.Next(1, 400);
            var cost = random.Next(10) == 0 ? Money.MaxFen - random.Next(1_000) : random.NextInt64(100_000_000);
            var residual = random.NextInt64(cost + 1);
            var line = StraightLine.From(Placed, cost, residual, life);
            var months = Months(line, Placed.Next, life);
            months.Sum().ShouldBe(cost - residual, $"seed {seed}, {i}");
            (months.Max() - months.Min()).ShouldBeLessThanOrEqualTo(1, $"seed {seed}, {i}");
            var known = Placed.Plus(random.Next(life + 3));
            var other = residual + random.NextInt64(Money.MaxFen - residual);
            var settled = line.Recosted(known, other);
            settled.UpTo(new(9000, 1)).ShouldBe(other - residual, $"seed {seed}, {i}");
            settled.UpTo(known).ShouldBe(line.UpTo(known), $"seed {seed}, {i}: months up to the final account stay");
            Months(settled, Placed, known.Since(Placed) + 1).ShouldBe(Months(line, Placed, known.Since(Placed) + 1), $"seed {seed}, {i}");
        }
    }

    private static List<long> Months(StraightLine line, Month first, int count) => [.. Enumerable.Range(0, count).Select(i => line.In(first.Plus(i)))];
}
