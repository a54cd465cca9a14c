using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class AgreeSharesTests
{
    [Fact]
    public void Shares_are_agreed_as_the_next_version() => AVenture().When(Shares(Held((A, 1), (B, 3)), "2025-02-01", "s2")).Then(new Stored(Jiucun, "shares-agreed.1", $$"""
        {"venture":"jiucun","version":2,"from":"2025-02-01","shares":[{"holder":"{{A}}","weight":1},{"holder":"{{B}}","weight":3}],"resolution":"联席会议1号"}
        """));

    [Fact]
    public void Whoever_is_left_out_has_left() => AVenture().Done(Shares(Held((B, 3)), "2025-02-01", "s2")).When(Allocate(month: "2025-02", date: "2025-02-28"))
        .The<IncomeAllocated>().Parts.ShouldBe([new(Holder.Of(Owner.Village("330110112202")), 3, 300)]);

    [Theory]
    [InlineData("2025-01-01")]
    [InlineData("2024-12-31")]
    public void Shares_do_not_begin_on_or_before_an_earlier_versions_day(string from) =>
        AVenture().When(Shares(from: from, id: "s2")).ThenRefused(RefusalCode.SharesRetroactive, ("from", from), ("after", "2025-01-01"));

    [Fact]
    public void Shares_do_not_begin_in_a_month_that_was_allocated() =>
        AVenture().Done(Allocate()).When(Shares(from: "2025-01-31", id: "s2")).ThenRefused(RefusalCode.SharesRetroactive, ("after", "2025-01-31"));

    [Fact]
    public void A_reversed_allocation_holds_nobody_to_its_shares() => AVenture().Done(Allocate(), Reverse()).When(Shares(from: "2025-01-31", id: "s2")).Stored("shares-agreed.1");

    [Fact]
    public void Of_no_venture() => TwoVillages().When(Shares(venture: "other")).ThenRefused(RefusalCode.VentureUnknown);

    [Fact]
    public void To_nobody() => AFoundedVenture().When(Shares(Held(("party/h9", 1)))).ThenRefused(RefusalCode.HolderUnknown, ("holder", "party/h9"));

    [Fact]
    public void A_holder_stands_once() => AFoundedVenture().When(Shares(Held((A, 1), (A, 2)))).ThenRefused(RefusalCode.HolderTwice);

    [Fact]
    public void A_weight_is_not_negative() => AFoundedVenture().When(Shares(Held((A, 1), (B, -1)))).ThenRefused(RefusalCode.WeightNegative, ("holder", B));

    [Fact]
    public void Weights_are_not_all_zero() => AFoundedVenture().When(Shares(Held((A, 0), (B, 0)))).ThenRefused(RefusalCode.WeightsAllZero);

    [Fact]
    public void Weights_keep_their_bound() => AFoundedVenture().When(Shares(Held((A, Money.MaxFen), (B, 1)))).ThenRefused(RefusalCode.WeightsOutOfBounds);

    [Fact]
    public void Nobody_at_all_holds_nothing() => AFoundedVenture().When(Shares("[]")).ThenRefused(RefusalCode.WeightsEmpty);

    [Fact]
    public void A_venture_holds_nothing_of_another() => AFoundedVenture().Done(Found(id: "f2", venture: "other")).When(Shares(Held(("venture/other", 1)))).ThenRefused(RefusalCode.FieldInvalid, ("value", "venture/other"));

    [Fact]
    public void A_company_holds_nothing_of_the_venture_that_it_is() => AFoundedVenture("company").When(Shares(Held((Firm, 1)))).ThenRefused(RefusalCode.OwnShareholder);
}
