using System.Threading.Channels;
using Npgsql;
using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>A projection that is worked out from nothing, and what becomes of its rows.</summary>
/// <param name="Take">Takes the rows of a batch; called for one batch after the other.</param>
internal sealed record RebuildTarget(Projection Projection, Func<NpgsqlConnection, RowBuffers, CancellationToken, Task> Take)
{
    /// <summary>Into the tables of a schema.</summary>
    public static RebuildTarget Into(Projection projection, string schema) => new(projection, (session, rows, cancellation) => rows.WriteAsync(session, schema, cancellation));
}

/// <summary>Works projections out from the whole log in one pass: reading, parsing and folding at the same time, nothing read back.</summary>
internal static class Rebuild
{
    private const int BatchFacts = 2_000;

    public static async Task RunAsync(EventLog log, IReadOnlyList<RebuildTarget> targets, long upTo, Action<long>? progress, CancellationToken cancellation)
    {
        await using var source = Roles.Connect(log.Connection, Roles.Projector, maxPoolSize: targets.Count + 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var pipes = targets.Select(_ => Channel.CreateBounded<IReadOnlyList<PlacedFact>>(2)).ToList();
        var raw = Channel.CreateBounded<StoredFact[]>(2);
        var work = new List<Task> { ReadAsync(log, raw.Writer, upTo, stop.Token), ParseAsync(raw.Reader, pipes, progress, stop.Token) };
        work.AddRange(targets.Zip(pipes).Select(pair => Task.Run(() => FoldAsync(source, pair.First, pair.Second.Reader, stop.Token), stop.Token)));
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

    private static async Task FoldAsync(NpgsqlDataSource source, RebuildTarget target, ChannelReader<IReadOnlyList<PlacedFact>> input, CancellationToken cancellation)
    {
        target.Projection.Forget(empty: true);
        var rows = new RowBuffers();
        await using var session = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        // Nobody reads these rows before a later commit, which waits for them to be on disk.
        await using (var command = new NpgsqlCommand("set synchronous_commit = off", session)) await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        await foreach (var batch in input.ReadAllAsync(cancellation).ConfigureAwait(false))
        {
            await target.Projection.FoldAsync(session, batch, rows, target.Projection.Name, cancellation).ConfigureAwait(false);
            await target.Take(session, rows, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>One that fails stops the others, whose channels would otherwise stay full for ever; the first fault is the one told.</summary>
    internal static async Task AllOrFirstFaultAsync(List<Task> work, CancellationTokenSource stop)
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
