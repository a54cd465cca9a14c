using VillageLedger.Reports;
using VillageLedger.Reports.Tests.Exports;
using VillageLedger.Support;

namespace VillageLedger.Cli.Tests;

/// <summary>The demonstration data, loaded as users load them, agree with what other programs of accounting make of the exported journal.</summary>
public sealed class DemonstrationTests
{
    [Fact]
    public async Task Hledger_ledger_and_beancount_agree_with_the_trial_balance_of_every_book()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        var demo = (await LedgerProgram.RunAsync(database, "demo", "--no-serve", "--lang", "en")).Exits(0);
        demo.Text.ShouldContain("永安村");
        // What was published, and that nobody knows how they really share.
        demo.Text.ShouldContain("not public");
        demo.Text.ShouldContain("27,000,000.00");
        var ours = await BalancesAsync(database);
        // Fifteen villages, two companies, two ventures.
        ours.Keys.Select(key => key.Split(' ')[0]).Distinct().Count().ShouldBe(19);

        using (var journal = new Journal(JournalFormat.Hledger, (await LedgerProgram.RunAsync(database, "export", "journal", "--format", "hledger")).Exits(0).Output))
        {
            journal.ShouldPassHledger();
            journal.HledgerBalances().ShouldBe(ours);
            journal.LedgerBalances().ShouldBe(ours);
        }

        using (var journal = new Journal(JournalFormat.Beancount, (await LedgerProgram.RunAsync(database, "export", "journal", "--format", "beancount")).Exits(0).Output))
        {
            journal.ShouldPassBeanCheck();
            journal.BeancountBalances().ShouldBe(ours);
        }

        var book = ours.Keys.First().Split(' ')[0];
        using (var journal = new Journal(JournalFormat.Hledger, (await LedgerProgram.RunAsync(database, "export", "journal", "--format", "hledger", "--book", book.Replace('-', '/'))).Exits(0).Output))
            journal.HledgerBalances().ShouldBe(ours.Where(balance => balance.Key.StartsWith(book, StringComparison.Ordinal)));

        // Once is enough.
        var newest = await NewestAsync(database);
        (await LedgerProgram.RunAsync(database, "demo", "--no-serve")).Exits(0);
        (await NewestAsync(database)).ShouldBe(newest);
        (await LedgerProgram.RunAsync(database, "replay", "--compare")).Exits(0);
    }

    /// <summary>Balances at the end of 2025 of the lowest accounts: (book, account) to fen, debit positive, zeros left out.</summary>
    private static async Task<SortedDictionary<string, long>> BalancesAsync(string database)
    {
        await using var ledger = await TestLedger.OpenAsync(database);
        await using var models = new ReadModels(ledger.Log);
        var at = await ledger.Log.NewestAsync();
        var balances = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var address in await ledger.QueryAsync<string>("select substr(id, 10) from ledger.mt_streams where id like 'accounts/%'"))
        {
            Owner.TryParse(address, out var owner).ShouldBeTrue();
            foreach (var row in (await TrialBalance.ReadAsync(models, at, owner, Period.OfYear(2025))).Rows)
                if (row[3] is true && (long)row[10]! - (long)row[11]! is var fen and not 0) balances.Add($"{address.Replace('/', '-')} {row[0]}", fen);
        }

        return balances;
    }

    /// <summary>Each village shows what was published: 100,000,000 yuan of assets and 3,000,000 yuan a year; the same project as a company has nothing to distribute.</summary>
    [Fact]
    public async Task The_demonstration_shows_what_was_published()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        (await LedgerProgram.RunAsync(database, "demo", "--no-serve")).Exits(0);
        foreach (var year in (string[])["2024", "2025"])
        {
            var rows = (await ReportAsync("allocation", "--venture", "jiucun", "--year", year)).Json.GetProperty("rows").EnumerateArray().ToList();
            rows.Count.ShouldBe(9);
            foreach (var row in rows)
            {
                row.GetProperty("allocatedFen").GetInt64().ShouldBe(300_000_000);
                row.GetProperty("assetFen").GetInt64().ShouldBe(10_000_000_000);
                row.GetProperty("netAssetFen").GetInt64().ShouldBe(year == "2024" ? 9_500_000_000 : 9_000_000_000);
                row.GetProperty("expectedFen").GetInt64().ShouldBe(300_000_000);
                row.GetProperty("deviationFen").GetInt64().ShouldBe(0);
            }
        }

        var company = $"company/{DemoCompanyForm.Company}";
        var figures = (await ReportAsync("distributable", "--payer", company, "--year", "2025")).Json.GetProperty("rows").EnumerateArray()
            .ToDictionary(row => row.GetProperty("row").GetString()!, row => row.GetProperty("sumFen").GetInt64());
        figures["income"].ShouldBe(2_700_000_000);
        figures["depreciation"].ShouldBe(4_500_000_000);
        figures["profit"].ShouldBe(-1_800_000_000);
        figures["distributable"].ShouldBe(0);
        (await LedgerProgram.RunAsync(database, "report", "distributable", "--payer", company, "--year", "2025")).Exits(0).Text.ShouldContain("折旧 45,000,000.00 元超过本年收入 27,000,000.00 元");
        (await ReportAsync("company-revenue", "--company", DemoVillageCompany.Company, "--year", "2024")).Json.GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty("revenueFen").GetInt64()).ShouldBe(200_000_000);
        (await ReportAsync("dividends", "--payer", $"company/{DemoVillageCompany.Company}")).Json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("declaredFen").GetInt64()).ShouldBe([12_000_000, 9_000_000, 9_000_000]);
        // The campsite's 130,000 yuan first, then 4 : 3 : 3 of 1,855,001 yuan.
        var ticket = (await ReportAsync("allocation", "--venture", "daopiao", "--year", "2024")).Json.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("holder").GetString()!, row => row.GetProperty("allocatedFen").GetInt64());
        ticket["village/330110902201"].ShouldBe(13_000_000 + 74_200_040);
        ticket.Values.Sum().ShouldBe(198_500_100);

        async Task<Ran> ReportAsync(params string[] words) => (await LedgerProgram.RunAsync(database, ["report", .. words, "--format", "json"])).Exits(0);
    }

    private static async Task<long> NewestAsync(string database)
    {
        await using var ledger = await TestLedger.OpenAsync(database);
        return await ledger.NewestAsync();
    }
}
