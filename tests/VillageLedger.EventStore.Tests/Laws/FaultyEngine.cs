namespace VillageLedger.EventStore.Tests.Laws;

/// <summary>Faults of stores, seen elsewhere or thinkable.</summary>
public enum Fault
{
    /// <summary>An append that lost is reported as done.</summary>
    ConflictToldAsDone,

    /// <summary>Facts of one append are stored one after the other.</summary>
    StoredInParts,

    /// <summary>Only streams that are written are compared with their version.</summary>
    GuardsIgnored,

    /// <summary>A request's id is not kept.</summary>
    RequestsForgotten,

    /// <summary>A request is known by its id alone.</summary>
    ContentIgnored,

    /// <summary>A request of which a part is known is carried out again.</summary>
    PartlyKnownDoneAgain,

    /// <summary>A reader passes a fact over when it is not alone.</summary>
    ReaderSkips,

    /// <summary>Recorded time is that of each node's own clock.</summary>
    OwnClocks,

    /// <summary>Large data are cut.</summary>
    DataCut,

    /// <summary>No limit is kept.</summary>
    NoLimits,
}

/// <summary>A sound engine with one fault before it.</summary>
internal sealed class FaultyEngine(Engine sound, Fault fault, int node = 0) : Engine
{
    private int skipped;

    public override async Task<AppendResult> AppendAsync(Append append)
    {
        switch (fault)
        {
            case Fault.ConflictToldAsDone:
                return await sound.AppendAsync(append) is var result and not AppendResult.Conflict ? result : new AppendResult.Done(1, 1, DateTimeOffset.UtcNow);
            case Fault.StoredInParts when append.Facts.Count is > 1 and < 10:
                AppendResult last = new AppendResult.Done(0, 0, default);
                foreach (var fact in append.Facts)
                    last = await sound.AppendAsync(new([fact], new Dictionary<string, long> { [fact.Stream] = append.Expected[fact.Stream] }, [append.Requests[0] with { Id = Write.NewId(), FirstFact = 0, LastFact = 0 }]));
                return last;
            case Fault.GuardsIgnored:
                return await sound.AppendAsync(append with { Expected = append.Expected.Where(pair => append.Facts.Any(fact => fact.Stream == pair.Key)).ToDictionary() });
            case Fault.RequestsForgotten:
                return await sound.AppendAsync(append with { Requests = [.. append.Requests.Select(request => request with { Id = Write.NewId() })] });
            case Fault.ContentIgnored:
                return await sound.AppendAsync(append with { Requests = [.. append.Requests.Select(request => request with { Content = default })] });
            case Fault.PartlyKnownDoneAgain when append.Requests.Count > 1:
                return await sound.AppendAsync(append with { Requests = [append.Requests[1] with { Id = Write.NewId() }] });
            case Fault.DataCut:
                return await sound.AppendAsync(append with { Facts = [.. append.Facts.Select(fact => fact.Data.Length > 20 ? fact with { Data = "{}"u8.ToArray() } : fact)] });
            case Fault.NoLimits:
                return await sound.AppendAsync(append) is var taken and not AppendResult.TooLarge ? taken : new AppendResult.Done(1, 1, DateTimeOffset.UtcNow);
            default:
                return await sound.AppendAsync(append);
        }
    }

    public override async Task<IReadOnlyList<StoredFact>> ReadStreamAsync(string stream) => await sound.ReadStreamAsync(stream);

    public override async Task<IReadOnlyList<StoredFact>> ReadAllAsync(long after)
    {
        var facts = await sound.ReadAllAsync(after);
        if (fault is Fault.OwnClocks) return [.. facts.Select(fact => fact with { RecordedAt = fact.RecordedAt.AddSeconds(fact.Position % 2) })];
        return fault is Fault.ReaderSkips && node > 0 && facts.Count > 1 && Interlocked.Exchange(ref skipped, 1) == 0 ? [.. facts.Skip(1)] : facts;
    }

    public override async Task<Engine> OpenAnotherAsync() => new FaultyEngine(await sound.OpenAnotherAsync(), fault, node + 1);

    public override ValueTask DisposeAsync() => sound.DisposeAsync();
}
