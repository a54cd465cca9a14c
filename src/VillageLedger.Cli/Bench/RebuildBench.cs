using System.Diagnostics;
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
        await ReadRawAsync(log).ConfigureAwait(false);
        var (raws, rebuilds, peak) = (new List<double>(), new List<double>(), 0L);
        for (var round = 0; round < 3; round++)
        {
            progress($"rebuild, round {round + 1} of 3 …");
            raws.Add(await ReadRawAsync(log).ConfigureAwait(false));
            var (seconds, bytes) = await RebuildAsync(log).ConfigureAwait(false);
            rebuilds.Add(newest / seconds);
            peak = Math.Max(peak, bytes);
        }

        print(Measure.Rate("rebuild", null, rebuilds.Order().ElementAt(1), raws.Order().ElementAt(1)));
        var mebibytes = peak / 1024.0 / 1024.0;
        print(new("rebuild-memory-mib", null, mebibytes, null, MemoryLimitMiB, mebibytes / MemoryLimitMiB));
    }

    private static async Task<double> ReadRawAsync(EventLog log)
    {
        var started = Stopwatch.GetTimestamp();
        var (count, bytes) = (0L, 0L);
        await foreach (var fact in log.ReadAllAsync(0).ConfigureAwait(false)) (count, bytes) = (count + 1, bytes + fact.Data.Length);
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<(double Seconds, long PeakBytes)> RebuildAsync(EventLog log)
    {
        using var done = new CancellationTokenSource();
        var sampling = SampleAsync(done.Token);
        var started = Stopwatch.GetTimestamp();
        await Rebuilding.RunAsync(log).ConfigureAwait(false);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await done.CancelAsync().ConfigureAwait(false);
        return (seconds, await sampling.ConfigureAwait(false));
    }

    private static async Task<long> SampleAsync(CancellationToken done)
    {
        using var self = Process.GetCurrentProcess();
        var peak = 0L;
        while (!done.IsCancellationRequested)
        {
            self.Refresh();
            peak = Math.Max(peak, self.WorkingSet64);
            await Task.WhenAny(Task.Delay(20, done)).ConfigureAwait(false);
        }

        return peak;
    }
}
