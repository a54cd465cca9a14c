namespace VillageLedger.Tests;

public sealed class ProposeClosingTests
{
    private static readonly string Floor = "浙江省农村集体资产管理条例（2020年修正）";

    [Fact]
    public void The_transfers_are_prepared_in_their_order() => SayYearEnd.AProfit().When(SayYearEnd.Propose()).Then(
        Prepared(1, "transfer", "结转本年收入", Say.Debit("501", 100_000), Say.Credit("321", 100_000)),
        Prepared(2, "transfer", "结转本年支出", Say.Debit("321", 40_000), Say.Credit("513", 40_000)),
        Prepared(3, "transfer", "结转本年收益", Say.Debit("321", 60_000), Say.Credit("32202", 60_000)));

    [Fact]
    public void The_fund_is_drawn_and_appropriations_are_cleared() => SayYearEnd.AProfit().Prepared(SayYearEnd.Propose(SayYearEnd.Fund + "," + SayYearEnd.Fen("other", 2_000, ""","account":"211" """)))
        .Skip(3).ShouldBe(["32201:D18000 311:C18000", "32201:D2000 211:C2000", "32202:D20000 32201:C20000"]);

    [Fact]
    public void What_is_put_aside_is_no_transfer() => SayYearEnd.AProfit().Decided(SayYearEnd.Propose(SayYearEnd.Fund)).Facts.Select(fact => ((VoucherPrepared)fact.Fact).Kind)
        .ShouldBe([VoucherKind.Transfer, VoucherKind.Transfer, VoucherKind.Transfer, VoucherKind.Ordinary, VoucherKind.Transfer]);

    [Fact]
    public void A_loss_goes_the_other_way() => SayYearEnd.ADecember().Spent(700).Prepared(SayYearEnd.Propose()).ShouldBe(["321:D700 513:C700", "32202:D700 321:C700"]);

    /// <summary>A refund of more than what came in: the account stands on the other side.</summary>
    [Fact]
    public void An_income_account_in_debit_is_cleared_in_credit() => SayYearEnd.AProfit().Earned(-500, "back", account: "504").Prepared(SayYearEnd.Propose())[0]
        .ShouldBe("501:D100000 321:D500 504:C500 321:C100000");

    [Fact]
    public void What_was_transferred_within_the_year_is_not_transferred_again() => SayYearEnd.AProfit().Posted("t1", "2025-12-20", Say.Debit("501", 100_000) + "," + Say.Credit("321", 100_000), ""","kind":"transfer" """)
        .Prepared(SayYearEnd.Propose()).ShouldBe(["321:D40000 513:C40000", "321:D60000 32202:C60000"]);

    [Fact]
    public void An_account_that_requires_parties_has_a_line_for_each()
    {
        var given = SayYearEnd.ADecember().Done(Say.RegisterParty("h001"), Say.RegisterParty("h002", id: "r4"), Say.AddAccount("50101", "501", more: ""","requires":["party"]"""))
            .Posted("v1", "2025-12-05", Say.Debit("102", 70) + "," + Say.Credit("50101", 30, ""","party":"h002" """) + "," + Say.Credit("50101", 40, ""","party":"h001","project":"九村" """));
        given.Prepared(SayYearEnd.Propose())[0].ShouldBe("50101[party/h001]:D40 50101[party/h002]:D30 321:C70");
        given.ReviewedAndPosted(SayYearEnd.Propose()).BalancesAt("2025-12").ShouldBe(new Dictionary<string, long> { ["102"] = 70, ["32202"] = -70 });
    }

    /// <summary>What was posted before the account had details, and so without a party, has a line of its own.</summary>
    [Fact]
    public void What_names_no_party_is_cleared_without_one() => SayYearEnd.ADecember().Earned(50, "v0").Done(Say.RegisterParty("h001"), Say.AddAccount("50101", "501", more: ""","requires":["party"]"""))
        .Posted("v1", "2025-12-05", Say.Debit("102", 40) + "," + Say.Credit("50101", 40, ""","party":"h001" """))
        .ReviewedAndPosted(SayYearEnd.Propose()).BalancesAt("2025-12").ShouldBe(new Dictionary<string, long> { ["102"] = 90, ["32202"] = -90 });

