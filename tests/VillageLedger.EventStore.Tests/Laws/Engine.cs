namespace VillageLedger.EventStore.Tests.Laws;

/// <summary>What the common laws ask of a store, whichever engine it runs on.</summary>
public abstract class Engine : IAsyncDisposable
{
    public abstract Task<AppendResult> AppendAsync(Append append);

    /// <summary>One stream, in version order.</summary>
    public abstract Task<IReadOnlyList<StoredFact>> ReadStreamAsync(string stream);

    /// <summary>Everything after a position, in position order.</summary>
    public abstract Task<IReadOnlyList<StoredFact>> ReadAllAsync(long after);

    /// <summary>The same database once more, as another node would open it.</summary>
    public abstract Task<Engine> OpenAnotherAsync();

    public abstract ValueTask DisposeAsync();
}
