namespace VillageLedger;

/// <summary>An owner's leases and other contracts. Folded from <c>contracts/…</c>.</summary>
public sealed record ContractRegister
{
    public static readonly ContractRegister Empty = new();

    public ContractRegister Evolve(Fact fact) => throw Fold.Unexpected(fact, this);
}
