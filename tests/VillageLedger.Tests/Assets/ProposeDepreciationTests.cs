namespace VillageLedger.Tests;

public sealed class ProposeDepreciationTests
{
    [Fact]
    public void A_month_is_one_voucher_and_the_register_holds_it_by_card() => SayAsset.ACard().Done(SayAsset.Add("a2", cost: 60_000, use: "administration")).When(SayAsset.Depreciate()).Then(
        new Stored(Say.Book02, "voucher-prepared.1", """
        {"voucher":"d-2025-02","type":"记","date":"2025-02-28","kind":"ordinary","summary":"计提2025-02折旧和摊销","lines":[{"account":"511","debitFen":10000},{"account":"513","debitFen":5000},{"account":"152","creditFen":15000}],
        "attachmentCount":0,"preparedBy":"wang","cause":"depreciation:2025-02"}
        """),
        new Stored(SayAsset.Stream, "depreciation-proposed.1", """
        {"owner":"village/330110112201","month":"2025-02","date":"2025-02-28","voucher":"d-2025-02","parts":[{"asset":"a1","from":"2025-02","use":"operating","fen":10000},{"asset":"a2","from":"2025-02","use":"administration","fen":5000}]}
        """));

    [Fact]
    public void By_the_chart_of_2023() => Lines(Given.AVillageBook().Done(
        SayAsset.Add("a1"), SayAsset.Add("a2", "productive-biological", use: "production", cost: 24_000), SayAsset.Add("a3", "intangible", use: "administration", cost: 36_000),
        SayAsset.Add("a4", "deferred", use: "public-welfare", cost: 12_000), SayAsset.Bare("a5", "consumable-biological"), SayAsset.Bare("a6", "public-welfare-biological")))
        // What is intangible or deferred begins in January itself.
        .ShouldBe(["401 2000 | 511 10000 | 513 6000 | 514 2000 | 133 -2000 | 152 -10000 | 162 -6000 | 171 -2000"]);

    [Fact]
    public void By_the_chart_of_2004() => Lines(SayAsset.ABookOf2004().Done(
        SayAsset.Add("a1", placedOn: "2023-01-10"), SayAsset.Add("a2", "productive-biological", "2023-01-10", 24_000), SayAsset.Add("a3", placedOn: "2023-01-10", cost: 36_000, use: "public-welfare")), "2023-02")
        .ShouldBe(["502 12000 | 551 3000 | 132 -2000 | 152 -13000"]);

    [Fact]
    public void By_the_standard_of_small_enterprises() => Lines(SayAsset.ACompanyBook().Done(
        SayAsset.Add("a1", owner: SayAsset.Company), SayAsset.Add("a2", "intangible", use: "administration", cost: 24_000, owner: SayAsset.Company), SayAsset.Add("a3", use: "sales", cost: 36_000, owner: SayAsset.Company)), "2025-02", SayAsset.Company)
        .ShouldBe(["5401 10000 | 5601 3000 | 5602 4000 | 1602 -13000 | 1702 -4000"]);

    [Fact]
    public void Odd_fen_are_spread_and_the_last_month_ends_at_the_residual_value() => Given.AVillageBook().Done(SayAsset.Add(cost: 1_000, residual: 40, life: 7))
        .Book().Find("a1")!.DueThrough(new(2030, 1)).Select(due => due.Fen).ShouldBe([137, 137, 137, 137, 137, 137, 138]);

    [Fact]
    public void What_was_written_off_elsewhere_leaves_the_rest_for_the_months_left() =>
        Lines(Given.AVillageBook().Done(SayAsset.Add(placedOn: "2024-08-01", more: ",\"accumulatedFen\":36000,\"accumulatedThrough\":\"2024-12\"")), "2025-01").ShouldBe(["511 10500 | 152 -10500"]);

    [Fact]
    public void Details_carry_it() => Lines(SayAsset.ACard().Done(Say.AddAccount("51101", "511"), Say.AddAccount("15201", "152"))).ShouldBe(["51101 10000 | 15201 -10000"]);

    [Fact]
    public void A_month_left_out_comes_with_the_next_and_is_named()
    {
        var decision = SayAsset.ACard().Done(Say.Close()).Decided(SayAsset.Depreciate("2025-03"));
        SayAsset.Lines(decision).ShouldBe(["511 20000 | 152 -20000"]);
        decision.Facts.Select(next => next.Fact).OfType<VoucherPrepared>().Single().Summary.ShouldBe("计提2025-02至2025-03折旧和摊销");
    }

    [Fact]
    public void A_card_that_comes_late_is_caught_up() => Lines(SayAsset.Depreciated().Done(SayAsset.Add("a2", cost: 12_000)), "2025-03").ShouldBe(["511 12000 | 152 -12000"]);

