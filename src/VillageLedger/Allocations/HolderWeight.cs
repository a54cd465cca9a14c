namespace VillageLedger;

/// <summary>A holder and the weight it takes part with: a share, heads, square metres, fen paid in.</summary>
/// <param name="Weight">A whole number, 0 to 2^53 − 1; what it is of the sum of all weights is the holder's share.</param>
public sealed record HolderWeight(Holder Holder, long Weight);
