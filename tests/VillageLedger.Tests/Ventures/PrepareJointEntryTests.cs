using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

public sealed class PrepareJointEntryTests
{
    [Fact]
    public void A_contribution_is_prepared_in_both_books() => AVenture().Done(PayIn("in1", A, 150)).When(Enter("e1", "in1")).Then(
        new Stored(Jiucun, "joint-entry-prepared.1", $$"""
            {"entry":"e1","venture":"jiucun","event":"contribute-cash","date":"2025-01-31","totalFen":150,"parts":[{"holder":"{{A}}","weight":0,"partFen":150}],
             "vouchers":[{"voucher":"e1/1","book":"venture/jiucun","month":"2025-01"},{"voucher":"e1/2","book":"{{A}}","month":"2025-01"}],"preparedBy":"wang","of":"in1"}
            """),
        new Stored(Own01, "voucher-prepared.1", $$"""
            {"voucher":"e1/1","type":"记","date":"2025-01-31","kind":"ordinary","summary":"九村联合：现金出资","lines":[{"account":"1002","debitFen":150},{"account":"2701","creditFen":150,"party":"{{A}}"}],"attachmentCount":0,"preparedBy":"wang"}
            """),
        new Stored(A01, "voucher-prepared.1", """
            {"voucher":"e1/2","type":"记","date":"2025-01-31","kind":"ordinary","summary":"九村联合：现金出资",
             "lines":[{"account":"153","debitFen":150,"party":"venture/jiucun","project":"jiucun"},{"account":"102","creditFen":150,"project":"jiucun"}],"attachmentCount":0,"preparedBy":"wang"}
            """));

    /// <summary>Every entry in every form; the difference of land to its book value is equity, never income.</summary>
    [Theory]
    [InlineData("co-owned", "cash", "1002 D300; 2701 C300 village/330110112201", "153 D300 venture/jiucun; 102 C300")]
    [InlineData("contract", "cash", "1002 D300; 2701 C300 village/330110112201", "141 D300 venture/jiucun; 102 C300")]
    [InlineData("company", "cash", "1002 D300; 3001 C300 village/330110112201", "141 D300 venture/jiucun; 102 C300")]
    [InlineData("co-owned", "land", "", "161 D300 venture/jiucun; 161 C120; 311 C180")]
    [InlineData("contract", "land", "1701 D300; 2701 C300 village/330110112201", "141 D300 venture/jiucun; 161 C120; 311 C180")]
    [InlineData("company", "land", "1701 D300; 3001 C300 village/330110112201", "141 D300 venture/jiucun; 161 C120; 311 C180")]
    public void A_contribution_is_entered_by_the_form(string form, string kind, string own, string holders) =>
        Lines(AVenture(form).Done(PayIn("in1", A, 300, kind, more: kind == "land" ? ""","bookValueFen":120""" : "")).When(Enter("e1", "in1"))).ShouldBe(Expected(form, (own, holders)));

    [Theory]
    [InlineData("co-owned", "1604 D300 venture/jiucun; 1002 C300", "1701 D300 venture/jiucun; 1701 C400; 3002 C-100")]
    [InlineData("contract", "1511 D300 venture/jiucun; 1002 C300", "1511 D300 venture/jiucun; 1701 C400; 3002 C-100")]
    public void A_companys_contribution_is_entered_by_the_form_even_below_its_book_value(string form, string cash, string land)
    {
        var given = AVentureWithCompany(form).Done(Authorise(Firm), PayIn("in1", Firm, 300), PayIn("in2", Firm, 300, "land", more: ""","bookValueFen":400"""));
        given.When(Enter("e1", "in1")).Vouchers<VoucherPrepared>().Single(voucher => voucher.Key.StartsWith(Firm, StringComparison.Ordinal)).Value.ShouldBe(cash);
        given.When(Enter("e1", "in2")).Vouchers<VoucherPrepared>().Single(voucher => voucher.Key.StartsWith(Firm, StringComparison.Ordinal)).Value.ShouldBe(land);
    }

    [Fact]
    public void Land_without_a_book_value_is_equity_in_whole() => AVenture().Done(PayIn("in1", A, 300, "land")).When(Enter("e1", "in1")).Vouchers<VoucherPrepared>()[A + " e1/1"].ShouldBe("161 D300 venture/jiucun; 311 C300");