    [Fact]
    public void Twice_for_a_month_is_refused() => SayAsset.Depreciated().When(SayAsset.Depreciate(id: "again")).ThenRefused(RefusalCode.DepreciationProposedAlready, ("month", "2025-02"), ("voucher", "d-2025-02"));

    [Fact]
    public void Discarded_it_is_proposed_again() => Lines(SayAsset.Depreciated().Done(Say.Discard("d-2025-02")), id: "again").ShouldBe(["511 10000 | 152 -10000"]);

    [Fact]
    public void Reversed_it_is_proposed_again() => Lines(SayAsset.Depreciated().Done(
        Say.Review("d-2025-02"), Say.Post("d-2025-02"), Say.Reverse("d-2025-02", date: "2025-02-28"), Say.Review("red1"), Say.Post("red1")), id: "again").ShouldBe(["511 10000 | 152 -10000"]);

    [Fact]
    public void Returned_it_still_stands() => SayAsset.Depreciated().Done(Say.Return("d-2025-02")).When(SayAsset.Depreciate(id: "again")).ThenRefused(RefusalCode.DepreciationProposedAlready);

    [Fact]
    public void Months_go_in_order() => SayAsset.ACard().Done(Say.Close(), SayAsset.Depreciate("2025-03")).When(SayAsset.Depreciate()).ThenRefused(RefusalCode.DepreciationOutOfOrder, ("later", "2025-03"));

    [Fact]
    public void Two_at_once_meet_in_the_register() => SayAsset.ACard().When(SayAsset.Depreciate()).Guarded.ShouldContain(SayAsset.Stream);

    [Fact]
    public void It_holds_while_earlier_proposals_stand() => SayAsset.Depreciated().When(SayAsset.Depreciate("2025-03")).Guarded.ShouldContain(Say.Book02);

    [Fact]
    public void Where_nothing_is_due_nothing_is_proposed() => SayAsset.ACard().When(SayAsset.Depreciate("2025-01")).ThenRefused(RefusalCode.NothingToDepreciate);

    [Fact]
    public void Without_a_book_there_is_none() => Given.AVillage().When(SayAsset.Depreciate()).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void A_voucher_is_not_dated_before_its_month() => SayAsset.ACard().When(SayAsset.Depreciate("2025-02", "2025-01-31")).ThenRefused(RefusalCode.FieldInvalid, ("field", "date"));

    [Fact]
    public void A_closed_month_takes_none() => SayAsset.ACard().Done(Say.Close(), Say.Close("2025-02")).When(SayAsset.Depreciate()).ThenRefused(RefusalCode.MonthClosed);

    [Fact]
    public void In_a_later_month_it_can_be_made_up_for() => SayAsset.ACard().Done(Say.Close(), Say.Close("2025-02")).When(SayAsset.Depreciate("2025-02", "2025-03-05")).Facts.Count.ShouldBe(2);

    [Fact]
    public void An_earlier_year_is_no_expense_of_this_one() =>
        AYearLater().When(SayAsset.Depreciate("2026-01")).ThenRefused(RefusalCode.DepreciationOfEarlierYear, ("from", "2025-02"), ("december", "2025-12"));

    [Fact]
    public void An_earlier_year_is_corrected_through_undistributed_income()
    {
        var decision = AYearLater().Decided(SayAsset.Depreciate("2025-12", "2026-01-20"));
        SayAsset.Lines(decision).ShouldBe(["32202 110000 | 152 -110000"]);
        decision.Facts.Select(next => next.Fact).OfType<VoucherPrepared>().Single().ShouldSatisfyAllConditions(
            voucher => voucher.Kind.ShouldBe(VoucherKind.Correction), voucher => voucher.ConcernsMonth.ShouldBe(new Month(2025, 12)));
    }

    [Fact]
    public void After_the_correction_the_year_goes_on() => Lines(AYearLater().Done(SayAsset.Depreciate("2025-12", "2026-01-20")), "2026-01").ShouldBe(["511 10000 | 152 -10000"]);

    [Fact]
    public void A_proposal_is_not_amended() => SayAsset.Depreciated().When(Say.Amend("d-2025-02", date: "2025-02-27")).ThenRefused(RefusalCode.VoucherOfProposal);

    private static Given AYearLater() => SayAsset.ACard().Done(Enumerable.Range(1, 12).Select(month => Say.Close($"2025-{month:D2}")));

    private static IReadOnlyList<string> Lines(Given given, string month = "2025-02", string book = Say.Village, string? id = null) => SayAsset.Lines(given.Decided(SayAsset.Depreciate(month, id: id, book: book)));
}
