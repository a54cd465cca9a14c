namespace VillageLedger.Tests;

public sealed class SettleManagerTests
{
    private const string WholeYear =
        """
        [{"month":"2025-01","days":31},{"month":"2025-02","days":28},{"month":"2025-03","days":31},{"month":"2025-04","days":30},{"month":"2025-05","days":31},{"month":"2025-06","days":30},
         {"month":"2025-07","days":31},{"month":"2025-08","days":31},{"month":"2025-09","days":30},{"month":"2025-10","days":31},{"month":"2025-11","days":30},{"month":"2025-12","days":31}]
        """;

    private const string ProfitBonus = ""","bonus":{"figure":"profit","ratePpm":100000,"capFen":10000}""";

    [Fact]
    public void Base_pay_alone_needs_no_book() => SayCompany.WithParties().Done(SayCompany.Appoint())
        .When(SayCompany.Settle()).Then(Settled("c1", WholeYear, 18_000_000));

    [Fact]
    public void A_part_of_a_year_is_paid_by_days_of_its_months() => SayCompany.WithParties().Done(SayCompany.Appoint(from: "2025-04-16", more: ""","to":"2025-06-15" """))
        .When(SayCompany.Settle()).Then(Settled("c1", """[{"month":"2025-04","days":15},{"month":"2025-05","days":31},{"month":"2025-06","days":15}]""", 3_000_000));

    [Fact]
    public void The_day_on_which_a_contract_was_ended_is_the_last_that_counts() => SayCompany.WithParties().Done(SayCompany.Appoint(), SayCompany.End(date: "2025-01-31"))
        .When(SayCompany.Settle()).Then(Settled("c1", """[{"month":"2025-01","days":31}]""", 1_500_000));

    [Fact]
    public void A_bonus_on_revenue_counts_main_and_other_business_only() => Year(SayCompany.Appoint(more: SayCompany.Bonus))
        .When(SayCompany.Settle()).Then(Settled("c1", WholeYear, 18_000_000,
            ""","bonus":{"figure":"revenue","figureFen":300000,"thresholdFen":100000,"ratePpm":50000,"yearBonusFen":10000,"bonusFen":10000,"paidBy":"company/91330110MA2AAAAA1X"}"""));

    [Fact]
    public void A_bonus_on_profit_counts_all_income_and_expense_up_to_its_cap() => Year(SayCompany.Appoint(more: ProfitBonus))
        .When(SayCompany.Settle()).Then(Settled("c1", WholeYear, 18_000_000,
            """
            ,"bonus":{"figure":"profit","figureFen":260000,"thresholdFen":0,"ratePpm":100000,"yearBonusFen":10000,"bonusFen":10000,"paidBy":"company/91330110MA2AAAAA1X",
            "capFen":10000,"incomeFen":350000,"expenseFen":90000}
            """));

    /// <summary>The same figures as before the transfer; December need not be closed.</summary>
    [Fact]
    public void A_figure_does_not_depend_on_whether_the_year_was_transferred() => Year(SayCompany.Appoint(more: ProfitBonus))
        .Done(SayCompany.Entered("t1", "2025-12-31", "5001", "3103", 200_000, ""","kind":"transfer" """), SayCompany.Entered("t2", "2025-12-31", "3103", "5602", 90_000, ""","kind":"transfer" """))
        .When(SayCompany.Settle()).Then(Settled("c1", WholeYear, 18_000_000,
            """
            ,"bonus":{"figure":"profit","figureFen":260000,"thresholdFen":0,"ratePpm":100000,"yearBonusFen":10000,"bonusFen":10000,"paidBy":"company/91330110MA2AAAAA1X",
            "capFen":10000,"incomeFen":350000,"expenseFen":90000}
            """));

    [Fact]
    public void Two_managers_of_a_year_share_its_bonus_by_the_time_they_served() =>
        Year(SayCompany.Appoint(more: SayCompany.Bonus), SayCompany.End(date: "2025-03-31"), SayCompany.Appoint("c2", "m002", "2025-04-01", SayCompany.Bonus))
            .When(SayCompany.Settle("c2")).Then(Settled("c2", "[" + WholeYear.ReplaceLineEndings("")[(WholeYear.ReplaceLineEndings("").IndexOf("{\"month\":\"2025-04", StringComparison.Ordinal))..], 13_500_000,
                ""","bonus":{"figure":"revenue","figureFen":300000,"thresholdFen":100000,"ratePpm":50000,"yearBonusFen":10000,"bonusFen":7500,"paidBy":"company/91330110MA2AAAAA1X"}"""));

