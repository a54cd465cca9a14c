using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using VillageLedger.EventStore;
using VillageLedger.Reports;
using VillageLedger.Requests;

namespace VillageLedger.Cli;

/// <summary>With 200 requests a second arriving: the time from the commit that posts a voucher until every projection has it and a report that needs it is read.</summary>
internal sealed class FreshnessBench(LedgerSession session, int villages)
{
    private const int RequestsPerSecond = 200;
    private const double LimitMs = 100;

    private static readonly Month Open = new(CountyBooks.LastYear, 12);

    private readonly ConcurrentBag<double> delays = [];
    private readonly ConcurrentBag<Task> watching = [];

    public async Task RunAsync(int seconds, Action<Measure> print, Action<string> progress, CancellationToken cancellation)
    {
        progress("arriving …");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var following = session.Models.RunAsync(stop.Token);
        var run = Guid.NewGuid().ToString("N")[..8];
        // What the first of a process costs is not asked.
        for (var i = 0; i < 20; i++) await VoucherAsync(run + "w", i, cancellation).ConfigureAwait(false);
        await Task.WhenAll(watching).ConfigureAwait(false);
        delays.Clear();
        var started = Stopwatch.GetTimestamp();
        var arriving = new List<Task>();
        for (var i = 0; i * 3 < seconds * RequestsPerSecond; i++)
        {
            var due = TimeSpan.FromSeconds(i * 3.0 / RequestsPerSecond) - Stopwatch.GetElapsedTime(started);
            if (due > TimeSpan.Zero) await Task.Delay(due, cancellation).ConfigureAwait(false);
            arriving.Add(VoucherAsync(run, i, cancellation));
        }

        await Task.WhenAll(arriving).ConfigureAwait(false);
        var rate = arriving.Count * 3 / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await Task.WhenAll(watching).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await following.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
        print(Measure.Rate("arriving", null, rate, RequestsPerSecond));
        var p99 = delays.Order().ElementAt((int)(delays.Count * 0.99));
        print(new("in-all-reports", null, null, p99, LimitMs, p99 / LimitMs));
    }

    private async Task VoucherAsync(string run, int i, CancellationToken cancellation)
    {
        var owner = Owner.Village(CountyBooks.CodeOf(i * 7 % villages));
        var id = string.Create(CultureInfo.InvariantCulture, $"f{run}-{i}");
        await DoAsync($$"""{"request":"prepare-voucher","id":"{{id}}","by":"kuaiji-1","book":"{{owner}}","date":"{{Open}}-28","kind":"ordinary","summary":"收租金","attachmentCount":1,"lines":[{"account":"10201","debitFen":100},{"account":"50101","creditFen":100}]}""").ConfigureAwait(false);
        await DoAsync($$"""{"request":"review-voucher","id":"{{id}}-r","by":"fuhe-1","voucher":"{{id}}"}""").ConfigureAwait(false);
        var posted = await DoAsync($$"""{"request":"post-voucher","id":"{{id}}-p","by":"fuhe-1","voucher":"{{id}}"}""").ConfigureAwait(false);
        watching.Add(WatchAsync(owner, posted.Position!.Value, Stopwatch.GetTimestamp(), cancellation));

        async Task<RequestOutcome> DoAsync(string json)
        {
            var outcome = await session.Requests.DoAsync(RequestTypes.Read(Encoding.UTF8.GetBytes(json)), cancellation).ConfigureAwait(false);
            return outcome.Kind == OutcomeKind.Done ? outcome : throw new InvalidOperationException($"A request of the measuring was not done: {outcome.Refusal?.Message(Language.English)}");
        }
    }

    private async Task WatchAsync(Owner owner, long position, long committed, CancellationToken cancellation)
    {
        await session.Models.CatchUpAsync(position, cancellation).ConfigureAwait(false);
        await TrialBalance.ReadAsync(session.Models, new(position, DateTimeOffset.UnixEpoch), owner, new(Open, Open), cancellation: cancellation).ConfigureAwait(false);
        delays.Add(Stopwatch.GetElapsedTime(committed).TotalMilliseconds);
    }
}
