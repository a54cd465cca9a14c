using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class CorrectSharesTests
{
    [Fact]
    public void A_correction_names_the_allocations_that_it_reaches() => AVenture()
        .Done(Allocate(), Allocate("a2", month: "2025-02", date: "2025-02-28"), Allocate("a3", 5, "2025-02", "2025-02-28", more: ""","supplements":"a2" """),
            Allocate("a4", month: "2024-12", date: "2025-02-28", policy: "by-weights", more: ""","terms":{"basis":"given","weights":[{"holder":"village/330110112201","weight":1}]}"""))
        .When(Correct(Held((A, 1), (B, 1)), "2025-01-15")).Then(new Stored(Jiucun, "shares-corrected.1", $$"""
            {"venture":"jiucun","version":2,"from":"2025-01-15","shares":[{"holder":"{{A}}","weight":1},{"holder":"{{B}}","weight":1}],"resolution":"联席会议3号","reason":"面积复测","affected":["a1","a2","a3"]}
            """));

    [Fact]
    public void An_allocation_that_was_reversed_is_not_reached() => AVenture().Done(Allocate(), Reverse()).When(Correct(Held((A, 1)), "2025-01-01")).The<SharesCorrected>().Affected.ShouldBeEmpty();

    [Fact]
    public void The_corrected_shares_hold_from_their_day_and_split_the_allocation_made_anew() => AVenture().Done(Allocate(), Reverse(), Correct(Held((A, 1), (B, 1)), "2025-01-01"))
        .When(Allocate("a2")).The<IncomeAllocated>().Parts.Select(part => part.PartFen).ShouldBe([150, 150]);

    [Fact]
    public void A_later_version_goes_with_the_correction_that_begins_before_it() => AVenture().Done(Shares(Held((B, 1)), "2025-02-01", "s2"), Correct(Held((A, 1), (B, 1)), "2025-01-10"))
        .When(Allocate(month: "2025-02", date: "2025-02-28")).The<IncomeAllocated>().Shares.ShouldHaveSingleItem().Version.ShouldBe(3);

    [Fact]
    public void What_is_not_retroactive_is_no_correction() => AVenture().When(Correct(Held((A, 1)), "2025-02-01")).ThenRefused(RefusalCode.SharesNotRetroactive, ("from", "2025-02-01"));

    [Fact]
    public void To_nobody() => AVenture().When(Correct(Held(("party/h9", 1)), "2025-01-01")).ThenRefused(RefusalCode.HolderUnknown);

    [Fact]
    public void To_no_venture() => AVenture().When(Correct(Held((Jiucun, 1)), "2025-01-01")).ThenRefused(RefusalCode.FieldInvalid);

    [Fact]
    public void To_no_company_of_its_own() => AVenture("company").When(Correct(Held((Firm, 1)), "2025-01-01")).ThenRefused(RefusalCode.OwnShareholder);

    [Fact]
    public void Of_no_venture() => TwoVillages().When(Correct(Held((A, 1)), "2025-01-01", venture: "other")).ThenRefused(RefusalCode.VentureUnknown);

    [Theory]
    [InlineData("""[{"holder":"village/330110112201","weight":1},{"holder":"village/330110112201","weight":1}]""", RefusalCode.HolderTwice)]
    [InlineData("""[{"holder":"village/330110112201","weight":-1}]""", RefusalCode.WeightNegative)]
    [InlineData("""[{"holder":"village/330110112201","weight":0}]""", RefusalCode.WeightsAllZero)]
    [InlineData("""[{"holder":"village/330110112201","weight":9007199254740991},{"holder":"village/330110112202","weight":1}]""", RefusalCode.WeightsOutOfBounds)]
    [InlineData("[]", RefusalCode.WeightsEmpty)]
    public void Weights_are_as_for_any_shares(string shares, RefusalCode code) => AVenture().When(Correct(shares, "2025-01-01")).ThenRefused(code);
}
