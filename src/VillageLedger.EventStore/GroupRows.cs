using Npgsql;

namespace VillageLedger.EventStore;

/// <summary>What the writer knows of the log once it holds the lock.</summary>
internal sealed class LogState
{
    /// <summary>The highest position there is.</summary>
    public long Position { get; set; }

    /// <summary>The time that this group is recorded at: the greater of the database's clock and the last recorded time.</summary>
    public DateTime Now { get; set; }

    public Dictionary<string, long> Versions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (byte[] Content, StoredRequest Stored)> Requests { get; } = new(StringComparer.Ordinal);
}

/// <summary>The rows of one transaction. Appends that lose against the log or against an earlier one of the same group add none, and spoil no other.</summary>
internal sealed class GroupRows(LogState state)
{
    private readonly long firstPosition = state.Position + 1;
    private readonly Dictionary<string, (long Before, long Now)> written = new(StringComparer.Ordinal);
    private readonly List<long> positions = [];
    private readonly List<Guid> ids = [];
    private readonly List<string> streams = [];
    private readonly List<long> versions = [];
    private readonly List<byte[]> data = [];
    private readonly List<string> types = [];
    private readonly List<string?> dotnetTypes = [];
    private readonly List<string> headers = [];
    private readonly List<(StoredRequest Stored, byte[] Content)> requests = [];

    public int Facts => positions.Count;

    public long Newest => firstPosition + positions.Count - 1;

    /// <summary>Takes an append into the transaction, or says why not.</summary>
    public AppendResult Add(Waiting waiting)
    {
        var append = waiting.Append.Append;
        if (Known(waiting) is { } known) return known;
        waiting.Tried = null;
        foreach (var (stream, expected) in append.Expected)
        {
            var actual = state.Versions.GetValueOrDefault(stream);
            if (actual != expected) return new AppendResult.Conflict(stream, expected, actual);
        }

        var first = Newest + 1;
        for (var i = 0; i < append.Facts.Count; i++) AddFact(append.Facts[i], waiting.Append.Headers[i]);
        for (var i = 0; i < append.Requests.Count; i++)
        {
            var request = append.Requests[i];
            var stored = new StoredRequest(request.Id, request.By, first + request.FirstFact, first + request.LastFact, Newest, request.Stream, request.Result);
            requests.Add((stored, waiting.Append.ContentHashes[i]));
            state.Requests[request.Id] = (waiting.Append.ContentHashes[i], stored);
        }

        return new AppendResult.Done(first, Newest, state.Now);
    }

    /// <summary>Whether some stream is new.</summary>
    public bool AddsStreams => written.Values.Any(stream => stream.Before == 0);

    /// <summary>Whether some stream was there.</summary>
    public bool RaisesStreams => written.Values.Any(stream => stream.Before > 0);

    /// <summary>Puts the rows into the commands of a batch, in their order.</summary>
    public void Fill(NpgsqlBatch write)
    {
        var command = 0;
        var added = written.Where(stream => stream.Value.Before == 0).ToList();
        var raised = written.Where(stream => stream.Value.Before > 0).ToList();
        if (added.Count > 0)
            Set(write, command++, added.Select(stream => stream.Key).ToArray(), added.Select(stream => TypeOf(stream.Key)).ToArray(), added.Select(stream => stream.Value.Now).ToArray(), state.Now);
        if (raised.Count > 0) Set(write, command++, raised.Select(stream => stream.Key).ToArray(), raised.Select(stream => stream.Value.Now).ToArray(), state.Now);
        Set(write, command++, positions.ToArray(), ids.ToArray(), streams.ToArray(), versions.ToArray(), data.ToArray(), types.ToArray(), dotnetTypes.ToArray(), state.Now, headers.ToArray());
        Set(
            write, command++,
            requests.Select(r => r.Stored.Id).ToArray(), requests.Select(r => r.Content).ToArray(), requests.Select(r => r.Stored.By).ToArray(),
            requests.Select(r => r.Stored.FirstPosition).ToArray(), requests.Select(r => r.Stored.LastPosition).ToArray(), requests.Select(r => r.Stored.AppendEnd).ToArray(),
            requests.Select(r => r.Stored.Stream).ToArray(), requests.Select(r => r.Stored.Result).ToArray());
        Set(write, command, Newest);
    }

    /// <summary>What stands before the first slash of a stream's name.</summary>
    private static string TypeOf(string stream)
    {
        var slash = stream.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? stream : stream[..slash];
    }

    private static void Set(NpgsqlBatch write, int command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) write.BatchCommands[command].Parameters[i].Value = values[i];
    }

    private AppendResult? Known(Waiting waiting)
    {
        var asked = waiting.Append.Append.Requests;
        var stored = new List<StoredRequest>();
        for (var i = 0; i < asked.Count; i++)
        {
            if (!state.Requests.TryGetValue(asked[i].Id, out var known)) continue;
            if (!known.Content.AsSpan().SequenceEqual(waiting.Append.ContentHashes[i])) return new AppendResult.IdReused(asked[i].Id);
            stored.Add(known.Stored);
        }

        if (stored.Count == 0) return null;
        if (stored.Count < asked.Count) return new AppendResult.Conflict(null, 0, stored[0].LastPosition);
        return waiting.Tried is { } tried && IsStoredAt(tried, asked, stored) ? tried : new AppendResult.AlreadyDone(stored);
    }

    /// <summary>Whether requests stand where a try of ours would have put them; elsewhere, it was another append that carried them out.</summary>
    private static bool IsStoredAt(AppendResult.Done tried, IReadOnlyList<NewRequest> asked, List<StoredRequest> stored) =>
        stored.Zip(asked).All(pair => pair.First.AppendEnd == tried.Last && pair.First.FirstPosition == tried.First + pair.Second.FirstFact);

    private void AddFact(NewFact fact, string header)
    {
        var version = state.Versions.GetValueOrDefault(fact.Stream) + 1;
        state.Versions[fact.Stream] = version;
        written[fact.Stream] = (written.TryGetValue(fact.Stream, out var known) ? known.Before : version - 1, version);
        positions.Add(Newest + 1);
        ids.Add(Guid.CreateVersion7());
        streams.Add(fact.Stream);
        versions.Add(version);
        data.Add(fact.Data.ToArray());
        types.Add(fact.Type);
        dotnetTypes.Add(fact.DotnetType);
        headers.Add(header);
    }
}
