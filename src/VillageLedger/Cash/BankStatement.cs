namespace VillageLedger;

/// <summary>The statement of one bank account and what it was matched with. Folded from <c>bank/…</c>.</summary>
public sealed record BankStatement
{
    public static readonly BankStatement Empty = new();

    public BankStatement Evolve(Fact fact) => throw Fold.Unexpected(fact, this);
}
