namespace VillageLedger.Tests;

public sealed class ConvertBookTests
{
    private const string Stream = "accounts/village/330110112201";
    private const string January = "book/village/330110112201/2024-01";
    private const string February = "book/village/330110112201/2024-02";

    [Fact]
    public void Accounts_with_one_successor_follow_it_with_their_parties() => Closed(Say.Debit("102", 500) + "," + Say.Credit("202", 400, ""","party":"h001" """) + "," + Say.Credit("311", 100))
        .When(Convert()).Then(Converted("""
            {"account":"102","toAccount":"102","debitFen":500},{"account":"202","toAccount":"211","party":"party/h001","toParty":"party/h001","creditFen":400},{"account":"311","toAccount":"311","creditFen":100}
            """)).Guarded.ShouldBe([Stream, January, February], ignoreOrder: true);

    [Fact]
    public void The_working_is_shown() => Closed(Say.Debit("102", 5) + "," + Say.Credit("311", 5)).Decided(Convert()).Result.ShouldBeOfType<BookConverted>();

    [Fact]
    public void Codes_that_changed_places_do_not_meet() => Closed(Say.Debit("153", 500) + "," + Say.Credit("154", 400) + "," + Say.Credit("211", 100))
        .When(Convert()).Then(Converted("""
            {"account":"153","toAccount":"154","debitFen":500},{"account":"154","toAccount":"153","creditFen":400},{"account":"211","toAccount":"212","creditFen":100}
            """));

    [Fact]
    public void The_owners_details_go_on_under_the_new_parent_with_the_same_digits() => Closed(
            Say.Debit("10202", 500) + "," + Say.Credit("2020101", 500, ""","party":"h001" """), Say.AddAccount("10202", "102", "农行"), Say.AddAccount("10201", "102", "信用社"),
            Say.AddAccount("20201", "202", "工程款"), Say.AddAccount("2020101", "20201", "一期", more: ""","requires":["party"]"""))
        .When(Convert()).Then(Converted(
            """
            {"account":"10202","toAccount":"10202","debitFen":500},{"account":"2020101","toAccount":"2110101","party":"party/h001","toParty":"party/h001","creditFen":500}
            """,
            """
            {"account":"10202","name":"农行","parent":"102","from":"10202"},{"account":"21101","name":"工程款","parent":"211","from":"20201"},
            {"account":"10201","name":"信用社","parent":"102","from":"10201"},{"account":"2110101","name":"一期","parent":"21101","from":"2020101","requires":["party"]}
            """));

    [Fact]
    public void What_has_several_successors_or_none_is_asked_for_all_at_once() => Closed(
            Say.Debit("131", 100_000) + "," + Say.Debit("171", 3, ""","party":"h001" """) + "," + Say.Credit("212", 100_003))
        .When(Convert()).ThenRefused(
            RefusalCode.ConversionMapOpen, ("count", "3"), ("accounts", "131 牲畜（禽）资产 1,000.00 → 131 | 132; 171 拨付所属单位资金 party/h001 0.03 → ?; 212 应付福利费 -1,000.03 → ?"));

    [Fact]
    public void An_account_with_several_successors_and_no_balance_is_not_asked_for() => Closed(Say.Debit("102", 5) + "," + Say.Credit("311", 5), Say.AddAccount("13101", "131"), Say.AddAccount("51101", "511"))
        .When(Convert()).Then(Converted("""{"account":"102","toAccount":"102","debitFen":5},{"account":"311","toAccount":"311","creditFen":5}"""));

    [Fact]
    public void A_balance_is_split_by_amounts_and_a_rest() => Closed(Say.Debit("131", 100) + "," + Say.Credit("212", 100))
        .When(Convert(map: Item("131", """{"account":"131","debitFen":130},{"account":"132"}""") + "," + Item("212", """{"account":"311","creditFen":100}"""))).Then(Converted("""
            {"account":"131","toAccount":"131","debitFen":130},{"account":"131","toAccount":"132","creditFen":30},{"account":"212","toAccount":"311","creditFen":100}
            """));

