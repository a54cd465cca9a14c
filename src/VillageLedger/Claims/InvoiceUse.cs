namespace VillageLedger;

/// <summary>What an invoice was used for. Folded from <c>invoice/…</c>.</summary>
public sealed record InvoiceUse
{
    public static readonly InvoiceUse Empty = new();

    public InvoiceUse Evolve(Fact fact) => throw Fold.Unexpected(fact, this);
}
