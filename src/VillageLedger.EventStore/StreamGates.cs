namespace VillageLedger.EventStore;

/// <summary>
/// One decision at a time per stream within this process, so that callers who write one busy stream wait for each other instead of conflicting.
/// Safety does not rest on it: versions are checked by the writer.
/// </summary>
public sealed class StreamGates
{
    private readonly Dictionary<string, Gate> gates = new(StringComparer.Ordinal);

    /// <summary>How many streams are held or waited for: what is not leaves nothing behind.</summary>
    internal int Count
    {
        get
        {
            lock (gates) return gates.Count;
        }
    }

    /// <summary>Waits until no one else in this process holds any of these streams. Dispose to let the next one in.</summary>
    public async Task<IDisposable> EnterAsync(IEnumerable<string> streams, CancellationToken cancellation = default)
    {
        var held = new Held(this);
        try
        {
            // In sorted order, so that two callers with the same streams never wait for each other in a ring.
            foreach (var stream in streams.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                var gate = Reserve(stream);
                held.Reserved.Add((stream, gate));
                await gate.Semaphore.WaitAsync(cancellation).ConfigureAwait(false);
                held.Entered++;
            }

            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private Gate Reserve(string stream)
    {
        lock (gates)
        {
            if (!gates.TryGetValue(stream, out var gate)) gates.Add(stream, gate = new());
            gate.Users++;
            return gate;
        }
    }

    private void Leave(string stream, Gate gate, bool entered)
    {
        if (entered) gate.Semaphore.Release();
        lock (gates)
        {
            if (--gate.Users > 0) return;
            gates.Remove(stream);
        }

        gate.Semaphore.Dispose();
    }

    private sealed class Gate
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Held(StreamGates gates) : IDisposable
    {
        public List<(string Stream, Gate Gate)> Reserved { get; } = [];

        public int Entered { get; set; }

        public void Dispose()
        {
            for (var i = Reserved.Count - 1; i >= 0; i--) gates.Leave(Reserved[i].Stream, Reserved[i].Gate, i < Entered);
            Reserved.Clear();
        }
    }
}
