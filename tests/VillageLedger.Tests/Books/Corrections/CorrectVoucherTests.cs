namespace VillageLedger.Tests;

public sealed class CorrectVoucherTests
{
    private const string January = "book/village/330110112201/2025-01";

    private static string Correct(string? lines = null, string date = "2025-01-20", string voucher = "v1", string more = "", string id = "co1", string by = "wang") =>
        $$"""{"request":"correct-voucher","id":"{{id}}","by":"{{by}}","voucher":"{{voucher}}","date":"{{date}}","reason":"租金少记","lines":[{{lines ?? Say.Rent(120_000)}}]{{more}}}""";

    private const string Difference = ""","mode":"difference" """;

    /// <summary>A village's book from December 2024, with rent of 1,000.00 there.</summary>
    private static Given LastYear() => Given.AVillage().Done(Say.OpenBook("2024-12")).Posted("v1", "2024-12-15");

    private static IReadOnlyList<string> Lines(Given given, string request) => given.Prepared(request);

    [Fact]
    public void A_red_voucher_and_the_right_one_are_prepared() => Given.AVillageBook().Posted("v1").When(Correct(more: ""","summary":"收一月租金" """)).Then(
        new Stored(January, "voucher-prepared.1", """
            {"voucher":"co1~1","type":"记","date":"2025-01-20","kind":"reversal","summary":"注销1月15日记-1号凭证：租金少记","lines":[{"account":"102","debitFen":-100000},{"account":"501","creditFen":-100000}],
             "attachmentCount":0,"preparedBy":"wang","reverses":"v1"}
            """),
        new Stored(January, "voucher-prepared.1", """
            {"voucher":"co1~2","type":"记","date":"2025-01-20","kind":"correction","summary":"订正1月15日记-1号凭证：收一月租金","lines":[{"account":"102","debitFen":120000},{"account":"501","creditFen":120000}],
             "attachmentCount":0,"preparedBy":"wang","corrects":"v1"}
            """)).Guarded.ShouldBe([January, "accounts/village/330110112201", "book/village/330110112201/2024-12", Say.Book02], ignoreOrder: true);

    [Fact]
    public void Posting_them_marks_the_original_twice()
    {
        var given = Given.AVillageBook().Posted("v1").Done(Say.Close(), Correct(date: "2025-02-03"), Say.Review("co1~1"), Say.Review("co1~2"), Say.Post("co1~1"));
        given.When(Say.Post("co1~2")).Facts.Select(fact => Stored.Of(fact.Stream, fact.Fact)).Last()
            .ShouldBe(new Stored(January, "voucher-corrected.1", """{"voucher":"v1","correction":"co1~2","month":"2025-02"}"""));
        given.Done(Say.Post("co1~2")).State<BookMonth>(January).Find(new("v1"))!.ReversedBy.ShouldBe(new VoucherId("co1~1"));
    }

    [Fact]
    public void The_right_one_may_be_posted_first() => Given.AVillageBook().Posted("v1").Done(Correct(), Say.Review("co1~2"), Say.Post("co1~2"), Say.Review("co1~1"), Say.Post("co1~1"))
        .BalancesAt("2025-01").ShouldBe(new Dictionary<string, long> { ["102"] = 120_000, ["501"] = -120_000 });

    [Fact]
    public void The_right_one_may_be_amended_before_it_is_posted() => Given.AVillageBook().Posted("v1").Done(Correct()).Decided(Say.Amend("co1~2", more: ""","corrects":"v1" """)).Facts.Length.ShouldBe(1);

    [Theory]
    [InlineData(120_000, "102:D20000 501:C20000")]
    [InlineData(70_000, "102:D-30000 501:C-30000")]
    public void A_difference_is_added_in_blue_and_taken_off_in_red(long right, string lines) => Lines(Given.AVillageBook().Posted("v1"), Correct(Say.Rent(right), more: Difference)).ShouldBe([lines]);

    [Fact]
    public void A_difference_is_one_voucher_that_names_its_original() => Given.AVillageBook().Posted("v1").When(Correct(more: Difference)).Then(new Stored(January, "voucher-prepared.1", """
        {"voucher":"co1","type":"记","date":"2025-01-20","kind":"correction","summary":"订正1月15日记-1号凭证：租金少记","lines":[{"account":"102","debitFen":20000},{"account":"501","creditFen":20000}],
         "attachmentCount":0,"preparedBy":"wang","corrects":"v1"}
        """));