    [Theory]
    [InlineData("co-owned", "2701 D200 village/330110112201; 2701 D100 village/330110112202; 1002 C300")]
    [InlineData("contract", "1604 D300; 1002 C300")]
    [InlineData("company", "1604 D300; 1002 C300")]
    public void A_construction_cost_is_entered_in_the_ventures_book_alone(string form, string own) =>
        Lines(LetConstructionTests.AContract(form).Done(Cost("g1", 300)).When(Enter("e1", "g1"))).ShouldBe(Expected(form, (own, "")));

    [Fact]
    public void What_stands_in_no_book_of_a_holder_needs_no_consent_of_it() => LetConstructionTests.AContract().Done(Withdraw(A), Withdraw(B), Cost("g1", 300)).When(Enter("e1", "g1")).Stored("joint-entry-prepared.1");

    [Theory]
    [InlineData("co-owned", "", "151 D200 venture/jiucun; 153 C200 venture/jiucun")]
    [InlineData("contract", "1601 D300; 1604 C300", "")]
    [InlineData("company", "1601 D300; 1604 C300", "")]
    public void A_placing_is_entered_by_the_form(string form, string own, string holders) => Lines(AVenture(form).Done(InService("b1", 300)).When(Enter("e1", "b1"))).ShouldBe(Expected(form, (own, holders)));

    [Theory]
    [InlineData("co-owned", "", "511 D20 venture/jiucun; 152 C20 venture/jiucun")]
    [InlineData("company", "5401 D30; 1602 C30", "")]
    public void Depreciation_is_entered_by_the_form_from_the_month_after(string form, string own, string holders) =>
        Lines(AVenture(form).Done(InService("b1", 300)).When(Depreciate("e1", "2025-02"))).ShouldBe(Expected(form, (own, holders)));

    [Fact]
    public void By_the_chart_of_2004_with_its_own_accounts()
    {
        var given = AVenture(standard: "rural-2004").Done(PayIn("in1", A, 300), InService("b1", 300));
        given.When(Enter("e1", "in1")).Vouchers<VoucherPrepared>()[A + " e1/2"].ShouldBe("154 D300 venture/jiucun; 102 C300");
        given.When(Enter("e1", "b1")).Vouchers<VoucherPrepared>()[A + " e1/1"].ShouldBe("151 D200 venture/jiucun; 154 C200 venture/jiucun");
        given.When(Depreciate("e1", "2025-02")).Vouchers<VoucherPrepared>()[A + " e1/1"].ShouldBe("502 D20 venture/jiucun; 152 C20 venture/jiucun");
    }

    [Fact]
    public void Where_the_chart_has_no_place_for_it_nothing_is_entered() => AVenture(standard: "rural-2004").Done(PayIn("in1", A, 300, "land")).When(Enter("e1", "in1"))
        .ThenRefused(RefusalCode.PostingMapMissing, ("book", A), ("entry", "contribute-land"), ("standard", "rural-2004"));

    [Fact]
    public void A_provisional_cost_is_entered_and_then_the_difference_to_the_final_account()
    {
        var given = AVenture().Done(InService("b1", 300, more: ""","provisional":true"""), Enter("e1", "b1"), ConfirmEntry("e1"));
        given.When(Enter("e2", "b1")).ThenRefused(RefusalCode.JointEntryExists, ("entry", "e1"));
        given.Done(Settle("b1", 270, "2025-02-10"));
        given.When(Enter("e2", "b1")).ThenRefused(RefusalCode.JointEntryBeforeEvent, ("from", "2025-02-10"));
        given.When(Enter("e2", "b1", "2025-02-28")).Vouchers<VoucherPrepared>()[A + " e2/1"].ShouldBe("151 D-20 venture/jiucun; 153 C-20 venture/jiucun");
        given.Done(Enter("e2", "b1", "2025-02-28")).When(Enter("e3", "b1", "2025-02-28")).ThenRefused(RefusalCode.JointEntryExists);
    }

    [Fact]
    public void Depreciation_of_what_was_placed_or_settled_late_is_entered_as_the_difference() => AVenture()
        .Done(InService("b1", 300), Depreciate("e1", "2025-02"), ConfirmEntry("e1"), InService("b2", 600, date: "2025-01-25")).When(Depreciate("e2", "2025-02")).The<JointEntryPrepared>().TotalFen.ShouldBe(60);

    [Fact]
    public void A_months_depreciation_is_entered_once() => AVenture().Done(InService("b1", 300), Depreciate("e1", "2025-02")).When(Depreciate("e2", "2025-02")).ThenRefused(RefusalCode.JointEntryExists, ("entry", "e1"));

