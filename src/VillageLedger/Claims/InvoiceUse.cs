namespace VillageLedger;

/// <summary>What an invoice was used for. Folded from <c>invoice/…</c>.</summary>
/// <param name="Use"><c>claim:{id}</c> or <c>voucher:{id}</c>; null where it is free.</param>
/// <param name="Book">Whose claim or voucher that is.</param>
public sealed record InvoiceUse(string? Use, Owner? Book)
{
    public static readonly InvoiceUse Empty = new(null, null);

    public InvoiceUse Evolve(Fact fact) => fact switch
    {
        InvoiceUsed used => new(used.Use, used.Book),
        InvoiceReleased => Empty,
        _ => throw Fold.Unexpected(fact, this),
    };
}
