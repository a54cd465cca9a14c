using System.Diagnostics;
using VillageLedger.EventStore;
using VillageLedger.Reports;

namespace VillageLedger.Cli;

/// <summary>
/// Measures a county of many events: every report of a village and of the county, now and at random past appends' ends; replaying it, against reading it raw; and how soon a posted voucher is in all
/// reports while others arrive.
/// </summary>
internal sealed class CountyBench(LedgerSession session, string connection, int villages, Action<Measure> print, Action<string> progress)
{
    private const double VillageLimit = 50;
    private const double CountyLimit = 300;
    private const double MemoryLimitMiB = 1_000;

    /// <summary>What takes long is asked for less often, so that the measuring ends.</summary>
    private const int LeastTimes = 10;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly Random random = new(1);

    public async Task RunAsync(long events, int times, int seconds, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var newest = await new CountyBooks(session, connection, villages).FillAsync(events, progress, cancellation).ConfigureAwait(false);
        var filling = Stopwatch.GetElapsedTime(started).TotalSeconds;
        print(new("events", null, newest / filling, null, newest, newest / (double)events));
        await FillAsync(newest, cancellation).ConfigureAwait(false);
        await ReplayAsync(newest, cancellation).ConfigureAwait(false);
        await new FreshnessBench(session, villages).RunAsync(seconds, print, progress, cancellation).ConfigureAwait(false);
        await ReportsAsync((await session.Log.NewestAsync(cancellation).ConfigureAwait(false)).Position, times, cancellation).ConfigureAwait(false);
    }

    private async Task FillAsync(long newest, CancellationToken cancellation)
    {
        progress("projections …");
        var started = Stopwatch.GetTimestamp();
        await session.Models.CatchUpAsync(newest, cancellation).ConfigureAwait(false);
        print(Measure.Rate("fill", null, newest / Stopwatch.GetElapsedTime(started).TotalSeconds, 100_000));
    }

    private async Task ReplayAsync(long newest, CancellationToken cancellation)
    {
        progress("replay …");
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var raw = await RawReading.RateAsync(session.Log, cancellation).ConfigureAwait(false);
        var (seconds, peak) = await WorkingSet.WhileAsync(async () =>
        {
            var results = await Replay.CompareAsync(session.Log, session.Models, cancellation: cancellation).ConfigureAwait(false);
            if (results.FirstOrDefault(result => result.Difference is not null) is { } differing) throw new InvalidOperationException($"{differing.Projection} differs: {differing.Difference}");
        }).ConfigureAwait(false);
        print(Measure.Rate("replay", null, newest / seconds, raw));
        print(new("replay-memory-mib", null, peak, null, MemoryLimitMiB, peak / MemoryLimitMiB));
    }

    private async Task ReportsAsync(long newest, int times, CancellationToken cancellation)
    {
        var reports = new CountyReports(session, villages);
        var now = (await session.Log.AtPositionAsync(newest, cancellation).ConfigureAwait(false))!;
        var past = await MomentsAsync(newest, cancellation).ConfigureAwait(false);
        foreach (var (name, isOfCounty, read) in reports.All)
        {
            progress(name);
            var limit = isOfCounty ? CountyLimit : VillageLimit;
            await read(now, random, past[^1].Month, cancellation).ConfigureAwait(false);
            print(Of(name + ", now", limit, await P99Async(times, () => read(now, random, past[random.Next(past.Count)].Month, cancellation)).ConfigureAwait(false)));
            print(Of(name + ", past", limit, await P99Async(times, () => past[random.Next(past.Count)] is var (at, month) ? read(at, random, month, cancellation) : Task.CompletedTask).ConfigureAwait(false)));
        }

        static Measure Of(string name, double limit, double p99) => new(name, null, null, p99, limit, p99 / limit);
    }

    /// <summary>Random appends' ends, in order, each with the month that was being kept then.</summary>
    private async Task<IReadOnlyList<(LogMoment At, Month Month)>> MomentsAsync(long newest, CancellationToken cancellation)
    {
        var moments = new List<(LogMoment, Month)>();
        foreach (var position in Enumerable.Range(0, 200).Select(_ => random.NextInt64(newest / 2, newest)).Order())
        {
            var end = await session.Log.AppendEndAsync(position, cancellation).ConfigureAwait(false);
            if ((await session.Log.ReadAtAsync([end], cancellation).ConfigureAwait(false)) is [var fact] && Streams.TryBook(fact.Stream, out _, out var month))
                moments.Add(((await session.Log.AtPositionAsync(end, cancellation).ConfigureAwait(false))!, month));
        }

        return moments;
    }

    private static async Task<double> P99Async(int times, Func<Task> work)
    {
        var each = new List<double>();
        var began = Stopwatch.GetTimestamp();
        while (each.Count < times && (each.Count < LeastTimes || Stopwatch.GetElapsedTime(began) < Longest))
        {
            var started = Stopwatch.GetTimestamp();
            await work().ConfigureAwait(false);
            each.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return each.Order().ElementAt((int)(each.Count * 0.99));
    }
}

/// <summary>How fast the log is read when nothing is made of it.</summary>
internal static class RawReading
{
    public static async Task<double> RateAsync(EventLog log, CancellationToken cancellation = default)
    {
        var started = Stopwatch.GetTimestamp();
        var (count, bytes) = (0L, 0L);
        await foreach (var fact in log.ReadAllAsync(0, cancellation: cancellation).ConfigureAwait(false)) (count, bytes) = (count + 1, bytes + fact.Data.Length);
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}

/// <summary>The largest working set of this process while something runs, in MiB.</summary>
internal static class WorkingSet
{
    public static async Task<(double Seconds, double PeakMiB)> WhileAsync(Func<Task> work)
    {
        using var done = new CancellationTokenSource();
        var sampling = SampleAsync(done.Token);
        var started = Stopwatch.GetTimestamp();
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            await done.CancelAsync().ConfigureAwait(false);
        }

        return (Stopwatch.GetElapsedTime(started).TotalSeconds, await sampling.ConfigureAwait(false) / 1024.0 / 1024.0);
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
