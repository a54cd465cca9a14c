using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>
/// States of streams folded from their facts, as known at a position. Those that were folded before are kept, up to a bound, and only later facts are read for them: a stream's first facts never
/// change. Of a month that was closed the steps of its vouchers before posting are not read: a posted fact holds the whole voucher, and no other voucher of a closed month counts any more.
/// </summary>
internal sealed class FoldedStreams
{
    /// <summary>How many facts may stand in the states that are kept; some hundred bytes each.</summary>
    private const int MaxFacts = 200_000;

    private static readonly string[] StepsBeforePosting = ["voucher-prepared.1", "voucher-amended.1", "voucher-reviewed.1", "voucher-signed.1", "voucher-returned.1", "voucher-discarded.1"];

    private readonly Lock door = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private long facts;

    public async Task<IReadOnlyDictionary<string, object>> ReadAsync(EventLog log, IReadOnlyCollection<string> streams, long position, CancellationToken cancellation)
    {
        var known = Known(streams, position);
        var unknownMonths = streams.Where(stream => !known.ContainsKey(stream) && Streams.TryBook(stream, out _, out _)).ToHashSet(StringComparer.Ordinal);
        var folded = await FoldAsync(log, known, streams.Where(stream => !unknownMonths.Contains(stream)), [], position, cancellation).ConfigureAwait(false);
        var months = await FoldAsync(log, known, unknownMonths, StepsBeforePosting, position, cancellation).ConfigureAwait(false);
        // The open ones once more, with every step.
        var open = months.Where(month => month.Value.State is not BookMonth { IsClosed: true }).Select(month => month.Key).ToList();
        foreach (var (stream, entry) in await FoldAsync(log, known, open, [], position, cancellation).ConfigureAwait(false)) months[stream] = entry;
        foreach (var (stream, entry) in months) folded.Add(stream, entry);
        Keep(folded);
        return folded.ToDictionary(pair => pair.Key, pair => pair.Value.State, StringComparer.Ordinal);
    }

    private static async Task<Dictionary<string, Entry>> FoldAsync(
        EventLog log, Dictionary<string, Entry> known, IEnumerable<string> streams, IReadOnlyCollection<string> without, long position, CancellationToken cancellation)
    {
        var folded = streams.ToDictionary(stream => stream, stream => known.GetValueOrDefault(stream) ?? new(Fold.EmptyOf(stream), 0, 0, 0), StringComparer.Ordinal);
        if (folded.Count == 0) return folded;
        var after = folded.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Version)).ToList();
        foreach (var fact in await log.ReadStreamsAsync(after, position, without, cancellation).ConfigureAwait(false)) folded[fact.Stream] = folded[fact.Stream].With(fact);
        return folded;
    }

    private Dictionary<string, Entry> Known(IReadOnlyCollection<string> streams, long position)
    {
        lock (door)
        {
            var known = new Dictionary<string, Entry>(StringComparer.Ordinal);
            foreach (var stream in streams)
            {
                if (!entries.TryGetValue(stream, out var entry) || entry.Position > position) continue;
                entry.UsedAt = Environment.TickCount64;
                known.Add(stream, entry);
            }

            return known;
        }
    }

    private void Keep(Dictionary<string, Entry> folded)
    {
        lock (door)
        {
            foreach (var (stream, entry) in folded)
            {
                if (entry.Version == 0 || entries.TryGetValue(stream, out var there) && there.Version >= entry.Version) continue;
                facts += entry.Facts - (entries.GetValueOrDefault(stream)?.Facts ?? 0);
                entries[stream] = entry;
            }

            if (facts <= MaxFacts) return;
            foreach (var (stream, entry) in entries.OrderBy(pair => pair.Value.UsedAt).ToList())
            {
                if (facts <= MaxFacts / 2) break;
                entries.Remove(stream);
                facts -= entry.Facts;
            }
        }
    }

    /// <param name="Position">Of the last fact in it.</param>
    private sealed record Entry(object State, long Version, long Position, int Facts)
    {
        public long UsedAt { get; set; } = Environment.TickCount64;

        public Entry With(StoredFact fact) => new(Fold.Evolve(State, FactTypes.Read(fact.Type, fact.Data.Span)), fact.Version, fact.Position, Facts + 1);
    }
}
