namespace VillageLedger.Tests;

public sealed class MergeVillagesTests
{
    private static readonly string Opening = Say.Debit("102", 500) + "," + Say.Debit("113", 70, ",\"party\":\"h001\"") + "," + Say.Credit("113", 20) + "," + Say.Credit("301", 300) + "," + Say.Credit("311", 200) + "," + Say.Credit("32202", 50);

    private static Given Two(string? opening = null) => Given.AVillageBook().Done(
        Say.RegisterParty(), Say.RegisterVillage("r8", SayPlace.Other, "小村"), Say.OpenBook(owner: SayPlace.OtherBook, opening: opening ?? Opening, id: "o8"), Say.Close(book: SayPlace.OtherBook, by: "qian"));

    [Fact]
    public void What_a_village_held_is_taken_over_account_by_account_and_party_by_party() => Two().When(SayPlace.Merge()).Then(
        new Stored(Say.Book02, "voucher-prepared.1", """
            {"voucher":"mv1","type":"记","date":"2025-02-01","kind":"ordinary","summary":"并入330110112202的资产、负债和权益","lines":[
             {"account":"102","debitFen":500,"summary":"并入 330110112202"},{"account":"113","creditFen":20,"summary":"并入 330110112202"},{"account":"113","debitFen":70,"summary":"并入 330110112202","party":"party/h001"},
             {"account":"301","creditFen":300,"summary":"并入 330110112202"},{"account":"311","creditFen":200,"summary":"并入 330110112202"},{"account":"32202","creditFen":50,"summary":"并入 330110112202"}],
             "attachmentCount":0,"preparedBy":"wang","cause":"merge:330110112201"}
            """),
        new Stored(Say.Village, "villages-merged.1", """{"into":"330110112201","villages":["330110112202"],"from":"2025-02","reason":"8号","voucher":"mv1"}"""),
        new Stored(SayPlace.OtherBook, "village-retired.1", """{"village":"330110112202","from":"2025-02","reason":"8号","successor":"330110112201"}"""),
        new Stored("accounts/" + SayPlace.OtherBook, "book-ended.1", """{"owner":"village/330110112202","from":"2025-02"}"""))
        .Result.ShouldBeOfType<VoucherPrepared>();

    [Fact]
    public void Details_that_the_other_book_lacks_go_to_the_account_above() => Given.AVillageBook().Done(
            Say.RegisterVillage("r8", SayPlace.Other, "小村"), Say.AddAccount("10201", "102", owner: SayPlace.OtherBook), Say.AddAccount("30101", "301"),
            Say.OpenBook(owner: SayPlace.OtherBook, opening: Say.Debit("10201", 5) + "," + Say.Credit("301", 5), id: "o8"), Say.Close(book: SayPlace.OtherBook, by: "qian"))
        .When(SayPlace.Merge()).Facts[0].Fact.ShouldBeOfType<VoucherPrepared>().Lines.Select(line => line.Account.Value).ShouldBe(["102", "30101"]);

    [Fact]
    public void A_village_without_balances_brings_no_voucher() => Two("").When(SayPlace.Merge()).Facts.Count.ShouldBe(3);

    [Fact]
    public void The_voucher_that_takes_over_is_not_discarded() => Two().Done(SayPlace.Merge()).When(Say.Discard("mv1")).ThenRefused(RefusalCode.VoucherOfMerger, ("voucher", "mv1"));

    [Fact]
    public void Nor_is_it_taken_back() => Two().Done(SayPlace.Merge(), Say.Review("mv1"), Say.Post("mv1")).When(Say.Reverse("mv1", "2025-02-28")).ThenRefused(RefusalCode.VoucherOfMerger, ("voucher", "mv1"));

    [Fact]
    public void While_it_waits_its_month_does_not_close() => Two().Done(SayPlace.Merge(), Say.Close(by: "qian")).When(Say.Close("2025-02", by: "qian")).ThenRefused(RefusalCode.MonthNotReady);

    [Fact]
    public void A_voucher_that_stands_is_not() => Two().Done(SayPlace.Merge()).When(SayPlace.Merge(id: "mv2")).ThenRefused(RefusalCode.VillageIsRetired);

    [Fact]
    public void The_village_that_stays_is_registered() => Two().When(SayPlace.Merge(into: "330110112209")).ThenRefused(RefusalCode.OwnerUnknown, ("owner", "village/330110112209"));

    [Fact]
    public void The_villages_that_end_are_registered() => Two().When(SayPlace.Merge("\"330110112209\"")).ThenRefused(RefusalCode.OwnerUnknown, ("owner", "village/330110112209"));

    [Fact]
    public void The_village_that_stays_is_still_there() => Given.AVillage().Done(Say.RegisterVillage("r8", SayPlace.Other, "小村"), SayPlace.Retire("330110112201")).When(SayPlace.Merge()).ThenRefused(RefusalCode.VillageIsRetired);

    [Theory]
    [InlineData("\"330110112202\",\"330110112202\"")]
    [InlineData("\"330110112201\"")]
    public void A_village_stands_once(string villages) => Two().When(SayPlace.Merge(villages)).ThenRefused(RefusalCode.HolderTwice);

    [Theory]
    [InlineData("")]
    [InlineData("\"330110\"")]
    public void Villages_have_codes_of_twelve_digits(string villages) => Two().When(SayPlace.Merge(villages)).ThenRefused(RefusalCode.FieldInvalid, ("field", "villages"));

    [Fact]
    public void Months_before_are_closed_first() => Two().When(SayPlace.Merge(from: "2025-03")).ThenRefused(RefusalCode.BookMonthOpen, ("book", SayPlace.OtherBook));

    [Fact]
    public void Vouchers_from_then_on_are_in_the_way() => Two().Done(Say.Prepare("v9", date: "2025-02-03", book: SayPlace.OtherBook)).When(SayPlace.Merge()).ThenRefused(RefusalCode.BookHasLater);

    [Fact]
    public void The_village_that_stays_keeps_a_book() => Given.AVillage().Done(
            Say.RegisterVillage("r8", SayPlace.Other, "小村"), Say.OpenBook(owner: SayPlace.OtherBook, opening: Say.Debit("102", 5) + "," + Say.Credit("301", 5)), Say.Close(book: SayPlace.OtherBook))
        .When(SayPlace.Merge()).ThenRefused(RefusalCode.BookNotOpen, ("book", Say.Village));

    [Fact]
    public void Both_books_are_kept_by_one_standard() => SayPlace.TwoVillages(Say.Debit("102", 5) + "," + Say.Credit("301", 5), "rural-2004").When(SayPlace.Merge()).ThenRefused(RefusalCode.StandardsDiffer, ("standard", "rural-2004"));

    [Fact]
    public void The_result_is_transferred_first() => Given.AVillageBook().Done(Say.RegisterVillage("r8", SayPlace.Other, "小村"), Say.OpenBook(owner: SayPlace.OtherBook, id: "o8"))
        .Done(Say.Prepare("v9", book: SayPlace.OtherBook), Say.Review("v9"), Say.Post("v9"), Say.Close(book: SayPlace.OtherBook, by: "qian")).When(SayPlace.Merge()).ThenRefused(RefusalCode.ResultNotTransferred, ("accounts", "501 -1,000.00"));

    [Fact]
    public void The_month_is_open_where_they_are_taken_over() => Two().Done(Say.Close(), Say.Close("2025-02")).When(SayPlace.Merge()).ThenRefused(RefusalCode.MonthClosed);
}
