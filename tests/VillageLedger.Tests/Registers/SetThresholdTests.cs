namespace VillageLedger.Tests;

public sealed class SetThresholdTests
{
    [Fact]
    public void A_place_sets_a_threshold() => Given.ANewLedger().When(SayPlace.Threshold(more: ",\"exclusions\":[\"enclave-investment\"]")).Then(new Stored("thresholds/330110", "threshold-set.1",
        """{"place":"330110","metric":"operating-income","comparator":"below","amountFen":150000,"from":2023,"source":"5号","exclusions":["enclave-investment"]}"""));

    [Theory]
    [InlineData("3")]
    [InlineData("33011")]
    [InlineData("33011x")]
    public void A_scope_is_a_prefix_of_division_codes(string scope) => Given.ANewLedger().When(SayPlace.Threshold(scope)).ThenRefused(RefusalCode.FieldInvalid, ("field", "scope"));

    [Theory]
    [InlineData(2022, null)]
    [InlineData(2023, 1L)]
    [InlineData(2024, 3L)]
    [InlineData(2030, 3L)]
    public void In_a_year_the_latest_counts_and_of_one_year_the_later_said(int year, long? fen)
    {
        ThresholdSet[] sets = [Set(2, 2024), Set(1, 2023), Set(3, 2024)];
        (sets.Aggregate(Thresholds.Empty, (all, set) => all.Evolve(set)).InForce("operating-income", year)?.AmountFen).ShouldBe(fen);
        sets.Aggregate(Thresholds.Empty, (all, set) => all.Evolve(set)).InForce("total-income", year).ShouldBeNull();
    }

    [Fact]
    public void What_a_weak_village_must_reach_stands_by_itself()
    {
        var sets = new[] { Set(1, 2023), Set(5, 2023) with { Comparator = "above" }, Set(7, 2024) with { Comparator = "at-least" } }.Aggregate(Thresholds.Empty, (all, set) => all.Evolve(set));
        sets.InForce("operating-income", 2024)?.AmountFen.ShouldBe(1);
        new[] { 2022, 2023, 2024 }.Select(year => sets.LeavingInForce("operating-income", year)?.AmountFen).ShouldBe([null, 5, 7]);
    }

    [Theory]
    [InlineData("below", true, false, false)]
    [InlineData("at-most", true, true, false)]
    [InlineData("above", false, false, true)]
    [InlineData("at-least", false, true, true)]
    public void A_figure_is_compared_with_the_amount(string comparator, bool less, bool same, bool more) =>
        new[] { 9L, 10, 11 }.Select(fen => Thresholds.Meets(Set(10, 2023) with { Comparator = comparator }, fen)).ShouldBe([less, same, more]);

    private static ThresholdSet Set(long fen, int from) => new("330110", "operating-income", "below", fen, from, "s");
}