    [Fact]
    public void Quantities_differ_as_amounts_do() => ((VoucherPrepared)Given.AVillageBook().Posted("v1", lines: Say.Debit("121", 100, ""","quantity":{"thousandths":5000,"unit":"公斤"}""") + "," + Say.Credit("102", 100))
        .Decided(Correct(Say.Debit("121", 120, ""","quantity":{"thousandths":6000,"unit":"公斤"}""") + "," + Say.Credit("102", 120), more: Difference)).Facts[0].Fact).Lines[0].Quantity.ShouldBe(new Quantity(1_000, "公斤"));

    [Fact]
    public void A_wrong_account_is_no_difference() => Given.AVillageBook().Posted("v1").When(Correct(Say.Debit("101", 120_000) + "," + Say.Credit("501", 120_000), more: Difference)).ThenRefused(RefusalCode.CorrectionNotAmountOnly);

    [Fact]
    public void A_wrong_side_is_no_difference() => Given.AVillageBook().Posted("v1").When(Correct(Say.Credit("102", 120_000) + "," + Say.Debit("501", 120_000), more: Difference)).ThenRefused(RefusalCode.CorrectionNotAmountOnly);

    [Fact]
    public void What_comes_to_the_same_is_no_correction() => Given.AVillageBook().Posted("v1").When(Correct(Say.Rent(), more: Difference)).ThenRefused(RefusalCode.CorrectionChangesNothing);

    [Fact]
    public void An_earlier_year_is_corrected_by_one_blue_voucher_through_undistributed_income() => LastYear().When(Correct()).Then(new Stored(January, "voucher-prepared.1", """
        {"voucher":"co1","type":"记","date":"2025-01-20","kind":"correction","summary":"更正2024年12月15日记-1号凭证：租金少记","lines":[{"account":"102","debitFen":20000},{"account":"32202","creditFen":20000}],
         "attachmentCount":0,"preparedBy":"wang","corrects":"v1","concernsMonth":"2024-12"}
        """));

    [Theory]
    [InlineData(70_000, "32202:D30000 102:C30000")]
    [InlineData(100_001, "102:D1 32202:C1")]
    public void What_was_too_much_goes_back_in_blue(long right, string lines) => Lines(LastYear(), Correct(Say.Rent(right))).ShouldBe([lines]);

    [Fact]
    public void A_wrong_account_of_an_earlier_year_is_corrected() => Lines(LastYear(), Correct(Say.Debit("101", 100_000) + "," + Say.Credit("501", 100_000))).ShouldBe(["101:D100000 102:C100000"]);

    [Fact]
    public void Income_taken_for_other_income_changes_nothing_any_more() => LastYear().When(Correct(Say.Debit("102", 100_000) + "," + Say.Credit("502", 100_000))).ThenRefused(RefusalCode.CorrectionChangesNothing);

    [Fact]
    public void Parties_are_kept_apart() => Lines(
        Given.AVillage().Done(Say.RegisterParty("h001"), Say.RegisterParty("h002", id: "r4"), Say.OpenBook("2024-12")).Posted("v1", "2024-12-15", Say.Debit("113", 500, ""","party":"h001" """) + "," + Say.Credit("501", 500, ""","party":"h001" """)),
        Correct(Say.Debit("113", 500, ""","party":"h002" """) + "," + Say.Credit("501", 500, ""","party":"h002" """))).ShouldBe(["113[party/h002]:D500 113[party/h001]:C500"]);

    /// <summary>小企业会计准则 art. 88.</summary>
    [Fact]
    public void A_company_corrects_earlier_years_in_this_years_profit_and_loss() => Lines(
        SayDividend.ACompanyWithProfit(), Correct(Say.Debit("1002", 80_000_500) + "," + Say.Credit("5001", 80_000_500), voucher: "e1")).ShouldBe(["1002:D500 5001:C500"]);

