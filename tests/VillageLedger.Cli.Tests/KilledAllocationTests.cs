using VillageLedger.Support;

namespace VillageLedger.Cli.Tests;

/// <summary>The program is killed with signal 9 while it allocates, confirms, pays, returns and reverses; started again with the same file it goes on where it stopped.</summary>
public sealed class KilledAllocationTests
{
    private const int Rounds = 60;
    private const int Kills = 8;

    [Fact]
    public async Task Nothing_is_half_posted_and_nothing_is_done_twice()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, [.. ThreeVillages.Founded(), .. Enumerable.Range(0, Rounds).SelectMany(Round)]);
        var killed = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var program = LedgerProgram.Start(database, "do", file);
            var heard = 0;
            var enough = Random.Shared.Next(1, Rounds);
            while (heard < enough && await program.StandardOutput.ReadLineAsync() is { } line)
                if (line.Contains("\"done\"", StringComparison.Ordinal)) heard++;
            program.Kill();
            await program.WaitForExitAsync();
            if (heard == enough) killed++;
        }

        killed.ShouldBeGreaterThan(Kills / 2);
        var last = (await LedgerProgram.RunAsync(database, "do", file)).Exits(0);
        last.Lines.Select(line => line.GetProperty("outcome").GetString()).Distinct().ShouldBeSubsetOf(["done", "already-done"]);
        await using var ledger = await TestLedger.OpenAsync(database);
        var venture = (await VentureLaws.HoldAsync(ledger)).Ventures.Single();
        venture.Allocations.Count.ShouldBe(Rounds);
        venture.Allocations.Values.ShouldAllBe(allocation => !allocation.IsStanding);
        // Per round: four allocated and taken back, two of each payment paid and taken back.
        (await ledger.QueryAsync<long>("select count(*) from ledger.mt_events where type = 'voucher-posted.1'")).ShouldBe([Rounds * 12L]);
        File.Delete(file);
    }

    private static IEnumerable<string> Round(int round) =>
    [
        ThreeVillages.Allocate($"a{round}"),
        ThreeVillages.Confirm($"c{round}", $"a{round}"),
        ThreeVillages.Pay($"p{round}", $"a{round}", ThreeVillages.Villages[round % 3], 2_000_000, $"k{round}"),
        ThreeVillages.Return($"t{round}", $"p{round}"),
        ThreeVillages.Reverse($"r{round}", $"a{round}"),
    ];
}
