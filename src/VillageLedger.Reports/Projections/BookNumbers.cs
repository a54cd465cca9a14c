using Npgsql;

namespace VillageLedger.Reports;

/// <summary>
/// The number of each book in a projection's rows: the position of the fact that opened or, for its newest era, converted it. Half the size of its owner's address and quick to sort by;
/// it follows from the facts alone. Kept in the projection's own table <c>book</c>.
/// </summary>
internal sealed class BookNumbers
{
    private readonly Dictionary<string, long> known = new(StringComparer.Ordinal);
    private bool loaded;

    public long this[string owner] => known.TryGetValue(owner, out var number) ? number : throw new InvalidOperationException($"A fact speaks of the book of {owner} before it was opened.");

    public long? Find(string owner) => known.TryGetValue(owner, out var number) ? number : null;

    public void Add(string owner, long position) => known[owner] = position;

    public void Forget(bool empty)
    {
        known.Clear();
        loaded = empty;
    }

    public async Task LoadAsync(NpgsqlConnection session, string schema, CancellationToken cancellation)
    {
        if (loaded) return;
        await using var command = new NpgsqlCommand($"select owner, position from {schema}.book order by position", session);
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) known[reader.GetString(0)] = reader.GetInt64(1);
        loaded = true;
    }
}
