namespace VillageLedger;

/// <summary>An owner's numbered forms: receipts and cheques. Folded from <c>forms/…</c>.</summary>
public sealed record FormRegister
{
    public static readonly FormRegister Empty = new();

    public FormRegister Evolve(Fact fact) => throw Fold.Unexpected(fact, this);
}
