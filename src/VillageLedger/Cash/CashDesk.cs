namespace VillageLedger;

/// <summary>An owner's bank accounts, cashiers and cash counts. Folded from <c>cash/…</c>.</summary>
public sealed record CashDesk
{
    public static readonly CashDesk Empty = new();

    public CashDesk Evolve(Fact fact) => throw Fold.Unexpected(fact, this);
}
