namespace VillageLedger.Tests;

public sealed class ProposeReceivablesTests
{
    [Fact]
    public void A_month_is_raised_by_one_voucher() => SayContract.WithLease().When(SayContract.Propose()).Then(
            Prepared(Say.Book01, "2025-01-31", "2025年1月合同应收款", SayContract.Lines(1, "2025-01-01", "2025-01-31", 100_000)), Mark("2025-01", Part(1, "2025-01-01", "2025-01-31")))
        .Guarded.ShouldBe([Say.Book01, SayContract.Stream, "accounts/village/330110112201"], ignoreOrder: true);

    [Fact]
    public void Earlier_months_that_are_not_raised_are_included_and_named() => SayContract.WithLease().Done(Say.Close()).When(SayContract.Propose("2025-02", more: ""","date":"2025-02-10" """)).Then(
        Prepared(Say.Book02, "2025-02-10", "2025年2月合同应收款（含2025-01）", SayContract.Lines(1, "2025-01-01", "2025-01-31", 100_000) + "," + SayContract.Lines(2, "2025-02-01", "2025-02-28", 100_000), "2025-02"),
        Mark("2025-02", Part(1, "2025-01-01", "2025-01-31") + "," + Part(2, "2025-02-01", "2025-02-28")));

    [Fact]
    public void What_is_raised_is_not_raised_again() => Lines(SayContract.WithLease().Done(SayContract.Raised()).Decided(SayContract.Propose("2025-02", "rec2"))).ShouldBe(["112 100000", "501 -100000"]);

    [Fact]
    public void A_month_is_raised_once() => SayContract.WithLease().Done(SayContract.Propose()).When(SayContract.Propose(id: "rec2")).ThenRefused(RefusalCode.ReceivablesAlreadyProposed, ("voucher", "rec1"));

    [Fact]
    public void After_the_voucher_was_discarded_the_month_is_raised_again() => Lines(SayContract.WithLease().Done(SayContract.Propose(), Say.Discard("rec1")).Decided(SayContract.Propose(id: "rec2"))).ShouldBe(["112 100000", "501 -100000"]);

    [Fact]
    public void After_the_voucher_was_taken_back_in_red_the_month_is_raised_again() => Lines(
        SayContract.WithLease().Done(SayContract.Raised()).Done(Say.Reverse("rec1", "2025-01-31"), Say.Review("red1"), Say.Post("red1")).Decided(SayContract.Propose(id: "rec2"))).ShouldBe(["112 100000", "501 -100000"]);

    [Fact]
    public void While_the_red_voucher_waits_it_is_not() =>
        SayContract.WithLease().Done(SayContract.Raised()).Done(Say.Reverse("rec1", "2025-01-31")).When(SayContract.Propose(id: "rec2")).ThenRefused(RefusalCode.ReceivablesAlreadyProposed);

    [Fact]
    public void Its_lines_are_not_amended() => SayContract.WithLease().Done(SayContract.Propose()).Ledger.Ask(Say.Amend("rec1", date: "2025-01-31")).Refusal!.Code.ShouldBe(RefusalCode.VoucherOfProposal);

    [Fact]
    public void Of_two_at_once_the_second_to_be_written_finds_the_first()
    {
        var given = SayContract.WithLease();
        var (one, other) = (given.Decided(SayContract.Propose()), given.Decided(SayContract.Propose(id: "rec2")));
        // Both write the register, so that the store lets one through; the other is decided again.
        one.Facts.Select(fact => fact.Stream).Intersect(other.Facts.Select(fact => fact.Stream)).ShouldContain(SayContract.Stream);
        given.Done(SayContract.Propose()).When(SayContract.Propose(id: "rec2")).ThenRefused(RefusalCode.ReceivablesAlreadyProposed);
    }

    [Fact]
    public void What_fell_due_before_the_book_is_in_its_opening() => Lines(
        SayContract.WithParties("2025-03").Done(SayContract.Sign()).Decided(SayContract.Propose("2025-03"))).Count().ShouldBe(2);

    [Theory]
    [InlineData("h001")]
    [InlineData("member/m1")]
    public void Members_and_groups_of_the_village_stand_on_113(string party) => Lines(
        SayContract.WithParties().Done(SayShares.Open(), SayShares.Member("m1"), SayContract.Sign(party: party)).Decided(SayContract.Propose())).ShouldBe(["113 100000", "501 -100000"]);