    [Fact]
    public void A_loss_and_a_figure_below_the_threshold_bring_no_bonus() => SayCompany.WithBook().Done(SayCompany.Appoint(more: ProfitBonus)).Done(SayCompany.Entered("v1", "2025-01-05", "5602", "2241", 70_000)).Done(SayCompany.Closed(11))
        .When(SayCompany.Settle()).Then(Settled("c1", WholeYear, 18_000_000,
            """
            ,"bonus":{"figure":"profit","figureFen":-70000,"thresholdFen":0,"ratePpm":100000,"yearBonusFen":0,"bonusFen":0,"paidBy":"company/91330110MA2AAAAA1X","capFen":10000,"incomeFen":0,"expenseFen":70000}
            """));

    [Fact]
    public void What_a_year_had_before_the_book_began_counts() => SayCompany.WithBook("2025-12", """{"account":"5001","yearCreditFen":150000},{"account":"5602","yearDebitFen":150000}""")
        .Done(SayCompany.Appoint(more: SayCompany.Bonus)).When(SayCompany.Settle()).Then(Settled("c1", WholeYear, 18_000_000,
            ""","bonus":{"figure":"revenue","figureFen":150000,"thresholdFen":100000,"ratePpm":50000,"yearBonusFen":2500,"bonusFen":2500,"paidBy":"company/91330110MA2AAAAA1X"}"""));

    [Fact]
    public void A_reversed_voucher_counts_nothing() => Year(SayCompany.Appoint(more: SayCompany.Bonus)).Done(SayCompany.Entered("x1", "2025-12-01", "1002", "5001", 900_000))
        .Done(Say.Reverse("x1", "2025-12-02"), Say.Review("red1"), Say.Post("red1")).When(SayCompany.Settle()).Then(Settled("c1", WholeYear, 18_000_000,
            ""","bonus":{"figure":"revenue","figureFen":300000,"thresholdFen":100000,"ratePpm":50000,"yearBonusFen":10000,"bonusFen":10000,"paidBy":"company/91330110MA2AAAAA1X"}"""));

    [Fact]
    public void The_months_that_were_read_must_not_have_changed() => Year(SayCompany.Appoint(more: SayCompany.Bonus)).When(SayCompany.Settle()).Guarded
        .ShouldBe(new Month(2025, 1).To(new(2025, 12)).Select(month => $"book/{SayCompany.Stream}/{month}").Concat([SayCompany.Stream, "accounts/" + SayCompany.Stream]), ignoreOrder: true);

    [Fact]
    public void A_year_is_settled_anew_by_naming_the_settlement_that_counts() => SayCompany.WithParties().Done(SayCompany.Appoint(), SayCompany.Settle(), SayCompany.End(date: "2025-01-31"))
        .When(SayCompany.Settle(id: "st2", more: ""","replaces":"st1" """)).Then(Settled("c1", """[{"month":"2025-01","days":31}]""", 1_500_000, ""","replaces":"st1" """, "st2"));

    [Fact]
    public void A_year_that_turned_out_not_served_is_settled_anew_to_nothing() => SayCompany.WithParties().Done(SayCompany.Appoint(from: "2024-06-01"), SayCompany.Settle(), SayCompany.End(date: "2024-12-31"))
        .When(SayCompany.Settle(id: "st2", more: ""","replaces":"st1" """)).Then(Settled("c1", "[]", 0, ""","replaces":"st1" """, "st2"));

    [Fact]
    public void A_year_is_settled_once() => SayCompany.WithParties().Done(SayCompany.Appoint(), SayCompany.Settle())
        .When(SayCompany.Settle(id: "st2")).ThenRefused(RefusalCode.ManagerYearSettled, ("settlement", "st1"), ("year", "2025"));

