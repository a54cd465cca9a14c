namespace VillageLedger;

/// <summary>A works contract of a company.</summary>
/// <param name="SettledFen">How much is settled with who awarded it, in fen.</param>
/// <param name="LastDate">Of the award, or of the last settling.</param>
public sealed record WorksContract(WorksAwarded Awarded, long SettledFen, DateOnly LastDate);
