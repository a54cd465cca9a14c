namespace VillageLedger.Requests;

/// <summary>Which columns a kind of file has.</summary>
/// <param name="Names">The names of each column: the neutral one first, which messages use, then those of other programs. The first of them that a file has is taken.</param>
/// <param name="Missing">The necessary columns that a heading lacks.</param>
internal sealed record ColumnSet(IReadOnlyDictionary<Column, string[]> Names, Func<Headings, IEnumerable<Column>> Missing);