    [Fact]
    public void A_company_has_no_appropriations_and_its_details_go_to_undistributed_profit()
    {
        var given = SayDividend.ACompanyWithProfit().Done(
            Say.AddAccount("310401", "3104", "提取法定盈余公积", SayDividend.Company), Say.AddAccount("310415", "3104", "未分配利润", SayDividend.Company));
        SayDividend.Posted(given, SayDividend.Company, "e5", Say.Debit("310401", 100) + "," + Say.Credit("3101", 100));
        given.Prepared(SayYearEnd.Propose(year: 2024, book: SayDividend.Company))
            .ShouldBe(["5001:D80000000 3103:C80000000", "3103:D80000000 310415:C80000000", "310415:D20000100 310401:C20000100"]);
    }

    [Fact]
    public void A_company_without_details_keeps_one_account() => SayDividend.ACompanyWithProfit().Prepared(SayYearEnd.Propose(year: 2024, book: SayDividend.Company))
        .ShouldBe(["5001:D80000000 3103:C80000000", "3103:D80000000 3104:C80000000"]);

    [Fact]
    public void The_chart_of_2004_has_the_same_order() => Given.AVillage().Done(Say.OpenBook("2023-12", standard: "rural-2004")).Posted("v1", "2023-12-03", Say.Debit("102", 90) + "," + Say.Credit("511", 90))
        .Prepared(SayYearEnd.Propose(year: 2023)).ShouldBe(["511:D90 321:C90", "321:D90 32202:C90"]);

    [Fact]
    public void Another_day_of_December_may_be_named() => SayYearEnd.AProfit().Decided(SayYearEnd.Propose(more: ""","date":"2025-12-30" """)).Facts
        .ShouldAllBe(fact => ((VoucherPrepared)fact.Fact).Date == new DateOnly(2025, 12, 30));

    [Fact]
    public void A_day_of_another_month_may_not() => SayYearEnd.AProfit().When(SayYearEnd.Propose(more: ""","date":"2025-11-30" """)).ThenRefused(RefusalCode.FieldInvalid, ("field", "date"), ("expected", "2025-12"));

    [Fact]
    public void A_book_that_is_not_open_is_refused() => Given.AVillage().When(SayYearEnd.Propose()).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void An_earlier_month_that_is_open_is_named() => Given.AVillage().Done(Say.OpenBook("2025-11")).When(SayYearEnd.Propose()).ThenRefused(RefusalCode.ClosingMonthOpen, ("month", "2025-11"));

    [Fact]
    public void A_year_before_the_book_is_refused() => SayYearEnd.ADecember().When(SayYearEnd.Propose(year: 2024)).ThenRefused(RefusalCode.DateBeforeBook);

    [Fact]
    public void A_year_that_is_closed_is_refused() => SayYearEnd.ADecember().Done(Say.Close("2025-12")).When(SayYearEnd.Propose()).ThenRefused(RefusalCode.MonthClosed);

    [Fact]
    public void Vouchers_that_wait_are_named() => SayYearEnd.AProfit().Done(Say.Prepare("late", date: "2025-12-31")).When(SayYearEnd.Propose()).ThenRefused(RefusalCode.ClosingVouchersUnposted, ("vouchers", "late"));

    [Fact]
    public void What_is_proposed_waits_for_its_posting() => SayYearEnd.AProfit().Done(SayYearEnd.Propose())
        .When(SayYearEnd.Propose(id: "yc2")).ThenRefused(RefusalCode.ClosingProposed, ("vouchers", "yc~1; yc~2; yc~3"));

    [Fact]
    public void What_is_discarded_is_proposed_again() => SayYearEnd.AProfit().Done(SayYearEnd.Propose(), Say.Discard("yc~1"), Say.Discard("yc~2"), Say.Discard("yc~3"))
        .Prepared(SayYearEnd.Propose(id: "yc2")).Count.ShouldBe(3);

