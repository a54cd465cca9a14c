namespace VillageLedger.Tests;

public sealed class AmendOpeningTests
{
    private const string Stream = "accounts/village/330110112201";

    [Fact]
    public void The_whole_opening_is_given_once_more() => Given.AVillageBook().Posted("v1")
        .When(Amend(Say.Debit("102", 700) + "," + Say.Credit("301", 700))).Then(new Stored(
            Stream, "opening-amended.1",
            """{"owner":"village/330110112201","standard":"rural-2023","month":"2025-01","opening":[{"account":"102","debitFen":700},{"account":"301","creditFen":700}]}"""))
        .Guarded.ShouldBe([Stream, Say.Book01], ignoreOrder: true);

    [Fact]
    public void The_amended_opening_takes_the_place_of_the_one_before() => Given.AVillage().Done(Say.OpenBook(opening: Say.Debit("102", 500) + "," + Say.Credit("301", 500)))
        .Done(Amend(Say.Debit("101", 7) + "," + Say.Credit("301", 7))).State<Accounts>(Stream).Opening.Select(line => (line.Account.Value, line.DebitFen, line.CreditFen)).ShouldBe([("101", 7, null), ("301", null, 7)]);

    [Fact]
    public void The_turnover_of_the_year_may_be_amended() => Given.AVillage().Done(Say.OpenBook("2025-06", """{"account":"501","yearCreditFen":7}"""))
        .When(Amend("""{"account":"501","yearCreditFen":8}""")).Then(new Stored(
            Stream, "opening-amended.1", """{"owner":"village/330110112201","standard":"rural-2023","month":"2025-06","opening":[{"account":"501","yearCreditFen":8}]}"""));

    [Fact]
    public void Once_the_first_month_is_closed_the_opening_stays() => Given.AVillageBook().Done(Say.Close())
        .When(Amend("")).ThenRefused(RefusalCode.OpeningClosed, ("month", "2025-01"));

    [Fact]
    public void A_book_that_is_not_open_has_no_opening() => Given.AVillage().When(Amend("")).ThenRefused(RefusalCode.BookNotOpen);

    [Fact]
    public void A_converted_book_opens_with_what_the_old_one_closed_with() => Given.AVillageBook()
        .Fact(Stream, "book-converted.1", $$"""{"book":"village/330110112201","from":"rural-2004","to":"rural-2023","month":"2026-01","lines":[],"crosswalk":"{{new string('0', 64)}}"}""")
        .When(Amend("")).ThenRefused(RefusalCode.OpeningOfConversion, ("month", "2026-01"));

    [Theory]
    [InlineData("""{"account":"102","debitFen":1}""", RefusalCode.OpeningUnbalanced)]
    [InlineData("""{"account":"999","debitFen":1}""", RefusalCode.AccountUnknown)]
    [InlineData("""{"account":"561","debitFen":1}""", RefusalCode.AccountOfAnotherChart)]
    [InlineData("""{"account":"322","debitFen":1}""", RefusalCode.AccountHasDetails)]
    [InlineData("""{"account":"102","debitFen":1,"party":"nobody"}""", RefusalCode.PartyUnknown)]
    [InlineData("""{"account":"102","yearDebitFen":1}""", RefusalCode.YearToDateInJanuary)]
    [InlineData("""{"account":"102","debitFen":1},{"account":"102","debitFen":1}""", RefusalCode.OpeningTwice)]
    [InlineData("""{"account":"102","debitFen":9007199254740991},{"account":"101","debitFen":1}""", RefusalCode.SumOutOfBounds)]
    public void What_is_refused_of_an_opening_is_refused_of_an_amended_one(string opening, RefusalCode code) => Given.AVillageBook().When(Amend(opening)).ThenRefused(code);

    [Fact]
    public void A_detail_that_requires_a_party_requires_it_in_an_amended_opening() => Given.AVillageBook().Done(Say.AddAccount("11201", "112", more: ""","requires":["party"]"""))
        .When(Amend(Say.Debit("11201", 1))).ThenRefused(RefusalCode.LineRequires, ("what", "party"));

    [Fact]
    public void What_a_venture_owes_is_no_opening() => SayVenture.AVenture().When(Amend(Say.Debit("112", 5, ""","party":"venture/jiucun" """) + "," + Say.Credit("301", 5))).ThenRefused(RefusalCode.ControlAccount);

    private static string Amend(string opening) => $$"""{"request":"amend-opening","id":"ao1","by":"zhao","owner":"{{Say.Village}}","opening":[{{opening}}]}""";
}
