using VillageLedger.Requests;

namespace VillageLedger.Web;

/// <summary>What handlers know of the operation that is going on and the address does not tell.</summary>
internal sealed class OperationNotes
{
    /// <summary>Who did it, where that is not who was signed in before.</summary>
    public string? User { get; set; }

    public string? Session { get; set; }

    /// <summary>The code of the problem, or of what was done.</summary>
    public string? Outcome { get; set; }

    public long? Position { get; set; }
}

internal static class OperationNoting
{
    /// <summary>Notes the outcome of a call for the operation log.</summary>
    public static void NoteOutcome(this HttpContext context, string outcome)
    {
        if (context.Features.Get<OperationNotes>() is { } notes) notes.Outcome = outcome;
    }

    /// <summary>Notes what became of requests: of several the last position, and the first refusal.</summary>
    public static void NoteOutcomes(this HttpContext context, IReadOnlyList<RequestOutcome> outcomes)
    {
        if (context.Features.Get<OperationNotes>() is not { } notes) return;
        notes.Outcome = outcomes.Any(one => !one.IsPermitted) ? "not-permitted" : outcomes.FirstOrDefault(one => one.Refusal is not null)?.Refusal!.StableCode ?? (outcomes is [var only] ? only.Name : "done");
        notes.Position = outcomes.Max(one => one.Position);
    }
}
