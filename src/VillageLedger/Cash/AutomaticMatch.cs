namespace VillageLedger;

/// <summary>What belongs together, found.</summary>
internal sealed record FoundMatch(IReadOnlyList<int> Lines, IReadOnlyList<VoucherLinePlace> VoucherLines);

/// <summary>
/// Finds the lines of a statement and of vouchers that can only belong together: the same every time for the same lines, and nothing where two would do.
/// First a posted line with the red one that takes it back, when the bank's line of neither is matched; then what has the same amount and number and is alone with them on both sides; then what has the same
/// amount within some days and is alone there on both sides.
/// </summary>
internal static class AutomaticMatch
{
    /// <summary>The name of this rule in facts. Another way to match is another rule.</summary>
    public const string Rule = "rule:match-statement.1";

    public static IEnumerable<FoundMatch> Find(IReadOnlyList<StatementEntry> lines, IReadOnlyList<BookEntry> entries, int days)
    {
        var (bank, book) = (lines.ToList(), entries.ToList());
        foreach (var (original, red) in Reversed(book))
        {
            book.Remove(original);
            book.Remove(red);
            yield return new([], [original.Place, red.Place]);
        }

        foreach (var (line, entry) in ByNumber(bank, book).Concat(ByDays(bank, book, days)))
        {
            bank.Remove(line);
            book.Remove(entry);
            yield return new([line.Number], [entry.Place]);
        }
    }

    private static List<(BookEntry Original, BookEntry Red)> Reversed(List<BookEntry> book)
    {
        var byPlace = book.ToDictionary(entry => entry.Place);
        return [.. from red in book
                   where red.Reverses is not null
                   let original = byPlace.GetValueOrDefault(new(red.Reverses!.Value, red.Place.Line))
                   where original is not null && original.Fen == -red.Fen
                   select (original, red)];
    }

    private static IEnumerable<(StatementEntry, BookEntry)> ByNumber(List<StatementEntry> bank, List<BookEntry> book)
    {
        var lines = bank.Where(line => line.Line.Reference is not null).ToLookup(line => (line.Line.AmountFen, line.Line.Reference!));
        var entries = book.Where(entry => entry.Reference is not null).ToLookup(entry => (entry.Fen, entry.Reference!));
        return [.. lines.Where(same => same.Count() == 1 && entries[same.Key].Count() == 1).Select(same => (same.First(), entries[same.Key].First()))];
    }

    /// <summary>Evaluated when it is asked for, on what the numbers left over.</summary>
    private static IEnumerable<(StatementEntry, BookEntry)> ByDays(List<StatementEntry> bank, List<BookEntry> book, int days)
    {
        var entries = book.ToLookup(entry => entry.Fen);
        var lines = bank.ToLookup(line => line.Line.AmountFen);
        var found = new List<(StatementEntry, BookEntry)>();
        foreach (var line in bank)
        {
            var near = entries[line.Line.AmountFen].Where(entry => IsNear(line, entry, days)).Take(2).ToList();
            if (near.Count == 1 && lines[line.Line.AmountFen].Count(other => IsNear(other, near[0], days)) == 1) found.Add((line, near[0]));
        }

        foreach (var pair in found) yield return pair;
    }

    private static bool IsNear(StatementEntry line, BookEntry entry, int days) => Math.Abs(line.Line.Date.DayNumber - entry.Date.DayNumber) <= days;
}
