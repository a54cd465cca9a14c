namespace VillageLedger;

/// <summary>Who approves claims up to which amount, of an owner or a place. Folded from <c>approvals/…</c>.</summary>
public sealed record Approvals
{
    public static readonly Approvals Empty = new();

    public Approvals Evolve(Fact fact) => throw Fold.Unexpected(fact, this);
}
