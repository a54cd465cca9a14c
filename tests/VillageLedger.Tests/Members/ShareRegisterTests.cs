using System.Diagnostics;

namespace VillageLedger.Tests;

public sealed class ShareRegisterTests
{
    private static string On(Given given, string date) => string.Join(
        " ", given.State<ShareRegister>(SayShares.Register).HoldingsOn(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)).Select(holding => $"{holding.Holder}:{holding.Weight}"));

    [Fact]
    public void Holdings_are_those_at_the_end_of_a_day_of_all_kinds_together_in_order_of_address()
    {
        var given = Given.AShareRegister().Done(
            SayShares.Inherit(SayShares.Units("m3", 100), "m2", "2023-07-01"),
            SayShares.Grant(SayShares.Units("m1", 50, "years-worked") + "," + SayShares.Units(null, 1000, "collective"), "2021-03-05"),
            SayShares.Cancel(SayShares.Units("m1", 100), "2022-01-01"));
        On(given, "2019-12-31").ShouldBe("");
        On(given, "2020-01-01").ShouldBe("member/m1:100 member/m2:100 member/m3:100");
        On(given, "2021-03-04").ShouldBe("member/m1:100 member/m2:100 member/m3:100");
        On(given, "2021-03-05").ShouldBe("member/m1:150 member/m2:100 member/m3:100 village/330110112201:1000");
        On(given, "2022-12-31").ShouldBe("member/m1:50 member/m2:100 member/m3:100 village/330110112201:1000");
        On(given, "2024-12-31").ShouldBe("member/m1:50 member/m3:200 village/330110112201:1000");
    }

    [Fact]
    public void Frozen_shares_keep_their_income() => On(Given.AShareRegister().Done(SayShares.Freeze(date: "2020-06-01")), "2021-01-01").ShouldBe("member/m1:100 member/m2:100 member/m3:100");

    [Fact]
    public void The_last_record_date_is_the_latest_one()
    {
        var given = Given.AShareRegister();
        given.State<ShareRegister>(SayShares.Register).LastRecordDate.ShouldBeNull();
        foreach (var date in new[] { "2021-12-31", "2020-12-31" }) given.Fact(SayShares.Register, "record-date-set.1", $$"""{"village":"330110112201","dividend":"d-{{date}}","date":"{{date}}"}""");
        given.State<ShareRegister>(SayShares.Register).LastRecordDate.ShouldBe(new DateOnly(2021, 12, 31));
    }

    /// <summary>Random entries in a random order of dates, compared with plain adding up, day by day.</summary>
    [Fact]
    public void Whatever_the_order_of_entries_holdings_are_the_sum_of_the_changes_up_to_a_day()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var first = new DateOnly(2020, 1, 1);
        var changes = new List<(DateOnly Date, ShareChange Change)>();
        var register = ShareRegister.Empty;
        for (var i = 0; i < 400; i++)
        {
            var change = new ShareChange(Holder.Member($"m{random.Next(20)}"), ShareKinds.Personal[random.Next(2)], random.Next(1, 50));
            var date = first.AddDays(random.Next(100));
            changes.Add((date, change));
            register = register.Evolve(new SharesGranted("330110112201", date, [change], "r"));
        }

        for (var day = first.AddDays(-1); day < first.AddDays(102); day = day.AddDays(1))
        {
            var expected = changes.Where(entry => entry.Date <= day).GroupBy(entry => entry.Change.Holder.Address).OrderBy(holder => holder.Key, StringComparer.Ordinal)
                .Select(holder => $"{holder.Key}:{holder.Sum(entry => entry.Change.Units)}");
            register.HoldingsOn(day).Select(holding => $"{holding.Holder}:{holding.Weight}").ShouldBe(expected, $"seed {seed}, {day}");
            register.AllUnits.On(day).ShouldBe(changes.Where(entry => entry.Date <= day).Sum(entry => entry.Change.Units), $"seed {seed}, {day}");
        }
    }

    [Fact]
    public void Holdings_of_3000_members_are_found_in_a_few_milliseconds()
    {
        var register = ShareRegister.Empty;
        for (var year = 2000; year < 2010; year++)
        {
            var changes = Enumerable.Range(0, 3000).Select(i => new ShareChange(Holder.Member($"m{i}"), ShareKinds.Personal[year % 2], 1)).ToList();
            register = register.Evolve(new SharesGranted("330110112201", new(year, 1, 1), changes, "r"));
        }

        register.HoldingsOn(new(2025, 1, 1));
        var clock = Stopwatch.StartNew();
        register.HoldingsOn(new(2025, 1, 1)).Count.ShouldBe(3000);
        clock.ElapsedMilliseconds.ShouldBeLessThan(100);
    }
}
