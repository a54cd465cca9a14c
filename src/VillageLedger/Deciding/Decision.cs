using System.Collections.Immutable;

namespace VillageLedger;

/// <summary>What comes of a request: facts for some streams, or a refusal. No facts means that it had been done already.</summary>
public sealed record Decision
{
    private Decision(ImmutableArray<(string Stream, Fact Fact)> facts, ImmutableArray<string> unchanged, Refusal? refusal, Fact? result = null)
    {
        Result = result;
        Facts = facts;
        Unchanged = unchanged;
        Refusal = refusal;
    }

    public static readonly Decision Nothing = new([], [], null);

    /// <summary>In the order in which they are stored.</summary>
    public ImmutableArray<(string Stream, Fact Fact)> Facts { get; }

    /// <summary>Streams that are not written but must not have changed since they were read.</summary>
    public ImmutableArray<string> Unchanged { get; }

    public Refusal? Refusal { get; }

    /// <summary>The first fact, where it is what the request worked out and is to be shown with its outcome, done or tried: a split, a plan.</summary>
    public Fact? Result { get; }

    public static Decision Of(string stream, Fact fact) => Nothing.And(stream, fact);

    public static implicit operator Decision(Refusal refusal) => new([], [], refusal);

    public static Decision FromRefusal(Refusal refusal) => refusal;

    public Decision And(string stream, Fact fact) => new(Facts.Add((stream, fact)), Unchanged, Refusal, Result);

    public Decision And(string stream, IEnumerable<Fact> facts) => new(Facts.AddRange(facts.Select(fact => (stream, fact))), Unchanged, Refusal, Result);

    /// <summary>The same, showing its first fact as what was worked out.</summary>
    public Decision Showing() => new(Facts, Unchanged, Refusal, Facts[0].Fact);

    public Decision And(IEnumerable<(string Stream, Fact Fact)> facts) => new(Facts.AddRange(facts), Unchanged, Refusal, Result);

    /// <summary>The decision holds only while this stream stays as it was read.</summary>
    public Decision While(string stream) => Unchanged.Contains(stream) ? this : new(Facts, Unchanged.Add(stream), Refusal, Result);
}
