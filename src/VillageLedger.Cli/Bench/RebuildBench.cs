using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Cli;

/// <summary>Measures rebuilding all projections, indexes included, against reading the same facts raw.</summary>
internal static class RebuildBench
{
    private const int Vouchers = 166_667;
    private const int Villages = 143;

    /// <summary>What a rebuild may hold in memory.</summary>
    private const double MemoryLimitMiB = 500;

    public static async Task RunAsync(string server, bool quick, Action<Measure> print, Action<string> progress)
    {
        await using var database = await BenchDatabase.CreateAsync(server).ConfigureAwait(false);
        await using var log = await EventLog.OpenAsync(new(database.Connection, "bench")).ConfigureAwait(false);
        progress("500,000 facts …");
        var newest = await BenchBooks.FillAsync(log, Villages, quick ? Vouchers / 10 : Vouchers).ConfigureAwait(false);
        await database.ExecuteAsync("vacuum analyze ledger.mt_events; checkpoint").ConfigureAwait(false);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await RawReading.RateAsync(log).ConfigureAwait(false);
        var (raws, rebuilds, peak) = (new List<double>(), new List<double>(), 0.0);
        for (var round = 0; round < 3; round++)
        {
            progress($"rebuild, round {round + 1} of 3 …");
            raws.Add(await RawReading.RateAsync(log).ConfigureAwait(false));
            var (seconds, mebibytes) = await WorkingSet.WhileAsync(() => Rebuilding.RunAsync(log)).ConfigureAwait(false);
            rebuilds.Add(newest / seconds);
            peak = Math.Max(peak, mebibytes);
        }

        print(Measure.Rate("rebuild", null, rebuilds.Order().ElementAt(1), raws.Order().ElementAt(1)));
        print(new("rebuild-memory-mib", null, peak, null, MemoryLimitMiB, peak / MemoryLimitMiB));
    }
}