    [Fact]
    public void The_month_of_the_placing_has_no_depreciation() => AVenture().Done(InService("b1", 300)).When(Depreciate("e1", "2025-01")).ThenRefused(RefusalCode.JointEntryEmpty, ("of", "2025-01"));

    [Fact]
    public void No_month_after_the_last_has_depreciation() => AVenture().Done(InService("b1", 300, 1)).When(Depreciate("e1", "2025-03", "2025-02-28").Replace("2025-02-28", "2025-03-01", StringComparison.Ordinal)).ThenRefused(RefusalCode.JointEntryEmpty);

    [Fact]
    public void A_month_is_not_depreciated_before_it_begins() => AVenture().Done(InService("b1", 300)).When(Depreciate("e1", "2025-03", "2025-02-28")).ThenRefused(RefusalCode.JointEntryBeforeEvent, ("from", "2025-03-01"));

    [Fact]
    public void A_contract_makes_no_depreciation() => AVenture("contract").Done(InService("b1", 300)).When(Depreciate("e1", "2025-02")).ThenRefused(RefusalCode.JointEntryEmpty);

    [Fact]
    public void Nothing_is_entered_before_it_was() => AVenture().Done(PayIn("in1", A, 150)).When(Enter("e1", "in1", "2025-01-09")).ThenRefused(RefusalCode.JointEntryBeforeEvent, ("date", "2025-01-09"), ("of", "in1"));

    /// <summary>Its opening balances hold the contribution; entered once more it would stand twice.</summary>
    [Fact]
    public void A_book_that_began_later_with_balances_holds_the_contribution_in_them() => WithVenture(Given.AVillage().Done(Say.RegisterVillage("r-b", "330110112202", "溪塔村"), Say.OpenBook("2025-02", Say.Debit("153", 5) + "," + Say.Credit("301", 5)), Say.OpenBook("2025-02", owner: B, id: "o-b")))
        .Done(Shares(), PayIn("in1", A, 150)).When(Enter("e1", "in1", "2025-02-01")).Vouchers<VoucherPrepared>().Keys.ShouldBe(["venture/jiucun e1/1"]);

    [Fact]
    public void A_book_that_began_later_without_balances_does_not() => WithVenture(Given.AVillage().Done(Say.RegisterVillage("r-b", "330110112202", "溪塔村"), Say.OpenBook("2025-02"), Say.OpenBook("2025-02", owner: B, id: "o-b")))
        .Done(Shares(), Authorise(A), PayIn("in1", A, 150)).When(Enter("e1", "in1", "2025-02-01")).Vouchers<VoucherPrepared>().Count.ShouldBe(2);

    [Fact]
    public void A_party_keeps_no_book() => AVenture().Done(Say.RegisterParty(), PayIn("in1", "party/h001", 150)).When(Enter("e1", "in1")).Vouchers<VoucherPrepared>().ShouldBe(new Dictionary<string, string> { ["venture/jiucun e1/1"] = "1002 D150; 2701 C150 party/h001" });

    [Fact]
    public void A_guarantee_makes_no_entry() => AVenture().Done(PayIn("in1", A, 150, "guarantee")).When(Enter("e1", "in1")).ThenRefused(RefusalCode.JointEntrySourceUnknown, ("of", "in1"));

    [Theory]
    [InlineData("in9")]
    [InlineData("s1")]
    public void What_is_not_there_makes_none(string of) => AVenture().When(Enter("e1", of)).ThenRefused(RefusalCode.JointEntrySourceUnknown);

    [Fact]
    public void A_contribution_is_entered_once() => AVenture().Done(PayIn("in1", A, 150), Enter("e1", "in1")).When(Enter("e2", "in1")).ThenRefused(RefusalCode.JointEntryExists, ("entry", "e1"));

    [Fact]
    public void Once_the_entry_is_reversed_it_is_entered_anew() => AVenture().Done(PayIn("in1", A, 150), Enter("e1", "in1"), ReverseEntry("e1")).When(Enter("e2", "in1")).Stored("joint-entry-prepared.1");

    [Fact]
    public void Co_owners_without_shares_have_no_parts() => AFoundedVenture().Done(InService("b1", 300)).When(Enter("e1", "b1")).ThenRefused(RefusalCode.SharesMissingInMonth);

    [Fact]
    public void A_holder_consents() => AVenture().Done(Withdraw(A), PayIn("in1", A, 150)).When(Enter("e1", "in1")).ThenRefused(RefusalCode.AllocationNotAuthorised, ("holder", A));

