using System.Globalization;

namespace VillageLedger.Tests;

/// <summary>Instalments worked out by hand.</summary>
public sealed class ScheduleTests
{
    private static readonly ContractSchedule Monthly = new("month", 100_000);

    [Fact]
    public void Periods_are_counted_from_the_first_day_and_the_last_is_cut() => Of(Monthly, "2025-01-15", "2025-04-30").ShouldBe(
        // The last whole period would be 04-15 to 05-14, 30 days: 16 of them are 1,000.00 × 16 ÷ 30.
        ["1 2025-01-15 2025-01-15–2025-02-14 100000", "2 2025-02-15 2025-02-15–2025-03-14 100000", "3 2025-03-15 2025-03-15–2025-04-14 100000", "4 2025-04-15 2025-04-15–2025-04-30 53333"]);

    [Fact]
    public void Natural_months_cut_the_first_and_the_last() => Of(Monthly with { Periods = "calendar" }, "2025-01-15", "2025-03-10").ShouldBe(
        // 1,000.00 × 17 ÷ 31 = 548.387; 1,000.00 × 10 ÷ 31 = 322.58.
        ["1 2025-01-15 2025-01-15–2025-01-31 54839", "2 2025-02-01 2025-02-01–2025-02-28 100000", "3 2025-03-01 2025-03-01–2025-03-10 32258"]);

    [Fact]
    public void Natural_quarters_begin_in_January_April_July_and_October() => Of(new("quarter", 300_000, Periods: "calendar"), "2025-03-01", "2025-09-30").ShouldBe(
        // March is 31 of 90 days: 3,000.00 × 31 ÷ 90 = 1,033.33.
        ["1 2025-03-01 2025-03-01–2025-03-31 103333", "2 2025-04-01 2025-04-01–2025-06-30 300000", "3 2025-07-01 2025-07-01–2025-09-30 300000"]);

    [Fact]
    public void A_month_too_short_for_the_day_does_not_shift_what_follows() => Of(Monthly, "2025-01-31", "2025-05-30").ShouldBe(
        ["1 2025-01-31 2025-01-31–2025-02-27 100000", "2 2025-02-28 2025-02-28–2025-03-30 100000", "3 2025-03-31 2025-03-31–2025-04-29 100000", "4 2025-04-30 2025-04-30–2025-05-30 100000"]);

    [Fact]
    public void Half_years_and_years_and_once_are_periods_too()
    {
        Of(new("half-year", 600_000), "2025-01-01", "2025-12-31").Count.ShouldBe(2);
        Of(new("year", 600_000), "2025-01-01", "2027-12-31").Count.ShouldBe(3);
        Of(new("once", 600_000, DueDay: 10), "2025-03-05", "2031-12-31").ShouldBe(["1 2025-03-10 2025-03-05–2031-12-31 600000"]);
    }

    [Theory]
    [InlineData("advance", null, "2025-02-15", "2025-03-15")]
    [InlineData("advance", 31, "2025-02-28", "2025-03-31")]
    [InlineData("arrears", null, "2025-03-14", "2025-04-14")]
    [InlineData("arrears", 20, "2025-03-20", "2025-04-20")]
    public void The_due_day_is_in_the_month_in_which_the_period_begins_or_in_arrears_ends(string due, int? day, string first, string second) =>
        Of(Monthly with { Due = due, DueDay = day }, "2025-02-15", "2025-04-14").Select(line => line.Split(' ')[1]).ShouldBe([first, second]);

    [Fact]
    public void Free_months_at_the_beginning_ask_for_nothing() => Of(Monthly with { RentFreeMonths = 2 }, "2025-01-01", "2025-04-30").ShouldBe(
        ["1 2025-03-01 2025-03-01–2025-03-31 100000", "2 2025-04-01 2025-04-01–2025-04-30 100000"]);

    [Fact]
    public void Free_months_cut_a_longer_period() => Of(new("year", 1_200_000, RentFreeMonths: 3), "2025-01-01", "2025-12-31").ShouldBe(
        // 90 of 365 days are free: 12,000.00 × 275 ÷ 365 = 9,041.0958….
        ["1 2025-01-01 2025-01-01–2025-12-31 904110"]);

    [Fact]
    public void Free_days_in_the_middle_that_overlap_count_once() => Of(Monthly with { RentFree = [new(Day("2025-01-11"), Day("2025-01-20")), new(Day("2025-01-15"), Day("2025-01-25"))] }, "2025-01-01", "2025-01-31").ShouldBe(
        // 15 days are free, 16 are not: 1,000.00 × 16 ÷ 31 = 516.129.
        ["1 2025-01-01 2025-01-01–2025-01-31 51613"]);