    [Fact]
    public void The_blue_one_marks_the_original_in_its_closed_month()
    {
        var given = SayDividend.CloseDecember(LastYear(), Say.Village, "501", "321", "32202", 100_000).Done(Correct(), Say.Review("co1"));
        given.When(Say.Post("co1")).Facts.Select(fact => Stored.Of(fact.Stream, fact.Fact)).Last()
            .ShouldBe(new Stored("book/village/330110112201/2024-12", "voucher-corrected.1", """{"voucher":"v1","correction":"co1","month":"2025-01"}"""));
    }

    [Fact]
    public void This_years_operating_income_is_untouched() => LastYear().Done(Correct(), Say.Review("co1"), Say.Post("co1")).State<BookMonth>(January).Movements.Keys.Select(account => account.Value)
        .ShouldBe(["102", "32202"], ignoreOrder: true);

    [Fact]
    public void Nobody_touches_this_years_income_by_hand() => LastYear()
        .When(Say.Prepare("v2", lines: Say.Debit("102", -100_000) + "," + Say.Credit("501", -100_000), more: ""","corrects":"v1","concernsMonth":"2024-12" """))
        .ThenRefused(RefusalCode.CorrectionTouchesIncome, ("line", "2"), ("account", "501"), ("year", "2024"), ("undistributed", "32202"));

    [Fact]
    public void By_hand_it_goes_through_undistributed_income() => LastYear()
        .Decided(Say.Prepare("v2", lines: Say.Debit("32202", 100_000) + "," + Say.Credit("102", 100_000), more: ""","corrects":"v1" """)).Facts.Length.ShouldBe(1);

    [Fact]
    public void A_company_may_do_it_by_hand() => SayDividend.ACompanyWithProfit()
        .Decided(Say.Prepare("v2", lines: Say.Debit("1002", 5) + "," + Say.Credit("5001", 5), more: ""","corrects":"e1" """, book: SayDividend.Company)).Facts.Length.ShouldBe(1);

    [Fact]
    public void Red_does_not_cross_years() => LastYear().When(Correct(more: ""","mode":"red-and-new" """)).ThenRefused(RefusalCode.ReversalAcrossYears, ("year", "2024"));

    [Fact]
    public void What_it_should_have_said_balances() => Given.AVillageBook().Posted("v1").When(Correct(Say.Debit("102", 2) + "," + Say.Credit("501", 1))).ThenRefused(RefusalCode.VoucherUnbalanced);

    [Fact]
    public void An_unknown_voucher_is_not_corrected() => Given.AVillageBook().When(Correct()).ThenRefused(RefusalCode.VoucherUnknown);

    [Fact]
    public void An_unposted_voucher_is_amended_instead() => Given.AVillageBook().Done(Say.Prepare()).When(Correct()).ThenRefused(RefusalCode.VoucherNotPosted);

    [Fact]
    public void One_of_several_books_is_not_corrected_by_hand() => PayAllocationTests.Allocated().When(Correct(voucher: "a1/2")).ThenRefused(RefusalCode.VoucherOfJointEntry);

    [Fact]
    public void A_red_voucher_is_not_corrected() => Given.AVillageBook().Posted("v1").Done(Say.Reverse(), Say.Review("red1"), Say.Post("red1")).When(Correct(voucher: "red1")).ThenRefused(RefusalCode.ReversalNotReversible);

    [Fact]
    public void What_was_taken_back_is_not_corrected() => Given.AVillageBook().Posted("v1").Done(Say.Reverse(), Say.Review("red1"), Say.Post("red1")).When(Correct()).ThenRefused(RefusalCode.VoucherAlreadyReversed);

    [Fact]
    public void A_correction_is_not_dated_before_its_original() => Given.AVillageBook().Posted("v1").When(Correct(date: "2025-01-14")).ThenRefused(RefusalCode.ReversalBeforeOriginal);

    [Fact]
    public void A_closed_month_takes_no_correction() => Given.AVillageBook().Posted("v1").Done(Say.Close()).When(Correct()).ThenRefused(RefusalCode.MonthClosed);

    [Fact]
    public void A_month_that_is_not_open_takes_no_correction() => Given.AVillageBook().Posted("v1").When(Correct(date: "2025-03-01")).ThenRefused(RefusalCode.MonthNotYetOpen);

    [Theory]
    [InlineData("")]
    [InlineData(Difference)]
    public void A_correction_that_waits_is_found(string mode) => Given.AVillageBook().Posted("v1").Done(Correct(more: mode)).When(Correct(id: "co2", date: "2025-02-01")).ThenRefused(RefusalCode.VoucherAlreadyCorrected);

