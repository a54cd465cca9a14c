namespace VillageLedger.Reports;

/// <summary>How far a projection is.</summary>
/// <param name="Name">With its version: <c>books_2</c>.</param>
/// <param name="Position">Null where its tables are not made.</param>
/// <param name="IsRead">Whether this program reads it; an older version is read by older programs only.</param>
public sealed record ProjectionProgress(string Name, long? Position, DateTimeOffset? At, bool IsRead);