    [Fact]
    public void A_step_within_a_period_takes_each_amount_for_its_days() => Of(new("quarter", 300_000, Steps: [new(new Month(2025, 2), 360_000)]), "2025-01-01", "2025-06-30").ShouldBe(
        // 3,000.00 × 31 ÷ 90 = 1,033.33; 3,600.00 × 59 ÷ 90 = 2,360.00.
        ["1 2025-01-01 2025-01-01–2025-03-31 339333", "2 2025-04-01 2025-04-01–2025-06-30 360000"]);

    [Fact]
    public void A_rise_drops_what_is_less_than_a_fen_each_time() => Of(new("year", 100_000, Raise: new(12, 30_000)), "2025-01-01", "2028-12-31").Select(line => line.Split(' ')[3]).ShouldBe(
        // 1,030.00; 1,060.90; 1,092.727.
        ["100000", "103000", "106090", "109272"]);

    [Fact]
    public void A_step_goes_before_a_rise_on_the_same_day_and_rises_go_on_from_it() =>
        Of(new("year", 100_000, Raise: new(12, 100_000), Steps: [new(new Month(2026, 1), 200_000)]), "2025-01-01", "2027-12-31").Select(line => line.Split(' ')[3]).ShouldBe(["100000", "200000", "220000"]);

    [Fact]
    public void Of_steps_before_the_first_day_the_last_holds() =>
        Of(new("month", 1, Steps: [new(new Month(2024, 1), 2), new(new Month(2024, 6), 3)]), "2025-01-01", "2025-01-31").ShouldBe(["1 2025-01-01 2025-01-01–2025-01-31 3"]);

    [Fact]
    public void Instalments_by_themselves_stand_between_the_others_in_order_of_their_time() =>
        Of(new("half-year", 600_000, Instalments: [new(Day("2025-02-01"), 7, Day("2025-03-01"), Day("2025-03-01"))]), "2025-01-01", "2025-12-31").ShouldBe(
            ["1 2025-01-01 2025-01-01–2025-06-30 600000", "2 2025-02-01 2025-03-01–2025-03-01 7", "3 2025-07-01 2025-07-01–2025-12-31 600000"]);

    [Fact]
    public void An_end_cuts_the_period_and_keeps_the_numbers() => Lines([new(new("month", 100_000, RentFreeMonths: 1), Day("2025-01-01"), Day("2025-12-31"), Day("2025-03-15"))]).ShouldBe(
        ["1 2025-02-01 2025-02-01–2025-02-28 100000", "2 2025-03-01 2025-03-01–2025-03-15 48387"]);

    [Fact]
    public void What_follows_an_amendment_is_numbered_on() => Lines(
        [new(Monthly, Day("2025-01-01"), Day("2025-12-31"), Day("2025-01-31")), new(new("year", 365_000), Day("2025-02-01"), Day("2025-12-31"), Day("2025-12-31"))]).ShouldBe(
        ["1 2025-01-01 2025-01-01–2025-01-31 100000", "2 2025-02-01 2025-02-01–2025-12-31 334000"]);

    [Fact]
    public void An_instalment_by_itself_is_cut_to_its_days() => Lines([new(new(Instalments: [new(Day("2025-01-10"), 1_001, Day("2025-01-01"), Day("2025-12-31"))]), Day("2025-01-01"), Day("2025-12-31"), Day("2025-06-30"))])
        // 181 of 365 days of 10.01: 496.386.
        .ShouldBe(["1 2025-01-10 2025-01-01–2025-06-30 496"]);

    [Theory]
    [InlineData(100, 1, 3, true, 33)]
    [InlineData(100, 2, 3, true, 67)]
    [InlineData(101, 15, 30, true, 51)]
    [InlineData(101, 15, 30, false, 50)]
    [InlineData(5, 1, 10, true, 0)]
    [InlineData(5, 9, 10, false, 5)]
    [InlineData(Money.MaxFen, 365, 366, true, 8_982_589_420_711_644)]
    public void A_part_is_rounded_to_the_nearest_fen(long fen, int days, int of, bool hasFirstDay, long part) => Schedule.Part(fen, days, of, hasFirstDay).ShouldBe(part);

    [Fact]
    public void What_grows_beyond_every_amount_is_seen_without_overflow() =>
        Schedule.TotalOf(new("month", 100_000, Raise: new(1, 1_000_000)), Day("2025-01-01"), Day("2124-12-31")).ShouldBeGreaterThan(Money.MaxFen);

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<string> Of(ContractSchedule terms, string from, string to) => Lines([new(terms, Day(from), Day(to), Day(to))]);

    private static List<string> Lines(IEnumerable<Stretch> stretches) =>
        [.. Schedule.Of(stretches).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Number} {part.Due:yyyy-MM-dd} {part.From:yyyy-MM-dd}–{part.To:yyyy-MM-dd} {part.AmountFen}"))];
}
