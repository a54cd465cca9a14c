namespace VillageLedger.Tests;

public sealed class AmendContractTests
{
    [Fact]
    public void Terms_change_from_a_month_on() => SayContract.WithLease().When(SayContract.Amend()).Then(new Stored(
        SayContract.Stream, "contract-amended.1", """{"owner":"village/330110112201","contract":"c1","from":"2025-07","schedule":{"every":"month","amountFen":90000},"reason":"减租"}"""));

    [Fact]
    public void Months_before_keep_their_amounts_and_later_ones_have_the_new() => Amounts(SayContract.WithLease().Done(SayContract.Amend())).ShouldBe([.. Enumerable.Repeat(100_000L, 6), .. Enumerable.Repeat(90_000L, 6)]);

    [Fact]
    public void The_running_period_is_cut() => Amounts(SayContract.WithLease("""{"every":"year","amountFen":3650000}""").Done(SayContract.Amend())).ShouldBe([1_810_000, .. Enumerable.Repeat(90_000L, 6)]);

    [Fact]
    public void The_last_day_can_change_with_the_terms() =>
        SayContract.WithLease().Done(SayContract.Amend(more: ""","to":"2025-08-15" """)).State<ContractRegister>(SayContract.Stream).Find("c1")!.LastDay.ShouldBe(new(2025, 8, 15));

    [Fact]
    public void An_amendment_from_an_earlier_month_takes_the_place_of_a_later_one() =>
        Amounts(SayContract.WithLease().Done(SayContract.Amend(), SayContract.Amend(from: "2025-03", schedule: """{"every":"year","amountFen":30600}"""))).ShouldBe([100_000, 100_000, 25_654]);

    [Fact]
    public void An_unknown_contract_is_refused() => SayContract.WithParties().When(SayContract.Amend()).ThenRefused(RefusalCode.ContractUnknown, ("contract", "c1"));

    [Fact]
    public void A_contract_that_was_ended_is_not_amended() => SayContract.WithLease().Done(SayContract.End()).When(SayContract.Amend(from: "2025-03")).ThenRefused(RefusalCode.ContractOver, ("date", "2025-03-15"));

    [Theory]
    [InlineData("2024-12")]
    [InlineData("2026-01")]
    public void A_month_outside_the_contract_is_refused(string month) => SayContract.WithLease().When(SayContract.Amend(from: month)).ThenRefused(RefusalCode.ContractNotInForce);

    [Fact]
    public void Terms_beyond_the_bounds_of_an_amount_are_refused() =>
        SayContract.WithLease().When(SayContract.Amend(schedule: """{"every":"month","amountFen":9007199254740991}""")).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void What_is_raised_stays() => SayContract.WithLease("""{"every":"year","amountFen":1200000}""").Done(SayContract.Raised())
        .When(SayContract.Amend()).ThenRefused(RefusalCode.ContractMonthRaised, ("number", "1"), ("to", "2025-12-31"), ("voucher", "rec1"));

    [Fact]
    public void After_the_voucher_is_discarded_its_months_can_change() => SayContract.WithLease("""{"every":"year","amountFen":1200000}""").Done(SayContract.Propose(), Say.Discard("rec1"))
        .Decided(SayContract.Amend()).Facts.Length.ShouldBe(1);

    [Fact]
    public void Months_after_what_is_raised_can_change() => SayContract.WithLease().Done(SayContract.Raised()).Decided(SayContract.Amend(from: "2025-02")).Facts.Length.ShouldBe(1);

    private static IEnumerable<long> Amounts(Given given) => given.State<ContractRegister>(SayContract.Stream).Find("c1")!.Instalments.Select(part => part.AmountFen);
}
