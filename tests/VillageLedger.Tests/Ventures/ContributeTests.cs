using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class ContributeTests
{
    [Fact]
    public void Cash_is_contributed_upon_a_call() => AVenture().Done(Call(Amount(A, 200))).When(PayIn("in1", A, 150, more: ""","call":"ca1" """)).Then(new Stored(Jiucun, "contribution-made.1", $$"""
        {"contribution":"in1","venture":"jiucun","holder":"{{A}}","date":"2025-01-10","kind":"cash","amountFen":150,"call":"ca1"}
        """));

    [Fact]
    public void Land_is_contributed_at_its_agreed_value() => AVenture()
        .When(PayIn("in1", A, 150, "land", more: ""","bookValueFen":0,"areaSquareMetres":6667,"valuation":{"firm":"某评估公司","date":"2024-12-20","document":"评估报告1号"}""")).Then(new Stored(Jiucun, "contribution-made.1", $$"""
            {"contribution":"in1","venture":"jiucun","holder":"{{A}}","date":"2025-01-10","kind":"land","amountFen":150,"bookValueFen":0,"areaSquareMetres":6667,
             "valuation":{"firm":"某评估公司","date":"2024-12-20","document":"评估报告1号"} }
            """));

    [Fact]
    public void What_is_paid_in_up_to_the_months_end_counts_and_guarantees_do_not() => AVenture()
        .Done(PayIn("in1", A, 100), PayIn("in2", B, 50, "land"), PayIn("in3", B, 1_000, "guarantee"), PayIn("in4", B, 50, date: "2025-01-31"), PayIn("in5", A, 900, date: "2025-02-01"))
        .When(Allocate(policy: "by-paid-in")).The<IncomeAllocated>().Parts.Select(part => (part.Weight, part.PartFen)).ShouldBe([(100, 150), (100, 150)]);

    [Fact]
    public void Only_land_has_a_book_value() => AVenture().When(PayIn("in1", A, 1, more: ""","bookValueFen":1""")).ThenRefused(RefusalCode.FieldInvalid, ("field", "bookValueFen"));

    [Fact]
    public void No_venture_contributes() => AVenture().When(PayIn("in1", Jiucun, 1)).ThenRefused(RefusalCode.FieldInvalid, ("field", "holder"));

    [Fact]
    public void A_call_on_another_is_not_answered() => AVenture().Done(Call(Amount(A, 200))).When(PayIn("in1", B, 150, more: ""","call":"ca1" """)).ThenRefused(RefusalCode.CallUnknown, ("call", "ca1"), ("holder", B));

    [Fact]
    public void A_call_that_was_not_made_is_not_answered() => AVenture().When(PayIn("in1", B, 150, more: ""","call":"ca1" """)).ThenRefused(RefusalCode.CallUnknown);

    [Fact]
    public void Nobody_contributes() => AVenture().When(PayIn("in1", "party/h9", 1)).ThenRefused(RefusalCode.HolderUnknown);

    [Fact]
    public void The_venture_contributes_nothing_to_itself() => AVenture("company").When(PayIn("in1", Firm, 1)).ThenRefused(RefusalCode.OwnShareholder);

    [Fact]
    public void All_contributions_together_keep_the_bound() => AVenture().Done(PayIn("in1", A, Money.MaxFen)).When(PayIn("in2", B, 1)).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void To_no_venture() => TwoVillages().When(PayIn("in1", A, 1, venture: "other")).ThenRefused(RefusalCode.VentureUnknown);

    /// <summary>The company's dividends go by what is paid in: what comes for its project counts there, as far as it was subscribed.</summary>
    [Fact]
    public void What_a_shareholder_contributes_to_a_companys_project_is_paid_in() => ACompanysVenture()
        .When(PayIn("in1", A, 400)).Facts.Select(next => (next.Stream, next.Fact)).Select(next => next.Fact is CapitalPaidIn paid ? $"{next.Stream} {paid.Holder} {paid.AmountFen} {paid.Document}" : next.Stream)
        .ShouldBe([Jiucun, $"{Firm} {A} 400 in1"]);

    [Fact]
    public void What_goes_beyond_the_subscribed_is_no_capital() => ACompanysVenture().Done(PayIn("in1", A, 400)).When(PayIn("in2", A, 601)).Facts.Select(next => next.Stream).ShouldBe([Jiucun]);

    [Fact]
    public void A_guarantee_is_no_capital() => ACompanysVenture().When(PayIn("in1", A, 400, "guarantee")).Facts.Select(next => next.Stream).ShouldBe([Jiucun]);

    internal static Given ACompanysVenture() => TwoVillages()
        .Done(Say.RegisterCompany(shareholders: $$"""{"holder":"{{A}}","subscribedFen":1000,"paidInFen":0}"""))
        .Done(Found("company", "2025-01", ""","company":"91330110MA2AAAAA1X" """));
}
