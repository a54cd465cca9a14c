using VillageLedger.Tests;

namespace VillageLedger.Reports.Tests.Ventures;

/// <summary>Contributions, balances between books, operation and shares of a venture, with figures worked out by hand.</summary>
public sealed class VentureReportsTests
{
    private const string Book = "venture/jiucun";

    private static string First => NineVillages.Holders[0];

    private static string Second => NineVillages.Holders[1];

    [Fact]
    public async Task Contributions_show_agreed_and_book_value_and_what_a_call_still_asks_for()
    {
        await using var nine = await NineVillages.FoundedAsync();
        await nine.Ledger.DoneAsync(
            SayVenture.Call("call1", "2026-11-01", "2026-11-20", [(First, 100), (Second, 100)]), SayVenture.Call("call2", "2026-12-01", "2026-12-20", [(First, 50)]),
            SayVenture.Contribute("c1", First, "2026-11-05", 130, more: ",\"call\":\"call1\""), SayVenture.Contribute("c2", Second, "2026-11-06", 40, more: ",\"call\":\"call1\""),
            SayVenture.Contribute("c3", Second, "2026-12-06", 900, "land", ",\"bookValueFen\":300,\"areaSquareMetres\":7,\"valuation\":{\"firm\":\"示例评估\",\"date\":\"2026-10-01\",\"document\":\"评1号\"}"),
            SayVenture.Contribute("c4", Second, "2026-12-07", 70, "guarantee"));
        (await RowsAsync(nine, at => ContributionsReport.ReadAsync(nine.Models, at, SayVenture.Id, null))).ShouldBe(
        [
            $"c1 {First} 1号村 2026-11-05 cash 130 - - - - call1", $"c2 {Second} 2号村 2026-11-06 cash 40 - - - - call1",
            $"c3 {Second} 2号村 2026-12-06 land 900 300 600 7 示例评估 2026-10-01 评1号 -", $"c4 {Second} 2号村 2026-12-07 guarantee 70 - - - - -",
        ]);
        (await RowsAsync(nine, at => ContributionsReport.ReadAsync(nine.Models, at, SayVenture.Id, Of(2026, 12)))).Count.ShouldBe(2);
        // More than one call asked for pays in no other.
        (await RowsAsync(nine, at => ContributionsReport.ReadByHolderAsync(nine.Models, at, SayVenture.Id, null))).ShouldBe(
            [$"{First} 1号村 150 130 50 2026-12-20 130 0", $"{Second} 2号村 100 40 60 2026-11-20 940 70"]);
        (await RowsAsync(nine, at => ContributionsReport.ReadByHolderAsync(nine.Models, at, SayVenture.Id, Of(2026, 11)))).ShouldBe(
            [$"{First} 1号村 100 130 0 - 130 0", $"{Second} 2号村 100 40 60 2026-11-20 40 0"]);
    }

    [Fact]
    public async Task A_withdrawn_contribution_is_shown_as_known_before_and_nowhere_after()
    {
        await using var nine = await NineVillages.FoundedAsync();
        await nine.Ledger.DoneAsync(
            SayVenture.Call("call1", "2026-11-01", "2026-11-20", [(First, 100)]), SayVenture.Contribute("c1", First, "2026-11-05", 130, more: ",\"call\":\"call1\""),
            SayVenture.Contribute("c2", Second, "2026-12-06", 40));
        var before = await nine.Ledger.NewestAsync();
        await nine.Ledger.DoneAsync(SayVenture.Undo("c1"));
        (await RowsAsync(nine, at => ContributionsReport.ReadAsync(nine.Models, at, SayVenture.Id, null), before)).Count.ShouldBe(2);
        (await RowsAsync(nine, at => ContributionsReport.ReadAsync(nine.Models, at, SayVenture.Id, null))).ShouldBe([$"c2 {Second} 2号村 2026-12-06 cash 40 - - - - -"]);
        (await RowsAsync(nine, at => ContributionsReport.ReadByHolderAsync(nine.Models, at, SayVenture.Id, null), before)).ShouldBe(
            [$"{First} 1号村 100 130 0 - 130 0", $"{Second} 2号村 0 0 0 - 40 0"]);
        (await RowsAsync(nine, at => ContributionsReport.ReadByHolderAsync(nine.Models, at, SayVenture.Id, null))).ShouldBe(
            [$"{First} 1号村 100 0 100 2026-11-20 0 0", $"{Second} 2号村 0 0 0 - 40 0"]);
    }

