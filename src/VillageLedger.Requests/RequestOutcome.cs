namespace VillageLedger.Requests;

/// <summary>What became of a request.</summary>
public enum OutcomeKind
{
    Done,
    AlreadyDone,
    Refused,
    Conflict,
}

/// <summary>What became of a request.</summary>
/// <param name="Id">The caller's id, "" where it could not be read.</param>
/// <param name="Refusal">Why, for refused and conflict.</param>
/// <param name="Position">Last position of the request's append; none for a dry run.</param>
/// <param name="Result">What the request worked out, as stored (JSON): the same for a dry run, the real one and one asked again. Null where there is nothing to show.</param>
public sealed record RequestOutcome(string Id, OutcomeKind Kind, Refusal? Refusal = null, long? Position = null, string? Result = null)
{
    /// <summary>Whether whoever asked may; where not, nothing else is said.</summary>
    public bool IsPermitted { get; init; } = true;

    /// <summary>Refused without a word of why: what is not there and what is somebody else's are answered alike.</summary>
    internal static RequestOutcome NotPermitted(string id) => new(id, OutcomeKind.Refused) { IsPermitted = false };

    /// <summary><c>done</c>, <c>already-done</c>, <c>refused</c>, <c>conflict</c>.</summary>
    public string Name => Kind switch
    {
        OutcomeKind.Done => "done",
        OutcomeKind.AlreadyDone => "already-done",
        OutcomeKind.Refused => "refused",
        _ => "conflict",
    };
}
