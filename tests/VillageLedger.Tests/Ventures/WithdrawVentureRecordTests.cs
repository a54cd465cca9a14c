using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class WithdrawVentureRecordTests
{
    [Fact]
    public void A_contribution_is_withdrawn() => AVenture().Done(PayIn("in1", A, 150)).When(Undo("in1")).Then(new Stored(Jiucun, "venture-record-withdrawn.1", """
        {"venture":"jiucun","of":"in1","reason":"录入有误","withdrawnBy":"zhao"}
        """));

    [Theory]
    [InlineData("cash")]
    [InlineData("guarantee")]
    public void What_is_withdrawn_counts_no_more(string kind)
    {
        var given = AVenture().Done(PayIn("in1", A, Money.MaxFen, kind), Undo("in1"), PayIn("in2", A, Money.MaxFen, kind));
        given.When(Undo("in1", "w2")).ThenRefused(RefusalCode.VentureRecordUnknown, ("of", "in1"), ("venture", "jiucun"));
    }

    [Fact]
    public void Nobody_gets_anything_by_what_is_withdrawn() =>
        AVenture().Done(PayIn("in1", A, 100), PayIn("in2", B, 100), Undo("in1")).When(Allocate(policy: "by-paid-in")).The<IncomeAllocated>().Parts.ShouldHaveSingleItem().PartFen.ShouldBe(300);

    [Fact]
    public void A_contract_falls_back_to_the_costs_that_remain()
    {
        var given = LetConstructionTests.AContract().Done(Cost("g1", 300, 200_000), Cost("g2", 400, 500_000), Cost("g3", 300, 900_000), Undo("g3"));
        given.When(Cost("g4", 1, 499_999)).ThenRefused(RefusalCode.ProgressBackwards, ("reached", "500000"));
        given.When(Cost("g5", 301, 500_000)).ThenRefused(RefusalCode.CostBeyondContract);
        given.When(Cost("g6", 300, 500_000)).Stored("construction-cost-recorded.1");
    }

    [Fact]
    public void What_was_reached_last_stays_where_an_earlier_cost_is_withdrawn() =>
        LetConstructionTests.AContract().Done(Cost("g1", 300, 200_000), Cost("g2", 400), Undo("g1")).When(Cost("g3", 1, 499_999)).ThenRefused(RefusalCode.ProgressBackwards);

    [Fact]
    public void Another_contract_keeps_its_cost() => LetConstructionTests.AContract().Done(Let("gc2", 500, id: "l2"), Cost("g1", 300), Cost("g2", 400, contract: "gc2"), Undo("g1"))
        .When(Cost("g3", 101, contract: "gc2")).ThenRefused(RefusalCode.CostBeyondContract, ("contract", "gc2"));

    [Fact]
    public void A_contract_without_costs_begins_anew() =>
        LetConstructionTests.AContract().Done(Cost("g1", 1_000, 1_000_000), Undo("g1")).When(Cost("g2", 1_000, 0)).Stored("construction-cost-recorded.1");

    [Fact]
    public void A_placing_is_withdrawn_with_its_final_account()
    {
        var given = AVenture().Done(InService("b1", 900, more: ""","provisional":true"""), Settle("b1", 1_000), Undo("b1"));
        given.When(Depreciate("e1", "2025-02")).ThenRefused(RefusalCode.JointEntryEmpty);
        given.When(Enter("e1", "b1")).ThenRefused(RefusalCode.JointEntrySourceUnknown);
        given.When(Settle("b1", 900, id: "se2")).ThenRefused(RefusalCode.PlacingNotProvisional);
    }

    [Theory]
    [InlineData("in1")]
    [InlineData("g1")]
    [InlineData("b1")]
    public void What_stands_in_the_books_is_reversed_first(string of)
    {
        var given = LetConstructionTests.AContract().Done(PayIn("in1", A, 150), Cost("g1", 300), InService("b1", 300), Enter("e1", of));
        given.When(Undo(of)).ThenRefused(RefusalCode.VentureRecordEntered, ("of", of), ("entry", "e1"));
        given.Done(ConfirmEntry("e1")).When(Undo(of)).ThenRefused(RefusalCode.VentureRecordEntered);
        given.Done(ReverseEntry("e1")).When(Undo(of)).Stored("venture-record-withdrawn.1");
    }

    [Theory]
    [InlineData("in1", "g1", true)]
    [InlineData("in1", "b1", true)]
    [InlineData("in2", "b1", true)]
    [InlineData("in2", "g1", false)]
    [InlineData("in3", "g1", false)]
    [InlineData("in3", "b1", false)]
    [InlineData("in4", "b1", false)]
    public void What_was_split_by_a_contribution_is_reversed_first(string contribution, string of, bool isSplitByIt)
    {
        var given = LetConstructionTests.AContract().Done(
            PayIn("in1", A, 150), PayIn("in2", B, 150, "land"), PayIn("in3", B, 150, date: "2025-01-21"), PayIn("in4", B, 150, "guarantee"), PayIn("in5", A, 1), PayIn("in6", B, 1),
            Cost("g1", 300), InService("b1", 300), Enter("e1", of));
        if (isSplitByIt) given.When(Undo(contribution)).ThenRefused(RefusalCode.VentureRecordEntered, ("of", contribution), ("entry", "e1"));
        else given.When(Undo(contribution)).Stored("venture-record-withdrawn.1");
    }

    [Theory]
    [InlineData("co-owned")]
    [InlineData("contract")]
    public void What_was_split_by_shares_does_not_keep_it(string form) =>
        AVenture(form).Done(PayIn("in1", A, 150), InService("b1", 300)).Done(form == "contract" ? [] : [Enter("e1", "b1")]).When(Undo("in1")).Stored("venture-record-withdrawn.1");

    [Fact]
    public void What_a_final_account_added_is_reversed_too()
    {
        var given = AVenture().Done(InService("b1", 900, more: ""","provisional":true"""), Enter("e1", "b1"), ConfirmEntry("e1")).Done(Close("2025-01", Jiucun, A, B))
            .Done(Settle("b1", 1_000, "2025-02-10"), Enter("e2", "b1", "2025-02-28"), ReverseEntry("e1", "2025-02-28"));
        given.When(Undo("b1")).ThenRefused(RefusalCode.VentureRecordEntered, ("entry", "e2"));
    }

    [Fact]
    public void The_depreciation_is_reversed_first()
    {
        var given = AVenture().Done(InService("b1", 300), InService("b2", 300, date: "2025-02-01"), Depreciate("e1", "2025-02"), ConfirmEntry("e1"));
        given.When(Undo("b1")).ThenRefused(RefusalCode.VentureRecordEntered, ("of", "b1"), ("entry", "e1"));
        given.Done(Undo("b2", "w2"), ReverseEntry("e1")).When(Undo("b1")).Stored("venture-record-withdrawn.1");
    }

    [Fact]
    public void What_was_depreciated_by_the_estimate_is_reversed_though_the_final_account_leaves_nothing() =>
        AVenture().Done(InService("b1", 300, residual: 30, more: ""","provisional":true"""), Depreciate("e1", "2025-02"), Settle("b1", 30, "2025-01-21"))
            .When(Undo("b1")).ThenRefused(RefusalCode.VentureRecordEntered, ("entry", "e1"));

    [Theory]
    [InlineData("by-paid-in", "")]
    [InlineData("fixed-then-floating", ""","terms":{"ratePpm":1000,"until":"2025-12","then":{"policy":"equal"}}""")]
    [InlineData("guaranteed-then-share", ""","terms":{"guaranteed":{"ratePpm":1000}}""")]
    [InlineData("tiered", ""","terms":{"tiers":[{"policy":"equal","upToFen":100},{"policy":"by-paid-in"}]}""")]
    [InlineData("sequence", ""","terms":{"steps":[{"policy":"equal","amountFen":100},{"policy":"by-paid-in","rest":true}]}""")]
    public void An_allocation_by_what_is_paid_in_is_reversed_first(string policy, string more)
    {
        var given = AVenture().Done(PayIn("in1", A, 150, date: "2025-01-31"), PayIn("in2", B, 150, "guarantee"), Allocate(policy: policy, more: more));
        given.When(Undo("in1")).ThenRefused(RefusalCode.VentureRecordAllocated, ("of", "in1"), ("allocation", "a1"));
        given.When(Undo("in2")).Stored("venture-record-withdrawn.1");
        given.Done(Reverse()).When(Undo("in1")).Stored("venture-record-withdrawn.1");
    }

    [Theory]
    [InlineData("by-share", "")]
    [InlineData("guaranteed-then-share", ""","terms":{"guaranteed":{"amountFen":10}}""")]
    [InlineData("tiered", ""","terms":{"tiers":[{"policy":"equal"}]}""")]
    public void Another_allocation_does_not_keep_it(string policy, string more) =>
        AVenture().Done(PayIn("in1", A, 150), Allocate(policy: policy, more: more)).When(Undo("in1")).Stored("venture-record-withdrawn.1");

    [Fact]
    public void Nor_does_one_of_an_earlier_month() =>
        AVenture().Done(PayIn("in1", A, 150), PayIn("in2", A, 150, date: "2025-02-01"), Allocate(policy: "by-paid-in")).When(Undo("in2")).Stored("venture-record-withdrawn.1");

    [Theory]
    [InlineData("in1")]
    [InlineData("a1")]
    public void What_is_not_there_is_not_withdrawn(string of) => AVenture().Done(Allocate()).When(Undo(of)).ThenRefused(RefusalCode.VentureRecordUnknown);

    [Fact]
    public void Of_no_venture() => TwoVillages().When(Undo("in1", venture: "other")).ThenRefused(RefusalCode.VentureUnknown);

    [Fact]
    public void What_counted_as_capital_of_the_company_counts_no_longer() => ContributeTests.ACompanysVenture().Done(PayIn("in1", A, 400))
        .When(Of("withdraw-venture-record", "w1", """ "of":"in1","reason":"重复录入" """)).Facts.Select(next => next.Fact).OfType<CapitalPaidIn>().Select(paid => paid.AmountFen).ShouldBe([-400]);

    [Fact]
    public void Capital_that_was_handed_on_is_not_taken_back() => ContributeTests.ACompanysVenture().Done(PayIn("in1", A, 400))
        .Done($$"""{"request":"transfer-capital","id":"tc","by":"wang","company":"{{Say.CompanyCode}}","from":"{{A}}","to":"{{B}}","date":"2025-02-01","subscribedFen":1000,"paidInFen":400,"resolution":"r"}""")
        .When(Of("withdraw-venture-record", "w1", """ "of":"in1","reason":"重复录入" """)).ThenRefused(RefusalCode.CapitalNotHeld, ("holder", A));
}