    [Fact]
    public async Task Both_sides_of_what_is_owed_agree_before_and_after_payment_and_reversal()
    {
        await using var nine = await NineVillages.InServiceAsync();
        await nine.AllocateAsync("a1", "2026-01", 900);
        await nine.Ledger.DoneAsync(SayVenture.Pay("p1", "a1", First, "2026-12-29", 60));
        (await BalancesAsync(nine)).Take(2).ShouldBe(["40 40 0", "100 100 0"]);
        await nine.Ledger.DoneAsync(SayVenture.Return("p1", "2026-12-30"), SayVenture.Reverse("a1"));
        (await BalancesAsync(nine)).ShouldBe([.. Enumerable.Repeat("0 0 0", 9)]);
    }

    [Fact]
    public async Task Who_keeps_no_book_has_booked_nothing_that_could_differ()
    {
        await using var nine = await NineVillages.FoundedAsync();
        await nine.Ledger.DoneAsync(Say.RegisterParty("op", "company", "经营公司", "rp"), SayVenture.Shares("2025-12-01", [(First, 1), ("party/op", 1)]));
        await nine.AllocateAsync("a1", "2026-01", 10);
        (await RowsAsync(nine, at => VentureBalances.ReadAsync(nine.Models, at, null, null))).ShouldBe(["jiucun party/op 经营公司 5 - - 禹上稻乡", $"jiucun {First} 1号村 5 5 0 禹上稻乡"]);
    }

    [Fact]
    public async Task Operation_shows_what_came_in_went_out_was_distributed_and_is_left()
    {
        await using var nine = await NineVillages.InServiceAsync();
        await PostAsync(nine, "rent", "2026-11-10", Say.Debit("1002", 1_000), Say.Credit("2241", 1_000));
        await PostAsync(nine, "cost", "2026-11-11", Say.Debit("2241", 100), Say.Credit("1002", 100));
        await nine.AllocateAsync("a1", "2026-11", 900, more: ",\"terms\":{\"retain\":{\"ratePpm\":100000}}");
        (await RowsAsync(nine, at => VentureOperation.ReadAsync(nine.Models, at, SayVenture.Id, null))).ShouldBe(["2026-11 1000 100 0 900 900 90 0", "2026-12 0 0 900 0 0 0 0"]);
        (await RowsAsync(nine, at => VentureOperation.ReadAsync(nine.Models, at, SayVenture.Id, Of(2026, 12)))).ShouldBe(["2026-12 0 0 900 0 0 0 0"]);
        await nine.Ledger.DoneAsync(SayVenture.Reverse("a1"));
        (await RowsAsync(nine, at => VentureOperation.ReadAsync(nine.Models, at, SayVenture.Id, null))).ShouldBe(["2026-11 1000 100 0 900 0 0 0", "2026-12 0 0 0 900 0 0 0"]);
    }

