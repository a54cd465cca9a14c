using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>How a projection worked out again compares with the live one.</summary>
/// <param name="Rows">Rows compared.</param>
/// <param name="Difference">The first row that only one of them has, or null.</param>
public sealed record ReplayResult(string Projection, long UpTo, long Rows, ReplayDifference? Difference);

/// <summary>A row that the live or the rebuilt projection has alone.</summary>
/// <param name="Position">The position of the fact that the row comes from.</param>
/// <param name="OnlyIn"><c>live</c> or <c>rebuilt</c>.</param>
public sealed record ReplayDifference(string Table, long Position, string OnlyIn, string Row);

/// <summary>
/// Works all projections out from the facts again and compares them row for row with the live ones, while people work: what is compared are the rows up to the position at which it began. Nothing
/// is written; rows go into digests of ranges of positions, and only a range that differs is looked at row by row.
/// </summary>
public static class Replay
{
    /// <summary>So many tables are read at once beside the folding: there are two cores.</summary>
    private const int LiveReaders = 2;

    /// <param name="progress">How far the facts were folded, of how many.</param>
    public static async Task<IReadOnlyList<ReplayResult>> CompareAsync(EventLog log, ReadModels models, Action<long, long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(models);
        var newest = (await log.NewestAsync(cancellation).ConfigureAwait(false)).Position;
        await models.CatchUpAsync(newest, cancellation).ConfigureAwait(false);
        var secret = RowDigest.NewSecret();
        var pairs = models.Fresh().Select(projection => new Pair(projection, Digests(projection), Digests(projection))).ToList();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Rebuild.AllOrFirstFaultAsync(
            [
                Rebuild.RunAsync(log, [.. pairs.Select(pair => new RebuildTarget(pair.Projection, pair.TakeAsync))], newest, position => progress?.Invoke(position, newest), stop.Token),
                ReadLiveAsync(log, pairs, newest, stop.Token),
            ],
            stop).ConfigureAwait(false);
        var results = new List<ReplayResult>();
        foreach (var pair in pairs) results.Add(new(pair.Projection.Name, newest, pair.Rebuilt.Values.Sum(digest => digest.Rows), await DifferenceAsync(log, pair, newest, cancellation).ConfigureAwait(false)));
        return results;

        IReadOnlyDictionary<string, RowDigest> Digests(Projection projection) => projection.Shapes.ToDictionary(table => table.Name, table => new RowDigest(table, secret), StringComparer.Ordinal);
    }

    private static async Task ReadLiveAsync(EventLog log, IReadOnlyList<Pair> pairs, long upTo, CancellationToken cancellation)
    {
        await using var source = Roles.Connect(log.Connection, Roles.Projector, maxPoolSize: LiveReaders);
        await Parallel.ForEachAsync(
            pairs.SelectMany(pair => pair.Live.Values, (pair, digest) => (Schema: pair.Projection.Name, Digest: digest)), new ParallelOptions { MaxDegreeOfParallelism = LiveReaders, CancellationToken = cancellation },
            async (table, stopped) => await LiveRows.ReadAsync(source, table.Schema, table.Digest, upTo, stopped).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>The first row that differs: of the first range that does, in whichever tables.</summary>
    private static async Task<ReplayDifference?> DifferenceAsync(EventLog log, Pair pair, long newest, CancellationToken cancellation)
    {
        var differing = pair.Live.Values.Select(live => (live.Table, Range: live.FirstDifference(pair.Rebuilt[live.Table.Name]))).Where(found => found.Range is not null).ToList();
        if (differing.Count == 0) return null;
        var range = differing.Min(found => found.Range!.Value);
        await using var rows = await RangeRows.MakeAsync(log, pair.Projection, [.. differing.Where(found => found.Range == range).Select(found => found.Table)], range, newest, cancellation).ConfigureAwait(false);
        return await rows.FirstDifferenceAsync(cancellation).ConfigureAwait(false);
    }

    private sealed record Pair(Projection Projection, IReadOnlyDictionary<string, RowDigest> Live, IReadOnlyDictionary<string, RowDigest> Rebuilt)
    {
        public Task TakeAsync(Npgsql.NpgsqlConnection session, RowBuffers rows, CancellationToken cancellation)
        {
            foreach (var (table, bytes) in rows.Filled()) Rebuilt[table.Name].Add(bytes.Span);
            rows.Clear();
            return Task.CompletedTask;
        }
    }
}
