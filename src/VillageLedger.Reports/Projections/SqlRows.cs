using Npgsql;

namespace VillageLedger.Reports;

/// <summary>Rows of a query with parameters $1, $2 …</summary>
internal static class SqlRows
{
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(Readers readers, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params IEnumerable<object> values)
    {
        await using var command = readers.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) rows.Add(read(reader));
        return rows;
    }

    public static Holder Holder(this NpgsqlDataReader reader, int column) =>
        VillageLedger.Holder.TryParse(reader.GetString(column), out var holder) ? holder : throw new InvalidOperationException($"'{reader.GetString(column)}' is no holder.");

    public static Month Month(this NpgsqlDataReader reader, int column) => VillageLedger.Month.OfKey(reader.GetInt32(column));

    public static DateOnly Day(this NpgsqlDataReader reader, int column) => reader.GetFieldValue<DateOnly>(column);

    /// <summary>A value that may be missing.</summary>
    public static T? Optional<T>(this NpgsqlDataReader reader, int column, Func<int, T> read)
        where T : struct => reader.IsDBNull(column) ? null : read(column);

    public static string? OptionalText(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