    [Fact]
    public async Task Shares_show_each_version_with_its_days_and_how_it_came_about()
    {
        await using var nine = await NineVillages.FoundedAsync();
        await nine.Ledger.DoneAsync(SayVenture.Shares("2026-01-01", [(First, 2), (Second, 1)]), SayVenture.Transfer("2026-03-01", First, Second, 2));
        var before = await nine.Ledger.NewestAsync();
        await nine.Ledger.DoneAsync(SayVenture.Correct("2026-02-01", [(First, 1), (Second, 3)]));
        (await RowsAsync(nine, at => VentureShares.ReadAsync(nine.Models, at, SayVenture.Id, null), before)).ShouldBe(
        [
            $"1 2026-01-01 2026-02-28 {First} 1号村 2 666666 agreed 份额决议 2026-01-01", $"1 2026-01-01 2026-02-28 {Second} 2号村 1 333333 agreed 份额决议 2026-01-01",
            $"2 2026-03-01 - {Second} 2号村 3 1000000 transferred 转让协议",
        ]);
        (await RowsAsync(nine, at => VentureShares.ReadAsync(nine.Models, at, SayVenture.Id, Of(2026, 4)))).ShouldBe(
            [$"3 2026-02-01 - {First} 1号村 1 250000 corrected 更正决议", $"3 2026-02-01 - {Second} 2号村 3 750000 corrected 更正决议"]);
    }

    [Fact]
    public async Task A_company_has_nothing_to_distribute_where_depreciation_exceeds_rent_and_the_report_says_so()
    {
        await using var nine = await NineVillages.FoundedAsync();
        var holders = string.Join(',', NineVillages.Holders.Select(holder => $$"""{"holder":"{{holder}}","subscribedFen":10000000000,"paidInFen":10000000000}"""));
        await nine.Ledger.DoneAsync(
            Say.RegisterCompany(shareholders: holders), SayVenture.Found("company", venture: "gongsi", more: $",\"company\":\"{Say.CompanyCode}\""),
            SayVenture.Place("place", "2025-12-31", NineVillages.CostFen, venture: "gongsi"));
        await PostAsync(nine, "rent", "2026-12-10", [Say.Debit("1002", 2_700_000_000), Say.Credit("5001", 2_700_000_000)], "company/" + Say.CompanyCode);
        await PostAsync(nine, "worn", "2026-12-31", [Say.Debit("5401", 4_500_000_000), Say.Credit("1602", 4_500_000_000)], "company/" + Say.CompanyCode);
        var table = await AllocationReport.ReadAsync(nine.Models, await nine.AtAsync(null), "gongsi", Period.OfYear(2026), byMonth: false, Language.English);
        table.Rows.Count.ShouldBe(9);
        table.Rows.ShouldAllBe(row => 0L.Equals(row[4]) && 10_000_000_000L.Equals(row[7]) && "capital".Equals(row[14]));
        table.Notes.ShouldBe(
        [
            "The venture is a company (稻香强村公司): its income is the company's and is not allocated; it reaches the holders only by a dividend that the company resolves.",
            "Of 2026-01 – 2026-12 the company's books show 27,000,000.00 yuan of income, 45,000,000.00 yuan of expense and -18,000,000.00 yuan left; up to 2026-12 -18,000,000.00 yuan stand undistributed, the year's result included.",
            "There is no profit to distribute: no dividend can be paid (Company Law art. 210).",
        ]);
    }

    private static Period Of(int year, int month) => new(new(year, month), new(year, month));

    private static async Task<IReadOnlyList<string>> BalancesAsync(NineVillages nine) =>
        [.. (await VentureBalances.ReadAsync(nine.Models, await nine.AtAsync(null), SayVenture.Id, null)).Rows.Select(row => $"{row[3]} {row[4]} {row[5]}")];

    private static Task PostAsync(NineVillages nine, string id, string date, params string[] lines) => PostAsync(nine, id, date, lines, Book);

    private static Task PostAsync(NineVillages nine, string id, string date, string[] lines, string book) =>
        nine.Ledger.DoneAsync(Say.Prepare(id, date: date, lines: string.Join(',', lines), book: book), Say.Review(id), Say.Post(id));

    /// <summary>Cells with blanks between, <c>-</c> for none.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(NineVillages nine, Func<EventStore.LogMoment, Task<ReportTable>> read, long? position = null) =>
        [.. (await read(await nine.AtAsync(position))).Rows.Select(row => string.Join(' ', row.Select(cell => cell ?? "-")))];
}
