using VillageLedger.Cli.Tests.Docs;
using VillageLedger.EventStore;
using VillageLedger.Reports;
using VillageLedger.Support;
using VillageLedger.Tests;

namespace VillageLedger.Cli.Tests.History;

/// <summary>What explains a figure adds up to it, and what changed it to the difference: of every report, on the ledger that its example in docs/REPORTS.md reads.</summary>
public sealed class HistoryTests
{
    private const int Figures = 8;

    public static TheoryData<string> Reports => ReportsPageTests.Reports;

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task What_is_listed_adds_up(string report)
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var open = await OpenReport.OfAsync(await ReportsPageTests.DatabaseOfAsync(report), WordsOf(report));
        var newest = await open.Log.NewestAsync();
        await ExplainedAsync(open, await open.ReadAsync(newest), random);
        var from = await open.AtAsync(random.NextInt64(1, newest.Position));
        await DifferedAsync(open, from, newest);
    }

    /// <summary>"As known at P" is what a ledger says that was given the first P facts and no more.</summary>
    [Theory]
    [MemberData(nameof(Reports))]
    public async Task At_any_position_it_is_the_report_of_a_ledger_that_ends_there(string report)
    {
        await using var open = await OpenReport.OfAsync(await ReportsPageTests.DatabaseOfAsync(report), WordsOf(report));
        // The program adopts the rules that a ledger lacks when it opens it.
        var adopted = (await open.Log.ReadStreamAsync("rules"))[^1].Position;
        for (var i = 0; i < 2; i++)
        {
            var at = await open.AtAsync(Random.Shared.NextInt64(adopted, (await open.Log.NewestAsync()).Position));
            await using var prefix = await OpenReport.OfAsync(await LedgerPrefix.CopyAsync(open.Log.Connection, at.Position), WordsOf(report));
            (await ShownAsync(prefix, await prefix.Log.NewestAsync())).ShouldBe(await ShownAsync(open, at), $"{report} at {at.Position}");
        }
    }

    [Fact]
    public async Task Rows_are_told_apart_by_their_keys()
    {
        foreach (var report in Reports.Select(row => row.Data))
        {
            await using var open = await OpenReport.OfAsync(await ReportsPageTests.DatabaseOfAsync(report), WordsOf(report));
            var table = await open.ReadAsync(await open.Log.NewestAsync());
            table.Keys.ShouldBeSubsetOf(table.Columns.Select(column => column.Name), report);
            RowKeys.AllOf(table).ShouldAllBe(key => !System.Text.RegularExpressions.Regex.IsMatch(key, "[^/]#[0-9]+$"), report);
        }
    }

    private static async Task ExplainedAsync(OpenReport open, ReportTable table, Random random)
    {
        var keys = RowKeys.AllOf(table);
        var numbers = (from row in Enumerable.Range(0, table.Rows.Count) from column in Enumerable.Range(0, table.Columns.Count) where table.Rows[row][column] is long and not 0 select (row, column)).ToArray();
        random.Shuffle(numbers);
        var ofNothing = await OfNothingAsync(open);
        foreach (var (row, column) in numbers.Take(Figures))
        {
            var (key, name) = (keys[row], table.Columns[column].Name);
            var explained = await Explain.OfAsync(open.Models, open.ReadAsync, table.AsOf, key, name);
            // What a report says of an empty ledger (the level of a heading) follows from no fact.
            explained.Rows.Sum(part => part[^1] as long? ?? 0).ShouldBe((long)table.Rows[row][column]! - ofNothing.GetValueOrDefault((key, name)), $"{table.Report} {key} {name}");
            explained.Rows.ShouldAllBe(part => (long)part[0]! <= table.AsOf.Position && part[1] != null);
        }
    }

    private static async Task<Dictionary<(string Row, string Column), long>> OfNothingAsync(OpenReport open)
    {
        try
        {
            var table = await open.ReadAsync(new(0, null));
            return RowKeys.AllOf(table).SelectMany((key, row) => table.Columns.Select((column, i) => (Cell: (key, column.Name), Value: table.Rows[row][i] as long?)))
                .Where(cell => cell.Value is not null).ToDictionary(cell => cell.Cell, cell => cell.Value!.Value);
        }
        catch (ReportRefusedException)
        {
            return [];
        }
    }

    private static async Task DifferedAsync(OpenReport open, LogMoment from, LogMoment to)
    {
        var diff = await ReportDiff.OfAsync(open.Models, open.ReadAsync, from, to);
        foreach (var cell in diff.Rows.GroupBy(row => ((string)row[0]!, (string)row[2]!)))
        {
            var (figure, facts) = (cell.Single(row => row[3] is "figure"), cell.Where(row => row[3] is "fact").ToList());
            facts.ShouldNotBeEmpty($"{cell.Key} {from.Position}–{to.Position}");
            facts.ShouldAllBe(fact => (long)fact[10]! > from.Position && (long)fact[10]! <= to.Position);
            foreach (var difference in (int[])[6, 9])
                if (figure[difference] is long whole) facts.Sum(fact => (long)fact[difference]!).ShouldBe(whole, $"{cell.Key} {from.Position}–{to.Position}");
        }
    }

    private static async Task<string> ShownAsync(OpenReport open, LogMoment at)
    {
        try
        {
            var table = await open.ReadAsync(at);
            return $"{ReportFingerprint.HashOf(table)} {table.AsOf} {string.Join('|', table.Notes)} {string.Join('\n', table.Rows.Select(row => string.Join(',', row)))}";
        }
        catch (ReportRefusedException refused)
        {
            return refused.Refusal.StableCode;
        }
    }

    private static string[] WordsOf(string report) =>
        Page.Sections("REPORTS.md").Single(section => section.Heading == report).Text.Split("```\n./ledger report ")[1].Split("\n```")[0].Split(' ');
}