    [Fact]
    public void What_is_corrected_is_not_corrected_again_but_its_correction_is()
    {
        var given = Given.AVillageBook().Posted("v1").Done(Correct(more: Difference), Say.Review("co1"), Say.Post("co1"));
        given.When(Correct(id: "co2")).ThenRefused(RefusalCode.VoucherAlreadyCorrected, ("by", "co1"));
        given.When(Say.Reverse()).ThenRefused(RefusalCode.VoucherHasCorrections, ("voucher", "v1"), ("by", "co1"));
        Lines(given, Correct(Say.Rent(30_000), voucher: "co1", more: Difference, id: "co2")).ShouldBe(["102:D10000 501:C10000"]);
    }

    [Fact]
    public void A_correction_that_was_taken_back_counts_for_nothing() => Given.AVillageBook().Posted("v1").Done(Correct(more: Difference), Say.Review("co1"), Say.Post("co1"), Say.Reverse("co1"), Say.Review("red1"), Say.Post("red1"))
        .Decided(Correct(id: "co2")).Facts.Length.ShouldBe(2);

    [Fact]
    public void What_the_program_made_is_made_again_rather_than_replaced() => SayYearEnd.AProfit().ReviewedAndPosted(SayYearEnd.Propose())
        .When(Correct(Say.Debit("501", 1) + "," + Say.Credit("321", 1), "2025-12-31", "yc~1")).ThenRefused(RefusalCode.CorrectionOfProposal, ("cause", "closing:2025"));

    [Fact]
    public void A_red_voucher_prepared_before_a_difference_stood_is_not_posted() => Given.AVillageBook().Posted("v1").Done(Correct(more: Difference), Say.Reverse(), Say.Review("co1"), Say.Post("co1"), Say.Review("red1"))
        .When(Say.Post("red1")).ThenRefused(RefusalCode.VoucherHasCorrections, ("by", "co1"));

    [Fact]
    public void After_its_difference_was_taken_back_a_voucher_is_taken_back() => Given.AVillageBook().Posted("v1")
        .Done(Correct(more: Difference), Say.Review("co1"), Say.Post("co1"), Say.Reverse("co1", id: "red0"), Say.Review("red0"), Say.Post("red0"), Say.Reverse(), Say.Review("red1")).When(Say.Post("red1")).Facts.Count.ShouldBe(2);

    [Theory]
    [InlineData("co1~1", "co1~2")]
    [InlineData("co1~2", "co1~1")]
    public void An_invoice_goes_over_to_the_right_voucher(string first, string second) => Given.AVillageBook().Posted("v1", more: SayClaim.Invoice())
        .Done(Correct(), Say.Review(first), Say.Review(second), Say.Post(first), Say.Post(second))
        .When(Say.Prepare("v2", more: SayClaim.Invoice())).ThenRefused(RefusalCode.InvoiceInUse, ("use", "voucher:co1~2"));

    [Fact]
    public void An_invoice_is_not_free_while_the_right_voucher_waits_and_was_amended() => Given.AVillageBook().Posted("v1", more: SayClaim.Invoice())
        .Done(Correct(), Say.Amend("co1~2", more: ""","corrects":"v1" """), Say.Review("co1~1"), Say.Post("co1~1"))
        .When(Say.Prepare("v2", more: SayClaim.Invoice())).ThenRefused(RefusalCode.InvoiceInUse, ("use", "voucher:co1~2"));

    [Fact]
    public void An_invoice_is_free_after_the_right_voucher_was_discarded() => Given.AVillageBook().Posted("v1", more: SayClaim.Invoice())
        .Done(Correct(), Say.Review("co1~1"), Say.Post("co1~1"), Say.Discard("co1~2")).Decided(Say.Prepare("v2", more: SayClaim.Invoice())).Refusal.ShouldBeNull();

    [Fact]
    public void A_difference_leaves_the_invoice_with_the_original() => Given.AVillageBook().Posted("v1", more: SayClaim.Invoice()).Done(Correct(more: Difference), Say.Review("co1"), Say.Post("co1"))
        .When(Say.Prepare("v2", more: SayClaim.Invoice())).ThenRefused(RefusalCode.InvoiceInUse, ("use", "voucher:v1"));
}
