namespace VillageLedger.Reports;

/// <summary>The owner and month of a book's stream, remembered: a log names the same few streams over and over.</summary>
internal sealed class BookStreams
{
    private readonly Dictionary<string, (string Owner, Month Month)?> known = new(StringComparer.Ordinal);

    public (string Owner, Month Month)? Of(string stream)
    {
        if (known.TryGetValue(stream, out var found)) return found;
        if (known.Count > 100_000) known.Clear();
        return known[stream] = Streams.TryBook(stream, out var owner, out var month) ? (owner.Address, month) : null;
    }
}
