namespace VillageLedger.Tests;

public sealed class OpenFundTests
{
    private static Given Donor => Given.AVillageBook().Done(Say.RegisterParty("nyj", "public-body", "农业农村局"));

    [Fact]
    public void A_fund_is_opened_with_its_purposes() => WithOpening(3).When(SayFund.Open(more: ",\"account\":\"24101\",\"document\":\"12号\",\"amountFen\":5,\"until\":\"2025-12-31\",\"openingFen\":3")).Then(new Stored(
        SayFund.Funds, "fund-opened.1",
        """{"owner":"village/330110112201","fund":"f1","kind":"special","donor":"party/nyj","purposes":[{"purpose":"road","name":"道路"},{"purpose":"training","name":"培训"}],"account":"24101","document":"12号","amountFen":5,"until":"2025-12-31","openingFen":3}"""));

    [Fact]
    public void An_owner_without_a_book_has_no_fund() => Given.AVillage().Done(Say.RegisterParty("nyj")).When(SayFund.Open()).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void A_fund_is_opened_once() => Donor.Done(SayFund.Open()).When(SayFund.Open()).ThenRefused(RefusalCode.FundExists, ("fund", "f1"));

    [Fact]
    public void A_donor_that_is_not_registered_is_refused() => Donor.When(SayFund.Open(donor: "nobody")).ThenRefused(RefusalCode.HolderUnknown, ("holder", "party/nobody"));

    [Fact]
    public void A_fund_without_purposes_is_refused() => Donor.When(SayFund.Open(purposes: "")).ThenRefused(RefusalCode.FieldInvalid, ("field", "purposes"));

    [Fact]
    public void A_purpose_that_stands_twice_is_refused() => Donor.When(SayFund.Open(purposes: """{"purpose":"road","name":"甲"},{"purpose":"road","name":"乙"}""")).ThenRefused(RefusalCode.FieldInvalid, ("field", "purposes"), ("value", "road"));

    [Theory]
    [InlineData("211", "special")]
    [InlineData("231", "special")]
    [InlineData("241", "levy")]
    [InlineData("24109", "special")]
    public void A_fund_stands_on_a_lowest_account_of_its_kind(string account, string kind) =>
        Donor.When(SayFund.Open(kind: kind, more: $",\"account\":\"{account}\"")).ThenRefused(RefusalCode.FundAccountOther, ("account", account));

    [Fact]
    public void A_company_keeps_no_earmarked_money() => Donor.Done(Say.RegisterCompany(), Say.OpenBook(standard: "small-enterprise-2013", owner: "company/" + Say.CompanyCode, id: "o2"))
        .When(SayFund.Open(owner: "company/" + Say.CompanyCode)).ThenRefused(RefusalCode.PostingMapMissing);

    [Theory]
    [InlineData("f2", ",\"account\":\"24101\",\"openingFen\":41", "≤ 40 (24101)")]
    [InlineData("f2", ",\"openingFen\":41", "≤ 40 (24101)")]
    [InlineData("f2", ",\"account\":\"24102\",\"openingFen\":1", "≤ 0 (24102)")]
    public void Funds_take_over_no_more_than_the_book_began_with(string fund, string more, string expected) => WithOpening(100).Done(Say.AddAccount("24102", "241"), SayFund.Open(more: ",\"openingFen\":60"))
        .When(SayFund.Open(fund, more: more)).ThenRefused(RefusalCode.FieldInvalid, ("field", "openingFen"), ("expected", expected));

    [Fact]
    public void What_no_other_fund_has_is_taken_over() => WithOpening(100).Done(SayFund.Open(more: ",\"openingFen\":60")).When(SayFund.Open("f2", more: ",\"openingFen\":40")).Facts.Count.ShouldBe(1);

    /// <summary>A book that began with money on 24101.</summary>
    private static Given WithOpening(long fen) => Given.AVillage().Done(
        Say.AddAccount("24101", "241"), Say.OpenBook(opening: Say.Debit("102", fen) + "," + Say.Credit("24101", fen)), Say.RegisterParty("nyj", "public-body", "农业农村局"));
}
