using System.Globalization;

namespace VillageLedger.Reports.Tests.Ventures;

/// <summary>Figures worked out by hand from what was published: nine villages, 27,000,000.00 yuan a year, 900,000,000.00 yuan of assets, twenty years.</summary>
public sealed class AllocationReportTests
{
    private static readonly Period Year = Period.OfYear(2026);

    [Fact]
    public async Task A_year_gives_each_village_what_was_published()
    {
        await using var nine = await NineVillages.InServiceAsync();
        foreach (var month in Year.From.To(Year.To)) await nine.AllocateAsync($"a-{month}", month.ToString());
        var table = await nine.TableAsync(Year);
        // 300,000,000 fen of income; 10,000,000,000 of assets, of which 12 of 240 months are written off.
        table.Rows.Count.ShouldBe(9);
        foreach (var (row, i) in table.Rows.Select((row, i) => (row, i)))
            row.ShouldBe(
            [
                NineVillages.Holders[i], $"{i + 1}号村", 1L, 111_111L, 300_000_000L, 0L, 300_000_000L, 10_000_000_000L, 9_500_000_000L, 300_000_000L, 0L, 300_000_000L, 10_000_000_000L, 0L, "shares 1",
            ]);
        table.Totals.ShouldBe(
            ["", "", 9L, 1_000_000L, 2_700_000_000L, 0L, 2_700_000_000L, 90_000_000_000L, 85_500_000_000L, 2_700_000_000L, 0L, 2_700_000_000L, 90_000_000_000L, 0L, ""]);
        table.Notes.ShouldBe(["Expected from 2026-01: 100,000,000.00 yuan of assets and 3,000,000.00 yuan a year for each holder. Source: 浙江日报."]);
    }

    [Fact]
    public async Task What_a_month_lacks_is_a_deviation_and_what_a_supplement_brings_makes_it_up()
    {
        await using var nine = await NineVillages.InServiceAsync();
        await nine.AllocateAsync("a1", "2026-01", 224_999_995);
        (await ColumnsAsync(nine, Of(2026, 1), null, "allocatedFen", "expectedFen", "deviationFen")).ShouldBe(
            ["25000000 25000000 0", "25000000 25000000 0", "25000000 25000000 0", "25000000 25000000 0", .. Enumerable.Repeat("24999999 25000000 -1", 5)]);
        await nine.AllocateAsync("a2", "2026-01", 9, more: ",\"supplements\":\"a1\"");
        (await ColumnsAsync(nine, Of(2026, 1), null, "allocatedFen", "deviationFen"))[8].ShouldBe("25000000 0");
    }

    [Fact]
    public async Task Only_what_is_confirmed_and_not_reversed_as_known_counts()
    {
        await using var nine = await NineVillages.InServiceAsync();
        await nine.Ledger.DoneAsync(SayVenture.Allocate("a1", "2026-01", 900));
        var prepared = await nine.Ledger.NewestAsync();
        await nine.Ledger.DoneAsync(SayVenture.Confirm("a1"));
        var confirmed = await nine.Ledger.NewestAsync();
        await nine.Ledger.DoneAsync(SayVenture.Reverse("a1"));
        var reversed = await nine.Ledger.NewestAsync();
        await nine.AllocateAsync("a2", "2026-01", 1_800);
        foreach (var (position, fen) in new (long?, string)[] { (prepared, "0"), (confirmed, "100"), (reversed, "0"), (null, "200") })
            (await ColumnsAsync(nine, Year, position, "allocatedFen"))[0].ShouldBe(fen);
    }

    [Fact]
    public async Task Payments_count_until_they_come_back_whenever_they_are_dated()
    {
        await using var nine = await NineVillages.InServiceAsync();
        await nine.AllocateAsync("a1", "2026-01", 900);
        await nine.Ledger.DoneAsync(SayVenture.Pay("p1", "a1", NineVillages.Holders[0], "2026-12-29", 60), SayVenture.Pay("p2", "a1", NineVillages.Holders[0], "2026-12-29", 40));
        var paid = await nine.Ledger.NewestAsync();
        await nine.Ledger.DoneAsync(SayVenture.Return("p1", "2026-12-30"));
        (await ColumnsAsync(nine, Of(2026, 1), paid, "allocatedFen", "paidFen", "unpaidFen"))[0].ShouldBe("100 100 0");
        (await ColumnsAsync(nine, Of(2026, 1), null, "allocatedFen", "paidFen", "unpaidFen")).Take(2).ShouldBe(["100 40 60", "100 0 100"]);
        (await ColumnsAsync(nine, Of(2026, 2), null, "allocatedFen", "paidFen", "cumulativeFen"))[0].ShouldBe("0 0 100");
    }