    [Fact]
    public void What_is_posted_is_not_proposed_again() => SayYearEnd.AProfit().ReviewedAndPosted(SayYearEnd.Propose()).When(SayYearEnd.Propose(id: "yc2")).ThenRefused(RefusalCode.NothingToClose, ("year", "2025"));

    [Fact]
    public void What_is_taken_back_is_proposed_again() => SayYearEnd.AProfit().ReviewedAndPosted(SayYearEnd.Propose())
        .Done(Say.Reverse("yc~3", "2025-12-31"), Say.Review("red1"), Say.Post("red1")).Prepared(SayYearEnd.Propose(id: "yc2")).ShouldBe(["321:D60000 32202:C60000"]);

    [Fact]
    public void What_comes_after_it_is_proposed_by_itself() => SayYearEnd.AProfit().ReviewedAndPosted(SayYearEnd.Propose()).Spent(500, "late", "2025-12-31")
        .Prepared(SayYearEnd.Propose(id: "yc2")).ShouldBe(["321:D500 513:C500", "32202:D500 321:C500"]);

    [Fact]
    public void A_book_with_nothing_has_nothing_to_do() => SayYearEnd.ADecember().When(SayYearEnd.Propose()).ThenRefused(RefusalCode.NothingToClose, ("book", Say.Village));

    [Theory]
    [InlineData(""" "ratePpm":299000""")]
    [InlineData(""" "amountFen":17999""")]
    public void A_fund_below_the_floor_is_refused_by_its_article(string much) => SayYearEnd.AProfit()
        .When(SayYearEnd.Propose($$"""{"kind":"public-fund",{{much}}}""")).ThenRefused(RefusalCode.StepBelowLaw, ("due", "180.00"), ("statute", Floor), ("article", "第32条"));

    [Fact]
    public void Nothing_else_goes_before_the_fund() => SayYearEnd.AProfit().When(SayYearEnd.Propose(SayYearEnd.Fen("other", 100, ""","account":"211" """))).ThenRefused(RefusalCode.StepBelowLaw, ("amount", "0.00"));

    /// <summary>Earlier years lost 200.00 of the 600.00: 30 % of 400.00.</summary>
    [Fact]
    public void A_loss_of_earlier_years_comes_first() => SayYearEnd.AProfit(Say.Debit("32202", 20_000) + "," + Say.Credit("301", 20_000)).Prepared(SayYearEnd.Propose(SayYearEnd.Fund))[3].ShouldBe("32201:D12000 311:C12000");

    [Fact]
    public void After_a_loss_nothing_is_asked_for() => SayYearEnd.ADecember().Spent(700).Prepared(SayYearEnd.Propose(SayYearEnd.Fund)).Count.ShouldBe(2);

    [Fact]
    public void More_than_there_is_is_not_put_aside() => SayYearEnd.AProfit().When(SayYearEnd.Propose(SayYearEnd.Fen("public-fund", 60_001))).ThenRefused(RefusalCode.NotDistributable, ("distributable", "600.00"), ("asked", "600.01"));

    [Fact]
    public void Land_compensation_is_not_put_aside_as_income() => SayYearEnd.AProfit().Posted("land", "2025-12-12", Say.Debit("102", 900_000) + "," + Say.Credit("311", 900_000))
        .Posted("moved", "2025-12-13", Say.Debit("311", 900_000) + "," + Say.Credit("32202", 900_000)).When(SayYearEnd.Propose(SayYearEnd.Fen("public-fund", 60_001))).ThenRefused(RefusalCode.NotDistributable);

    [Fact]
    public void A_rate_is_that_of_the_whole_year() => SayYearEnd.AProfit().ReviewedAndPosted(SayYearEnd.Propose(SayYearEnd.Fund)).Earned(10_000, "late", "2025-12-31")
        .Prepared(SayYearEnd.Propose(SayYearEnd.Fund, id: "yc2")).ShouldBe(["501:D10000 321:C10000", "321:D10000 32202:C10000", "32201:D3000 311:C3000", "32202:D3000 32201:C3000"]);

