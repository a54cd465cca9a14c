namespace VillageLedger.Reports;

/// <summary>What a viewer may read, as the database takes it.</summary>
/// <param name="Owners">Addresses of owners whose books are seen, joined by commas; <c>*</c>: everything.</param>
/// <param name="Held">Companies and ventures of which one of these holds a part: their agreements are seen, and what names a holder that is seen.</param>
public sealed record ReadScope(string Owners, string Held)
{
    public static readonly ReadScope Whole = new("*", "");

    public bool IsWhole => Owners == "*";

    public static ReadScope Of(IEnumerable<string> owners, IEnumerable<string> held) => new(string.Join(',', owners.Order(StringComparer.Ordinal)), string.Join(',', held.Order(StringComparer.Ordinal)));
}
