using System.Text.Json;

namespace VillageLedger.Cli.Tests.History;

/// <summary><c>explain</c>, <c>diff</c>, <c>--restated</c> and <c>--check</c> as they are used.</summary>
public sealed class HistoryCommandTests
{
    private static readonly string[] Balances = ["trial-balance", "--book", TwoVillages.A, "--month", "2025-12"];

    [Fact]
    public async Task A_figure_is_explained_by_its_vouchers()
    {
        var database = await TwoVillages.DatabaseAsync();
        var figure = (await LedgerProgram.RunAsync(database, ["report", .. Balances, "--json"])).Exits(0).RowsOf().Single(row => row.GetProperty("account").GetString() == "501").GetProperty("creditFen").GetInt64();
        var explained = (await LedgerProgram.RunAsync(database, ["explain", .. Balances, "--row", "501", "--column", "creditFen", "--json"])).Exits(0);
        explained.Json.GetProperty("head").GetProperty("figureFen").GetInt64().ShouldBe(figure);
        explained.RowsOf().Sum(row => row.GetProperty("changeFen").GetInt64()).ShouldBe(figure);
        explained.RowsOf().ShouldAllBe(row => row.GetProperty("voucher").GetString() != null && row.GetProperty("by").GetString() != null && row.GetProperty("position").GetInt64() > 0);
    }

    [Fact]
    public async Task What_changed_between_two_positions_is_told_with_its_vouchers()
    {
        var database = await TwoVillages.DatabaseAsync();
        var explained = (await LedgerProgram.RunAsync(database, ["explain", .. Balances, "--row", "501", "--column", "creditFen", "--json"])).Exits(0).RowsOf();
        var last = explained[^1].GetProperty("position").GetInt64();
        var diff = (await LedgerProgram.RunAsync(database, ["diff", .. Balances, "--from-position", $"{last - 1}", "--to-position", $"{last}", "--json"])).Exits(0).RowsOf();
        var cells = diff.Where(row => row.GetProperty("row").GetString() == "501" && row.GetProperty("column").GetString() == "creditFen").ToList();
        cells.Select(row => row.GetProperty("entry").GetString()).ShouldBe(["figure", "fact"]);
        cells[0].GetProperty("differenceFen").GetInt64().ShouldBe(explained[^1].GetProperty("changeFen").GetInt64());
        cells[1].GetProperty("voucher").GetString().ShouldBe(explained[^1].GetProperty("voucher").GetString());
        (await LedgerProgram.RunAsync(database, ["diff", .. Balances, "--from-position", $"{last}", "--to-position", $"{last}", "--json"])).Exits(0).RowsOf().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_kept_report_is_checked_against_the_ledger()
    {
        var database = await TwoVillages.DatabaseAsync();
        var kept = (await LedgerProgram.RunAsync(database, ["report", .. Balances, "--json"])).Exits(0).Text;
        var folder = Directory.CreateTempSubdirectory();
        var file = Path.Combine(folder.FullName, "kept.json");
        await File.WriteAllTextAsync(file, kept);
        (await LedgerProgram.RunAsync(database, ["report", .. Balances, "--check", file])).Exits(0);
        await File.WriteAllTextAsync(file, kept.Replace("\"creditFen\":", "\"creditFen\":1", StringComparison.Ordinal));
        (await LedgerProgram.RunAsync(database, ["report", .. Balances, "--check", file])).Exits(1).Trouble.ShouldContain("rows[0]");
        await File.WriteAllTextAsync(file, kept.Replace("\"sha256\":\"", "\"sha256\":\"0", StringComparison.Ordinal));
        (await LedgerProgram.RunAsync(database, ["report", .. Balances, "--check", file])).Exits(1);
        // Another report, no report, and what is no JSON at all.
        (await LedgerProgram.RunAsync(database, "report", "operating-income", "--year", "2025", "--check", file)).Exits(2);
        foreach (var text in (string[])["{}", "[]", "rubbish", ""])
        {
            await File.WriteAllTextAsync(file, text);
            (await LedgerProgram.RunAsync(database, ["report", .. Balances, "--check", file])).Exits(2);
        }

        await File.WriteAllTextAsync(file, (await LedgerProgram.RunAsync(database, ["report", .. Balances, "--json", "--rows", "3"])).Exits(0).Text);
        (await LedgerProgram.RunAsync(database, ["report", .. Balances, "--check", file])).Exits(2).Trouble.ShouldContain("--output");
        (await LedgerProgram.RunAsync(database, ["report", .. Balances, "--check", file + ".none"])).Exits(3);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Restated_amounts_stand_beside_the_books()
    {
        var rows = (await LedgerProgram.RunAsync(await TwoVillages.DatabaseAsync(), ["report", .. Balances, "--restated", "--json"])).Exits(0).RowsOf();
        rows.ShouldAllBe(row => row.GetProperty("debitFen").ValueKind == JsonValueKind.Number && row.GetProperty("debitRestatedFen").ValueKind == JsonValueKind.Number);
    }

    [Theory]
    [InlineData(1, "report-row-unknown", "explain", "trial-balance", "--book", TwoVillages.A, "--row", "9999", "--column", "debitFen")]
    [InlineData(1, "report-row-unknown", "explain", "trial-balance", "--book", TwoVillages.A)]
    [InlineData(1, "report-column-unknown", "explain", "trial-balance", "--book", TwoVillages.A, "--row", "501", "--column", "no-such")]
    [InlineData(1, "position-unknown", "explain", "trial-balance", "--book", TwoVillages.A, "--row", "501", "--column", "debitFen", "--at", "999999")]
    [InlineData(1, "position-unknown", "diff", "trial-balance", "--book", TwoVillages.A, "--from-position", "999999")]
    [InlineData(1, "position-unknown", "diff", "trial-balance", "--book", TwoVillages.A, "--from-position", "1", "--to-position", "999999")]
    [InlineData(1, "report-diff-backwards", "diff", "trial-balance", "--book", TwoVillages.A, "--from-position", "60", "--to-position", "50")]
    [InlineData(1, "book-not-open", "diff", "trial-balance", "--book", "village/330110112299", "--from-position", "60")]
    [InlineData(2, "--at", "diff", "trial-balance", "--book", TwoVillages.A, "--from-position", "60", "--at", "70")]
    [InlineData(2, "--from-position", "diff", "trial-balance", "--book", TwoVillages.A)]
    [InlineData(1, "report-not-restated", "report", "month-check", "--book", TwoVillages.A, "--restated")]
    public async Task Wrong_words_and_refusals_say_what_is_wrong(int status, string told, params string[] words) =>
        (await LedgerProgram.RunAsync(await TwoVillages.DatabaseAsync(), words)).Exits(status).Trouble.ShouldContain(told);
}

file static class Printed
{
    public static IReadOnlyList<JsonElement> RowsOf(this Ran ran) => [.. ran.Json.GetProperty("rows").EnumerateArray()];
}