    [Fact]
    public void A_detail_of_the_fund_may_be_named() => SayYearEnd.AProfit().Done(Say.AddAccount("31101", "311", "土地补偿费"), Say.AddAccount("31102", "311", "公积金"))
        .Prepared(SayYearEnd.Propose(SayYearEnd.Fund.Replace("}", ""","account":"31102"}""", StringComparison.Ordinal)))[3].ShouldBe("32201:D18000 31102:C18000");

    [Fact]
    public void An_account_that_somebody_named_is_a_lowest_one() => SayYearEnd.AProfit().Done(Say.AddAccount("21101", "211"))
        .When(SayYearEnd.Propose(SayYearEnd.Fund + "," + SayYearEnd.Fen("other", 100, ""","account":"211" """))).ThenRefused(RefusalCode.AccountHasDetails, ("account", "211"));

    [Fact]
    public void The_fund_stays_the_fund() => SayYearEnd.AProfit().When(SayYearEnd.Propose(SayYearEnd.Fund.Replace("}", ""","account":"301"}""", StringComparison.Ordinal))).ThenRefused(RefusalCode.AccountNotUnderParent);

    [Theory]
    [InlineData("501")]
    [InlineData("32202")]
    [InlineData("321")]
    [InlineData("102")]
    public void Nothing_is_put_aside_to_income_or_to_where_it_comes_from(string account) => SayYearEnd.AProfit()
        .When(SayYearEnd.Propose(SayYearEnd.Fund + "," + SayYearEnd.Fen("other", 100, $",\"account\":\"{account}\""))).ThenRefused(RefusalCode.FieldInvalid, ("field", "appropriations[2].account"));

    [Fact]
    public void Something_else_needs_an_account() => SayYearEnd.AProfit().When(SayYearEnd.Propose(SayYearEnd.Fen("other", 100))).ThenRefused(RefusalCode.FieldMissing, ("field", "appropriations[1].account"));

    [Theory]
    [InlineData("")]
    [InlineData(""","ratePpm":1,"amountFen":1""")]
    public void Either_a_rate_or_an_amount_is_given(string much) => SayYearEnd.AProfit()
        .When(SayYearEnd.Propose($$"""{"kind":"public-fund"{{much}}}""")).ThenRefused(RefusalCode.FieldInvalid, ("field", "appropriations[1].amountFen"));

    [Fact]
    public void The_fund_stands_once() => SayYearEnd.AProfit().When(SayYearEnd.Propose(SayYearEnd.Fund + "," + SayYearEnd.Fund)).ThenRefused(RefusalCode.StepTwice);

    [Fact]
    public void A_company_puts_nothing_aside_here() => SayDividend.ACompanyWithProfit().When(SayYearEnd.Propose(SayYearEnd.Fund, 2024, book: SayDividend.Company)).ThenRefused(RefusalCode.AppropriationsNotOfBook);

    [Fact]
    public void Sums_stay_within_the_bound() => Given.AVillage().Done(Say.OpenBook("2025-11")).Earned(Money.MaxFen, "a", "2025-11-10").Done(Say.Close("2025-11")).Earned(1, "b")
        .When(SayYearEnd.Propose()).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void Figures_of_the_fund_stay_within_the_bound() => Given.AVillage().Done(Say.OpenBook("2025-11")).Earned(Money.MaxFen, "a", "2025-11-10").Done(Say.Close("2025-11")).Earned(1, "b")
        .When(SayYearEnd.Propose(SayYearEnd.Fund)).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void They_are_not_amended() => SayYearEnd.AProfit().Done(SayYearEnd.Propose()).When(Say.Amend("yc~1", date: "2025-12-31")).ThenRefused(RefusalCode.VoucherOfProposal, ("cause", "closing:2025"));

