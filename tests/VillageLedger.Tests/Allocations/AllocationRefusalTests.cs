namespace VillageLedger.Tests;

/// <summary>Why nothing is allocated: terms that do not fit their policy, weights that nothing can be split by, promises that nobody keeps.</summary>
public sealed class AllocationRefusalTests
{
    private static readonly AllocationBasis Basis = Allot.Basis("a 3, b 1", "a 1000, b 1000");

    [Fact]
    public void A_policy_that_does_not_exist() => Allot.Refused("by-luck", null, Basis).ThenRefused(RefusalCode.FieldInvalid, ("field", "policy"), ("value", "by-luck"));

    [Theory]
    [InlineData("by-weights", null, "terms.basis")]
    [InlineData("by-weights", """{"basis":"heads"}""", "terms.weights")]
    [InlineData("fixed-then-floating", """{"until":"2025-12","then":{"policy":"by-share"}}""", "terms.ratePpm")]
    [InlineData("fixed-then-floating", """{"ratePpm":1,"then":{"policy":"by-share"}}""", "terms.until")]
    [InlineData("fixed-then-floating", """{"ratePpm":1,"until":"2025-12"}""", "terms.then")]
    [InlineData("guaranteed-then-share", null, "terms.guaranteed")]
    [InlineData("guaranteed-then-share", """{"guaranteed":{}}""", "terms.guaranteed.(amountFen | ratePpm | each)")]
    [InlineData("equal", """{"retain":{}}""", "terms.retain.(ratePpm | amountFen)")]
    [InlineData("tiered", null, "terms.tiers")]
    [InlineData("tiered", """{"tiers":[]}""", "terms.tiers")]
    [InlineData("tiered", """{"tiers":[{"policy":"equal"},{"policy":"equal"}]}""", "terms.tiers[1].upToFen")]
    [InlineData("sequence", null, "terms.steps")]
    [InlineData("sequence", """{"steps":[]}""", "terms.steps")]
    [InlineData("sequence", """{"steps":[{"policy":"equal"},{"rest":true,"policy":"equal"}]}""", "terms.steps[1].(amountFen | ratePpm | rest)")]
    [InlineData("sequence", """{"steps":[{"amountFen":5,"policy":"equal"}]}""", "terms.steps[1].rest")]
    [InlineData("sequence", """{"steps":[{"rest":true,"policy":"tiered"}]}""", "terms.steps[1].terms.tiers")]
    public void A_part_that_the_policy_needs(string policy, string? terms, string field) => Allot.Refused(policy, terms, Basis).ThenRefused(RefusalCode.FieldMissing, ("field", field));

    [Theory]
    [InlineData("equal", """{"ratePpm":1}""", "terms.ratePpm", "equal")]
    [InlineData("by-paid-in", """{"shareChange":"days"}""", "terms.shareChange", "by-paid-in")]
    [InlineData("sequence", """{"steps":[{"rest":true,"policy":"by-share","terms":{"until":"2025-12"}}]}""", "terms.steps[1].terms.until", "by-share")]
    [InlineData("tiered", """{"tiers":[{"policy":"by-share","terms":{"months":2}}]}""", "terms.tiers[1].terms.months", "by-share")]
    [InlineData("guaranteed-then-share", """{"guaranteed":{"amountFen":1},"then":{"policy":"equal","terms":{"basis":"heads"}}}""", "terms.then.terms.basis", "equal")]
    [InlineData("guaranteed-then-share", """{"guaranteed":{"amountFen":1},"months":12}""", "terms.months", "terms.guaranteed")]
    public void A_part_that_the_policy_has_no_use_for(string policy, string terms, string field, string named) =>
        Allot.Refused(policy, terms, Basis).ThenRefused(RefusalCode.TermNotOfPolicy, ("field", field), ("policy", named));

