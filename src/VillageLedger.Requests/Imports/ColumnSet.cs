namespace VillageLedger.Requests;

/// <summary>Which columns a kind of file has.</summary>
/// <param name="Names">The names of each column: the neutral one first, which messages use, then those of other programs. The first of them that a file has is taken.</param>
/// <param name="Missing">The necessary columns that a heading lacks.</param>
internal sealed record ColumnSet(IReadOnlyDictionary<Column, string[]> Names, Func<Headings, IEnumerable<Column>> Missing)
{
    /// <summary>What a column is called by whoever says which heading a file has for it: <c>date</c>, <c>attachmentCount</c>.</summary>
    public static string FieldOf(Column column) => column.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    public IReadOnlyList<string> Fields => [.. Names.Keys.Select(FieldOf)];

    /// <summary>The usual names, but for the columns that are given a heading of the file; such a heading means nothing else then.</summary>
    /// <param name="given">Headings by the names of columns; null: none.</param>
    public ColumnSet With(IReadOnlyDictionary<string, string>? given)
    {
        if (given is null || given.Count == 0) return this;
        // Those that are given come first: what they took is left by the others.
        return this with { Names = Names.OrderBy(names => given.ContainsKey(FieldOf(names.Key)) ? 0 : 1).ToDictionary(names => names.Key, names => given.TryGetValue(FieldOf(names.Key), out var heading) ? [Headings.Normalised(heading)] : names.Value) };
    }
}