    [Fact]
    public void An_item_with_a_party_stands_before_one_without() => Closed(Say.Debit("171", 60, ""","party":"h001" """) + "," + Say.Debit("171", 40) + "," + Say.Credit("311", 100))
        .When(Convert(map: Item("171", """{"account":"141"}""") + "," + Item("171", """{"account":"113"}""", "h001"))).Then(Converted("""
            {"account":"171","toAccount":"141","debitFen":40},{"account":"171","toAccount":"113","party":"party/h001","toParty":"party/h001","debitFen":60},{"account":"311","toAccount":"311","creditFen":100}
            """));

    [Fact]
    public void A_new_detail_may_take_a_balance_and_another_party() => Closed(Say.Debit("171", 60) + "," + Say.Credit("311", 60))
        .When(Convert(map: Item("171", """{"account":"11301","party":"h001"}"""), accounts: """{"account":"11301","name":"所属单位","parent":"113","requires":["party"]}""")).Then(Converted(
            """{"account":"171","toAccount":"11301","toParty":"party/h001","debitFen":60},{"account":"311","toAccount":"311","creditFen":60}""",
            """{"account":"11301","name":"所属单位","parent":"113","requires":["party"]}"""));

    [Fact]
    public void The_map_stands_before_the_crosswalk_and_what_it_sends_elsewhere_gets_no_detail() => Closed(
            Say.Debit("10201", 5) + "," + Say.Credit("311", 5), Say.AddAccount("10201", "102"), Say.AddAccount("10202", "102"))
        .When(Convert(map: Item("10201", """{"account":"10202"}"""))).Then(Converted(
            """{"account":"10201","toAccount":"10202","debitFen":5},{"account":"311","toAccount":"311","creditFen":5}""", """{"account":"10202","name":"明细","parent":"102","from":"10202"}"""));

    [Fact]
    public void The_new_books_open_with_the_net_of_what_meets_on_an_account()
    {
        var given = Closed(Say.Debit("171", 60) + "," + Say.Credit("202", 100) + "," + Say.Debit("102", 40)).Done(Convert(map: Item("171", """{"account":"211"}""")));
        given.State<Accounts>(Stream).Opening.Select(line => (line.Account.Value, line.DebitFen, line.CreditFen)).ShouldBe([("102", 40, null), ("211", null, 40)]);
    }

    [Fact]
    public void The_new_year_goes_on_by_the_new_chart() => Closed(Say.Debit("102", 5) + "," + Say.Credit("311", 5)).Done(Convert())
        .When(Say.Prepare(date: "2024-01-05", lines: Say.Debit("513", 7) + "," + Say.Credit("102", 7))).Then(new Stored(January, "voucher-prepared.1", """
            {"voucher":"v1","type":"记","date":"2024-01-05","kind":"ordinary","summary":"收到租金","lines":[{"account":"513","debitFen":7},{"account":"102","creditFen":7}],"attachmentCount":0,"preparedBy":"wang"}
            """));

    [Fact]
    public void Accounts_of_the_old_chart_are_refused_in_the_new_year() => Closed(Say.Debit("102", 5) + "," + Say.Credit("311", 5)).Done(Convert())
        .When(Say.Prepare(date: "2024-01-05", lines: Say.Debit("541", 7) + "," + Say.Credit("102", 7))).ThenRefused(RefusalCode.AccountOfAnotherChart, ("other", "rural-2004"));

    [Fact]
    public void The_old_months_stay_closed() => Closed(Say.Debit("102", 5) + "," + Say.Credit("311", 5)).Done(Convert())
        .When(Say.Prepare(date: "2023-12-05", lines: Say.Debit("541", 7) + "," + Say.Credit("102", 7))).ThenRefused(RefusalCode.MonthClosed, ("month", "2023-12"));

    [Fact]
    public void A_date_before_the_old_book_is_before_the_book() => Closed(Say.Debit("102", 5) + "," + Say.Credit("311", 5)).Done(Convert())
        .When(Say.Prepare(date: "2023-11-05")).ThenRefused(RefusalCode.DateBeforeBook, ("month", "2023-12"));