    [Fact]
    public void It_is_posted_in_its_order() => SayYearEnd.AProfit().Done(SayYearEnd.Propose(), Say.Review("yc~3")).When(Say.Post("yc~3"))
        .ThenRefused(RefusalCode.TransferOutOfOrder, ("accounts", "yc~1; yc~2"));

    private static Given Fund(params int[] posted) => SayYearEnd.AProfit().Done(SayYearEnd.Propose(SayYearEnd.Fund)).Done(Enumerable.Range(1, 5).Select(i => Say.Review($"yc~{i}")), posted.Select(i => Say.Post($"yc~{i}")));

    [Fact]
    public void What_is_put_aside_is_not_posted_before_the_transfers() => Fund(1).When(Say.Post("yc~4")).ThenRefused(RefusalCode.TransferOutOfOrder, ("accounts", "yc~2; yc~3"));

    [Fact]
    public void Nothing_of_it_is_left_out() => Fund(1, 2, 3).Done(Say.Discard("yc~4")).When(Say.Post("yc~5")).ThenRefused(RefusalCode.TransferOutOfOrder, ("accounts", "yc~4"));

    [Fact]
    public void Income_that_comes_between_must_be_cleared_by_it() => Fund().Earned(9, "late", "2025-12-30").When(Say.Post("yc~1")).ThenRefused(RefusalCode.TransferOutOfOrder, ("accounts", "501 经营收入 -0.09"));

    [Fact]
    public void Income_that_comes_after_its_transfer_keeps_the_fund_waiting() => Fund(1, 2, 3).Earned(9, "late", "2025-12-30").When(Say.Post("yc~4")).ThenRefused(RefusalCode.TransferOutOfOrder, ("accounts", "501 经营收入 -0.09"));

    [Fact]
    public void A_result_that_it_leaves_standing_is_refused() => Fund(1, 2).Earned(9, "late", "2025-12-30").Posted("t1", "2025-12-31", Say.Debit("501", 9) + "," + Say.Credit("321", 9), ""","kind":"transfer" """)
        .When(Say.Post("yc~3")).ThenRefused(RefusalCode.TransferOutOfOrder, ("accounts", "321 本年收益 -0.09"));

    [Fact]
    public void A_transfer_by_hand_waits_for_it() => Fund(1, 2, 3).Earned(9, "late", "2025-12-30").Posted("t1", "2025-12-31", Say.Debit("501", 9) + "," + Say.Credit("321", 9), ""","kind":"transfer" """)
        .When(ByHand()).ThenRefused(RefusalCode.TransferOutOfOrder, ("accounts", "yc~4; yc~5"));

    [Fact]
    public void What_no_longer_fits_is_discarded_and_proposed_again() => Fund(1, 2, 3).Earned(10_000, "late", "2025-12-30").Done(Say.Discard("yc~4"), Say.Discard("yc~5"))
        .Prepared(SayYearEnd.Propose(SayYearEnd.Fund, id: "yc2")).ShouldBe(["501:D10000 321:C10000", "321:D10000 32202:C10000", "32201:D21000 311:C21000", "32202:D21000 32201:C21000"]);

    [Fact]
    public void A_year_whose_fund_was_taken_back_closes_with_a_warning()
    {
        var given = Fund(1, 2, 3, 4, 5).Done(Say.Reverse("yc~5", "2025-12-31", id: "red5"), Say.Reverse("yc~4", "2025-12-31", id: "red4"), Say.Review("red4"), Say.Review("red5"), Say.Post("red5"), Say.Post("red4"));
        var check = MonthCheck.Of(new(stream => given.Ledger.State(stream), _ => ""), Owner.Village("330110112201"), new(2025, 12)).Single(check => check.Check == "public-fund");
        (check.State, check.Values["due"], check.Values["drawn"]).ShouldBe((CheckState.Warning, "180.00", "0.00"));
    }

