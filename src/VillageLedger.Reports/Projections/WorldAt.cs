namespace VillageLedger.Reports;

/// <summary>The states of streams as known at a position, folded from the facts themselves: for what is asked rarely and decided by the pure rules.</summary>
internal sealed class WorldAt(ReadModels models, long position)
{
    private readonly Dictionary<string, object> states = new(StringComparer.Ordinal);
    private readonly Dictionary<VoucherId, string> requests = [];

    /// <summary>Asks until every answer is a real one.</summary>
    public async Task<T> AskAsync<T>(Func<World, T> ask, CancellationToken cancellation)
    {
        while (true)
        {
            var world = new World(states.GetValueOrDefault, requests.GetValueOrDefault);
            var answer = ask(world);
            if (world.IsComplete) return answer;
            await FetchAsync(world.MissingStreams, cancellation).ConfigureAwait(false);
            if (world.MissingVouchers.Count > 0) await LocateAsync(world.MissingVouchers, cancellation).ConfigureAwait(false);
        }
    }

    private async Task FetchAsync(IReadOnlyCollection<string> streams, CancellationToken cancellation)
    {
        if (streams.Count == 0) return;
        // What is not seen is as if it had never been.
        var seen = await models.Facts.FoldedAsync(streams, cancellation).ConfigureAwait(false) ?? streams;
        foreach (var stream in streams) states[stream] = Fold.EmptyOf(stream);
        foreach (var (stream, state) in await models.Folded.ReadAsync(models.Log, seen, position, cancellation).ConfigureAwait(false)) states[stream] = state;
    }

    private async Task LocateAsync(IReadOnlyCollection<VoucherId> missing, CancellationToken cancellation)
    {
        foreach (var request in missing) requests[request] = "";
        foreach (var found in await models.Facts.FindRequestsAsync([.. missing.Select(request => request.Value)], cancellation).ConfigureAwait(false))
            if (found.FirstPosition <= position) requests[new(found.Id)] = found.Stream ?? "";
    }
}