    [Fact]
    public void A_voucher_of_the_old_books_is_corrected_in_the_new_ones() => OldBook(Say.Debit("102", 5) + "," + Say.Credit("311", 5)).Posted("old", "2023-12-05", Say.Debit("112", 3) + "," + Say.Credit("102", 3))
        .Done(Say.Close("2023-12"), Convert())
        .When(Say.Prepare("new", date: "2024-01-05", lines: Say.Debit("102", 3) + "," + Say.Credit("112", 3), more: ""","corrects":"old","concernsMonth":"2023-12" """)).Then(new Stored(January, "voucher-prepared.1", """
            {"voucher":"new","type":"记","date":"2024-01-05","kind":"correction","summary":"收到租金","lines":[{"account":"102","debitFen":3},{"account":"112","creditFen":3}],"attachmentCount":0,"preparedBy":"wang","corrects":"old","concernsMonth":"2023-12"}
            """));

    [Fact]
    public void A_voucher_of_the_old_books_is_not_taken_back_in_red() => OldBook(Say.Debit("102", 5) + "," + Say.Credit("311", 5)).Posted("old", "2023-12-05", Say.Debit("112", 3) + "," + Say.Credit("102", 3))
        .Done(Say.Close("2023-12"), Convert()).When(Say.Reverse("old", "2024-01-05")).ThenRefused(RefusalCode.ReversalAcrossYears);

    [Fact]
    public void Checks_of_a_month_look_at_the_chart_of_its_era()
    {
        var given = Closed(Say.Debit("101", 5) + "," + Say.Credit("153", 5)).Done(Convert());
        foreach (var (month, standard) in new[] { (new Month(2023, 12), "rural-2004"), (new Month(2024, 1), "rural-2023") })
            MonthCheck.Of(new(stream => given.Ledger.State(stream), _ => ""), Owner.Village("330110112201"), month).Single(check => check.Check == "standard").Values["standard"].ShouldBe(standard);
    }

    [Fact]
    public void A_book_that_is_not_open_is_not_converted() => Given.AVillage().When(Convert()).ThenRefused(RefusalCode.BookNotOpen);

    [Theory]
    [InlineData("rural-2004")]
    [InlineData("small-enterprise-2013")]
    [InlineData("rural-2030")]
    public void Only_the_change_to_the_chart_of_2023_is_known(string standard) =>
        Closed("").When(Convert(standard)).ThenRefused(RefusalCode.ConversionUnsupported, ("from", "rural-2004"), ("to", standard));

    [Fact]
    public void A_book_is_converted_once() => Closed("").Done(Convert()).When(Convert(id: "again")).ThenRefused(RefusalCode.ConversionUnsupported, ("from", "rural-2023"));

    [Fact]
    public void New_books_begin_in_January() => Given.AVillage().Done(Say.OpenBook("2023-10", standard: "rural-2004"), Say.Close("2023-10")).When(Convert()).ThenRefused(RefusalCode.ConversionMonth, ("month", "2023-11"));

    [Fact]
    public void A_book_that_has_closed_no_month_is_not_converted() => Given.AVillage().Done(Say.OpenBook("2024-01", standard: "rural-2004")).When(Convert()).ThenRefused(RefusalCode.ConversionMonth, ("month", "2024-01"));

    [Theory]
    [InlineData("2024-01")]
    [InlineData("2024-02")]
    public void New_books_begin_empty(string month) => Closed("").Done(Say.Prepare(date: month + "-03", lines: Say.Debit("101", 1) + "," + Say.Credit("102", 1)))
        .When(Convert()).ThenRefused(RefusalCode.ConversionMonthBegun, ("month", month), ("count", "1"), ("vouchers", "v1"));

    [Fact]
    public void A_discarded_voucher_is_none() => Closed("").Done(Say.Prepare(date: "2024-01-03", lines: Say.Debit("101", 1) + "," + Say.Credit("102", 1)), Say.Discard()).When(Convert()).Then(Converted(""));

