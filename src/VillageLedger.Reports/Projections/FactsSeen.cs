using VillageLedger.EventStore;

namespace VillageLedger.Reports;

/// <summary>Facts as reports read them: of the streams that the scope shows. Which these are says the database.</summary>
internal sealed class FactsSeen(EventLog log, Readers readers)
{
    /// <summary>The facts at some positions, in order; those of streams that are not seen are left out.</summary>
    public async Task<IReadOnlyList<StoredFact>> ReadAtAsync(IReadOnlyCollection<long> positions, bool withHeaders = false, CancellationToken cancellation = default)
    {
        var facts = await log.ReadAtAsync(positions, withHeaders, cancellation).ConfigureAwait(false);
        var seen = await SeenAsync([.. facts.Select(fact => fact.Stream).Distinct(StringComparer.Ordinal)], cancellation).ConfigureAwait(false);
        return seen is null ? facts : [.. facts.Where(fact => seen.Contains(fact.Stream))];
    }

    /// <summary>All facts of some streams, in stream and version order.</summary>
    public async Task<IReadOnlyList<StoredFact>> ReadStreamsAsync(IReadOnlyCollection<string> streams, CancellationToken cancellation) =>
        await log.ReadStreamsAsync([.. (await WithinAsync(streams, cancellation).ConfigureAwait(false)).Select(stream => KeyValuePair.Create(stream, 0L))], cancellation).ConfigureAwait(false);

    public async Task<IReadOnlyList<StoredFact>> ReadHoldingAsync(IReadOnlyCollection<string> streams, string type, string field, long toPosition, CancellationToken cancellation) =>
        await log.ReadHoldingAsync(await WithinAsync(streams, cancellation).ConfigureAwait(false), type, field, toPosition, cancellation).ConfigureAwait(false);

    /// <summary>Those of some streams that hold a fact of some types whose data meet one of some patterns of the database, the newest first.</summary>
    public async Task<IReadOnlyList<string>> StreamsHoldingAsync(IReadOnlyCollection<string> streams, IReadOnlyCollection<string> types, IReadOnlyCollection<string> patterns, long position, CancellationToken cancellation) =>
        await log.StreamsHoldingAsync(await WithinAsync(streams, cancellation).ConfigureAwait(false), types, patterns, position, cancellation).ConfigureAwait(false);

    /// <summary>Those of some requests that were carried out; of one that wrote first what is not seen nothing is known.</summary>
    public async Task<IReadOnlyList<StoredRequest>> FindRequestsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var found = await log.FindRequestsAsync(ids, cancellation).ConfigureAwait(false);
        var seen = await SeenAsync([.. found.Select(request => request.Stream).OfType<string>().Distinct(StringComparer.Ordinal)], cancellation, alsoHeld: true).ConfigureAwait(false);
        return seen is null ? found : [.. found.Where(request => request.Stream is null || seen.Contains(request.Stream))];
    }

    /// <summary>Those of some streams whose states may be worked with: a company or venture that is held, too, whose facts as such are not shown. Null: all.</summary>
    public Task<HashSet<string>?> FoldedAsync(IReadOnlyCollection<string> streams, CancellationToken cancellation) => SeenAsync(streams, cancellation, alsoHeld: true);

    /// <summary>Whether the facts of a stream are seen.</summary>
    public async Task<bool> SeesAsync(string stream, CancellationToken cancellation) => await SeenAsync([stream], cancellation).ConfigureAwait(false) is not { Count: 0 };

    private async Task<IReadOnlyCollection<string>> WithinAsync(IReadOnlyCollection<string> streams, CancellationToken cancellation) => await SeenAsync(streams, cancellation).ConfigureAwait(false) ?? streams;

    private async Task<HashSet<string>?> SeenAsync(IReadOnlyCollection<string> streams, CancellationToken cancellation, bool alsoHeld = false)
    {
        if (readers.Scope is null or { IsWhole: true } || streams.Count == 0) return null;
        return [.. await SqlRows.ReadAsync(
            readers, "select id from ledger.viewer_stream where id = any($1) and (is_whole or $2)", reader => reader.GetString(0), cancellation, streams.ToArray(), alsoHeld).ConfigureAwait(false)];
    }
}
