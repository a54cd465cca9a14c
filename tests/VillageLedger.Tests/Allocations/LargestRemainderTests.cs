namespace VillageLedger.Tests;

/// <summary>The fixtures of the split, worked out by hand.</summary>
public sealed class LargestRemainderTests
{
    [Fact]
    public void Nine_equal_villages_share_270_000_001_fen_and_the_first_gets_the_last_fen()
    {
        var split = LargestRemainder.Split(270_000_001, Allot.Weights(1, 1, 1, 1, 1, 1, 1, 1, 1));
        split.Parts.ShouldBe([30_000_001, .. Enumerable.Repeat(30_000_000L, 8)]);
        split.Extra.ShouldBe([0]);
    }

    [Fact]
    public void Nine_villages_with_weights_share_270_000_000_fen() =>
        LargestRemainder.Split(270_000_000, Allot.Weights(1200, 1100, 1000, 950, 900, 880, 870, 860, 840)).Parts
            .ShouldBe([37674419, 34534884, 31395349, 29825581, 28255814, 27627907, 27313953, 27000000, 26372093]);

    [Theory]
    [InlineData(10000, 3334, 3333, 3333)]
    [InlineData(-10000, -3334, -3333, -3333)]
    [InlineData(1, 1, 0, 0)]
    [InlineData(-2, -1, -1, 0)]
    [InlineData(0, 0, 0, 0)]
    public void Three_equal_holders(long total, long first, long second, long third) =>
        LargestRemainder.Split(total, Allot.Weights(1, 1, 1)).Parts.ShouldBe([first, second, third]);

    [Fact]
    public void A_tie_goes_to_the_larger_weight() => LargestRemainder.Split(2, Allot.Weights("a 1, b 3")).Parts.ShouldBe([0, 2]);

    [Fact]
    public void A_tie_of_equal_weights_goes_to_the_address_that_comes_first_by_code() =>
        LargestRemainder.Split(1, Allot.Weights("a 1, B 1")).Parts.ShouldBe([0, 1]);

    [Fact]
    public void Weight_zero_gets_nothing_even_where_fen_remain() => LargestRemainder.Split(2, Allot.Weights("a 0, b 1, c 1, d 1")).Parts.ShouldBe([0, 1, 1, 0]);

    [Fact]
    public void The_largest_total_and_the_largest_weights_are_split_exactly()
    {
        var half = Money.MaxFen / 2;
        LargestRemainder.Split(Money.MaxFen, Allot.Weights(half, half, 1)).Parts.ShouldBe([half, half, 1]);
    }

    [Fact]
    public void Nothing_over_nobody_is_nothing() => LargestRemainder.Split(0, Allot.Weights(0, 0)).Parts.ShouldBe([0, 0]);

    [Fact]
    public void Something_over_nobody_is_a_fault_of_the_program() => Should.Throw<ArgumentException>(() => LargestRemainder.Split(1, Allot.Weights(0, 0)));

    [Fact]
    public void A_negative_weight_is_a_fault_of_the_program() => Should.Throw<ArgumentException>(() => LargestRemainder.Split(1, Allot.Weights(2, -1)));
}
