namespace VillageLedger;

/// <summary>An amount of one holder, in fen.</summary>
public sealed record HolderAmount(Holder Holder, long AmountFen);
