namespace VillageLedger;

/// <summary>An owner's earmarked money (专项应付款, 一事一议资金). Folded from <c>funds/…</c>.</summary>
public sealed record FundRegister
{
    public static readonly FundRegister Empty = new();

    public FundRegister Evolve(Fact fact) => throw Fold.Unexpected(fact, this);
}
