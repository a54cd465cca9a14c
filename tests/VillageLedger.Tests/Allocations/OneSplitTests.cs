namespace VillageLedger.Tests;

/// <summary><c>equal</c>, <c>by-share</c>, <c>by-paid-in</c>, <c>by-weights</c> and what is retained before, by hand.</summary>
public sealed class OneSplitTests
{
    [Fact]
    public void Equal_asks_only_who_holds_a_share()
    {
        var allocated = Allot.By("equal", null, 100, Allot.Basis("c 7, a 1200, b 1, d 0"));
        allocated.Shown().ShouldBe("a 34, b 33, c 33, d 0");
        Allot.Shown(allocated.RemainderTo).ShouldBe("a");
        allocated.Parts.Select(part => part.Weight).ShouldBe([1, 1, 1, 0]);
    }

    [Fact]
    public void By_share_splits_by_the_weights_agreed_and_names_their_version()
    {
        var allocated = Allot.By("by-share", null, 270_000_000, Allot.Basis("a 1200, b 1100, c 1000, d 950, e 900, f 880, g 870, h 860, i 840"));
        allocated.Parts.Select(part => part.PartFen).ShouldBe([37674419, 34534884, 31395349, 29825581, 28255814, 27627907, 27313953, 27000000, 26372093]);
        allocated.ShareVersions.ShouldBe([1]);
    }

    [Fact]
    public void Nine_villages_alike_get_a_month_of_the_published_three_million_a_year() =>
        Allot.By("equal", null, 225_000_000, Allot.Basis("a 1, b 1, c 1, d 1, e 1, f 1, g 1, h 1, i 1")).Parts.ShouldAllBe(part => part.PartFen == 25_000_000);

    [Fact]
    public void By_paid_in_splits_by_what_each_paid_in_and_needs_no_shares()
    {
        var allocated = Allot.By("by-paid-in", null, 100, Allot.Basis(paidIn: "a 200, b 100, c 0"));
        allocated.Shown().ShouldBe("a 67, b 33, c 0");
        allocated.ShareVersions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("heads")]
    [InlineData("area")]
    [InlineData("given")]
    public void By_weights_splits_by_the_weights_in_the_terms(string basis) =>
        Allot.By("by-weights", $$"""{"basis":"{{basis}}","weights":[{"holder":"village/b","weight":1},{"holder":"village/a","weight":2}]}""", 100, Allot.Basis()).Shown().ShouldBe("a 67, b 33");

    [Fact]
    public void A_negative_total_mirrors() => Allot.By("by-share", null, -100, Allot.Basis("a 1, b 1, c 1")).Shown().ShouldBe("a -34, b -33, c -33");

    [Theory]
    [InlineData("""{"retain":{"ratePpm":100000}}""", 1009, 100, "a 455, b 454")]
    [InlineData("""{"retain":{"ratePpm":100000}}""", -1009, -100, "a -455, b -454")]
    [InlineData("""{"retain":{"ratePpm":0}}""", 1009, 0, "a 505, b 504")]
    [InlineData("""{"retain":{"ratePpm":1000000}}""", 1009, 1009, "a 0, b 0")]
    [InlineData("""{"retain":{"amountFen":1000}}""", 1009, 1000, "a 5, b 4")]
    [InlineData("""{"retain":{"amountFen":1000}}""", 700, 700, "a 0, b 0")]
    [InlineData("""{"retain":{"amountFen":1000}}""", -700, -700, "a 0, b 0")]
    public void What_is_retained_is_taken_first(string terms, long total, long retained, string parts)
    {
        var allocated = Allot.By("equal", terms, total, Allot.Basis("a 1, b 1"));
        (allocated.RetainedFen, allocated.Shown()).ShouldBe((retained, parts));
    }

    [Fact]
    public void The_order_in_which_holders_are_given_changes_nothing() =>
        Allot.By("by-share", null, 101, Allot.Basis("c 3, a 3, b 1")).Shown().ShouldBe(Allot.By("by-share", null, 101, Allot.Basis("b 1, c 3, a 3")).Shown());

    [Fact]
    public void Terms_without_a_part_are_no_terms() => Allot.Terms("{}").ShouldBeNull();
}
