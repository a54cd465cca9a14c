namespace VillageLedger.EventStore;

/// <summary>A fact to be stored.</summary>
/// <param name="Stream">Its stream; what stands before the first slash is the stream's type.</param>
/// <param name="Type">Its stored name, such as <c>voucher-posted.1</c>.</param>
/// <param name="Data">UTF-8 JSON: an object of whole numbers, strings, booleans, arrays and objects with ASCII keys, each once; no nulls, no fractions.</param>
/// <param name="RequestId">The request that caused it.</param>
/// <param name="DotnetType"><c>{FullName}, {Assembly}</c> for Marten, which looks up <paramref name="Type"/> first.</param>
public sealed record NewFact(string Stream, string Type, ReadOnlyMemory<byte> Data, string RequestId, string By, string? DotnetType = null);

/// <summary>A request that an append carries out; kept in the same transaction so that it is carried out once.</summary>
/// <param name="Content">What was asked, in a form in which the same is the same; only a keyed hash of it is stored.</param>
/// <param name="FirstFact">Index in the append of its first fact.</param>
/// <param name="LastFact">Index in the append of its last fact.</param>
/// <param name="Stream">The stream that later requests find by this id.</param>
/// <param name="Result">What to answer when it is asked again, as JSON.</param>
public sealed record NewRequest(string Id, ReadOnlyMemory<byte> Content, string By, int FirstFact, int LastFact, string? Stream = null, string? Result = null);

/// <summary>Facts that are stored all or none.</summary>
/// <param name="Expected">The version of every stream written to, and of streams that must not have changed though they are not written; 0 for one that does not exist.</param>
public sealed record Append(IReadOnlyList<NewFact> Facts, IReadOnlyDictionary<string, long> Expected, IReadOnlyList<NewRequest> Requests);

/// <summary>What became of an append.</summary>
public abstract record AppendResult
{
    private AppendResult()
    {
    }

    /// <summary>Stored and durable.</summary>
    /// <param name="First">Position of its first fact.</param>
    /// <param name="Last">Position of its last fact, the append's end.</param>
    public sealed record Done(long First, long Last, DateTimeOffset RecordedAt) : AppendResult;

    /// <summary>All of its requests were carried out before, with the same content; nothing was added.</summary>
    public sealed record AlreadyDone(IReadOnlyList<StoredRequest> Requests) : AppendResult;

    /// <summary>A request's id was used for other content; nothing was added.</summary>
    public sealed record IdReused(string RequestId) : AppendResult;

    /// <summary>Another writer was first, or some of its requests were carried out alone; nothing was added. Decide again.</summary>
    public sealed record Conflict(string? Stream, long Expected, long Actual) : AppendResult;

    /// <summary>Beyond <see cref="Limits"/>; nothing was added.</summary>
    public sealed record TooLarge(string What, long Size, long Limit) : AppendResult;
}

/// <summary>A request as it was carried out.</summary>
/// <param name="AppendEnd">Position at which its append ends.</param>
public sealed record StoredRequest(string Id, string By, long FirstPosition, long LastPosition, long AppendEnd, string? Stream, string? Result);

/// <summary>A fact as stored.</summary>
/// <param name="Position">Its place in the log, from 1; position order is commit order.</param>
/// <param name="Version">Its place in its stream, from 1.</param>
/// <param name="Data">UTF-8 JSON.</param>
/// <param name="Headers">UTF-8 JSON <c>{requestId, by, program}</c>; empty where it was not asked for.</param>
public sealed record StoredFact(long Position, string Stream, long Version, string Type, DateTimeOffset RecordedAt, ReadOnlyMemory<byte> Data, ReadOnlyMemory<byte> Headers = default);

/// <summary>A moment of the log.</summary>
/// <param name="Position">0 before the first fact.</param>
/// <param name="RecordedAt">When its last fact was recorded; null at 0.</param>
public sealed record LogMoment(long Position, DateTimeOffset? RecordedAt);

/// <summary>Which ledger this is.</summary>
public sealed record Identity(Guid Origin, string? County);
