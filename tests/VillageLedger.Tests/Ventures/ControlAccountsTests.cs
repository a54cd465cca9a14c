using static VillageLedger.Tests.SayVenture;

namespace VillageLedger.Tests;

/// <summary>What a venture and its holders owe one another is written by nobody's hand, whichever request is tried.</summary>
public sealed class ControlAccountsTests
{
    private const string ByHand = """,  "party":"venture/jiucun" """;

    [Theory]
    [InlineData("112")]
    [InlineData("11201")]
    public void A_village_enters_no_receivable_from_a_venture(string account) => AVenture().Done(Say.AddAccount("11201", "112")).When(Say.Prepare(lines: Say.Debit(account, 5, ByHand) + "," + Say.Credit("501", 5)))
        .Refusal!.Code.ShouldBe(account == "112" ? RefusalCode.AccountHasDetails : RefusalCode.ControlAccount);

    [Fact]
    public void Nor_by_the_chart_of_2004() => AVenture(standard: "rural-2004").When(Say.Prepare(lines: Say.Debit("112", 5, ByHand) + "," + Say.Credit("501", 5))).ThenRefused(RefusalCode.ControlAccount, ("line", "1"), ("party", Jiucun));

    [Fact]
    public void Nor_in_red() => AVenture().When(Say.Prepare(lines: Say.Debit("102", -5) + "," + Say.Credit("112", -5, ByHand))).ThenRefused(RefusalCode.ControlAccount, ("line", "2"));

    [Fact]
    public void Nor_as_a_correction() => AVenture().Posted("v1").When(Say.Prepare("v2", lines: Say.Debit("112", 5, ByHand) + "," + Say.Credit("501", 5), more: ""","corrects":"v1" """)).ThenRefused(RefusalCode.ControlAccount);

    [Fact]
    public void Nor_by_amending() => AVenture().Done(Say.Prepare()).When(Say.Amend(lines: Say.Debit("112", 5, ByHand) + "," + Say.Credit("501", 5))).ThenRefused(RefusalCode.ControlAccount);

    [Fact]
    public void Nor_does_a_company() => AVentureWithCompany().When(Say.Prepare(lines: Say.Debit("1221", 5, ByHand) + "," + Say.Credit("1002", 5), book: Firm)).ThenRefused(RefusalCode.ControlAccount);

    [Fact]
    public void Nor_by_an_opening() => AFoundedVenture().Done(Say.RegisterVillage("r-c", "330110112203", "仙宅村"))
        .When(Say.OpenBook(owner: "village/330110112203", id: "o-x", opening: Say.Debit("112", 5, ByHand) + "," + Say.Credit("301", 5))).ThenRefused(RefusalCode.ControlAccount, ("line", "1"));

    [Theory]
    [InlineData(A)]
    [InlineData(Firm)]
    [InlineData(Jiucun)]
    public void A_venture_enters_no_payable_to_whoever_keeps_a_book(string party) => AVentureWithCompany()
        .When(Say.Prepare(lines: Say.Debit("1002", 5) + "," + Say.Credit("2241", 5, $$""","party":"{{party}}" """), book: Jiucun)).ThenRefused(RefusalCode.ControlAccount, ("party", party));

    [Fact]
    public void A_deposit_of_a_party_is_entered_until_it_holds_a_share()
    {
        var given = AVenture().Done(Say.RegisterParty());
        var deposit = Say.Prepare(lines: Say.Debit("1002", 5) + "," + Say.Credit("2241", 5, ""","party":"party/h001" """), book: Jiucun);
        given.When(deposit).Stored("voucher-prepared.1");
        given.Done(deposit, Say.Review());
        given.When(Say.Post()).Guarded.ShouldContain(Jiucun);
        given.Done(Transfer(taker: "party/h001")).When(Say.Post()).ThenRefused(RefusalCode.ControlAccount);
    }

