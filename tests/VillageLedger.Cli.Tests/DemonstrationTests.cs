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
        var ours = await BalancesAsync(database);
        ours.Keys.Select(key => key.Split(' ')[0]).Distinct().Count().ShouldBe(9);

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

    private static async Task<long> NewestAsync(string database)
    {
        await using var ledger = await TestLedger.OpenAsync(database);
        return await ledger.NewestAsync();
    }
}
