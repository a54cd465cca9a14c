namespace VillageLedger.Tests;

/// <summary>Further receipts of a month that was allocated already.</summary>
public sealed class SupplementTests
{
    private const string Guaranteed = """{"guaranteed":{"amountFen":400},"guarantor":"company/guotou"}""";
    private static readonly AllocationBasis Basis = Allot.Basis("a 3, b 1");

    [Theory]
    [InlineData(80, "a 0, b 0", -80)]
    [InlineData(100, "a 0, b 0", -100)]
    [InlineData(300, "a 150, b 50", -100)]
    [InlineData(-50, "a 0, b 0", 50)]
    public void What_comes_in_after_a_shortfall_goes_back_to_the_guarantor_first(long total, string parts, long topUp)
    {
        var more = More("guaranteed-then-share", Guaranteed, 700, total);
        (more.Shown(), more.TopUpFen, more.Guarantor).ShouldBe((parts, topUp, Allot.Holder("company/guotou")));
    }

    [Fact]
    public void What_is_guaranteed_is_paid_once() => More("guaranteed-then-share", Guaranteed, 800, 100).Shown().ShouldBe("a 75, b 25");

    [Fact]
    public void A_fixed_reserve_is_retained_once() => More("equal", """{"retain":{"amountFen":100}}""", 300, 50).Shown().ShouldBe("a 25, b 25");

    [Fact]
    public void A_fen_that_remained_can_go_from_one_to_another()
    {
        var basis = Allot.Basis("a 3, b 3, c 1");
        var more = AllocationPolicies.AllocateMore("by-share", null, 1, basis, Before(Allot.By("by-share", null, 3, basis), 3)).Allocated!;
        more.Shown().ShouldBe("a 1, b 1, c -1");
    }

    [Fact]
    public void Who_left_the_shares_since_gives_back() =>
        AllocationPolicies.AllocateMore("by-share", null, 100, Allot.Basis("a 1"), Before(Allot.By("by-share", null, 100, Basis), 100)).Allocated!.Shown().ShouldBe("a 125, b -25");

    [Fact]
    public void Another_guarantor_than_before_is_refused() =>
        new Outcome(AllocationPolicies.AllocateMore("guaranteed-then-share", Allot.Terms("""{"guaranteed":{"amountFen":400},"guarantor":"party/x"}"""), 10, Basis, Before(Allot.By("guaranteed-then-share", Guaranteed, 700, Basis), 700)).Refusal!)
            .ThenRefused(RefusalCode.FieldInvalid, ("field", "terms.guarantor"), ("value", "party/x"), ("expected", "company/guotou"));

    [Fact]
    public void A_month_beyond_the_bound_is_refused() =>
        new Outcome(AllocationPolicies.AllocateMore("by-share", null, 1, Basis, Before(Allot.By("by-share", null, Money.MaxFen, Basis), Money.MaxFen)).Refusal!).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void First_and_supplement_are_the_whole_month_over_random_terms()
    {
        var (first, done) = (Random.Shared.Next(), 0);
        for (var seed = first; seed < first + 1_000; seed++)
        {
            var some = new RandomTerms(new Random(seed));
            var policy = some.Policy(0);
            var (terms, basis, one, two) = (some.Of(policy), some.Basis(), some.Total() / 2, some.Total() / 2);
            if (AllocationPolicies.Allocate(policy, terms, one, basis).Allocated is not { } before) continue;
            if (AllocationPolicies.AllocateMore(policy, terms, two, basis, Before(before, one)).Allocated is not { } more) continue;
            Allot.SumIsKept(more, two);
            var whole = AllocationPolicies.Allocate(policy, terms, one + two, basis).Allocated!;
            var sums = before.Parts.Concat(more.Parts).GroupBy(part => part.Holder).ToDictionary(parts => parts.Key, parts => parts.Sum(part => part.PartFen));
            foreach (var part in whole.Parts) (sums.Remove(part.Holder, out var fen) && fen == part.PartFen).ShouldBeTrue($"seed {seed}, {policy}, {part}");
            sums.Values.ShouldAllBe(fen => fen == 0, $"seed {seed}");
            (before.RetainedFen + more.RetainedFen, before.TopUpFen + more.TopUpFen).ShouldBe((whole.RetainedFen, whole.TopUpFen), $"seed {seed}");
            done++;
        }

        done.ShouldBeGreaterThan(300, $"seed {first}");
    }

    private static Allocated More(string policy, string terms, long first, long total)
    {
        var more = AllocationPolicies.AllocateMore(policy, Allot.Terms(terms), total, Basis, Before(Allot.By(policy, terms, first, Basis), first)).Allocated!;
        Allot.SumIsKept(more, total);
        return more;
    }

    private static AllocatedBefore Before(Allocated allocated, long totalFen) =>
        new(totalFen, [.. allocated.Parts.Select(part => new HolderAmount(part.Holder, part.PartFen))], allocated.RetainedFen, allocated.TopUpFen, allocated.Guarantor);
}