    [Theory]
    [InlineData("equal", """{"retain":{"ratePpm":1,"amountFen":1}}""", "terms.retain", "ratePpm + amountFen")]
    [InlineData("guaranteed-then-share", """{"guaranteed":{"ratePpm":1,"amountFen":1}}""", "terms.guaranteed", "amountFen + ratePpm")]
    [InlineData("fixed-then-floating", """{"ratePpm":1,"until":"2025-12","months":0,"then":{"policy":"by-share"}}""", "terms.months", "0")]
    [InlineData("fixed-then-floating", """{"ratePpm":1,"until":"2025-12","then":{"policy":"by-luck"}}""", "terms.then.policy", "by-luck")]
    [InlineData("fixed-then-floating", """{"ratePpm":1,"until":"2025-04","months":3,"then":{"policy":"by-share"}}""", "terms.months", "3")]
    [InlineData("tiered", """{"tiers":[{"upToFen":5,"policy":"equal"}]}""", "terms.tiers[1].upToFen", "5")]
    [InlineData("tiered", """{"tiers":[{"upToFen":-5,"policy":"equal"},{"policy":"equal"}]}""", "terms.tiers[1].upToFen", "-5")]
    [InlineData("tiered", """{"tiers":[{"upToFen":5,"policy":"equal"},{"upToFen":5,"policy":"equal"},{"policy":"equal"}]}""", "terms.tiers[2].upToFen", "5")]
    [InlineData("sequence", """{"steps":[{"rest":true,"policy":"equal"},{"rest":true,"policy":"equal"}]}""", "terms.steps[1].rest", "true")]
    [InlineData("sequence", """{"steps":[{"amountFen":1,"ratePpm":1,"policy":"equal"},{"rest":true,"policy":"equal"}]}""", "terms.steps[1]", "amountFen + ratePpm")]
    public void A_part_that_cannot_be_so(string policy, string terms, string field, string value) =>
        Allot.Refused(policy, terms, Basis).ThenRefused(RefusalCode.FieldInvalid, ("field", field), ("value", value));

    [Fact]
    public void A_second_guarantor() =>
        Allot.Refused("guaranteed-then-share", """{"guaranteed":{"amountFen":1},"guarantor":"party/x","then":{"policy":"guaranteed-then-share","terms":{"guaranteed":{"amountFen":1},"guarantor":"party/y"}}}""", Basis)
            .ThenRefused(RefusalCode.FieldInvalid, ("value", "party/y"), ("expected", "party/x"));

    [Theory]
    [InlineData("equal", """{"retain":{"amountFen":-1}}""", "terms.retain.amountFen")]
    [InlineData("guaranteed-then-share", """{"guaranteed":{"amountFen":-1}}""", "terms.guaranteed.amountFen")]
    [InlineData("sequence", """{"steps":[{"amountFen":-1,"policy":"equal"},{"rest":true,"policy":"equal"}]}""", "terms.steps[1].amountFen")]
    public void A_negative_amount(string policy, string terms, string field) => Allot.Refused(policy, terms, Basis).ThenRefused(RefusalCode.AmountNegative, ("field", field));

    [Theory]
    [InlineData("""{"ratePpm":1000001}""", "field-invalid", "terms.ratePpm")]
    [InlineData("""{"ratePpm":-1}""", "field-invalid", "terms.ratePpm")]
    [InlineData("""{"ratePpm":0.1}""", "field-invalid", "terms.ratePpm")]
    [InlineData("""{"retain":{"ratePpm":1000001}}""", "field-invalid", "terms.retain.ratePpm")]
    [InlineData("""{"retain":{"amountFen":0}}""", "amount-zero", "terms.retain.amountFen")]
    [InlineData("""{"shareChange":"weeks"}""", "field-invalid", "terms.shareChange")]
    [InlineData("""{"until":"2025"}""", "field-invalid", "terms.until")]
    [InlineData("""{"months":13}""", "field-invalid", "terms.months")]
    [InlineData("""{"guarantor":"lost"}""", null, null)]
    [InlineData("""{"guarantor":"where/lost"}""", "field-invalid", "terms.guarantor")]
    [InlineData("""{"basis":"mood"}""", "field-invalid", "terms.basis")]
    [InlineData("""{"weights":[{"holder":"village/a"}]}""", "field-missing", "terms.weights[1].weight")]
    [InlineData("""{"weights":[{"holder":"village/a","weight":0.5}]}""", "field-invalid", "terms.weights[1].weight")]
    [InlineData("""{"weights":[{"holder":"village/a","weight":9007199254740992}]}""", "field-invalid", "terms.weights[1].weight")]
    [InlineData("""{"steps":[{"rest":false,"policy":"equal"}]}""", "field-invalid", "terms.steps[1].rest")]
    [InlineData("""{"steps":[{"rest":true,"policy":"equal","terms":{"rateppm":1}}]}""", "field-unknown", "terms.steps[1].terms.rateppm")]
    [InlineData("""{"rate":1}""", "field-unknown", "terms.rate")]
    [InlineData("""[]""", "field-invalid", "terms")]
    public void Terms_are_read_strictly(string terms, string? code, string? field)
    {
        var fault = Allot.FaultOfReading(terms);
        (fault?.StableCode, fault?.Values["field"]).ShouldBe((code, field));
    }

