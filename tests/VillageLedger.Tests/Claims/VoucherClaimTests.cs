namespace VillageLedger.Tests;

public sealed class VoucherClaimTests
{
    private static readonly Stored Vouchered = new(SayClaim.Register, "claim-vouchered.1", """{"claim":"c1","voucher":"cv1","month":"2025-01","voucheredBy":"wang"}""");

    /// <summary>Two lines, the second without an account; 368.00 and 132.00 yuan.</summary>
    private static Given TwoLines() => SayClaim.Village().Done(SayClaim.HandIn(lines: SayClaim.Line() + "," + SayClaim.Line(13_200, "", "办公用品")), SayClaim.Approve());

    [Fact]
    public void A_voucher_is_made_from_an_approved_claim() => SayClaim.Approved(SayClaim.File()).When(SayClaim.Voucher()).Then(
        new Stored(Say.Book01, "voucher-prepared.1", $$"""
            {"voucher":"cv1","type":"记","date":"2025-01-10","kind":"ordinary","summary":"会议用餐","lines":[{"account":"513","debitFen":36800,"summary":"会议用餐"},{"account":"102","creditFen":36800}],
            "attachmentCount":1,"preparedBy":"wang","attachments":[{"name":"发票.pdf","sha256":"{{SayClaim.Hash}}"}],"cause":"claim:c1"}
            """),
        Vouchered);

    [Fact]
    public void A_line_is_booked_in_parts_and_paid_in_parts() => TwoLines().When(SayClaim.Voucher(
        paid: """{"account":"101","amountFen":10000},{"account":"211","amountFen":40000}""",
        more: ""","lines":[{"line":2,"account":"511","amountFen":3200},{"line":2,"account":"513","amountFen":10000,"project":"p"}],"summary":"一月报账","type":"付","attachmentCount":3""")).Then(
        new Stored(Say.Book01, "voucher-prepared.1", """
            {"voucher":"cv1","type":"付","date":"2025-01-10","kind":"ordinary","summary":"一月报账","lines":[{"account":"513","debitFen":36800,"summary":"会议用餐"},{"account":"511","debitFen":3200,"summary":"办公用品"},
            {"account":"513","debitFen":10000,"summary":"办公用品","project":"p"},{"account":"101","creditFen":10000},{"account":"211","creditFen":40000,"party":"party/h001"}],"attachmentCount":3,"preparedBy":"wang","cause":"claim:c1"}
            """),
        Vouchered);

    [Fact]
    public void The_settlement_names_the_payee() => ((VoucherPrepared)SayClaim.Approved().Decided(SayClaim.Voucher(paid: """{"account":"102","settlement":{"kind":"transfer","number":"7"}}""")).Facts[0].Fact)
        .Lines[1].Settlement.ShouldBe(new Settlement("transfer", "7", Payee: Holder.Party("h001")));

    [Fact]
    public void A_voucher_of_a_claim_with_an_invoice_rests_on_the_claims_use() => SayClaim.Approved(SayClaim.Invoice()).When(SayClaim.Voucher()).Facts.Count.ShouldBe(2);

    [Fact]
    public void Discarding_a_voucher_of_a_claim_leaves_the_invoice_with_the_claim() =>
        SayClaim.Approved(SayClaim.Invoice()).Done(SayClaim.Voucher(), Say.Discard("cv1")).When(SayClaim.HandIn("c2", more: SayClaim.Invoice())).ThenRefused(RefusalCode.InvoiceInUse, ("use", "claim:c1"));

    [Fact]
    public void Nothing_is_vouchered_twice_from_one_claim() => SayClaim.Approved().Done(SayClaim.Voucher()).When(SayClaim.Voucher(id: "cv2")).ThenRefused(RefusalCode.ClaimAlreadyVouchered, ("claim", "c1"), ("voucher", "cv1"));

    [Fact]
    public void A_posted_voucher_counts() => SayClaim.Approved().Done(SayClaim.Voucher(), Say.Review("cv1"), Say.Post("cv1")).When(SayClaim.Voucher(id: "cv2")).ThenRefused(RefusalCode.ClaimAlreadyVouchered);

    [Fact]
    public void A_claim_whose_voucher_was_discarded_is_vouchered_again() => SayClaim.Approved().Done(SayClaim.Voucher(), Say.Discard("cv1")).When(SayClaim.Voucher(id: "cv2")).Facts.Count.ShouldBe(2);

    [Fact]
    public void A_claim_whose_voucher_was_taken_back_is_vouchered_again() => SayClaim.Approved()
        .Done(SayClaim.Voucher(), Say.Review("cv1"), Say.Post("cv1"), Say.Reverse("cv1"), Say.Review("red1"), Say.Post("red1")).When(SayClaim.Voucher(id: "cv2", date: "2025-02-01")).Facts.Count.ShouldBe(2);

    [Fact]
    public void A_red_voucher_that_waits_does_not_free_the_claim() => SayClaim.Approved().Done(SayClaim.Voucher(), Say.Review("cv1"), Say.Post("cv1"), Say.Reverse("cv1"))
        .When(SayClaim.Voucher(id: "cv2")).ThenRefused(RefusalCode.ClaimAlreadyVouchered);

    [Fact]
    public void The_voucher_of_a_claim_is_not_amended() => SayClaim.Approved().Done(SayClaim.Voucher()).When(Say.Amend("cv1")).ThenRefused(RefusalCode.VoucherOfProposal, ("cause", "claim:c1"));

