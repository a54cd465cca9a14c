namespace VillageLedger.Tests;

public sealed class OpenBookTests
{
    private const string Stream = "accounts/village/330110112201";

    [Fact]
    public void A_book_opens_with_balances_that_balance() => Given.AVillage().When(Say.OpenBook(opening: Say.Debit("102", 500) + "," + Say.Credit("301", 500))).Then(new Stored(
        Stream, "book-opened.1",
        """{"owner":"village/330110112201","standard":"rural-2023","month":"2025-01","opening":[{"account":"102","debitFen":500},{"account":"301","creditFen":500}]}"""));

    [Fact]
    public void A_book_may_open_without_balances() => Given.AVillage().When(Say.OpenBook())
        .Then(new Stored(Stream, "book-opened.1", """{"owner":"village/330110112201","standard":"rural-2023","month":"2025-01","opening":[]}"""));

    [Fact]
    public void Within_the_year_the_turnover_up_to_then_is_taken_over() => Given.AVillage()
        .When(Say.OpenBook("2025-06", Say.Debit("102", 500, ""","yearDebitFen":900,"yearCreditFen":400""") + "," + Say.Credit("301", 500) + """,{"account":"513","yearDebitFen":7}"""))
        .Then(new Stored(Stream, "book-opened.1",
            """{"owner":"village/330110112201","standard":"rural-2023","month":"2025-06","opening":[{"account":"102","debitFen":500,"yearDebitFen":900,"yearCreditFen":400},{"account":"301","creditFen":500},{"account":"513","yearDebitFen":7}]}"""));

    [Fact]
    public void One_account_may_open_with_several_parties() => Given.AVillage().Done(Say.RegisterParty(), Say.RegisterParty("h002", id: "r4"))
        .When(Say.OpenBook(opening: Say.Debit("113", 500, ""","party":"h001" """) + "," + Say.Credit("113", 500, ""","party":"party/h002" """)))
        .Then(new Stored(Stream, "book-opened.1",
            """{"owner":"village/330110112201","standard":"rural-2023","month":"2025-01","opening":[{"account":"113","party":"party/h001","debitFen":500},{"account":"113","party":"party/h002","creditFen":500}]}"""));

    [Fact]
    public void An_owner_that_is_not_registered_is_refused() => Given.ANewLedger().When(Say.OpenBook()).ThenRefused(RefusalCode.OwnerUnknown, ("owner", Say.Village));

    [Fact]
    public void A_book_opens_once() => Given.AVillageBook().When(Say.OpenBook("2026-01", id: "again")).ThenRefused(RefusalCode.BookAlreadyOpen);

    [Theory]
    [InlineData("small-enterprise-2013")]
    [InlineData("rural-2025")]
    [InlineData("Rural-2023")]
    public void A_village_keeps_one_of_the_rural_standards(string standard) =>
        Given.AVillage().When(Say.OpenBook(standard: standard)).ThenRefused(RefusalCode.StandardNotForOwner, ("standards", "rural-2004, rural-2023"));

    [Fact]
    public void A_company_keeps_the_standard_of_small_enterprises() => Given.AVillage().Done(Say.RegisterCompany())
        .When(Say.OpenBook(owner: "company/" + Say.CompanyCode)).ThenRefused(RefusalCode.StandardNotForOwner, ("standards", "small-enterprise-2013"));

    [Fact]
    public void Accounts_added_for_another_standard_are_refused() => Given.AVillage().Done(Say.AddAccount("56101", "561"))
        .When(Say.OpenBook()).ThenRefused(RefusalCode.AddedAccountOutsideStandard, ("account", "56101"));

    [Fact]
    public void Accounts_added_before_are_there() => Given.AVillage().Done(Say.AddAccount("56101", "561"))
        .When(Say.OpenBook("2023-01", standard: "rural-2004")).Then(new Stored(Stream, "book-opened.1", """{"owner":"village/330110112201","standard":"rural-2004","month":"2023-01","opening":[]}"""));