    [Theory]
    [InlineData("""{"account":"13101","name":"猪","parent":"132"}""", RefusalCode.AccountNotUnderParent)]
    [InlineData("""{"account":"56101","name":"猪","parent":"561"}""", RefusalCode.ParentUnknown)]
    [InlineData("""{"account":"21101","name":"猪","parent":"211"}""", RefusalCode.AccountExists)]
    [InlineData("""{"account":"2110101","name":"猪","parent":"211"}""", RefusalCode.AccountCodesOverlap)]
    public void New_details_are_checked_as_ever(string account, RefusalCode code) => Closed("", Say.AddAccount("20201", "202")).When(Convert(accounts: account)).ThenRefused(code);

    [Fact]
    public void An_old_balance_stands_once_in_the_map() => Closed(Say.Debit("171", 5) + "," + Say.Credit("311", 5))
        .When(Convert(map: Item("171", """{"account":"141"}""") + "," + Item("171", """{"account":"113"}"""))).ThenRefused(RefusalCode.ConversionMapTwice, ("line", "2"), ("account", "171"));

    [Theory]
    [InlineData("171", null)]
    [InlineData("102", "h001")]
    [InlineData("541", null)]
    public void The_map_names_balances_that_there_are(string account, string? party) => Closed(Say.Debit("102", 5) + "," + Say.Credit("311", 5))
        .When(Convert(map: Item(account, """{"account":"102"}""", party))).ThenRefused(RefusalCode.ConversionMapIdle, ("account", account));

    [Theory]
    [InlineData("""{"account":"131","debitFen":99}""", "0.99", "0.01")]
    [InlineData("""{"account":"131","debitFen":99},{"account":"132","creditFen":2}""", "0.97", "0.03")]
    [InlineData("""{"account":"131","creditFen":100}""", "-1.00", "2.00")]
    [InlineData("""{"account":"131"},{"account":"132"}""", "0.00", "1.00")]
    public void Both_sides_of_every_balance_are_equal(string to, string mapped, string difference) => Closed(Say.Debit("131", 100) + "," + Say.Credit("311", 100))
        .When(Convert(map: Item("131", to))).ThenRefused(RefusalCode.ConversionUnbalanced, ("line", "1"), ("balance", "1.00"), ("mapped", mapped), ("difference", difference));

    [Theory]
    [InlineData("""{"account":"999"}""", RefusalCode.AccountUnknown)]
    [InlineData("""{"account":"561"}""", RefusalCode.AccountOfAnotherChart)]
    [InlineData("""{"account":"501"}""", RefusalCode.FieldInvalid)]
    [InlineData("""{"account":"521"}""", RefusalCode.FieldInvalid)]
    [InlineData("""{"account":"322"}""", RefusalCode.AccountHasDetails)]
    [InlineData("""{"account":"11301"}""", RefusalCode.LineRequires)]
    [InlineData("""{"account":"112","party":"nobody"}""", RefusalCode.PartyUnknown)]
    public void The_map_goes_to_lowest_accounts_of_the_new_chart(string to, RefusalCode code) => Closed(Say.Debit("131", 100) + "," + Say.Credit("311", 100))
        .When(Convert(map: Item("131", to), accounts: """{"account":"11301","name":"所属单位","parent":"113","requires":["party"]}""")).ThenRefused(code);

    [Fact]
    public void What_a_venture_owes_stays_where_it_is_looked_for() => Closed(Say.Debit("131", 100) + "," + Say.Credit("311", 100)).Done(SayVenture.Found(month: "2024-01"))
        .When(Convert(map: Item("131", """{"account":"112","party":"venture/jiucun"}"""))).ThenRefused(RefusalCode.ControlAccount, ("account", "112"));

    [Fact]
    public void An_allocation_of_the_old_books_is_taken_back_in_the_new_ones() => Allocated().Done(Convert()).When(SayVenture.Reverse(date: "2024-01-05"))
        .Vouchers<VoucherPosted>()[Say.Village + " ra1/2"].ShouldBe("112 C200 venture/jiucun; 32202 D200");