    [Fact]
    public void A_village_has_a_book() => WithVenture(Given.AVillage()).Done(PayIn("in1", A, 150)).When(Enter("e1", "in1")).ThenRefused(RefusalCode.BookNotOpen, ("book", A));

    [Fact]
    public void A_closed_month_stops_all() => AVenture().Done(Close("2025-01", A)).Done(PayIn("in1", A, 150)).When(Enter("e1", "in1")).ThenRefused(RefusalCode.BookMonthClosed, ("book", A), ("next", "2025-02"));

    [Fact]
    public void A_month_that_is_not_open_yet_stops_all() => AVenture().Done(PayIn("in1", A, 150)).When(Enter("e1", "in1", "2025-03-01")).ThenRefused(RefusalCode.MonthNotYetOpen, ("book", Jiucun));

    [Fact]
    public void A_book_that_begins_later_stops_all() => WithVenture(Given.AVillage().Done(Say.OpenBook("2025-02"))).Done(Authorise(A), PayIn("in1", A, 150)).When(Enter("e1", "in1")).ThenRefused(RefusalCode.DateBeforeBook, ("book", A));

    [Fact]
    public void The_lines_of_a_voucher_keep_the_bound() => AVenture().Done(PayIn("in1", A, Money.MaxFen, "land", more: $$""","bookValueFen":{{Money.MaxFen}}""")).When(Enter("e1", "in1")).Stored("joint-entry-prepared.1");

    [Fact]
    public void Beyond_it_nothing_is_entered() => AVenture().Done(PayIn("in1", A, 1, "land", more: $$""","bookValueFen":{{Money.MaxFen}}""")).When(Enter("e1", "in1")).ThenRefused(RefusalCode.SumOutOfBounds, ("book", A));

    [Theory]
    [InlineData(""" "of":"in1","month":"2025-01" """)]
    [InlineData(""" "month":null """)]
    public void Either_a_thing_or_a_month_is_entered(string more) => AVenture().When(Of("prepare-joint-entry", "e1", """ "date":"2025-01-31",""" + more)).ThenRefused(RefusalCode.FieldInvalid, ("field", "of"));

    [Fact]
    public void Of_no_venture() => TwoVillages().When(Enter("e1", "in1", venture: "other")).ThenRefused(RefusalCode.VentureUnknown);

    private static string Lines(Outcome outcome)
    {
        outcome.Refusal?.Message(Language.English).ShouldBeNull();
        return string.Join(" | ", outcome.Vouchers<VoucherPrepared>().Where(voucher => !voucher.Key.StartsWith(B, StringComparison.Ordinal)).Select(voucher => $"{string.Join('/', voucher.Key.Split('/')[..1])}: {voucher.Value}"));
    }

    private static string Expected(string form, (string Own, string Holders) lines) => string.Join(" | ", new[]
    {
        lines.Own.Length == 0 ? null : $"{(form == "company" ? "company" : "venture")}: {lines.Own}",
        lines.Holders.Length == 0 ? null : $"village: {lines.Holders}",
    }.Where(part => part is not null));

    /// <summary>
    /// Two equal shares: A gives land worth 90, B pays the building of 90. Each ends with half of both: A gives up half of its land for half of the building, and B has paid for both halves.
    /// </summary>
    [Fact]
    public void Who_gave_land_gets_its_part_of_the_building_for_part_of_the_land() => AVenture().Done(Shares(Held((A, 1), (B, 1)), "2025-01-02", "s2"))
        .Done(PayIn("land", A, 90, "land"), PayIn("cash", B, 90), InService("p1", 90))
        .When(Enter("e1", "p1")).Vouchers<VoucherPrepared>().ShouldBe(new Dictionary<string, string>
        {
            [A + " e1/1"] = "151 D45 venture/jiucun; 161 C45 venture/jiucun",
            [B + " e1/2"] = "151 D45 venture/jiucun; 161 D45 venture/jiucun; 153 C90 venture/jiucun",
        });

    [Fact]
    public void Construction_spends_the_money_of_those_who_paid_it() => AVenture().Done(Say.RegisterParty()).Done(PayIn("land", A, 90, "land"), PayIn("cash", B, 90), Let(), Cost("c1", 60))
        .When(Enter("e1", "c1")).Vouchers<VoucherPrepared>().ShouldBe(new Dictionary<string, string> { [Jiucun + " e1/1"] = $"2701 D60 {B}; 1002 C60" });
}
