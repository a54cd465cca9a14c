using System.Text;

namespace VillageLedger.Tests;

/// <summary>A ledger held in memory: facts by stream, folded as the real one folds them. No clock, no database.</summary>
internal sealed class MemoryLedger
{
    private readonly Dictionary<string, object> states = new(StringComparer.Ordinal);
    private readonly Dictionary<VoucherId, string> places = [];
    private readonly List<(string Stream, Fact Fact)> log = [];

    /// <summary>Everything appended, in order.</summary>
    public IReadOnlyList<(string Stream, Fact Fact)> Log => log;

    /// <summary>Whether the streams are there at all; a stream that nothing was written to counts as fetched and empty.</summary>
    public object State(string stream) => states.TryGetValue(stream, out var state) ? state : Fold.EmptyOf(stream);

    public string Locate(VoucherId voucher) => places.GetValueOrDefault(voucher, "");

    public void Append(string stream, Fact fact)
    {
        // What is stored is what is folded: a field lost on the way to the store and back would show.
        var stored = FactTypes.Read(FactTypes.NameOf(fact), FactTypes.Write(fact));
        states[stream] = Fold.Evolve(State(stream), stored);
        var voucher = stored switch
        {
            VoucherPrepared prepared => prepared.Voucher,
            VoucherPosted posted => posted.Voucher,
            _ => (VoucherId?)null,
        };
        // One of several vouchers is found by the request that made them all, as in the log.
        if (voucher is { IsJoint: false } id) places.TryAdd(id, stream);
        log.Add((stream, stored));
    }

    /// <param name="request">The request's JSON: its first fact is found by its id.</param>
    public void Append(Decision decision, string request)
    {
        foreach (var (stream, fact) in decision.Facts) Append(stream, fact);
        if (decision.Facts.Length > 0) places.TryAdd(new(RequestTypes.Read(Encoding.UTF8.GetBytes(request)).Id), decision.Facts[0].Stream);
    }

    public Decision Decide(Request request) => request.Decide(new World(State, Locate));

    /// <summary>Reads and decides as the program does: the first refusal of reading or deciding, or the facts.</summary>
    public Decision Ask(string json) => Ask(Encoding.UTF8.GetBytes(json));

    public Decision Ask(byte[] json)
    {
        var read = RequestTypes.Read(json);
        return read.Request is null ? read.Refusal! : Decide(read.Request);
    }

    /// <summary>
    /// Decides as the program does on an empty cache: nothing is known at first, what the decision missed is fetched, and it decides again.
    /// </summary>
    /// <param name="known">Streams that are fetched already.</param>
    public Decision DecideByFetching(Request request, IEnumerable<string>? known = null)
    {
        var streams = new HashSet<string>(known ?? [], StringComparer.Ordinal);
        var vouchers = new HashSet<VoucherId>();
        for (var round = 0; round < 100; round++)
        {
            var asked = new HashSet<string>(StringComparer.Ordinal);
            var world = new World(
                stream =>
                {
                    asked.Add(stream);
                    return streams.Contains(stream) ? State(stream) : null;
                },
                voucher => vouchers.Contains(voucher) ? Locate(voucher) : null);
            var decision = request.Decide(world);
            if (world.IsComplete)
            {
                // A stream that is written or watched without having been read has no version to be watched at.
                decision.Facts.Select(next => next.Stream).Concat(decision.Unchanged).Except(asked).ShouldBeEmpty(request.GetType().Name);
                return decision;
            }

            streams.UnionWith(world.MissingStreams);
            vouchers.UnionWith(world.MissingVouchers);
        }

        throw new InvalidOperationException($"Deciding {request.GetType().Name} asks for ever more streams.");
    }
}
