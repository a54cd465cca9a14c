using System.Collections.Concurrent;

namespace VillageLedger.Requests;

/// <summary>
/// Folded states of streams by version, kept in memory. What it holds may be behind the log: an append says so by a conflict, and a refusal is
/// given only on states that were just read.
/// </summary>
internal sealed class StateCache
{
    private const int MaxStreams = 4_096;
    private const int MaxLocations = 200_000;

    private readonly ConcurrentDictionary<string, Entry> states = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<VoucherId, string> locations = new();

    public (object State, long Version)? Find(string stream)
    {
        if (!states.TryGetValue(stream, out var entry)) return null;
        entry.UsedAt = Environment.TickCount64;
        return (entry.State, entry.Version);
    }

    /// <summary>Keeps a state unless a newer one is there.</summary>
    public void Keep(string stream, object state, long version)
    {
        states.AddOrUpdate(stream, _ => new(state, version), (_, known) => known.Version >= version ? known : new(state, version));
        if (states.Count > MaxStreams)
            foreach (var (old, entry) in states.OrderBy(pair => pair.Value.UsedAt).Take(MaxStreams / 2)) states.TryRemove(KeyValuePair.Create(old, entry));
    }

    public string? Locate(VoucherId voucher) => locations.GetValueOrDefault(voucher);

    /// <summary>Where a voucher was prepared; that never changes.</summary>
    public void Keep(VoucherId voucher, string stream)
    {
        if (locations.Count > MaxLocations) locations.Clear();
        locations[voucher] = stream;
    }

    private sealed class Entry(object state, long version)
    {
        public object State { get; } = state;

        public long Version { get; } = version;

        public long UsedAt { get; set; } = Environment.TickCount64;
    }
}
