using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace VillageLedger.Cli;

/// <summary>
/// Accountants at work at one node, which is a process of its own: how long a voucher takes until it is confirmed, then a steady number of calls of all kinds a second, what they take, whether any fails, and whether the node's
/// memory stays level. Callers, node and PostgreSQL share the machine.
/// </summary>
internal sealed class WebBench(LedgerSession session, string connection, Action<Measure> print, Action<string> progress)
{
    private const int Users = 50;
    private const int CallsPerSecond = 200;
    private const double SavedLimitMs = 100;
    private const int MemoryEvery = 10;

    private readonly ConcurrentDictionary<string, int> faults = new(StringComparer.Ordinal);

    public async Task RunAsync(long events, int seconds, CancellationToken cancellation)
    {
        var newest = await new CountyBooks(session, connection, Users).FillAsync(events, progress, cancellation).ConfigureAwait(false);
        progress("projections …");
        await session.Models.CatchUpAsync(newest, cancellation).ConfigureAwait(false);
        var desks = await WebDesk.OpenAllAsync(connection, Users, cancellation).ConfigureAwait(false);
        await using var node = await WebProcess.StartAsync(connection, cancellation).ConfigureAwait(false);
        progress("warm …");
        await MixAsync(node, desks, Math.Min(seconds, 20), cancellation).ConfigureAwait(false);
        progress("at work …");
        await AtWorkAsync(node, desks, Math.Min(seconds, 60), cancellation).ConfigureAwait(false);
        progress("mixed …");
        await MixedAsync(node, desks, seconds, cancellation).ConfigureAwait(false);
        foreach (var (fault, times) in faults.OrderByDescending(one => one.Value).Take(5)) progress(string.Create(CultureInfo.InvariantCulture, $"{times} × {fault}"));
    }

    /// <summary>Everybody saves a voucher, looks at it and at the books, and thinks for a second.</summary>
    private async Task AtWorkAsync(WebProcess node, IReadOnlyList<WebDesk> desks, int seconds, CancellationToken cancellation)
    {
        var saved = new ConcurrentBag<double>();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(desks.Select(async (desk, i) =>
        {
            var random = new Random(i);
            await Task.Delay(random.Next(1_000), cancellation).ConfigureAwait(false);
            while (Stopwatch.GetElapsedTime(started).TotalSeconds < seconds)
            {
                saved.Add(await CallAsync(node, desk.Voucher(), cancellation).ConfigureAwait(false));
                await CallAsync(node, desk.Reads[random.Next(desk.Reads.Count)](), cancellation).ConfigureAwait(false);
                await Task.Delay(random.Next(500, 1_500), cancellation).ConfigureAwait(false);
            }
        })).ConfigureAwait(false);
        print(Measure.Rate("vouchers-saved", Users, saved.Count / Stopwatch.GetElapsedTime(started).TotalSeconds, Users));
        Print("voucher-saved", saved, 95, SavedLimitMs);
    }

    private async Task MixedAsync(WebProcess node, IReadOnlyList<WebDesk> desks, int seconds, CancellationToken cancellation)
    {
        faults.Clear();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watching = WatchMemoryAsync(node, stop.Token);
        var started = Stopwatch.GetTimestamp();
        var (writes, reads) = await MixAsync(node, desks, seconds, cancellation).ConfigureAwait(false);
        var rate = (writes.Count + reads.Count) / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await stop.CancelAsync().ConfigureAwait(false);
        var memory = await watching.ConfigureAwait(false);
        print(Measure.Rate("mixed-calls", Users, rate, CallsPerSecond));
        Print("mixed-writes", writes, 95, SavedLimitMs);
        Print("mixed-reads", reads, 95, SavedLimitMs);
        print(new("mixed-faults", null, faults.Values.Sum(), null, writes.Count + reads.Count, faults.Values.Sum() / (double)(writes.Count + reads.Count)));
        // The first third is the time in which caches fill.
        var (early, late) = (memory.Skip(memory.Count / 3).First(), memory.TakeLast(3).Average());
        print(new("node-memory-mib", null, late, null, early, late / early));
    }

    /// <summary>Calls begin when they are due, whether those before have been answered or not.</summary>
    private async Task<(IReadOnlyCollection<double> Writes, IReadOnlyCollection<double> Reads)> MixAsync(WebProcess node, IReadOnlyList<WebDesk> desks, int seconds, CancellationToken cancellation)
    {
        var (writes, reads, running) = (new ConcurrentBag<double>(), new ConcurrentBag<double>(), new List<Task>());
        var random = new Random(7);
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < seconds * CallsPerSecond; i++)
        {
            var due = TimeSpan.FromSeconds(i / (double)CallsPerSecond) - Stopwatch.GetElapsedTime(started);
            if (due > TimeSpan.Zero) await Task.Delay(due, cancellation).ConfigureAwait(false);
            var desk = desks[random.Next(desks.Count)];
            var isWrite = i % 10 == 0;
            var call = isWrite ? desk.Voucher() : desk.Reads[random.Next(desk.Reads.Count)]();
            running.Add(Task.Run(async () => (isWrite ? writes : reads).Add(await CallAsync(node, call, cancellation).ConfigureAwait(false)), cancellation));
        }

        await Task.WhenAll(running).ConfigureAwait(false);
        return (writes, reads);
    }

    private async Task<double> CallAsync(WebProcess node, WebCall call, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        if (await node.CallAsync(call, cancellation).ConfigureAwait(false) is { } fault) faults.AddOrUpdate(fault, 1, (_, times) => times + 1);
        else call.Done?.Invoke();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<IReadOnlyList<double>> WatchMemoryAsync(WebProcess node, CancellationToken stop)
    {
        var seen = new List<double> { node.MemoryMiB };
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(MemoryEvery), stop).ConfigureAwait(false);
                seen.Add(node.MemoryMiB);
            }
        }
        catch (OperationCanceledException)
        {
            return seen;
        }
    }

    private void Print(string name, IReadOnlyCollection<double> times, int percentile, double limit)
    {
        var at = times.Order().ElementAt(times.Count * percentile / 100);
        print(new(name, Users, null, at, limit, at / limit) { Percentile = percentile });
    }
}