    [Fact]
    public void A_claim_that_is_not_approved_names_who_may_approve() =>
        SayClaim.Village().Done(SayClaim.Levels(SayClaim.Level("head")), SayClaim.Name("sun", "head"), SayClaim.HandIn()).When(SayClaim.Voucher())
            .ThenRefused(RefusalCode.ClaimNotApproved, ("level", "head"), ("approvers", "sun"));

    [Fact]
    public void A_claim_that_anybody_may_approve_is_not_vouchered_before() => SayClaim.Village().Done(SayClaim.HandIn()).When(SayClaim.Voucher()).ThenRefused(RefusalCode.ClaimNotApproved, ("level", "—"));

    [Fact]
    public void A_returned_claim_is_not_vouchered() => SayClaim.Approved().Done(SayClaim.Return()).When(SayClaim.Voucher()).ThenRefused(RefusalCode.ClaimAlreadyReturned);

    [Fact]
    public void A_withdrawn_claim_is_not_vouchered() => SayClaim.Approved().Done(SayClaim.Withdraw()).When(SayClaim.Voucher()).ThenRefused(RefusalCode.ClaimAlreadyWithdrawn);

    [Fact]
    public void An_unknown_claim_is_not_vouchered() => SayClaim.Village().When(SayClaim.Voucher()).ThenRefused(RefusalCode.ClaimUnknown);

    [Fact]
    public void A_line_without_an_account_needs_one() => TwoLines().When(SayClaim.Voucher()).ThenRefused(RefusalCode.ClaimLineWithoutAccount, ("line", "2"), ("summary", "办公用品"));

    [Fact]
    public void A_line_that_the_claim_does_not_have_is_refused() => SayClaim.Approved().When(SayClaim.Voucher(more: ""","lines":[{"line":2,"account":"513"}]""")).ThenRefused(RefusalCode.FieldInvalid, ("expected", "1–1"));

    [Fact]
    public void Parts_of_a_line_sum_to_it() => SayClaim.Approved().When(SayClaim.Voucher(more: ""","lines":[{"line":1,"account":"513","amountFen":100}]"""))
        .ThenRefused(RefusalCode.ClaimSumDiffers, ("claim", "c1[1]"), ("amount", "368.00"), ("sum", "1.00"));

    [Fact]
    public void What_is_paid_sums_to_the_claim() => SayClaim.Approved().When(SayClaim.Voucher(paid: """{"account":"102"},{"account":"101","amountFen":1}"""))
        .ThenRefused(RefusalCode.ClaimSumDiffers, ("claim", "c1"), ("sum", "368.01"));

    [Fact]
    public void What_is_paid_sums_within_the_bound() => SayClaim.Approved().When(SayClaim.Voucher(paid: $$"""{"account":"102"},{"account":"101","amountFen":{{Money.MaxFen}}}""")).ThenRefused(RefusalCode.SumOutOfBounds);

    [Theory]
    [InlineData("""{"account":"102","amountFen":90036800},{"account":"101","amountFen":-90000000}""", "", "paid[2].amountFen")]
    [InlineData("""{"account":"102"}""", ""","lines":[{"line":1,"account":"513","amountFen":36900},{"line":1,"account":"511","amountFen":-100}]""", "lines[2].amountFen")]
    public void Nothing_is_paid_or_booked_below_nothing(string paid, string more, string field) =>
        SayClaim.Approved().When(SayClaim.Voucher(paid: paid, more: more)).ThenRefused(RefusalCode.AmountNegative, ("field", field));

    [Fact]
    public void A_voucher_of_a_claim_keeps_the_rules_of_every_voucher() => SayClaim.Approved().When(SayClaim.Voucher(date: "2025-05-01")).ThenRefused(RefusalCode.MonthNotYetOpen);

    [Fact]
    public void A_claim_without_a_voucher_warns_at_the_months_end() => Checks(SayClaim.Approved().Done(SayClaim.HandIn("c2")))
        .ShouldBe([("claims-waiting", CheckState.Warning, "c2 368.00"), ("claims-unvouchered", CheckState.Warning, "c1 368.00")]);

    [Fact]
    public void Claims_with_vouchers_and_withdrawn_ones_do_not_warn() => Checks(SayClaim.Approved().Done(SayClaim.Voucher(), SayClaim.HandIn("c2"), SayClaim.Withdraw("c2"), SayClaim.HandIn("c3", date: "2025-02-01")))
        .ShouldAllBe(check => check.State == CheckState.Ok);

    [Fact]
    public void A_claim_whose_voucher_is_void_warns_again() => Checks(SayClaim.Approved().Done(SayClaim.Voucher(), Say.Discard("cv1")))[1].State.ShouldBe(CheckState.Warning);

    [Fact]
    public void An_owner_without_claims_has_no_finding() => Checks(SayClaim.Village()).ShouldBeEmpty();

    private static List<(string Check, CheckState State, string Claims)> Checks(Given given)
    {
        var world = new World(given.Ledger.State, given.Ledger.Locate);
        return [.. MonthCheck.Of(world, Owner.Village("330110112201"), new(2025, 1)).Where(check => check.Check.StartsWith("claims", StringComparison.Ordinal)).Select(check => (check.Check, check.State, check.Values["claims"]))];
    }
}