    [Fact]
    public void Who_had_a_part_without_a_share_holds_too() => AVenture().Done(Say.RegisterParty(), Allocate(policy: "by-weights", more: ""","terms":{"basis":"given","weights":[{"holder":"party/h001","weight":1}]}"""))
        .When(Say.Prepare(lines: Say.Debit("1002", 5) + "," + Say.Credit("2241", 5, ""","party":"party/h001" """), book: Jiucun)).ThenRefused(RefusalCode.ControlAccount);

    [Fact]
    public void Receipts_that_are_nobodys_yet_are_entered_by_hand() => AVenture().When(Say.Prepare(lines: Say.Debit("1002", 5) + "," + Say.Credit("2241", 5), book: Jiucun)).Stored("voucher-prepared.1");

    [Fact]
    public void Another_detail_of_the_account_is_no_way_around() => AVenture().Done(Say.AddAccount("224101", "2241", owner: Jiucun), Say.AddAccount("224102", "2241", owner: Jiucun))
        .When(Say.Prepare(lines: Say.Debit("1002", 5) + "," + Say.Credit("224102", 5, $$""","party":"{{A}}" """), book: Jiucun)).ThenRefused(RefusalCode.ControlAccount);

    [Fact]
    public void An_imported_voucher_is_no_way_around() => Imported(AVenture(), Say.Debit("112", 5, ByHand) + "," + Say.Credit("501", 5)).Refusal!.Code.ShouldBe(RefusalCode.ControlAccount);

    [Fact]
    public void Nor_is_one_imported_as_posted() => Imported(AVenture(), Say.Debit("112", 5, ByHand) + "," + Say.Credit("501", 5), new UserId("li")).Refusal!.Code.ShouldBe(RefusalCode.ControlAccount);

    [Theory]
    [InlineData("kind", "allocation")]
    [InlineData("kind", "reversal")]
    [InlineData("reverses", "a1/2")]
    [InlineData("cause", "a1")]
    public void Nobody_says_that_a_voucher_is_an_allocations(string field, string value) => PayAllocationTests.Allocated()
        .When(Say.Prepare(lines: Say.Debit("112", 5, ByHand) + "," + Say.Credit("501", 5), more: $$""","{{field}}":"{{value}}" """)).Refusal!.Code.ShouldBeOneOf(RefusalCode.FieldInvalid, RefusalCode.FieldUnknown);

    private static Decision Imported(Given given, string lines, UserId? reviewer = null)
    {
        var prepare = (PrepareVoucher)RequestTypes.Read(System.Text.Encoding.UTF8.GetBytes(Say.Prepare("i1", lines: lines))).Request!;
        return given.Ledger.Decide(new ImportVoucher("i1", prepare.By, prepare.Book, prepare.Content, new string('a', 64), reviewer, 1));
    }

    /// <summary>A dividend paid by hand would be paid once more by <c>pay-dividend</c>.</summary>
    [Fact]
    public void A_companys_dividends_are_not_paid_by_hand() => Given.AVillageBook().Done(Say.RegisterCompany(), Say.OpenBook(owner: Firm, standard: "small-enterprise-2013", id: "o-c"))
        .When(Say.Prepare(book: Firm, lines: Say.Debit("2232", 5, $",\"party\":\"{A}\"") + "," + Say.Credit("1002", 5))).ThenRefused(RefusalCode.ControlAccount, ("account", "2232"), ("party", A));

    [Fact]
    public void What_a_company_owed_before_its_book_began_is_paid_by_hand() => Given.AVillageBook().Done(Say.RegisterCompany())
        .Done(Say.OpenBook(owner: Firm, standard: "small-enterprise-2013", id: "o-c", opening: Say.Debit("1002", 5) + "," + Say.Credit("2232", 5, $",\"party\":\"{A}\"")))
        .When(Say.Prepare(book: Firm, lines: Say.Debit("2232", 5, $",\"party\":\"{A}\"") + "," + Say.Credit("1002", 5))).Refusal.ShouldBeNull();
}