    [Fact]
    public void A_settlement_that_was_replaced_counts_no_more() => SayCompany.WithParties().Done(SayCompany.Appoint(), SayCompany.Settle(), SayCompany.Settle(id: "st2", more: ""","replaces":"st1" """))
        .When(SayCompany.Settle(id: "st3", more: ""","replaces":"st1" """)).ThenRefused(RefusalCode.ManagerYearSettled, ("settlement", "st2"));

    [Fact]
    public void What_was_not_settled_is_not_replaced() => SayCompany.WithParties().Done(SayCompany.Appoint())
        .When(SayCompany.Settle(more: ""","replaces":"st0" """)).ThenRefused(RefusalCode.SettlementUnknown, ("settlement", "st0"));

    [Fact]
    public void A_year_that_a_contract_does_not_touch_is_not_settled() => SayCompany.WithParties().Done(SayCompany.Appoint())
        .When(SayCompany.Settle(year: 2024)).ThenRefused(RefusalCode.ContractNotInForce, ("date", "2024"));

    [Fact]
    public void An_unknown_contract_is_not_settled() => SayCompany.WithParties().When(SayCompany.Settle()).ThenRefused(RefusalCode.ContractUnknown);

    [Fact]
    public void Nothing_is_settled_of_an_unknown_company() => Given.AVillage().When(SayCompany.Settle()).ThenRefused(RefusalCode.OwnerUnknown);

    [Fact]
    public void A_bonus_needs_a_book() => SayCompany.WithParties().Done(SayCompany.Appoint(more: SayCompany.Bonus)).When(SayCompany.Settle()).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void A_bonus_is_not_measured_on_a_year_before_the_book() => SayCompany.WithBook().Done(SayCompany.Appoint(from: "2024-06-01", more: SayCompany.Bonus))
        .When(SayCompany.Settle(year: 2024)).ThenRefused(RefusalCode.DateBeforeBook, ("month", "2025-01"));

    [Fact]
    public void A_bonus_is_not_settled_while_a_month_before_December_is_open() => SayCompany.WithBook().Done(SayCompany.Appoint(more: SayCompany.Bonus)).Done(SayCompany.Closed(10))
        .When(SayCompany.Settle()).ThenRefused(RefusalCode.YearNotOver, ("month", "2025-11"));

    [Fact]
    public void A_bonus_is_not_settled_while_a_voucher_of_the_year_waits() =>
        Year(SayCompany.Appoint(more: SayCompany.Bonus)).Done(Say.Prepare("w1", date: "2025-12-30", lines: Say.Debit("1002", 1) + "," + Say.Credit("5001", 1), book: SayCompany.Stream))
            .When(SayCompany.Settle()).ThenRefused(RefusalCode.YearHasUnposted, ("count", "1"), ("voucher", "w1"), ("month", "2025-12"));

    [Fact]
    public void A_figure_beyond_the_bound_of_an_amount_is_refused() => SayCompany.WithBook().Done(SayCompany.Appoint(more: SayCompany.Bonus))
        .Done(SayCompany.Entered("b1", "2025-01-05", "1002", "5001", Money.MaxFen), SayCompany.Entered("b2", "2025-02-05", "1002", "5001", Money.MaxFen)).Done(SayCompany.Closed(11))
        .When(SayCompany.Settle()).ThenRefused(RefusalCode.SumOutOfBounds);

    /// <summary>A company whose year had 2,000.00 of main and 1,000.00 of other business, 500.00 of investment income and 900.00 of expense; closed up to November.</summary>
    private static Given Year(params string[] requests) => SayCompany.WithBook().Done(requests)
        .Done(SayCompany.Entered("v1", "2025-01-05", "1002", "5001", 200_000), SayCompany.Entered("v2", "2025-02-05", "1002", "5051", 100_000)).Done(SayCompany.Closed(1))
        .Done(SayCompany.Entered("v3", "2025-03-05", "1002", "5111", 50_000)).Done(SayCompany.Closed(11, 2)).Done(SayCompany.Entered("v4", "2025-12-05", "5602", "1002", 90_000));

    private static Stored Settled(string contract, string served, long baseFen, string more = "", string id = "st1") => new(
        SayCompany.Stream, "manager-settled.1",
        $$"""{"company":"91330110MA2AAAAA1X","settlement":"{{id}}","contract":"{{contract}}","year":2025,"served":{{served}},"baseFen":{{baseFen}},"basePaidBy":"party/district"{{more}}}""");
}
