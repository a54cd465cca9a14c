using Npgsql;

namespace VillageLedger.Reports;

/// <summary>A posted line that belongs to another month than the one it was posted in.</summary>
/// <param name="Month">Where the books have it.</param>
/// <param name="Concerns">Where a restated report has it.</param>
/// <param name="Kind">Of the voucher: <c>ordinary</c>, <c>reversal</c>, <c>correction</c> …</param>
internal sealed record RestatedLine(string Owner, string Standard, Month Month, Month Concerns, AccountCode Account, Holder? Party, string Kind, long Debit, long Credit, long Position, int Line);

/// <summary>Lines that name the month they concern, as known at a position. There are few: they are read whole.</summary>
internal static class RestatedLines
{
    /// <param name="owner">Null: of all owners.</param>
    public static async Task<IReadOnlyList<RestatedLine>> ReadAsync(ReadModels models, long position, Owner? owner, CancellationToken cancellation)
    {
        if (!models.IsRestated) return [];
        await models.CatchUpAsync(RestatedProjection.ProjectionName, position, cancellation).ConfigureAwait(false);
        await using var command = models.Readers.CreateCommand(
            $"""
            select owner, standard, month, concerns, account, party, kind, debit_fen, credit_fen, position, line from {RestatedProjection.ProjectionName}.line
            where position <= $1 and ($2::text is null or owner = $2) order by position, line
            """);
        command.Parameters.Add(new() { Value = position });
        command.Parameters.Add(new() { Value = (object?)owner?.Address ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        var lines = new List<RestatedLine>();
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) lines.Add(LineOf(reader));
        return lines;
    }

    /// <summary>Of a book, or its era, by its number: those that its standard's months take.</summary>
    public static async Task<IReadOnlyList<RestatedLine>> OfBookAsync(ReadModels models, long position, long book, CancellationToken cancellation)
    {
        if (!models.IsRestated) return [];
        await using var command = models.Readers.CreateCommand("select owner, standard, month from books_2.book where position = $1");
        command.Parameters.Add(new() { Value = book });
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellation).ConfigureAwait(false) || !Owner.TryParse(reader.GetString(0), out var owner)) return [];
        var (standard, first) = (reader.GetString(1), Month.OfKey(reader.GetInt32(2)));
        return [.. (await ReadAsync(models, position, owner, cancellation).ConfigureAwait(false)).Where(line => line.Standard == standard && line.Concerns >= first)];
    }

    private static RestatedLine LineOf(NpgsqlDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), Month.OfKey(reader.GetInt32(2)), Month.OfKey(reader.GetInt32(3)), new(reader.GetString(4)),
        !reader.IsDBNull(5) && Holder.TryParse(reader.GetString(5), out var party) ? party : null, reader.GetString(6), reader.GetInt64(7), reader.GetInt64(8), reader.GetInt64(9), reader.GetInt32(10));
}
