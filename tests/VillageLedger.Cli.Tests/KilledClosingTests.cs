using VillageLedger.Support;

namespace VillageLedger.Cli.Tests;

/// <summary>The program is killed with signal 9 while it closes a month of many villages; run again it goes on, and each is closed once.</summary>
public sealed class KilledClosingTests
{
    private const int Villages = 60;
    private const int CannotClose = 3;

    [Fact]
    public async Task Each_village_is_closed_once_and_those_that_cannot_are_named()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, Villages).SelectMany(Village));
        (await LedgerProgram.RunAsync(database, "do", file)).Exits(0);
        string[] close = ["month", "close", "--month", "2026-01", "--by", "li", "--place", "330110", "--parallel", "2", "--json"];
        using (var program = LedgerProgram.Start(database, close))
        {
            while (await program.StandardOutput.ReadLineAsync() is { } line && !line.Contains("\"done\"", StringComparison.Ordinal)) continue;
            program.Kill();
            await program.WaitForExitAsync();
        }

        var last = (await LedgerProgram.RunAsync(database, close)).Exits(1);
        last.Lines.Count.ShouldBe(Villages);
        last.Lines.Count(line => line.GetProperty("outcome").GetString() == "refused" && line.GetProperty("code").GetString() == "month-not-ready").ShouldBe(CannotClose);
        last.Lines.Count(line => line.GetProperty("outcome").GetString() == "already").ShouldBeGreaterThan(0);
        await using var ledger = await TestLedger.OpenAsync(database);
        (await ledger.QueryAsync<string>("select stream_id from ledger.mt_events where type = 'month-closed.1'")).ShouldBeUnique();
        (await ledger.QueryAsync<long>("select count(*) from ledger.mt_events where type = 'month-closed.1'")).ShouldBe([Villages - CannotClose]);
        (await LedgerProgram.RunAsync(database, close)).Lines.ShouldAllBe(line => line.GetProperty("outcome").GetString() != "done");
        File.Delete(file);
    }

    /// <summary>A village with a rent in January; of the first three it is not posted.</summary>
    private static IEnumerable<string> Village(int number)
    {
        var code = $"3301101{number / 15:D2}{200 + number % 15:D3}";
        yield return $$"""{"request":"register-village","id":"v{{number}}","by":"zhao","village":"{{code}}","name":"村{{number}}","township":"镇{{number / 15}}","county":"余杭区"}""";
        yield return $$"""{"request":"open-book","id":"b{{number}}","by":"zhao","owner":"village/{{code}}","standard":"rural-2023","month":"2026-01"}""";
        yield return $$"""{"request":"prepare-voucher","id":"p{{number}}","by":"wang","book":"village/{{code}}","date":"2026-01-10","summary":"收到租金","lines":[{"account":"102","debitFen":100},{"account":"501","creditFen":100}]}""";
        if (number < CannotClose) yield break;
        yield return $$"""{"request":"review-voucher","id":"r{{number}}","by":"li","voucher":"p{{number}}"}""";
        yield return $$"""{"request":"post-voucher","id":"q{{number}}","by":"wang","voucher":"p{{number}}"}""";
    }
}
