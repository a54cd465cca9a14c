using System.Threading.Channels;
using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>Fills projections from the whole log in one pass, into schemas of their own: reading, parsing and writing at the same time, nothing read back.</summary>
internal static class Rebuild
{
    private const int BatchFacts = 2_000;

    public static async Task RunAsync(EventLog log, IReadOnlyList<(Projection Projection, string Schema)> targets, long upTo, Action<long>? progress, CancellationToken cancellation)
    {
        await using var source = Roles.Connect(log.Connection, Roles.Projector, maxPoolSize: targets.Count + 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var pipes = targets.Select(_ => Channel.CreateBounded<IReadOnlyList<PlacedFact>>(2)).ToList();
        var raw = Channel.CreateBounded<StoredFact[]>(2);
        var work = new List<Task> { ReadAsync(log, raw.Writer, upTo, stop.Token), ParseAsync(raw.Reader, pipes, progress, stop.Token) };
        work.AddRange(targets.Zip(pipes).Select(pair => WriteAsync(source, pair.First.Projection, pair.First.Schema, pair.Second.Reader, stop.Token)));
        await AllOrFirstFaultAsync(work, stop).ConfigureAwait(false);
    }

    private static async Task ReadAsync(EventLog log, ChannelWriter<StoredFact[]> output, long upTo, CancellationToken cancellation)
    {
        var batch = new List<StoredFact>(BatchFacts);
        await foreach (var fact in log.ReadAllAsync(0, upTo, cancellation).ConfigureAwait(false))
        {
            batch.Add(fact);
            if (batch.Count < BatchFacts) continue;
            await output.WriteAsync([.. batch], cancellation).ConfigureAwait(false);
            batch.Clear();
        }

        if (batch.Count > 0) await output.WriteAsync([.. batch], cancellation).ConfigureAwait(false);
        output.Complete();
    }

    private static async Task ParseAsync(ChannelReader<StoredFact[]> input, List<Channel<IReadOnlyList<PlacedFact>>> outputs, Action<long>? progress, CancellationToken cancellation)
    {
        await foreach (var batch in input.ReadAllAsync(cancellation).ConfigureAwait(false))
        {
            var placed = await Task.Run(() => Array.ConvertAll(batch, FactReader.Read), cancellation).ConfigureAwait(false);
            foreach (var output in outputs) await output.Writer.WriteAsync(placed, cancellation).ConfigureAwait(false);
            progress?.Invoke(placed[^1].Position);
        }

        foreach (var output in outputs) output.Writer.Complete();
    }

    private static async Task WriteAsync(NpgsqlDataSource source, Projection projection, string schema, ChannelReader<IReadOnlyList<PlacedFact>> input, CancellationToken cancellation)
    {
        projection.Forget(empty: true);
        var rows = new RowBuffers();
        await using var session = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await foreach (var batch in input.ReadAllAsync(cancellation).ConfigureAwait(false))
        {
            await projection.FoldAsync(session, batch, rows, schema, cancellation).ConfigureAwait(false);
            await rows.WriteAsync(session, schema, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>One that fails stops the others, whose channels would otherwise stay full for ever; the first fault is the one told.</summary>
    private static async Task AllOrFirstFaultAsync(List<Task> work, CancellationTokenSource stop)
    {
        var open = work.ToList();
        while (open.Count > 0)
        {
            var done = await Task.WhenAny(open).ConfigureAwait(false);
            open.Remove(done);
            if (done.IsCompletedSuccessfully) continue;
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(open).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
            await done.ConfigureAwait(false);
        }
    }
}
