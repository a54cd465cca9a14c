namespace VillageLedger;

/// <summary>The thresholds that a place has set. Folded from <c>thresholds/…</c>.</summary>
public sealed record Thresholds
{
    public static readonly Thresholds Empty = new();

    public Thresholds Evolve(Fact fact) => throw Fold.Unexpected(fact, this);
}