    [Theory]
    [InlineData(1_000_001)]
    [InlineData(-1)]
    public void A_rate_out_of_bounds_that_no_reader_saw(int rate) =>
        new Outcome(AllocationPolicies.Check("equal", new(Retain: new(RatePpm: rate)))!).ThenRefused(RefusalCode.FieldInvalid, ("field", "terms.retain.ratePpm"));

    [Fact]
    public void Weights_of_nobody() => Given("""{"basis":"given","weights":[]}""").ThenRefused(RefusalCode.WeightsEmpty);

    [Fact]
    public void Weights_that_are_all_zero() => Given("""{"basis":"given","weights":[{"holder":"village/a","weight":0}]}""").ThenRefused(RefusalCode.WeightsAllZero);

    [Fact]
    public void A_negative_weight() =>
        Given("""{"basis":"given","weights":[{"holder":"village/a","weight":-1}]}""").ThenRefused(RefusalCode.WeightNegative, ("holder", "village/a"), ("weight", "-1"));

    [Fact]
    public void A_holder_that_stands_twice() =>
        Given("""{"basis":"given","weights":[{"holder":"village/a","weight":1},{"holder":"village/a","weight":1}]}""").ThenRefused(RefusalCode.HolderTwice, ("holder", "village/a"));

    [Fact]
    public void Weights_whose_sum_is_too_large() =>
        Given("""{"basis":"given","weights":[{"holder":"village/a","weight":9007199254740991},{"holder":"village/b","weight":1}]}""").ThenRefused(RefusalCode.WeightsOutOfBounds);

    [Fact]
    public void Shares_that_changed_where_the_terms_do_not_say_what_then() =>
        Allot.Refused("sequence", """{"steps":[{"rest":true,"policy":"by-share"}]}""", Allot.Changing((1, "a 1, b 1"), (30, "a 2, b 1")))
            .ThenRefused(RefusalCode.SharesChangedInMonth, ("month", "2025-06"), ("field", "terms.steps[1].terms.shareChange"));

    [Fact]
    public void Weights_by_days_that_do_not_fit()
    {
        // Two sums of weights that are large primes: their least common multiple is their product.
        var basis = Allot.Changing((1, "a 1000000006, b 1"), (16, "a 998244352, b 1"));
        Allot.Refused("by-share", """{"shareChange":"days"}""", basis).ThenRefused(RefusalCode.WeightsOutOfBounds);
        Allot.By("by-share", """{"shareChange":"month-end"}""", 100, basis).Shown().ShouldBe("a 100, b 0");
    }

    [Fact]
    public void A_month_without_shares() => Allot.Refused("by-share", null, Allot.Basis()).ThenRefused(RefusalCode.SharesMissingInMonth, ("month", "2025-06"));

    [Theory]
    [InlineData("by-paid-in", null)]
    [InlineData("guaranteed-then-share", """{"guaranteed":{"ratePpm":1}}""")]
    public void Nothing_paid_in(string policy, string? terms) => Allot.Refused(policy, terms, Allot.Basis("a 1", "a 0")).ThenRefused(RefusalCode.NothingPaidIn, ("month", "2025-06"));

    [Fact]
    public void A_shortfall_without_a_guarantor() =>
        Allot.Refused("guaranteed-then-share", """{"retain":{"ratePpm":500000},"guaranteed":{"amountFen":30}}""", Basis)
            .ThenRefused(RefusalCode.GuaranteeNotCovered, ("promised", "0.60"), ("available", "0.50"), ("field", "terms.guarantor"));

    [Fact]
    public void A_fixed_rate_that_is_not_earned_without_a_guarantor() =>
        Allot.Refused("fixed-then-floating", """{"ratePpm":1000000,"until":"2025-06","then":{"policy":"by-share"}}""", Basis).ThenRefused(RefusalCode.GuaranteeNotCovered);

    [Fact]
    public void Promises_beyond_every_bound() =>
        Allot.Refused("guaranteed-then-share", """{"guaranteed":{"amountFen":9007199254740991},"guarantor":"party/x"}""", Basis).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void A_loss_and_a_promise_that_are_beyond_the_bound_together() =>
        Allot.Refused("guaranteed-then-share", """{"guaranteed":{"amountFen":4503599627370495},"guarantor":"party/x"}""", Basis, -Money.MaxFen).ThenRefused(RefusalCode.SumOutOfBounds);

    private static Outcome Given(string terms) => Allot.Refused("by-weights", terms, Basis);
}
