namespace VillageLedger;

/// <summary>An owner's claims (报账单). Folded from <c>claims/…</c>.</summary>
public sealed record ClaimRegister
{
    public static readonly ClaimRegister Empty = new();

    public ClaimRegister Evolve(Fact fact) => throw Fold.Unexpected(fact, this);
}
