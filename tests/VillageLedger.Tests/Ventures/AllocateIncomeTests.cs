using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class AllocateIncomeTests
{
    private const string Retained = ""","terms":{"retain":{"ratePpm":100000}}""";
    private const string GuaranteedByH001 = ""","terms":{"guaranteed":{"each":[{"holder":"village/330110112201","amountFen":200},{"holder":"village/330110112202","amountFen":200}]},"guarantor":"party/h001"}""";

    [Fact]
    public void A_split_is_recorded_and_every_voucher_prepared() => AVenture().When(Allocate(total: 301)).Then(
        new Stored(Jiucun, "income-allocated.1", $$"""
            {"allocation":"a1","venture":"jiucun","month":"2025-01","date":"2025-01-31","totalFen":301,"policy":"by-share","policyVersion":1,"remainder":"largest-remainder",
             "shares":[{"version":1,"from":"2025-01-01","to":"2025-01-31","weights":[{"holder":"{{A}}","weight":2},{"holder":"{{B}}","weight":1}]}],
             "parts":[{"holder":"{{A}}","weight":2,"partFen":201},{"holder":"{{B}}","weight":1,"partFen":100}],"remainderTo":["{{A}}"],
             "vouchers":[{"voucher":"a1/1","book":"venture/jiucun","month":"2025-01"},{"voucher":"a1/2","book":"{{A}}","month":"2025-01"},{"voucher":"a1/3","book":"{{B}}","month":"2025-01"}],"allocatedBy":"wang","receivedFen":301}
            """),
        Prepared(Own01, "a1/1", $$"""[{"account":"1002","debitFen":301},{"account":"2241","creditFen":201,"party":"{{A}}"},{"account":"2241","creditFen":100,"party":"{{B}}"}]"""),
        Prepared(A01, "a1/2", """[{"account":"112","debitFen":201,"party":"venture/jiucun","project":"jiucun"},{"account":"501","creditFen":201,"project":"jiucun"}]"""),
        Prepared(B01, "a1/3", """[{"account":"112","debitFen":100,"party":"venture/jiucun","project":"jiucun"},{"account":"501","creditFen":100,"project":"jiucun"}]"""));

    [Fact]
    public void It_holds_while_the_accounts_and_receipts_that_it_looked_at_stay() => AVenture().When(Allocate()).Guarded
        .ShouldBe([Jiucun, Own01, A01, B01, "book/venture/jiucun/2025-02", "accounts/venture/jiucun", "accounts/" + A, "accounts/" + B], ignoreOrder: true);

    [Fact]
    public void What_was_worked_out_is_shown() => AVenture().When(Allocate()).Result.ShouldBeOfType<IncomeAllocated>().Allocation.ShouldBe("a1");

    [Fact]
    public void By_contract_it_is_investment_income() => AVenture("contract").When(Allocate()).Vouchers<VoucherPrepared>()[A + " a1/2"].ShouldBe("112 D200 venture/jiucun; 502 C200");

    [Theory]
    [InlineData("co-owned", "112 D200 venture/jiucun; 501 C200")]
    [InlineData("contract", "112 D200 venture/jiucun; 561 C200")]
    public void A_book_by_the_chart_of_2004_has_its_own_accounts(string form, string lines) =>
        AVenture(form, "rural-2004").When(Allocate()).Vouchers<VoucherPrepared>()[A + " a1/2"].ShouldBe(lines);

    [Theory]
    [InlineData("co-owned", "1221 D150 venture/jiucun; 5051 C150")]
    [InlineData("contract", "1221 D150 venture/jiucun; 5111 C150")]
    public void A_company_with_a_book_enters_its_part(string form, string lines) =>
        AVentureWithCompany(form).Done(Shares(Held((A, 1), (Firm, 1)), "2025-01-02", "s2"), Authorise(Firm)).When(Allocate(more: MonthEnd)).Vouchers<VoucherPrepared>()[Firm + " a1/2"].ShouldBe(lines);

    [Fact]
    public void A_company_without_a_book_and_a_party_are_only_owed() => AVenture().Done(Say.RegisterCompany(), Say.RegisterParty(), Shares(Held((Firm, 1), ("party/h001", 2)), "2025-01-02", "s2"))
        .When(Allocate(more: MonthEnd)).Vouchers<VoucherPrepared>().ShouldBe(new Dictionary<string, string> { ["venture/jiucun a1/1"] = $"1002 D300; 2241 C100 {Firm}; 2241 C200 party/h001" });

    [Fact]
    public void Who_has_no_part_has_no_voucher() => AVenture().When(Allocate(total: 1)).Vouchers<VoucherPrepared>().Keys.ShouldBe(["venture/jiucun a1/1", A + " a1/2"]);

    [Fact]
    public void A_negative_total_takes_back() => AVenture().When(Allocate(total: -301)).Vouchers<VoucherPrepared>().ShouldBe(new Dictionary<string, string>
    {
        ["venture/jiucun a1/1"] = $"1002 D-301; 2241 C-201 {A}; 2241 C-100 {B}",
        [A + " a1/2"] = "112 D-201 venture/jiucun; 501 C-201",
        [B + " a1/3"] = "112 D-100 venture/jiucun; 501 C-100",
    });

    /// <summary>Receipts that were booked before and are nobody's yet are used first, fully or partly; the rest comes into the bank.</summary>
    [Theory]
    [InlineData(300, "2241 D300")]
    [InlineData(1_000, "2241 D300")]
    [InlineData(100, "1002 D200; 2241 D100")]
    [InlineData(-100, "1002 D300")]
    public void Receipts_booked_before_are_used_first(long booked, string debits) =>
        AVenture().Done(Received("v1", booked)).When(Allocate()).Vouchers<VoucherPrepared>()["venture/jiucun a1/1"].ShouldBe($"{debits}; 2241 C200 {A}; 2241 C100 {B}");

    [Theory]
    [InlineData(-40, "1002 D-260; 2241 D-40")]
    [InlineData(-1_000, "2241 D-300")]
    [InlineData(40, "1002 D-300")]
    public void What_was_given_back_before_is_used_first_by_a_negative_total(long booked, string debits) =>
        AVenture().Done(Received("v1", booked)).When(Allocate(total: -300)).Vouchers<VoucherPrepared>()["venture/jiucun a1/1"].ShouldBe($"{debits}; 2241 C-200 {A}; 2241 C-100 {B}");

    [Fact]
    public void Receipts_of_many_months_are_used() => AVenture()
        .Done(Received("v1", 100), Close("2025-01", Jiucun, A, B), Received("v2", 30, "2025-02-10"), Close("2025-02", Jiucun, A, B))
        .When(Allocate(month: "2025-02", date: "2025-03-05")).Vouchers<VoucherPrepared>()["venture/jiucun a1/1"].ShouldStartWith("1002 D170; 2241 D130;");

    [Fact]
    public void An_unposted_receipt_is_not_used() => AVenture().Done(Say.Prepare("v1", lines: Say.Debit("1002", 100) + "," + Say.Credit("2241", 100), book: Jiucun))
        .When(Allocate()).Vouchers<VoucherPrepared>()["venture/jiucun a1/1"].ShouldStartWith("1002 D300;");

    [Fact]
    public void A_receipt_is_used_once_even_while_the_first_allocation_waits() => AVenture().Done([.. Received("v1", 300), Allocate()])
        .When(Allocate("a2", month: "2025-02", date: "2025-02-10")).Vouchers<VoucherPrepared>()["venture/jiucun a2/1"].ShouldStartWith("1002 D300;");

    [Fact]
    public void A_receipt_that_a_later_month_used_is_not_used_again() => AVenture().Done([.. Received("v1", 300), Allocate(month: "2025-02", date: "2025-02-10")])
        .When(Allocate("a2", date: "2025-01-31")).Vouchers<VoucherPrepared>()["venture/jiucun a2/1"].ShouldStartWith("1002 D300;");

    [Fact]
    public void Once_the_waiting_allocation_is_discarded_its_receipt_is_free() => AVenture().Done([.. Received("v1", 300), Allocate(), Reverse()])
        .When(Allocate("a2")).Vouchers<VoucherPrepared>()["venture/jiucun a2/1"].ShouldStartWith("2241 D300;");

    [Fact]
    public void What_is_retained_is_owed_to_nobody_by_name() => AVenture().When(Allocate(more: Retained)).Vouchers<VoucherPrepared>()["venture/jiucun a1/1"]
        .ShouldBe($"1002 D300; 2241 C180 {A}; 2241 C90 {B}; 2701 C30");

    [Fact]
    public void What_was_retained_is_not_taken_for_a_receipt_of_the_next_month() => AVenture().Done(Allocate(more: Retained), Confirm())
        .When(Allocate("a2", month: "2025-02", date: "2025-02-28")).Vouchers<VoucherPrepared>()["venture/jiucun a2/1"].ShouldStartWith("1002 D300;");

    [Fact]
    public void Where_all_is_retained_only_the_ventures_book_has_a_voucher() => AVenture().When(Allocate(more: ""","terms":{"retain":{"ratePpm":1000000}}"""))
        .Vouchers<VoucherPrepared>().ShouldBe(new Dictionary<string, string> { ["venture/jiucun a1/1"] = "1002 D300; 2701 C300" });

    [Fact]
    public void The_guarantor_owes_what_is_missing() => AVenture("contract").Done(Say.RegisterParty()).When(Allocate(policy: "guaranteed-then-share", more: GuaranteedByH001)).Vouchers<VoucherPrepared>().ShouldBe(
        new Dictionary<string, string>
        {
            ["venture/jiucun a1/1"] = $"1002 D300; 1221 D100 party/h001; 2241 C200 {A}; 2241 C200 {B}",
            [A + " a1/2"] = "112 D200 venture/jiucun; 502 C200",
            [B + " a1/3"] = "112 D200 venture/jiucun; 502 C200",
        });

    [Fact]
    public void Further_receipts_of_a_month_are_a_supplement() => AVenture().Done(Allocate(), Confirm()).When(Allocate("a2", 30, more: ""","supplements":"a1" """)).The<IncomeAllocated>().Supplements.ShouldBe("a1");

    [Fact]
    public void A_supplement_does_not_keep_a_promise_of_its_own() => AVenture().Done(Allocate())
        .When(Allocate("a2", 30, more: ""","supplements":"a1","terms":{"retain":{"amountFen":5}}""")).ThenRefused(RefusalCode.SupplementTermsDiffer, ("supplements", "a1"));

    [Fact]
    public void A_month_is_allocated_once() => AVenture().Done(Allocate()).When(Allocate("a2")).ThenRefused(RefusalCode.MonthAllocated, ("allocation", "a1"));

    /// <summary>300 fen guaranteed to each of two, by a guarantor who added 400; 400 more come in: the guarantee is covered and the guarantor gets back what it added.</summary>
    private static Given Guaranteed() => AVenture().Done(Say.RegisterParty("g1", "company", "担保公司", "r-g")).Done(Allocate(total: 200, policy: "guaranteed-then-share", more: Guarantee));

    private const string Guarantee = ""","terms":{"guaranteed":{"amountFen":300},"guarantor":"party/g1"}""";

    [Fact]
    public void A_supplement_by_plain_weights_is_no_way_around_the_firsts_promise() => Guaranteed()
        .When(Allocate("a2", 400, more: ""","supplements":"a1" """)).ThenRefused(RefusalCode.SupplementTermsDiffer, ("supplements", "a1"));

    [Fact]
    public void A_supplement_by_the_same_terms_gives_back_what_the_guarantor_added()
    {
        var fact = Guaranteed().When(Allocate("a2", 400, policy: "guaranteed-then-share", more: Guarantee + ""","supplements":"a1" """)).The<IncomeAllocated>();
        fact.TopUpFen.ShouldBe(-400);
        fact.Parts.ShouldAllBe(part => part.PartFen == 0);
    }

    /// <summary>What the first went by holds for the month, or a correction of shares would be carried out by the way.</summary>
    [Fact]
    public void A_supplement_to_a_promise_goes_by_the_shares_of_the_first() => AVenture()
        .Done(Allocate(total: 300, more: ""","terms":{"retain":{"amountFen":30}}""")).Done(Correct(Held((A, 1), (B, 1)), "2025-01-01"))
        .When(Allocate("a2", 300, more: ""","terms":{"retain":{"amountFen":30}},"supplements":"a1" """)).The<IncomeAllocated>().Parts.Select(part => part.PartFen).ShouldBe([200, 100]);

    [Fact]
    public void A_supplement_names_the_first_of_its_month() => AVenture().Done(Allocate(), Allocate("a2", 30, more: ""","supplements":"a1" """))
        .When(Allocate("a3", 30, more: ""","supplements":"a2" """)).ThenRefused(RefusalCode.SupplementOfOther, ("supplements", "a2"));

    [Fact]
    public void A_month_without_allocation_has_no_supplement() => AVenture().When(Allocate(more: ""","supplements":"a0" """)).ThenRefused(RefusalCode.SupplementOfOther);

    [Fact]
    public void A_month_is_allocated_anew_once_it_was_reversed_and_the_last_is_named() => AVenture().Done(Allocate("z1"), Reverse("z1"), Allocate("a1"), Reverse("a1", id: "ra2"))
        .When(Allocate("a2")).The<IncomeAllocated>().Replaces.ShouldBe("a1");

    [Fact]
    public void An_allocation_made_anew_in_a_later_month_concerns_the_month_of_the_first() => AVenture()
        .Done([Allocate(), Confirm(), .. Close("2025-01", Jiucun, A, B), Reverse(date: "2025-02-03")]).When(Allocate("a2", 330, date: "2025-02-03"))
        .Facts.Select(next => next.Fact).OfType<VoucherPrepared>().Select(voucher => (voucher.ConcernsMonth, voucher.Lines[^1].Account.Value))
        .ShouldBe([(new Month(2025, 1), "2241"), (new Month(2025, 1), "501"), (new Month(2025, 1), "501")]);

    [Fact]
    public void In_a_later_year_income_is_corrected_through_undistributed_income() => LastYear().Done(Confirm(), Reverse(date: "2026-01-05"))
        .When(Allocate("a2", 330, "2025-12", "2026-01-05")).Vouchers<VoucherPrepared>().ShouldBe(new Dictionary<string, string>
        {
            ["venture/jiucun a2/1"] = $"1002 D330; 2241 C220 {A}; 2241 C110 {B}",
            [A + " a2/2"] = "112 D220 venture/jiucun; 32202 C220",
            [B + " a2/3"] = "112 D110 venture/jiucun; 32202 C110",
        });

    [Fact]
    public void What_was_never_posted_last_year_is_income_of_this_one() => LastYear().Done(Reverse()).When(Allocate("a2", 330, "2025-12", "2026-01-05"))
        .Vouchers<VoucherPrepared>()[A + " a2/2"].ShouldBe("112 D220 venture/jiucun; 501 C220");

    [Fact]
    public void Last_years_income_stays_last_years_through_every_correction() => LastYear()
        .Done(Confirm(), Reverse(date: "2026-01-05"), Allocate("a2", 330, "2025-12", "2026-01-05"), Confirm("a2"), Reverse("a2", id: "ra2"), Allocate("a3", 1, "2025-12", "2026-01-05"), Reverse("a3", id: "ra3"))
        .When(Allocate("a4", 360, "2025-12", "2026-01-05")).Vouchers<VoucherPrepared>()[A + " a4/2"].ShouldBe("112 D240 venture/jiucun; 32202 C240");

    [Fact]
    public void Further_receipts_of_last_year_are_income_of_the_year_in_which_they_come() => LastYear().Done(Confirm())
        .When(Allocate("a2", 30, "2025-12", "2026-01-05", more: ""","supplements":"a1" """)).Vouchers<VoucherPrepared>()[A + " a2/2"].ShouldBe("112 D20 venture/jiucun; 501 C20");

    [Fact]
    public void What_is_taken_back_of_last_years_allocation_leaves_this_years_income_alone() => LastYear().Done(Confirm())
        .When(Allocate("a2", -30, "2025-12", "2026-01-05", more: ""","supplements":"a1" """)).Vouchers<VoucherPrepared>()[A + " a2/2"].ShouldBe("112 D-20 venture/jiucun; 32202 C-20");

    [Fact]
    public void In_an_enterprise_a_correction_of_a_later_year_stays_in_profit_and_loss() => LastYear(given => given
        .Done(Say.RegisterCompany(), Say.OpenBook("2025-12", standard: "small-enterprise-2013", owner: Firm, id: "o-c"), Shares(Held((Firm, 1)), "2025-12-01", "s2"), Authorise(Firm)))
        .Done(Confirm(), Reverse(date: "2026-01-05")).When(Allocate("a2", 330, "2025-12", "2026-01-05")).Vouchers<VoucherPrepared>()[Firm + " a2/2"].ShouldBe("1221 D330 venture/jiucun; 5051 C330");

    [Fact]
    public void Details_carry_the_entries_with_what_they_require() => AVenture().Done(
            Say.AddAccount("11201", "112"), Say.AddAccount("50101", "501", more: ""","requires":["party","project","contract"]"""),
            Say.AddAccount("224101", "2241", owner: Jiucun, more: ""","requires":["project","contract"]"""), Say.AddAccount("100201", "1002", owner: Jiucun, more: ""","requires":["party"]"""))
        .When(Allocate(total: 3)).Facts.Select(next => next.Fact).OfType<VoucherPrepared>().Take(2).SelectMany(voucher => voucher.Lines).ShouldBe(
        [
            new(new("100201"), DebitFen: 3),
            new(new("224101"), CreditFen: 2, Party: Holder.Of(Owner.Village("330110112201")), Project: "jiucun", Contract: "jiucun"),
            new(new("224101"), CreditFen: 1, Party: Holder.Of(Owner.Village("330110112202")), Project: "jiucun", Contract: "jiucun"),
            new(new("11201"), DebitFen: 2, Party: Holder.Of(Owner.Venture("jiucun")), Project: "jiucun"),
            new(new("50101"), CreditFen: 2, Party: Holder.Of(Owner.Venture("jiucun")), Project: "jiucun", Contract: "jiucun"),
        ]);

    [Fact]
    public void A_month_of_changed_shares_is_split_by_days_or_by_its_end()
    {
        var changed = AVenture().Done(Shares(Held((B, 1)), "2025-01-11", "s2"));
        changed.When(Allocate(total: 310)).ThenRefused(RefusalCode.SharesChangedInMonth);
        changed.When(Allocate(total: 93, more: ""","terms":{"shareChange":"days"}""")).The<IncomeAllocated>().Parts.Select(part => part.PartFen).ShouldBe([20, 73]);
        changed.When(Allocate(total: 310, more: MonthEnd)).The<IncomeAllocated>().Parts.Select(part => part.PartFen).ShouldBe([310]);
    }

    [Fact]
    public void A_companys_income_reaches_its_holders_by_dividend() => AVenture("company").When(Allocate()).ThenRefused(RefusalCode.AllocationOfCompany, ("company", Say.CompanyCode));

    [Fact]
    public void A_village_with_a_closed_month_stops_all_and_the_way_out_is_named() => AVenture().Done(Close("2025-01", B))
        .When(Allocate()).ThenRefused(RefusalCode.BookMonthClosed, ("book", B), ("month", "2025-01"), ("next", "2025-02"));

    [Fact]
    public void In_the_next_open_month_it_works() => AVenture().Done(Close("2025-01", B)).When(Allocate(date: "2025-02-01")).The<IncomeAllocated>().Vouchers.Count.ShouldBe(3);

    [Fact]
    public void The_ventures_own_closed_month_stops_it() => AVenture().Done(Close("2025-01", Jiucun)).When(Allocate()).ThenRefused(RefusalCode.BookMonthClosed, ("book", Jiucun));

    [Fact]
    public void A_month_that_a_village_has_not_opened_stops_all() => AVenture().Done(Close("2025-01", Jiucun, A)).When(Allocate(date: "2025-03-01")).ThenRefused(RefusalCode.MonthNotYetOpen, ("book", B));

    [Fact]
    public void A_date_far_ahead_is_refused_without_reading_every_month_up_to_it() => AVenture().When(Allocate(date: "9999-12-31")).ThenRefused(RefusalCode.MonthNotYetOpen, ("book", Jiucun));

    [Fact]
    public void A_village_whose_book_begins_later_stops_all() => WithVenture(Given.AVillageBook().Done(Say.RegisterVillage("r-b", "330110112202", "溪塔村"), Say.OpenBook("2025-02", owner: B, id: "o-b")))
        .Done(Shares(), Authorise(A), Authorise(B)).When(Allocate()).ThenRefused(RefusalCode.DateBeforeBook, ("book", B));

    [Fact]
    public void A_village_without_a_book_stops_all() => WithVenture(Given.AVillageBook().Done(Say.RegisterVillage("r-b", "330110112202", "溪塔村")))
        .Done(Shares(), Authorise(A), Authorise(B)).When(Allocate()).ThenRefused(RefusalCode.BookNotOpen, ("book", B));

    [Fact]
    public void A_village_that_has_not_consented_stops_all() => AFoundedVenture().Done(Shares(), Authorise(A)).When(Allocate()).ThenRefused(RefusalCode.AllocationNotAuthorised, ("holder", B));

    [Fact]
    public void A_company_with_a_book_consents_too() => AVentureWithCompany().Done(Shares(Held((Firm, 1)), "2025-01-02", "s2")).When(Allocate(more: MonthEnd)).ThenRefused(RefusalCode.AllocationNotAuthorised, ("holder", Firm));

    [Fact]
    public void The_date_is_not_before_the_month() => AVenture().When(Allocate(month: "2025-02")).ThenRefused(RefusalCode.AllocationBeforeMonth);

    [Fact]
    public void Of_no_venture() => TwoVillages().When(Allocate(venture: "other")).ThenRefused(RefusalCode.VentureUnknown);

    [Fact]
    public void Without_shares_there_is_nothing_to_split_by() => AFoundedVenture().When(Allocate()).ThenRefused(RefusalCode.SharesMissingInMonth);

    [Fact]
    public void Without_anything_paid_in_there_is_nothing_to_split_by() => AVenture().When(Allocate(policy: "by-paid-in")).ThenRefused(RefusalCode.NothingPaidIn);

    [Fact]
    public void Promises_without_a_guarantor_are_not_made() => AVenture().When(Allocate(policy: "guaranteed-then-share", more: ""","terms":{"guaranteed":{"amountFen":200}}""")).ThenRefused(RefusalCode.GuaranteeNotCovered);

    [Theory]
    [InlineData("party/h9", RefusalCode.HolderUnknown)]
    [InlineData("venture/jiucun", RefusalCode.FieldInvalid)]
    public void Who_is_named_in_the_terms_may_hold_and_is_known(string holder, RefusalCode code) =>
        AVenture().When(Allocate(policy: "by-weights", more: $$""","terms":{"basis":"heads","weights":[{"holder":"{{holder}}","weight":1}]}""")).ThenRefused(code);

    [Theory]
    [InlineData("""{"basis":"given","weights":[]}""", RefusalCode.WeightsEmpty)]
    [InlineData("""{"basis":"given","weights":[{"holder":"party/h1","weight":0}]}""", RefusalCode.WeightsAllZero)]
    [InlineData("""{"basis":"given","weights":[{"holder":"party/h1","weight":-1}]}""", RefusalCode.WeightNegative)]
    [InlineData("""{"basis":"given","weights":[{"holder":"party/h1","weight":1},{"holder":"party/h1","weight":1}]}""", RefusalCode.HolderTwice)]
    [InlineData("""{"basis":"given","weights":[{"holder":"party/h1","weight":9007199254740991},{"holder":"party/h2","weight":1}]}""", RefusalCode.WeightsOutOfBounds)]
    [InlineData("""{"basis":"given","weights":[{"holder":"party/h1","weight":1}],"months":3}""", RefusalCode.TermNotOfPolicy)]
    [InlineData("""{"basis":"given"}""", RefusalCode.FieldMissing)]
    public void Terms_fit_their_policy(string terms, RefusalCode code) => AVenture().When(Allocate(policy: "by-weights", more: $$""","terms":{{terms}}""")).ThenRefused(code);

    [Fact]
    public void Parts_together_keep_the_bound() => AVenture().Done(Say.RegisterParty())
        .When(Allocate(total: -5, policy: "guaranteed-then-share", more: $$""","terms":{"guaranteed":{"each":[{"holder":"{{A}}","amountFen":{{Money.MaxFen}}}]},"guarantor":"party/h001"}"""))
        .ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void The_largest_total_is_split() => AVenture().When(Allocate(total: Money.MaxFen)).The<IncomeAllocated>().Parts.Sum(part => part.PartFen).ShouldBe(Money.MaxFen);

    internal const string MonthEnd = ""","terms":{"shareChange":"month-end"}""";

    /// <summary>Allocated for December 2025 on its last day; the books are open into January.</summary>
    internal static Given LastYear(Func<Given, Given>? more = null)
    {
        var given = AVenture(month: "2025-12");
        return (more is null ? given : more(given)).Done(Allocate(month: "2025-12", date: "2025-12-31", more: MonthEnd));
    }

    internal static string[] Received(string id, long fen, string date = "2025-01-05") =>
        [Say.Prepare(id, date: date, lines: Say.Debit("1002", fen) + "," + Say.Credit("2241", fen), book: Jiucun), Say.Review(id), Say.Post(id)];

    private static Stored Prepared(string stream, string voucher, string lines) => new(
        stream, "voucher-prepared.1",
        $$"""{"voucher":"{{voucher}}","type":"记","date":"2025-01-31","kind":"allocation","summary":"九村联合2025年1月收益分配","lines":{{lines}},"attachmentCount":0,"preparedBy":"wang"}""");
}