    [Fact]
    public void What_went_to_several_accounts_is_not_taken_back_by_rule() => Allocated().Done(Convert(
            map: Item("112", """{"account":"11201","debitFen":150},{"account":"11202"}"""),
            accounts: """{"account":"11201","name":"一年内","parent":"112"},{"account":"11202","name":"一年以上","parent":"112"}"""))
        .When(SayVenture.Reverse(date: "2024-01-05")).ThenRefused(RefusalCode.AccountNotCarriedOn, ("account", "112"), ("month", "2024-01"));

    [Fact]
    public void Sums_keep_within_the_bounds()
    {
        var given = Closed(Say.Debit("171", Money.MaxFen) + "," + Say.Credit("311", Money.MaxFen));
        given.When(Convert(map: Item("171", $$"""{"account":"141","debitFen":{{Money.MaxFen}}},{"account":"113","debitFen":5},{"account":"211"}"""))).ThenRefused(RefusalCode.SumOutOfBounds);
    }

    [Theory]
    [InlineData("""{"account":"131","debitFen":1},{"account":"132","creditFen":1}""", RefusalCode.LineBothSides)]
    [InlineData("""{"account":"131","debitFen":-1}""", RefusalCode.AmountNegative)]
    [InlineData("""{"account":"131","creditFen":-100}""", RefusalCode.AmountNegative)]
    [InlineData("", RefusalCode.FieldInvalid)]
    public void A_split_has_one_side_each_and_a_target(string to, RefusalCode code) =>
        Closed(Say.Debit("131", 100) + "," + Say.Credit("311", 100)).When(Convert(map: Item("131", to.Replace("},{", ",", StringComparison.Ordinal).Replace(",\"account\":\"132\"", "", StringComparison.Ordinal)))).ThenRefused(code);


    /// <summary>A book by the chart of 2004 that begins in December 2023 with an opening, and the party h001.</summary>
    private static Given OldBook(string opening, params string[] before) => Given.AVillage().Done(Say.RegisterParty()).Done(before).Done(Say.OpenBook("2023-12", opening, "rural-2004"));

    /// <summary>200 fen of a venture's income in December 2023, transferred and closed.</summary>
    private static Given Allocated() => SayVenture.WithVenture(SayVenture.TwoVillages("rural-2004", "2023-12"), month: "2023-12").Done(
            SayVenture.Shares(from: "2023-12-01"), SayVenture.Authorise(SayVenture.A), SayVenture.Authorise(SayVenture.B), SayVenture.Allocate(month: "2023-12", date: "2023-12-31"), SayVenture.Confirm())
        .Posted("t1", "2023-12-31", Say.Debit("501", 200) + "," + Say.Credit("321", 200), ""","kind":"transfer" """)
        .Posted("t2", "2023-12-31", Say.Debit("321", 200) + "," + Say.Credit("32202", 200), ""","kind":"transfer" """).Done(Say.Close("2023-12"));

    private static Given Closed(string opening, params string[] before) => OldBook(opening, before).Done(Say.Close("2023-12"));

    private static string Convert(string standard = "rural-2023", string map = "", string accounts = "", string id = "c1") =>
        $$"""{"request":"convert-book","id":"{{id}}","by":"zhao","book":"{{Say.Village}}","standard":"{{standard}}","map":[{{map}}],"accounts":[{{accounts}}]}""";

    private static string Item(string account, string to, string? party = null) => $$"""{"account":"{{account}}",{{(party is null ? "" : $"\"party\":\"{party}\",")}}"to":[{{to}}]}""";

    private static Stored Converted(string lines, string accounts = "") => new(Stream, "book-converted.1", $$"""
        {"book":"village/330110112201","from":"rural-2004","to":"rural-2023","month":"2024-01","lines":[{{lines}}],"crosswalk":"{{Crosswalk.Versions.Carried[0].Version}}"{{(accounts.Length == 0 ? "" : $",\"accounts\":[{accounts}]")}}}
        """);
}