    [Fact]
    public async Task Months_show_each_by_itself_and_what_has_come_together()
    {
        await using var nine = await NineVillages.InServiceAsync();
        await nine.AllocateAsync("a1", "2026-01", 900);
        await nine.AllocateAsync("a2", "2026-03", 1_800);
        var rows = (await nine.AllocationAsync(new(new(2026, 1), new(2026, 3)), byMonth: true)).Where(row => (string)row["holder"]! == NineVillages.Holders[0]).ToList();
        rows.Select(row => $"{row["month"]} {row["allocatedFen"]} {row["cumulativeFen"]} {row["netAssetFen"]}").ShouldBe(
            ["2026-01 100 100 9958333334", "2026-02 0 100 9916666667", "2026-03 200 300 9875000000"]);
    }

    [Fact]
    public async Task Shares_that_change_move_the_assets_from_their_day_on_and_a_correction_only_from_where_it_is_known()
    {
        await using var nine = await NineVillages.InServiceAsync();
        var (first, second) = (NineVillages.Holders[0], NineVillages.Holders[1]);
        await nine.Ledger.DoneAsync(SayVenture.Transfer("2026-02-01", first, second, 1));
        (await ColumnsAsync(nine, Of(2026, 1), null, "weight", "assetFen"))[0].ShouldBe("1 10000000000");
        (await ColumnsAsync(nine, Of(2026, 2), null, "weight", "sharePpm", "assetFen", "weightsOf"))[0].ShouldBe("2 222222 20000000000 shares 2", "who has no share and got nothing is in no row");
        var before = await nine.Ledger.NewestAsync();
        await nine.Ledger.DoneAsync(SayVenture.Correct("2026-01-01", NineVillages.Holders.Select((holder, i) => (holder, i < 3 ? 3L : 0L))));
        (await ColumnsAsync(nine, Of(2026, 2), null, "weight", "assetFen")).ShouldBe(["3 30000000000", "3 30000000000", "3 30000000000"]);
        (await ColumnsAsync(nine, Of(2026, 2), before, "weight")).Count.ShouldBe(8);
    }

    [Fact]
    public async Task A_final_account_counts_from_its_day_on_and_spreads_what_is_left()
    {
        await using var nine = await NineVillages.FoundedAsync();
        await nine.Ledger.DoneAsync(
            SayVenture.Shares("2025-11-01", NineVillages.Holders.Select(holder => (holder, 1L))), SayVenture.Place("p", "2025-12-31", 2_400, months: 24, provisional: true), SayVenture.Settle("p", "2026-06-15", 4_200));
        // 100 a month for six months; then 4,200 − 600 over the 18 months left, 200 a month.
        (await TotalsAsync(nine, new(2025, 11))).ShouldBe("0 0");
        (await TotalsAsync(nine, new(2025, 12))).ShouldBe("2400 2400");
        (await TotalsAsync(nine, new(2026, 5))).ShouldBe("2400 1900");
        (await TotalsAsync(nine, new(2026, 6))).ShouldBe("4200 3600");
        (await TotalsAsync(nine, new(2026, 7))).ShouldBe("4200 3400");
        (await TotalsAsync(nine, new(2027, 12))).ShouldBe("4200 0");
    }

    [Fact]
    public async Task A_withdrawn_placing_counts_as_known_before_and_with_its_final_account_nowhere_after()
    {
        await using var nine = await NineVillages.FoundedAsync();
        await nine.Ledger.DoneAsync(
            SayVenture.Shares("2025-11-01", NineVillages.Holders.Select(holder => (holder, 1L))), SayVenture.Place("p", "2025-12-31", 2_400, months: 24, provisional: true), SayVenture.Settle("p", "2026-06-15", 4_200),
            SayVenture.Place("other", "2026-01-31", 240, months: 24));
        var before = await nine.Ledger.NewestAsync();
        await nine.Ledger.DoneAsync(SayVenture.Undo("p"));
        (await nine.TableAsync(Of(2026, 7), before)).Totals![7].ShouldBe(4_440L);
        (await TotalsAsync(nine, new(2026, 7))).ShouldBe("240 180");
    }

