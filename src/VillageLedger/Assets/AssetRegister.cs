namespace VillageLedger;

/// <summary>An owner's asset cards, land, forest and water. Folded from <c>assets/…</c>.</summary>
public sealed record AssetRegister
{
    public static readonly AssetRegister Empty = new();

    public AssetRegister Evolve(Fact fact) => throw Fold.Unexpected(fact, this);
}
