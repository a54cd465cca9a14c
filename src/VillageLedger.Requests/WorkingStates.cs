using VillageLedger.EventStore;

namespace VillageLedger.Requests;

/// <summary>
/// The states one decision, or one file's decisions, are taken on: as read, plus what was decided on top of them. Fetches what a decision asks for.
/// </summary>
/// <param name="fresh">Whether every state is compared with the log before it is used, rather than taken from memory as it is.</param>
internal sealed class WorkingStates(EventLog store, StateCache cache, bool fresh)
{
    private readonly Dictionary<string, (object State, long Version)> states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> readVersions = new(StringComparer.Ordinal);
    private readonly Dictionary<VoucherId, string> locations = [];
    private bool usedMemory;

    /// <summary>The version at which each stream was read; what is decided on top does not count.</summary>
    public IReadOnlyDictionary<string, long> ReadVersions => readVersions;

    /// <summary>Whether some state came from memory and was not compared with the log.</summary>
    public bool MayBeBehind => usedMemory;

    /// <summary>Decides, fetching what is asked for until every answer is a real one.</summary>
    public async Task<Decision> DecideAsync(Request request, CancellationToken cancellation)
    {
        while (true)
        {
            var world = new World(stream => states.TryGetValue(stream, out var known) ? known.State : FromMemory(stream), FindLocation);
            var decision = request.Decide(world);
            if (world.IsComplete) return decision;
            await FetchAsync(world.MissingStreams, world.MissingVouchers, cancellation).ConfigureAwait(false);
        }
    }

    public T StateOf<T>(string stream) => (T)states[stream].State;

    /// <summary>Takes what was decided into the states, for the next decision of the same file.</summary>
    public void Apply(string request, Decision decision)
    {
        foreach (var (stream, fact) in decision.Facts)
        {
            var (state, version) = states[stream];
            states[stream] = (Fold.Evolve(state, fact), version + 1);
        }

        // What the next line of the file speaks of by the request's id is found where the first fact lies, as in the log.
        locations[new(request)] = decision.Facts[0].Stream;
    }

    /// <summary>Gives the states to the cache, once what was decided on them is stored.</summary>
    public void Keep()
    {
        foreach (var (stream, (state, version)) in states) cache.Keep(stream, state, version);
        foreach (var (voucher, stream) in locations)
            if (stream.Length > 0) cache.Keep(voucher, stream);
    }

    /// <summary>The state of a stream that a decision writes though it did not ask for it.</summary>
    public async Task EnsureAsync(IEnumerable<string> streams, CancellationToken cancellation)
    {
        var missing = streams.Where(stream => !states.ContainsKey(stream) && FromMemory(stream) is null).ToList();
        if (missing.Count > 0) await ReadAsync(missing, cancellation).ConfigureAwait(false);
    }

    private object? FromMemory(string stream)
    {
        if (fresh || cache.Find(stream) is not { } known) return null;
        states[stream] = known;
        readVersions[stream] = known.Version;
        usedMemory = true;
        return known.State;
    }

    private string? FindLocation(VoucherId voucher) => locations.TryGetValue(voucher, out var stream) ? stream : cache.Locate(voucher);

    private async Task FetchAsync(IReadOnlyCollection<string> streams, IReadOnlyCollection<VoucherId> vouchers, CancellationToken cancellation)
    {
        if (vouchers.Count > 0)
        {
            var found = await store.FindRequestsAsync([.. vouchers.Select(voucher => voucher.Value)], cancellation).ConfigureAwait(false);
            foreach (var voucher in vouchers) locations[voucher] = "";
            foreach (var request in found)
                if (request.Stream is { } stream) locations[new(request.Id)] = stream;
        }

        if (streams.Count > 0) await ReadAsync(streams, cancellation).ConfigureAwait(false);
    }

    private async Task ReadAsync(IReadOnlyCollection<string> streams, CancellationToken cancellation)
    {
        foreach (var stream in streams) states[stream] = cache.Find(stream) ?? (Fold.EmptyOf(stream), 0);
        var after = streams.Select(stream => KeyValuePair.Create(stream, states[stream].Version)).ToList();
        foreach (var fact in await store.ReadStreamsAsync(after, cancellation).ConfigureAwait(false))
            states[fact.Stream] = (Fold.Evolve(states[fact.Stream].State, FactTypes.Read(fact.Type, fact.Data.Span)), fact.Version);
        foreach (var stream in streams)
        {
            readVersions[stream] = states[stream].Version;
            cache.Keep(stream, states[stream].State, states[stream].Version);
        }
    }
}