    [Fact]
    public async Task An_expectation_of_one_holder_goes_before_that_of_all_and_twelve_months_give_the_year_to_the_fen()
    {
        await using var nine = await NineVillages.FoundedAsync();
        await nine.Ledger.DoneAsync(
            SayVenture.Shares("2025-12-01", NineVillages.Holders.Take(2).Select(holder => (holder, 1L))),
            SayVenture.Expect("2026-03", 5, 100), SayVenture.Expect("2026-03", 7, 200, $",\"holder\":\"{NineVillages.Holders[1]}\"", id: "e2"));
        (await ColumnsAsync(nine, new(new(2026, 3), new(2027, 2)), null, "expectedFen", "expectedAssetFen")).ShouldBe(["100 5", "200 7"]);
        (await ColumnsAsync(nine, new(new(2026, 1), new(2026, 5)), null, "expectedFen")).ShouldBe(["25", "50"]);
        (await ColumnsAsync(nine, Of(2026, 2), null, "expectedFen", "expectedAssetFen")).ShouldBe(["0 ", "0 "]);
    }

    [Fact]
    public async Task Without_shares_the_weights_are_those_of_the_last_allocation()
    {
        await using var nine = await NineVillages.FoundedAsync("contract");
        await nine.AllocateAsync("a1", "2026-01", 100, "by-weights", $$""","terms":{"basis":"given","weights":[{"holder":"{{NineVillages.Holders[0]}}","weight":3},{"holder":"{{NineVillages.Holders[1]}}","weight":1}]}""");
        (await ColumnsAsync(nine, null, null, "weight", "sharePpm", "allocatedFen", "weightsOf")).ShouldBe(["3 750000 75 allocation a1", "1 250000 25 allocation a1"]);
    }

    [Fact]
    public async Task Without_a_period_everything_up_to_the_last_allocated_month_counts()
    {
        await using var nine = await NineVillages.InServiceAsync();
        await nine.AllocateAsync("a1", "2026-01", 900);
        await nine.AllocateAsync("a2", "2026-05", 900);
        var table = await nine.TableAsync();
        table.Subject.ShouldBe("venture/jiucun 禹上稻乡 · 2026-01 – 2026-05");
        table.Rows[0][4].ShouldBe(200L);
    }

    [Theory]
    [InlineData("place")]
    [InlineData("contribute")]
    public async Task No_day_of_what_is_withdrawn_counts_as_known(string record)
    {
        await using var nine = await NineVillages.FoundedAsync();
        await nine.Ledger.DoneAsync(record == "place" ? SayVenture.Place("p", "2026-12-31", 240) : SayVenture.Contribute("p", NineVillages.Holders[0], "2026-12-31", 100));
        var before = await nine.Ledger.NewestAsync();
        await nine.Ledger.DoneAsync(SayVenture.Undo("p"));
        (await nine.TableAsync(position: before)).Subject.ShouldBe("venture/jiucun 禹上稻乡 · 2026-11 – 2026-12");
        (await nine.TableAsync()).Subject.ShouldBe("venture/jiucun 禹上稻乡 · 2026-11");
    }

    [Fact]
    public async Task A_venture_that_was_not_known_yet_is_refused()
    {
        await using var nine = await NineVillages.FoundedAsync();
        var refused = await Should.ThrowAsync<ReportRefusedException>(() => nine.TableAsync(Year, 1));
        refused.Refusal.Code.ShouldBe(RefusalCode.VentureUnknown);
    }

    private static Period Of(int year, int month) => new(new(year, month), new(year, month));

    private static async Task<IReadOnlyList<string>> ColumnsAsync(NineVillages nine, Period? period, long? position, params string[] columns) =>
        [.. (await nine.AllocationAsync(period, position)).Select(row => string.Join(' ', columns.Select(column => Convert.ToString(row[column], CultureInfo.InvariantCulture))))];

    private static async Task<string> TotalsAsync(NineVillages nine, Month month)
    {
        var table = await nine.TableAsync(new(month, month));
        return $"{table.Totals![7]} {table.Totals[8]}";
    }
}