    [Theory]
    [InlineData("village/330110112202")]
    [InlineData("member/m9")]
    [InlineData("company/91330110MA2AAAAA1X")]
    public void Other_villages_their_members_and_companies_stand_on_112(string party) => Lines(
        SayContract.WithParties().Done(Say.RegisterVillage("r9", "330110112202", "溪塔村"), Say.RegisterCompany(), SayShares.Member("m9", "330110112202"), SayContract.Sign(party: party)).Decided(SayContract.Propose()))
        .ShouldBe(["112 100000", "501 -100000"]);

    [Theory]
    [InlineData("land-contracting", "113 100000", "511 -100000")]
    [InlineData("lease", "113 100000", "501 -100000")]
    public void Land_let_to_households_has_an_account_of_its_own_by_the_chart_of_2004(string kind, string debit, string credit) => Lines(
        SayContract.WithParties("2022-01", "rural-2004").Done(SayContract.Sign(kind: kind, party: "h001", from: "2022-01-01")).Decided(SayContract.Propose("2022-01"))).ShouldBe([debit, credit]);

    [Fact]
    public void A_company_has_trade_receivables_and_main_revenue() => Lines(SayCompany.WithBook().Done(Say.RegisterParty("c001", "company", "宏达公司", "p8"), SayContract.Sign(owner: SayCompany.Stream))
        .Decided(SayContract.Propose(book: SayCompany.Stream))).ShouldBe(["1122 100000", "5001 -100000"]);

    [Fact]
    public void Named_accounts_are_used_and_details_added_later_carry_them() => Lines(SayContract.WithLease(more: ""","account":"504","receivable":"113" """).Done(Say.AddAccount("50401", "504"))
        .Decided(SayContract.Propose())).ShouldBe(["113 100000", "50401 -100000"]);

    [Fact]
    public void A_book_that_is_not_open_is_refused() => Given.AVillage().When(SayContract.Propose()).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void A_month_before_the_book_is_refused() => SayContract.WithLease().When(SayContract.Propose("2024-12")).ThenRefused(RefusalCode.DateBeforeBook);

    [Fact]
    public void A_closed_month_is_refused() => SayContract.WithLease().Done(Say.Close()).When(SayContract.Propose()).ThenRefused(RefusalCode.MonthClosed);

    [Fact]
    public void A_month_that_is_not_open_yet_is_refused() => SayContract.WithLease().When(SayContract.Propose("2025-03")).ThenRefused(RefusalCode.MonthNotYetOpen);

    [Fact]
    public void The_date_lies_in_the_month() => SayContract.WithLease().When(SayContract.Propose(more: ""","date":"2025-02-01" """)).ThenRefused(RefusalCode.FieldInvalid, ("field", "date"));

    [Fact]
    public void Nothing_to_raise_is_said() => SayContract.WithLease("""{"every":"month","amountFen":100000,"rentFreeMonths":2}""").When(SayContract.Propose()).ThenRefused(RefusalCode.NothingToRaise, ("month", "2025-01"));

    [Fact]
    public void What_the_owner_pays_is_not_raised() => SayContract.WithParties().Done(SayContract.Sign(direction: "payable")).When(SayContract.Propose()).ThenRefused(RefusalCode.NothingToRaise);

    [Fact]
    public void What_every_voucher_must_hold_is_asked_of_it_too() => SayContract.WithLease().Done(Say.AddAccount("50101", "501", more: ""","requires":["project"]"""))
        .When(SayContract.Propose()).ThenRefused(RefusalCode.LineRequires, ("what", "project"));

    private static Stored Prepared(string stream, string date, string summary, string lines, string month = "2025-01") => new(stream, "voucher-prepared.1",
        $$"""{"voucher":"rec1","type":"记","date":"{{date}}","kind":"ordinary","summary":"{{summary}}","lines":[{{lines}}],"attachmentCount":0,"preparedBy":"wang","cause":"receivables:{{month}}"}""");

    private static Stored Mark(string month, string parts) => new(SayContract.Stream, "receivables-proposed.1", $$"""{"owner":"village/330110112201","month":"{{month}}","voucher":"rec1","instalments":[{{parts}}]}""");

    private static string Part(int number, string from, string to) => $$"""{"contract":"c1","number":{{number}},"due":"{{from}}","from":"{{from}}","to":"{{to}}","amountFen":100000}""";

    private static IEnumerable<string> Lines(Decision decision) => ((VoucherPrepared)decision.Facts[0].Fact).Lines.Select(line => $"{line.Account} {line.Debit - line.Credit}");
}
