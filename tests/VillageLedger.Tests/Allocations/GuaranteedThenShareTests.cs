namespace VillageLedger.Tests;

/// <summary>What is guaranteed first (保底), then a share of the rest (分红).</summary>
public sealed class GuaranteedThenShareTests
{
    [Fact]
    public void Each_gets_the_amount_and_the_rest_goes_by_share()
    {
        var allocated = Allot.By("guaranteed-then-share", """{"guaranteed":{"amountFen":400}}""", 1_000, Allot.Basis("a 3, b 1"));
        (allocated.Shown(), allocated.TopUpFen).ShouldBe(("a 550, b 450", 0));
        allocated.Parts.Select(part => part.Weight).ShouldBe([3, 1]);
    }

    [Fact]
    public void Below_the_guarantee_the_guarantor_makes_up_the_shortfall()
    {
        var allocated = Allot.By("guaranteed-then-share", """{"guaranteed":{"amountFen":400},"guarantor":"company/guotou"}""", 700, Allot.Basis("a 3, b 1"));
        (allocated.Shown(), allocated.TopUpFen, allocated.Guarantor).ShouldBe(("a 400, b 400", 100, Allot.Holder("company/guotou")));
    }

    [Fact]
    public void Nothing_missing_needs_no_guarantor() => Allot.By("guaranteed-then-share", """{"guaranteed":{"amountFen":400}}""", 800, Allot.Basis("a 3, b 1")).Guarantor.ShouldBeNull();

    [Fact]
    public void Each_can_have_an_amount_of_its_own() =>
        Allot.By("guaranteed-then-share", """{"guaranteed":{"each":[{"holder":"village/a","amountFen":100},{"holder":"village/c","amountFen":0}]}}""", 500, Allot.Basis("a 3, b 1")).Shown()
            .ShouldBe("a 400, b 100, c 0");

    [Fact]
    public void A_rate_guarantees_a_twelfth_of_a_year_on_what_is_paid_in() =>
        Allot.By("guaranteed-then-share", """{"guaranteed":{"ratePpm":120000}}""", 1_100, Allot.Basis("a 1, b 1", "a 10000, b 90000")).Shown().ShouldBe("a 150, b 950");

    [Fact]
    public void Who_holds_a_share_for_half_the_month_is_guaranteed_half() =>
        Allot.By("guaranteed-then-share", """{"shareChange":"days","guaranteed":{"amountFen":301}}""", 601, Allot.Changing((1, "a 1"), (16, "a 1, b 1"))).Steps[0].Parts.Select(part => part.AmountFen)
            .ShouldBe([301, 150]);

    [Fact]
    public void By_month_end_who_holds_a_share_then_is_guaranteed_all() =>
        Allot.By("guaranteed-then-share", """{"shareChange":"month-end","guaranteed":{"amountFen":300}}""", 600, Allot.Changing((1, "a 1"), (16, "a 1, b 1"))).Shown().ShouldBe("a 300, b 300");

    /// <summary>柯桥: 10 % of the profit stays; of 79 villages with 3,200,000 yuan each has 10 % of that guaranteed; 国投, which paid in the rest, gets what is beyond and makes up what is missing.</summary>
    [Theory]
    [InlineData(5_000_000_000, 500_000_000, 0, 1_972_000_000L)]
    [InlineData(2_000_000_000, 200_000_000, 728_000_000, null)]
    public void The_79_villages_of_Keqiao(long profit, long retained, long topUp, long? guotou)
    {
        var villages = string.Join(",", Enumerable.Range(1, 79).Select(i => $$"""{"holder":"village/v{{i:D2}}","amountFen":32000000}"""));
        var terms = $$$"""
            {"retain":{"ratePpm":100000},"guaranteed":{"each":[{{{villages}}}]},"guarantor":"company/guotou",
             "then":{"policy":"by-weights","terms":{"basis":"given","weights":[{"holder":"company/guotou","weight":1}]} } }
            """;
        var allocated = Allot.By("guaranteed-then-share", terms, profit, Allot.Basis());
        (allocated.RetainedFen, allocated.TopUpFen).ShouldBe((retained, topUp));
        allocated.Parts.Where(part => part.Holder.Kind == "village").ShouldAllBe(part => part.PartFen == 32_000_000);
        allocated.Parts.Where(part => part.Holder.Kind == "company").Select(part => part.PartFen).ShouldBe(guotou is { } fen ? [fen] : []);
    }
}