    [Fact]
    public void Appropriations_are_cleared_last() => SayYearEnd.AProfit().Done(SayYearEnd.Propose(SayYearEnd.Fund)).Done(new[] { 1, 2, 4, 5 }.Select(i => Say.Review($"yc~{i}")), new[] { 1, 2 }.Select(i => Say.Post($"yc~{i}")))
        .When(Say.Post("yc~5")).ThenRefused(RefusalCode.TransferOutOfOrder, ("accounts", "yc~3; yc~4"));

    [Fact]
    public void All_of_a_month_are_posted_in_that_order() => SayYearEnd.AProfit().Done(SayYearEnd.Propose(SayYearEnd.Fund)).Done(Enumerable.Range(1, 5).Select(i => Say.Review($"yc~{i}")))
        .Done(Say.PostAll("2025-12")).BalancesAt("2025-12").ShouldBe(new Dictionary<string, long> { ["102"] = 60_000, ["311"] = -18_000, ["32202"] = -42_000 }, ignoreOrder: true);

    private static string ByHand(string id = "t2") => Say.Prepare(id, date: "2025-12-31", lines: Say.Debit("321", 5) + "," + Say.Credit("32202", 5), more: ""","kind":"transfer" """);

    [Fact]
    public void What_comes_too_early_is_not_even_prepared() => SayYearEnd.AProfit().When(ByHand()).ThenRefused(RefusalCode.TransferOutOfOrder);

    [Fact]
    public void Nor_is_it_amended_to_that() => SayYearEnd.AProfit().Done(Say.Prepare("t2", date: "2025-12-31"), Say.Discard("t2"), Say.Prepare("t3", date: "2025-12-31", lines: Say.Debit("102", 5) + "," + Say.Credit("211", 5)))
        .When(Say.Amend("t3", date: "2025-12-31", lines: Say.Debit("321", 5) + "," + Say.Credit("32202", 5), more: ""","kind":"transfer" """)).ThenRefused(RefusalCode.TransferOutOfOrder);

    [Fact]
    public void What_waits_before_it_lets_it_be_prepared() => SayYearEnd.ADecember().Earned(5)
        .Done(Say.Prepare("t1", date: "2025-12-31", lines: Say.Debit("501", 5) + "," + Say.Credit("321", 5), more: ""","kind":"transfer" """)).Decided(ByHand()).Facts.Length.ShouldBe(1);

    [Fact]
    public void Appropriations_may_be_cleared_early_in_other_months() => Given.AVillageBook().Earned(5, date: "2025-01-10")
        .Decided(Say.Prepare("t1", lines: Say.Debit("32202", 5) + "," + Say.Credit("32201", 5), more: ""","kind":"transfer" """)).Facts.Length.ShouldBe(1);

    [Fact]
    public void A_red_voucher_takes_a_transfer_back_in_any_order() => SayYearEnd.AProfit().ReviewedAndPosted(SayYearEnd.Propose()).Earned(9, "late", "2025-12-30")
        .Done(Say.Reverse("yc~3", "2025-12-31"), Say.Review("red1")).Decided(Say.Post("red1")).Facts.Length.ShouldBe(2);

    [Fact]
    public void A_month_before_that_may_change_is_watched() => Given.AVillage().Done(Say.OpenBook("2025-11")).Earned(5, "a").Posted("t1", "2025-12-31", Say.Debit("501", 5) + "," + Say.Credit("321", 5), ""","kind":"transfer" """)
        .Done(Say.Prepare("t2", date: "2025-12-31", lines: Say.Debit("321", 5) + "," + Say.Credit("32202", 5), more: ""","kind":"transfer" """), Say.Review("t2"))
        .When(Say.Post("t2")).Guarded.ShouldContain("book/village/330110112201/2025-11");

    private static Stored Prepared(int number, string kind, string summary, params string[] lines) => new(
        SayYearEnd.December, "voucher-prepared.1",
        $$"""{"voucher":"yc~{{number}}","type":"记","date":"2025-12-31","kind":"{{kind}}","summary":"{{summary}}","lines":[{{string.Join(',', lines)}}],"attachmentCount":0,"preparedBy":"wang","cause":"closing:2025"}""");
}
