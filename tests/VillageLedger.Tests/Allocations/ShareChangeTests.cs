using System.Numerics;

namespace VillageLedger.Tests;

/// <summary>A month in which shares changed. June has 30 days.</summary>
public sealed class ShareChangeTests
{
    private const string Days = """{"shareChange":"days"}""";
    private const string MonthEnd = """{"shareChange":"month-end"}""";

    [Fact]
    public void By_days_each_version_counts_for_its_days()
    {
        // 10 days of 1:1 and 20 days of 3:1: a 10/2 + 20·3/4 = 20, b 10/2 + 20/4 = 10.
        var allocated = Allot.By("by-share", Days, 300, Allot.Changing((1, "a 1, b 1"), (11, "a 3, b 1")));
        allocated.Shown().ShouldBe("a 200, b 100");
        allocated.Parts.Select(part => part.Weight).ShouldBe([2, 1]);
        allocated.ShareVersions.ShouldBe([1, 2]);
    }

    [Fact]
    public void By_month_end_only_the_last_days_shares_count()
    {
        var allocated = Allot.By("by-share", MonthEnd, 400, Allot.Changing((1, "a 1, b 1"), (30, "a 3, b 1")));
        allocated.Shown().ShouldBe("a 300, b 100");
        allocated.ShareVersions.ShouldBe([2]);
    }

    [Fact]
    public void A_village_that_enters_within_the_month_gets_its_days() =>
        // a, b: 15/2 + 15/3 = 12.5 each; c 15/3 = 5: as 5, 5, 2.
        Allot.By("equal", Days, 1200, Allot.Changing((1, "a 1, b 1"), (16, "a 1, b 1, c 1"))).Shown().ShouldBe("a 500, b 500, c 200");

    [Fact]
    public void A_village_that_leaves_within_the_month_gets_its_days_or_nothing()
    {
        var basis = Allot.Changing((1, "a 1, b 1, c 1"), (16, "a 1, b 1"));
        Allot.By("equal", Days, 1200, basis).Shown().ShouldBe("a 500, b 500, c 200");
        Allot.By("equal", MonthEnd, 1200, basis).Shown().ShouldBe("a 600, b 600");
    }

    [Fact]
    public void Days_before_the_first_shares_do_not_count() => Allot.By("by-share", null, 400, Allot.Changing((21, "a 3, b 1"))).Shown().ShouldBe("a 300, b 100");

    [Fact]
    public void Days_before_the_first_of_several_shares_do_not_count() =>
        Allot.By("by-share", Days, 400, Allot.Changing((21, "a 1, b 1"), (26, "a 1"))).Shown().ShouldBe("a 300, b 100");

    [Theory]
    [InlineData("a 2, b 2")]
    [InlineData("b 1, a 1")]
    [InlineData("a 1, b 1, c 0")]
    public void A_new_version_in_the_same_proportion_is_no_change(string second) =>
        Allot.By("by-share", null, 100, Allot.Changing((1, "a 1, b 1"), (16, second))).Parts.Where(part => part.PartFen != 0).Select(part => part.PartFen).ShouldBe([50, 50]);

    [Fact]
    public void Equal_asks_nothing_where_only_weights_changed() =>
        Allot.By("equal", null, 100, Allot.Changing((1, "a 1, b 1"), (16, "a 3, b 1"))).Shown().ShouldBe("a 50, b 50");

    [Fact]
    public void What_the_outer_terms_say_holds_for_the_policies_within_that_do_not_say()
    {
        var basis = Allot.Changing((1, "a 1, b 1"), (11, "a 3, b 1"));
        Allot.By("sequence", """{"shareChange":"days","steps":[{"rest":true,"policy":"by-share"}]}""", 300, basis).Shown().ShouldBe("a 200, b 100");
        Allot.By("sequence", """{"shareChange":"days","steps":[{"rest":true,"policy":"by-share","terms":{"shareChange":"month-end"}}]}""", 300, basis).Shown().ShouldBe("a 225, b 75");
    }

    [Fact]
    public void Weights_by_days_are_exact_over_random_shares()
    {
        var first = Random.Shared.Next();
        for (var seed = first; seed < first + 300; seed++)
        {
            var random = new Random(seed);
            var starts = Enumerable.Range(2, 29).OrderBy(_ => random.Next()).Take(random.Next(1, 4)).Append(random.Next(1, 3)).Distinct().Order().ToList();
            var basis = Allot.Changing([.. starts.Select(day => (day, string.Join(", ", Enumerable.Range(0, 5).Select(i => $"{(char)('a' + i)} {random.Next(i == 0 ? 1 : 0, 60)}"))))]);
            var allocated = Allot.By("by-share", Days, 1_000_000, basis);
            foreach (var part in allocated.Parts) IsExact(part, allocated, basis).ShouldBeTrue($"seed {seed}, {part}");
        }
    }

    /// <summary>weight ÷ Σ weights = Σ days × w ÷ W ÷ Σ days, as fractions.</summary>
    private static bool IsExact(AllocatedPart part, Allocated allocated, AllocationBasis basis)
    {
        var (numerator, denominator, days) = (BigInteger.Zero, BigInteger.One, 0);
        foreach (var segment in basis.Shares)
        {
            var (sum, length) = (segment.Weights.Sum(weight => weight.Weight), segment.To.Day - segment.From.Day + 1);
            var weight = segment.Weights.Single(next => next.Holder == part.Holder).Weight;
            (numerator, denominator, days) = (numerator * sum + length * weight * denominator, denominator * sum, days + length);
        }

        return part.Weight * denominator * days == numerator * allocated.Parts.Sum(next => next.Weight);
    }
}
