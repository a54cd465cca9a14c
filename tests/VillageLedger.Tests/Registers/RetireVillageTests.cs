namespace VillageLedger.Tests;

public sealed class RetireVillageTests
{
    [Fact]
    public void A_village_without_a_book_retires() => Given.AVillage().When(SayPlace.Retire("330110112201")).Then(new Stored(Say.Village, "village-retired.1", """{"village":"330110112201","from":"2025-02","reason":"8号"}"""));

    [Fact]
    public void The_book_of_a_village_ends_with_it() => SayPlace.TwoVillages("").When(SayPlace.Retire()).Then(
        new Stored(SayPlace.OtherBook, "village-retired.1", """{"village":"330110112202","from":"2025-02","reason":"8号"}"""),
        new Stored("accounts/" + SayPlace.OtherBook, "book-ended.1", """{"owner":"village/330110112202","from":"2025-02"}"""));

    [Fact]
    public void A_village_that_is_not_registered_does_not_retire() => Given.AVillage().When(SayPlace.Retire()).ThenRefused(RefusalCode.OwnerUnknown);

    [Fact]
    public void A_village_retires_once() => Given.AVillage().Done(SayPlace.Retire("330110112201")).When(SayPlace.Retire("330110112201", id: "re2")).ThenRefused(RefusalCode.VillageIsRetired);

    [Fact]
    public void Months_before_are_closed_first() => SayPlace.TwoVillages("").When(SayPlace.Retire(from: "2025-03")).ThenRefused(RefusalCode.BookMonthOpen, ("month", "2025-02"), ("from", "2025-03"));

    [Fact]
    public void A_month_that_is_closed_has_been_there() => SayPlace.TwoVillages("").When(SayPlace.Retire(from: "2025-01")).ThenRefused(RefusalCode.BookHasLater, ("month", "2025-01"));

    [Theory]
    [InlineData("2025-02-03", "2025-02")]
    [InlineData("2025-03-03", "2025-03")]
    public void Vouchers_from_then_on_are_in_the_way(string date, string month) => SayPlace.TwoVillages("").Done(Say.Prepare("v9", date: date, book: SayPlace.OtherBook)).When(SayPlace.Retire()).ThenRefused(RefusalCode.BookHasLater, ("month", month));

    [Fact]
    public void A_discarded_voucher_is_not() => SayPlace.TwoVillages("").Done(Say.Prepare("v9", date: "2025-02-03", book: SayPlace.OtherBook), Say.Discard("v9")).When(SayPlace.Retire()).Facts.Count.ShouldBe(2);

    [Fact]
    public void What_is_left_goes_to_a_successor() => SayPlace.TwoVillages(Say.Debit("102", 5) + "," + Say.Credit("301", 5)).When(SayPlace.Retire()).ThenRefused(RefusalCode.BalancesLeft, ("accounts", "102 0.05; 301 -0.05"));

    [Fact]
    public void A_book_that_ended_takes_no_voucher() => SayPlace.TwoVillages("").Done(SayPlace.Retire()).When(Say.Prepare("v9", date: "2025-02-03", book: SayPlace.OtherBook)).ThenRefused(RefusalCode.BookHasEnded, ("month", "2025-02"));

    [Fact]
    public void A_village_that_is_no_more_opens_no_book() => Given.AVillage().Done(SayPlace.Retire("330110112201")).When(Say.OpenBook()).ThenRefused(RefusalCode.VillageIsRetired);
}
