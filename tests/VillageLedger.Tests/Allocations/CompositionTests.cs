namespace VillageLedger.Tests;

/// <summary><c>tiered</c> and <c>sequence</c>: policies made of policies.</summary>
public sealed class CompositionTests
{
    private const string TwoTiers = """{"tiers":[{"upToFen":1000,"policy":"equal"},{"policy":"by-share"}]}""";

    [Theory]
    [InlineData(900, "a 450, b 450")]
    [InlineData(1000, "a 500, b 500")]
    [InlineData(1400, "a 800, b 600")]
    [InlineData(-1400, "a -800, b -600")]
    public void What_lies_above_a_bound_goes_by_the_next_policy(long total, string parts) => Allot.By("tiered", TwoTiers, total, Allot.Basis("a 3, b 1")).Shown().ShouldBe(parts);

    [Fact]
    public void A_bound_counts_from_zero_and_after_what_is_retained() =>
        Allot.By("tiered", """{"retain":{"amountFen":600},"tiers":[{"upToFen":1000,"policy":"equal"},{"upToFen":1200,"policy":"by-share"},{"policy":"by-paid-in"}]}""", 2000, Allot.Basis("a 3, b 1", "b 1"))
            .Shown().ShouldBe("a 650, b 750");

    [Fact]
    public void A_band_that_is_not_reached_promises_nothing()
    {
        var terms = """{"tiers":[{"upToFen":1000,"policy":"equal"},{"policy":"guaranteed-then-share","terms":{"guaranteed":{"amountFen":400},"guarantor":"village/a"}}]}""";
        Allot.By("tiered", terms, 1000, Allot.Basis("a 3, b 1")).TopUpFen.ShouldBe(0);
        Allot.By("tiered", terms, 1001, Allot.Basis("a 3, b 1")).TopUpFen.ShouldBe(799);
    }

    [Fact]
    public void First_then_rest()
    {
        var terms = """
            {"steps":[{"amountFen":300,"policy":"equal"},{"ratePpm":200000,"policy":"by-weights","terms":{"basis":"heads","weights":[{"holder":"village/b","weight":5},{"holder":"party/op","weight":5}]}},
             {"rest":true,"policy":"by-share"}]}
            """;
        var allocated = Allot.By("sequence", terms, 1000, Allot.Basis("a 3, b 2"));
        allocated.Shown().ShouldBe("party/op 100, a 450, b 450");
        allocated.Steps.Select(step => (step.Policy, step.AmountFen)).ShouldBe([("equal", 300), ("by-weights", 200), ("by-share", 500)]);
        allocated.Parts.Select(part => part.Weight).ShouldBe([0, 3, 2]);
    }

    [Fact]
    public void A_step_takes_what_is_left_at_most() =>
        Allot.By("sequence", """{"steps":[{"amountFen":300,"policy":"equal"},{"ratePpm":900000,"policy":"by-share"},{"rest":true,"policy":"by-paid-in"}]}""", 1000, Allot.Basis("a 1", "b 1")).Shown()
            .ShouldBe("a 1000, b 0");

    [Fact]
    public void A_negative_total_mirrors_step_by_step() =>
        Allot.By("sequence", """{"steps":[{"amountFen":300,"policy":"equal"},{"rest":true,"policy":"by-share"}]}""", -1001, Allot.Basis("a 3, b 1")).Shown().ShouldBe("a -676, b -325");

    /// <summary>天子湖: 20 villages with 600,000 yuan each, a third party with 10,500,000, and 7,500,000 by population: 30,000,000 yuan in all.</summary>
    [Fact]
    public void The_capital_of_Tianzihu_is_called_in_three_steps()
    {
        var shares = string.Join(", ", Enumerable.Range(1, 20).Select(i => $"v{i:D2} 1"));
        var heads = string.Join(",", Enumerable.Range(1, 20).Select(i => $$"""{"holder":"village/v{{i:D2}}","weight":{{(i <= 10 ? 1 : 2)}}}"""));
        var terms = $$"""
            {"steps":[{"amountFen":1200000000,"policy":"equal"},
             {"amountFen":1050000000,"policy":"by-weights","terms":{"basis":"given","weights":[{"holder":"company/third","weight":1}]} },
             {"rest":true,"policy":"by-weights","terms":{"basis":"heads","weights":[{{heads}}]} }]}
            """;
        var allocated = Allot.By("sequence", terms, 3_000_000_000, Allot.Basis(shares));
        allocated.Steps.Select(step => step.AmountFen).ShouldBe([1_200_000_000, 1_050_000_000, 750_000_000]);
        allocated.Parts.Single(part => part.Holder.Code == "v01").PartFen.ShouldBe(60_000_000 + 25_000_000);
        allocated.Parts.Single(part => part.Holder.Code == "v20").PartFen.ShouldBe(60_000_000 + 50_000_000);
    }

    /// <summary>烟雨桐洲: a fixed fee first, then a ticket that two villages and an operator share.</summary>
    [Fact]
    public void A_shared_ticket_gives_the_collective_its_fixed_fee_first() =>
        Allot.By("sequence", """
            {"steps":[{"amountFen":13000000,"policy":"by-weights","terms":{"basis":"given","weights":[{"holder":"village/jiangzhou","weight":1}]}},
             {"rest":true,"policy":"by-weights","terms":{"basis":"given","weights":[{"holder":"village/jiangzhou","weight":3},{"holder":"village/tongzhou","weight":3},{"holder":"party/operator","weight":4}]}}]}
            """, 113_000_000, Allot.Basis()).Shown().ShouldBe("party/operator 40000000, jiangzhou 43000000, tongzhou 30000000");
}