    [Fact]
    public void Unbalanced_balances_are_refused_with_the_difference() => Given.AVillage()
        .When(Say.OpenBook(opening: Say.Debit("102", 123_456) + "," + Say.Credit("301", 123_400)))
        .ThenRefused(RefusalCode.OpeningUnbalanced, ("debit", "1,234.56"), ("credit", "1,234.00"), ("difference", "0.56"));

    [Fact]
    public void An_account_that_stands_twice_is_refused() => Given.AVillage()
        .When(Say.OpenBook(opening: Say.Debit("102", 1) + "," + Say.Debit("102", 1) + "," + Say.Credit("301", 2)))
        .ThenRefused(RefusalCode.OpeningTwice, ("line", "2"), ("account", "102"));

    [Fact]
    public void January_has_no_turnover_before_it() => Given.AVillage()
        .When(Say.OpenBook(opening: """{"account":"501","yearCreditFen":7}""")).ThenRefused(RefusalCode.YearToDateInJanuary, ("line", "1"));

    [Fact]
    public void An_unknown_account_is_refused() =>
        Given.AVillage().When(Say.OpenBook(opening: Say.Debit("999", 1))).ThenRefused(RefusalCode.AccountUnknown, ("line", "1"), ("account", "999"));

    [Fact]
    public void An_account_of_another_chart_is_refused() =>
        Given.AVillage().When(Say.OpenBook(opening: Say.Debit("1002", 1))).ThenRefused(RefusalCode.AccountOfAnotherChart, ("other", "small-enterprise-2013"));

    [Fact]
    public void An_account_with_details_takes_no_balance() =>
        Given.AVillage().When(Say.OpenBook(opening: Say.Credit("322", 1))).ThenRefused(RefusalCode.AccountHasDetails, ("example", "32201 各项分配"));

    [Fact]
    public void A_required_party_is_required_here_too() => Given.AVillage().Done(Say.AddAccount("11201", "112", more: ""","requires":["party"]"""))
        .When(Say.OpenBook(opening: Say.Debit("11201", 1))).ThenRefused(RefusalCode.LineRequires, ("line", "1"));

    [Fact]
    public void An_unknown_party_is_refused() =>
        Given.AVillage().When(Say.OpenBook(opening: Say.Debit("112", 1, ""","party":"h9" """))).ThenRefused(RefusalCode.PartyUnknown, ("party", "party/h9"));

    [Fact]
    public void A_line_with_both_sides_is_refused() =>
        Given.AVillage().When(Say.OpenBook(opening: """{"account":"102","debitFen":1,"creditFen":1}""")).ThenRefused(RefusalCode.LineBothSides);

    [Fact]
    public void A_line_without_any_amount_is_refused() => Given.AVillage().When(Say.OpenBook(opening: """{"account":"102"}""")).ThenRefused(RefusalCode.LineNoSide);

    [Fact]
    public void Sums_beyond_the_bound_are_refused() => Given.AVillage()
        .When(Say.OpenBook(opening: Say.Debit("101", 9007199254740991) + "," + Say.Debit("102", 1) + "," + Say.Credit("301", 9007199254740991) + "," + Say.Credit("311", 1)))
        .ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void Sums_of_turnover_beyond_the_bound_are_refused() => Given.AVillage()
        .When(Say.OpenBook("2025-06", """{"account":"501","yearCreditFen":9007199254740991},{"account":"502","yearCreditFen":1}""")).ThenRefused(RefusalCode.SumOutOfBounds);

    [Fact]
    public void A_book_opens_with_ten_thousand_balances()
    {
        var lines = Enumerable.Range(0, 5_000).Select(i => Say.Debit($"101{i:D5}", 1)).Concat(Enumerable.Range(0, 5_000).Select(i => Say.Credit($"301{i:D5}", 1)));
        var accounts = Enumerable.Range(0, 5_000).SelectMany(i => (string[])[$"101{i:D5}", $"301{i:D5}"]);
        var given = Given.AVillage();
        foreach (var account in accounts) given.Fact(Stream, "account-added.1", $$"""{"owner":"village/330110112201","account":"{{account}}","name":"明细","parent":"{{account[..3]}}"}""");
        given.When(Say.OpenBook(opening: string.Join(",", lines))).Refusal.ShouldBeNull();
    }
}
